import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { listSales } from './counter-queries'
import { receiptPdf } from './receipt-paper'
import { sell } from './sell'

export const handlers: Handlers<typeof contract.counter> = {
  sell: (tx, actor, input) => sell(tx, actor, input),
  listSales: (reader, _actor, input) => listSales(reader, input),
  receiptPdf: (reader, _actor, input) => receiptPdf(reader, input),
}
