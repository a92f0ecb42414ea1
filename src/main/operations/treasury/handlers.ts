import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { applyAdvance } from './apply-advance'
import { getPayment } from './get-payment'
import { listPayments } from './payment-queries'
import { postPayment } from './post-payment'
import { reversePayment } from './reverse-payment'
import { settleItems } from './settle-items'

export const handlers: Handlers<typeof contract.treasury> = {
  postPayment: (tx, actor, input) => postPayment(tx, actor, input),
  applyAdvance: (tx, actor, input) => applyAdvance(tx, actor, input),
  settleItems: (tx, actor, input) => settleItems(tx, actor, input),
  listPayments: (reader, _actor, input) => listPayments(reader, input),
  getPayment: (reader, _actor, input) => getPayment(reader, input.id),
  reversePayment: (tx, actor, input) => reversePayment(tx, actor, input),
}
