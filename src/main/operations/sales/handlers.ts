import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { listBackOrders } from './back-orders/back-order-queries'
import { listChannelRules, setChannelRule } from './back-orders/channel-stock'
import { fillBackOrders } from './back-orders/fill-back-orders'
import { holdOrder, listCreditRules, releaseCredit, setCreditRule, unholdOrder } from './credit/hold-order'
import { listToInvoice } from './invoices/to-invoice-queries'
import { invoiceCustomer, invoiceDelivery, invoiceOrder } from './invoices/invoice-order'
import { invoicePdf } from './invoices/invoice-paper'
import { getInvoice, listInvoices } from './invoices/invoice-queries'
import { reverseInvoice } from './invoices/reverse-invoice'
import { cancelOrder } from './orders/cancel-order'
import { confirmOrder } from './orders/confirm-order'
import { lineAdvice } from './orders/line-advice'
import { getOrder, listOrders } from './orders/order-queries'
import { deleteOrder, saveOrder } from './orders/save-order'

import { allowSubstitutes, setCustomerSubstitutes, substitutePick, substitutesFor } from './substitutes/substitute-pick'

export const handlers: Handlers<typeof contract.sales> = {
  listOrders: (reader, _actor, input) => listOrders(reader, input),
  getOrder: (reader, _actor, input) => getOrder(reader, input),
  saveOrder: (tx, actor, input) => saveOrder(tx, actor, input),
  deleteOrder: (tx, actor, input) => deleteOrder(tx, actor, input),
  confirmOrder: (tx, actor, input) => confirmOrder(tx, actor, input),
  holdOrder: (tx, actor, input) => holdOrder(tx, actor, input),
  unholdOrder: (tx, actor, input) => unholdOrder(tx, actor, input),
  releaseCredit: (tx, actor, input) => releaseCredit(tx, actor, input),
  listCreditRules: (reader) => listCreditRules(reader),
  setCreditRule: (tx, actor, input) => setCreditRule(tx, actor, input),
  listBackOrders: (reader, _actor, input) => listBackOrders(reader, input),
  fillBackOrders: (tx, _actor, input) => ({ filled: fillBackOrders(tx, input) }),
  listChannelRules: (reader) => listChannelRules(reader),
  setChannelRule: (tx, actor, input) => setChannelRule(tx, actor, input),
  cancelOrder: (tx, actor, input) => cancelOrder(tx, actor, input),
  allowSubstitutes: (tx, _actor, input) => allowSubstitutes(tx, input),
  setCustomerSubstitutes: (tx, _actor, input) => setCustomerSubstitutes(tx, input),
  substitutesFor: (reader, _actor, input) => substitutesFor(reader, input),
  substitutePick: (tx, _actor, input) => substitutePick(tx, input),
  lineAdvice: (reader, _actor, input) => lineAdvice(reader, input),
  invoiceOrder: (tx, actor, input) => invoiceOrder(tx, actor, input),
  invoiceDelivery: (tx, actor, input) => invoiceDelivery(tx, actor, input),
  invoiceCustomer: (tx, actor, input) => invoiceCustomer(tx, actor, input),
  listToInvoice: (reader, _actor, input) => listToInvoice(reader, input),
  listInvoices: (reader, _actor, input) => listInvoices(reader, input),
  getInvoice: (reader, _actor, input) => getInvoice(reader, input),
  invoicePdf: (reader, _actor, input) => invoicePdf(reader, input),
  reverseInvoice: (tx, actor, input) => reverseInvoice(tx, actor, input),
}
