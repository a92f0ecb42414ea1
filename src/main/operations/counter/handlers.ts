import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { listSales } from './counter-queries'
import { receiptPdf } from './receipt-paper'
import { sell } from './sell'
import { closeTill, openTill } from './tills/count-till'
import { tillPdf } from './tills/till-paper'
import { getTill, listTills, tillState } from './tills/till-queries'

export const handlers: Handlers<typeof contract.counter> = {
  sell: (tx, actor, input) => sell(tx, actor, input),
  listSales: (reader, _actor, input) => listSales(reader, input),
  receiptPdf: (reader, _actor, input) => receiptPdf(reader, input),
  openTill: (tx, actor, input) => openTill(tx, actor, input),
  closeTill: (tx, actor, input) => closeTill(tx, actor, input),
  listTills: (reader, _actor, input) => listTills(reader, input),
  getTill: (reader, actor, input) => getTill(reader, actor, input),
  tillState: (reader, actor, input) => tillState(reader, actor, input),
  tillPdf: (reader, _actor, input) => tillPdf(reader, input),
}
