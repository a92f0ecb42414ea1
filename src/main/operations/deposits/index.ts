/**
 * Deposits: money before the goods, for an order. What customers are asked for and suppliers ask, its payment as an
 * advance, and the invoices of the order that take it by themselves.
 *
 * Tax: under 小企业会计准则 tax on goods falls due when they leave, so an advance carries none. In the generic pack it falls
 * due with the money (Directive 2006/112/EC, article 65): its share is declared at the payment and given back as an
 * invoice takes the advance, which bears the whole tax itself.
 * Invariants: deposits of an order never ask for more than it amounts to; a paid one has its payment, over the same
 * amount and with the same partner; tax given back follows what is taken of the advance.
 * Tables: deposits_deposit.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
export { followAdvance, takeDeposits } from './take-deposits'
