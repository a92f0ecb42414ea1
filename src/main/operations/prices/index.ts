/**
 * Prices: what a quantity of an item costs which customer, by which channel, on which day.
 *
 * Owns channels, classes of customers, price lists (with a customer: contracts), promotions and the discount floor.
 * Invariants: a price for a pack is of a pack of its item; a promotion gives a price or a discount, never both; no
 * discount takes a price below the floor of its list, and none touches a contract.
 * Tables: prices_channel, prices_class, prices_customer_terms, prices_policy, prices_list, prices_list_line,
 * prices_promotion.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
export { priceOf, type PriceAsked } from './price-of'
export type { Price, PriceStep } from './price-engine'
export { channelCode, requireChannel } from './save-prices'
