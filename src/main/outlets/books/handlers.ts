import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { ageing } from './ageing-queries'
import { dimensionBalances } from './dimension-queries'
import { generalLedger } from './general-ledger'
import { generalJournal } from './journal-queries'
import { multiColumnLedger } from './multi-column'
import { quantityLedger } from './quantity-ledger'
import { subsidiaryLedger } from './subsidiary-ledger'
import { levelledTrialBalance } from './trial-balance'

export const handlers: Handlers<typeof contract.books> = {
  journal: (reader, _actor, input) => generalJournal(reader, input),
  subsidiaryLedger: (reader, _actor, input) => subsidiaryLedger(reader, input),
  generalLedger: (reader, _actor, input) => generalLedger(reader, input),
  trialBalance: (reader, _actor, input) => levelledTrialBalance(reader, input),
  multiColumnLedger: (reader, _actor, input) => multiColumnLedger(reader, input),
  quantityLedger: (reader, _actor, input) => quantityLedger(reader, input),
  dimensionBalances: (reader, _actor, input) => dimensionBalances(reader, input),
  ageing: (reader, _actor, input) => ageing(reader, input),
}
