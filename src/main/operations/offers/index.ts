/**
 * Offers: what comes before an order. Quotations with their revisions, and what customers order again and again.
 *
 * Owns quotations and standing orders; the orders made from them are drafts of the sales room.
 * Invariants: a quotation's totals are the sums of its lines; orders take no more of a line than was quoted; a standing
 * order makes one order for a day, and its next day is after the last one it made.
 * Folders are its nouns: quotations, standing. Tables: offers_quotation, offers_line, offers_earlier, offers_taken,
 * offers_standing, offers_standing_line, offers_standing_made.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
