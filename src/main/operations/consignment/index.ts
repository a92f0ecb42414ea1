/**
 * Consignment: our goods at a customer's, ours until the customer reports that they are used.
 *
 * Owns no tables: the customer's place is a warehouse, what is brought and taken back are transfers, and a report of use
 * is an order, a delivery out of that place and an invoice, made in one transaction.
 * Invariant: nothing is sold out of a customer's place but to that customer.
 * The other way round, a supplier's goods on our shelf, is known by the owner of stock (see inventory, purchasing).
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
