/**
 * Sourcing: what comes before a purchase order. What the house needs (requests), and the same goods asked of several
 * suppliers, compared and given to one or shared out (enquiries, RFQ).
 *
 * Invariants: a line is awarded only to a supplier that offered it, at the price it asked, and never more of it than was
 * wanted; an enquiry is awarded with its orders in the same transaction.
 * Tables: sourcing_request, sourcing_request_line, sourcing_enquiry, sourcing_enquiry_line, sourcing_bidder,
 * sourcing_bid, sourcing_award.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
