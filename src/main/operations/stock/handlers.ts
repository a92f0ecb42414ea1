import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { aheadStore } from './ahead/ahead-store'
import { listAhead, reverseAhead, setAheadRule } from './ahead/sell-ahead'
import { convertGoods, reverseConversion } from './conversions/convert-goods'
import { getConversion, listConversions } from './conversions/conversion-queries'
import { carryOut } from './plans/carry-out'
import { cancelPlan, planConversion } from './plans/plan-conversion'
import { getPlan, listPlans } from './plans/plan-queries'
import { traceLot } from './genealogy/trace'
import { renameGoods } from './conversions/rename-goods'
import { getRevaluation, listRevaluations } from './revaluations/revaluation-queries'
import { revalueStock, reverseRevaluation } from './revaluations/revalue-stock'
import { receiveTransfer, reverseTransfer, sendTransfer } from './transfers/transfer'
import { getTransfer, listTransfers } from './transfers/transfer-queries'

export const handlers: Handlers<typeof contract.stock> = {
  listTransfers: (reader, _actor, input) => listTransfers(reader, input),
  getTransfer: (reader, _actor, input) => getTransfer(reader, input.id),
  sendTransfer: (tx, actor, input) => sendTransfer(tx, actor, input),
  receiveTransfer: (tx, actor, input) => receiveTransfer(tx, actor, input),
  reverseTransfer: (tx, actor, input) => reverseTransfer(tx, actor, input),
  listConversions: (reader, _actor, input) => listConversions(reader, input),
  getConversion: (reader, _actor, input) => getConversion(reader, input.id),
  convertGoods: (tx, actor, input) => convertGoods(tx, actor, input),
  renameGoods: (tx, actor, input) => renameGoods(tx, actor, input),
  reverseConversion: (tx, actor, input) => reverseConversion(tx, actor, input),
  planConversion: (tx, actor, input) => planConversion(tx, actor, input),
  cancelPlan: (tx, _actor, input) => cancelPlan(tx, input),
  listPlans: (reader, _actor, input) => listPlans(reader, input),
  getPlan: (reader, _actor, input) => getPlan(reader, input),
  carryOut: (tx, actor, input) => carryOut(tx, actor, input),
  listRevaluations: (reader, _actor, input) => listRevaluations(reader, input),
  getRevaluation: (reader, _actor, input) => getRevaluation(reader, input.id),
  revalueStock: (tx, actor, input) => revalueStock(tx, actor, input),
  reverseRevaluation: (tx, actor, input) => reverseRevaluation(tx, actor, input),
  listAhead: (reader, _actor, input) => listAhead(reader, input),
  listAheadRules: (reader) => ({
    rows: aheadStore.rules(reader).map(({ isAllowed, ...row }) => ({ ...row, isAllowed: isAllowed === 1 })),
  }),
  setAheadRule: (tx, _actor, input) => setAheadRule(tx, input),
  reverseAhead: (tx, actor, input) => reverseAhead(tx, actor, input),
  trace: (reader, _actor, input) => traceLot(reader, input),
}
