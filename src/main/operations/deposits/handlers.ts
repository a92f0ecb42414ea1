import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { askDeposit, cancelDeposit, payDeposit } from './ask-deposit'
import { depositPdf } from './deposit-paper'
import { getDeposit, listDeposits } from './deposit-queries'

export const handlers: Handlers<typeof contract.deposits> = {
  listDeposits: (reader, _actor, input) => listDeposits(reader, input),
  getDeposit: (reader, _actor, input) => getDeposit(reader, input.id),
  askDeposit: (tx, actor, input) => askDeposit(tx, actor, input),
  payDeposit: (tx, actor, input) => payDeposit(tx, actor, input),
  cancelDeposit: (tx, _actor, input) => cancelDeposit(tx, input),
  depositPdf: (reader, _actor, input) => depositPdf(reader, input),
}
