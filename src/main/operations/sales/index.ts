/**
 * Sales: orders and what is invoiced for them.
 *
 * Owns sales orders with their drafts, invoices and credit notes.
 * Invariants: a confirmed order has its goods reserved until they leave or are given up; invoiced <= shipped, shipped +
 * cancelled <= ordered for each line; an order's state follows from its lines; a document's totals are the sums of its
 * lines; each posted invoice has its journal and its open item.
 * Folders are its nouns: orders, invoices. Tables: sales_order, sales_order_line, sales_invoice, sales_invoice_line.
 */
export { checks } from './checks-queries'
export { addressLines, pricedColumns } from './invoices/invoice-paper'
export { settlementPdf, type LaidGoods, type SettlementInput, type UsedAt } from './settlement-paper'
export { ordersOfCustomer } from './orders/history-queries'
export { handlers } from './handlers'
export { issueCreditNote, type CreditNote, type CreditNoteDraft } from './invoices/issue-credit-note'
export { promisableOf as promisableStock } from './back-orders/channel-stock'
export { requireCredit } from './credit/check-credit'
export { invoiced, invoiceOrder } from './invoices/invoice-order'
export { cancelOrder } from './orders/cancel-order'
export { followWeight } from './orders/follow-weight'
export { confirmOrder } from './orders/confirm-order'
export { saveOrder } from './orders/save-order'
export { fillBackOrders } from './back-orders/fill-back-orders'
export { reverseCreditNote } from './invoices/reverse-invoice'
export { requireOrder, type Order, type OrderLine } from './orders/order'
export { recordShipment, undoShipment } from './orders/record-shipment'
export { recordDirect, supplyDirectly, supplyFromStock, undoDirect } from './orders/supply-directly'
