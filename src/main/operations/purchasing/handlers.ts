import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { callOff, endAgreement, getAgreement, listAgreements, placeAgreement } from './agreements/agreement'
import { listConsigned } from './consignment/buy-used'
import { consignedPdf } from './consignment/settlement-queries'
import { confirmDispatch } from './direct/confirm-dispatch'
import { orderDirectly } from './direct/order-directly'
import { getInvoice } from './invoices/get-invoice'
import { listInvoices } from './invoices/invoice-queries'
import { postInvoice } from './invoices/post-invoice'
import { reverseInvoice } from './invoices/reverse-invoice'
import { getLandedCost, listLandedCosts } from './landed-costs/landed-cost-queries'
import { postLandedCost, reverseLandedCost } from './landed-costs/post-landed-cost'
import { acceptBill, dropBill, getBill, importBills, listBills, matchBills, previewBills } from './matching/bills'
import { releaseInvoice } from './matching/release-invoice'
import { listTolerances, removeTolerance, setTolerance } from './matching/tolerance'
import { acknowledgeOrder } from './orders/acknowledge-order'
import { cancelOrder, confirmOrder, deleteOrder } from './orders/confirm-order'
import { getOrder } from './orders/get-order'
import { orderPdf } from './orders/order-paper'
import { listOrders } from './orders/order-queries'
import { saveOrder } from './orders/save-order'
import { getReceipt, linesToInvoice } from './receipts/get-receipt'
import { listReceipts } from './receipts/receipt-queries'
import { receiveGoods } from './receipts/receive-goods'
import { receiveUnordered } from './receipts/receive-unordered'
import { releaseGoods } from './receipts/release-goods'
import { reverseReceipt } from './receipts/reverse-receipt'
import { endReturn, planReturn } from './returns/plan-return'
import { postCredit, reverseCredit } from './returns/post-credit'
import { getReturn, listReturns, returnableLines, returnsToSend } from './returns/return-queries'
import { reverseReturn } from './returns/reverse-return'
import { sendReturn } from './returns/send-return'

export const handlers: Handlers<typeof contract.purchasing> = {
  listOrders: (reader, _actor, input) => listOrders(reader, input),
  getOrder: (reader, _actor, input) => getOrder(reader, input.id),
  orderPdf: (reader, actor, input) => orderPdf(reader, input, { hasPrices: actor.rights.has('cost.see') }),
  saveOrder: (tx, actor, input) => saveOrder(tx, actor, input),
  deleteOrder: (tx, _actor, input) => deleteOrder(tx, input),
  confirmOrder: (tx, actor, input) => confirmOrder(tx, actor, input),
  cancelOrder: (tx, _actor, input) => cancelOrder(tx, input),
  acknowledgeOrder: (tx, _actor, input) => acknowledgeOrder(tx, input),
  receiveGoods: (tx, actor, input) => receiveGoods(tx, actor, input),
  receiveUnordered: (tx, actor, input) => receiveUnordered(tx, actor, input),
  releaseGoods: (tx, actor, input) => releaseGoods(tx, actor, input),
  listReceipts: (reader, _actor, input) => listReceipts(reader, input),
  getReceipt: (reader, _actor, input) => getReceipt(reader, input.id),
  reverseReceipt: (tx, actor, input) => reverseReceipt(tx, actor, input),
  listAgreements: (reader, _actor, input) => listAgreements(reader, input),
  getAgreement: (reader, _actor, input) => getAgreement(reader, input),
  placeAgreement: (tx, actor, input) => placeAgreement(tx, actor, input),
  endAgreement: (tx, _actor, input) => endAgreement(tx, input),
  callOff: (tx, actor, input) => callOff(tx, actor, input),
  orderDirectly: (tx, actor, input) => orderDirectly(tx, actor, input),
  confirmDispatch: (tx, actor, input) => confirmDispatch(tx, actor, input),
  listConsigned: (reader, _actor, input) => listConsigned(reader, input),
  consignedPdf: (reader, actor, input) => consignedPdf(reader, actor, input),
  linesToInvoice: (reader, _actor, input) => linesToInvoice(reader, input.supplierId),
  postInvoice: (tx, actor, input) => postInvoice(tx, actor, input),
  listInvoices: (reader, _actor, input) => listInvoices(reader, input),
  getInvoice: (reader, _actor, input) => getInvoice(reader, input.id),
  reverseInvoice: (tx, actor, input) => reverseInvoice(tx, actor, input),
  listTolerances: (reader) => listTolerances(reader),
  setTolerance: (tx, _actor, input) => setTolerance(tx, input),
  removeTolerance: (tx, _actor, input) => removeTolerance(tx, input),
  releaseInvoice: (tx, actor, input) => releaseInvoice(tx, actor, input),
  previewBills: (reader, _actor, input) => previewBills(reader, input),
  importBills: (tx, actor, input) => importBills(tx, actor, input),
  matchBills: (tx, actor) => matchBills(tx, actor),
  listBills: (reader, _actor, input) => listBills(reader, input),
  getBill: (reader, _actor, input) => getBill(reader, input),
  acceptBill: (tx, actor, input) => acceptBill(tx, actor, input),
  dropBill: (tx, _actor, input) => dropBill(tx, input),
  returnableLines: (reader, _actor, input) => returnableLines(reader, input),
  planReturn: (tx, actor, input) => planReturn(tx, actor, input),
  listReturns: (reader, _actor, input) => listReturns(reader, input),
  getReturn: (reader, _actor, input) => getReturn(reader, input),
  returnsToSend: (reader, _actor, input) => returnsToSend(reader, input),
  sendReturn: (tx, actor, input) => sendReturn(tx, actor, input),
  endReturn: (tx, _actor, input) => endReturn(tx, input),
  reverseReturn: (tx, actor, input) => reverseReturn(tx, actor, input),
  postCredit: (tx, actor, input) => postCredit(tx, actor, input),
  reverseCredit: (tx, actor, input) => reverseCredit(tx, actor, input),
  postLandedCost: (tx, actor, input) => postLandedCost(tx, actor, input),
  listLandedCosts: (reader, _actor, input) => listLandedCosts(reader, input),
  getLandedCost: (reader, _actor, input) => getLandedCost(reader, input.id),
  reverseLandedCost: (tx, actor, input) => reverseLandedCost(tx, actor, input),
}
