import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { orderQuotation } from './quotations/order-quotation'
import { quotationPdf } from './quotations/quotation-paper'
import { getQuotation, listQuotations } from './quotations/quotation-queries'
import { deleteQuotation, saveQuotation } from './quotations/save-quotation'
import { loseQuotation, reopenQuotation, reviseQuotation, sendQuotation } from './quotations/send-quotation'
import { orderStanding } from './standing/order-standing'
import { saveStanding } from './standing/save-standing'
import { getStanding, listStanding } from './standing/standing-queries'
import { usualOrder } from './standing/usual-order'
import { winRate } from './quotations/win-rate'

export const handlers: Handlers<typeof contract.offers> = {
  listQuotations: (reader, _actor, input) => listQuotations(reader, input),
  winRate: (reader, _actor, input) => winRate(reader, input),
  getQuotation: (reader, _actor, input) => getQuotation(reader, input),
  saveQuotation: (tx, actor, input) => saveQuotation(tx, actor, input),
  deleteQuotation: (tx, _actor, input) => deleteQuotation(tx, input),
  sendQuotation: (tx, _actor, input) => sendQuotation(tx, input),
  reviseQuotation: (tx, _actor, input) => reviseQuotation(tx, input),
  loseQuotation: (tx, _actor, input) => loseQuotation(tx, input),
  reopenQuotation: (tx, _actor, input) => reopenQuotation(tx, input),
  orderQuotation: (tx, actor, input) => orderQuotation(tx, actor, input),
  quotationPdf: (reader, _actor, input) => quotationPdf(reader, input),
  usualOrder: (reader, _actor, input) => usualOrder(reader, input),
  listStanding: (reader, _actor, input) => listStanding(reader, input),
  getStanding: (reader, _actor, input) => getStanding(reader, input),
  saveStanding: (tx, actor, input) => saveStanding(tx, actor, input),
  orderStanding: (tx, actor, input) => orderStanding(tx, actor, input),
}
