/**
 * Purchasing: orders, goods receipts, supplier invoices matched to receipts.
 *
 * Owns what is ordered, what has come and what is invoiced of it.
 * Invariants: never more received than ordered, nor more invoiced than received; goods received and not invoiced = the
 * GRNI account, document by document; a landed cost is spread to the cent; a receipt is reversed only while its goods stand at the dock and nothing of it is
 * invoiced, an invoice only while nothing of it is paid; numbers run without a gap.
 * What goes back takes its value off GRNI: at once where it had no invoice, else with the supplier's credit note.
 * An invoice that differs from what was agreed beyond the tolerance is held until somebody approves it.
 * Goods on consignment stay the supplier's until they leave: a receipt of what was used buys them in that moment.
 * Goods that go straight to a customer are received and delivered in one moment, through no bin. An agreement is not
 * overdrawn by the orders that are called off from it.
 * Folders are its nouns: agreements, orders, direct, receipts, consignment, invoices, landed-costs, returns, matching.
 * Tables: purchasing_order, purchasing_order_line, purchasing_receipt, purchasing_receipt_line, purchasing_invoice,
 * purchasing_invoice_line, purchasing_landed_cost, purchasing_landed_cost_line, purchasing_return,
 * purchasing_return_line, purchasing_credit, purchasing_credit_line,
 * purchasing_tolerance, purchasing_invoice_match, purchasing_bill, purchasing_bill_line,
 * purchasing_release, purchasing_agreement, purchasing_agreement_line.
 */
export { invoiced } from './invoices/post-invoice'
export { saveOrder } from './orders/save-order'
export { handlers } from './handlers'
export { receiptReversed } from './receipts/reverse-receipt'
export { receiveGoods } from './receipts/receive-goods'
export { receiveUnordered } from './receipts/receive-unordered'
export { itemsOfOrder } from './orders/order'
export { checks } from './verify-queries'
export { sendBackRejected } from './returns/send-back-rejected'
export { buyUsed } from './consignment/buy-used'
