/**
 * Orders from many channels (OMS): what comes in by interface, file or message, until it is a confirmed sales order.
 *
 * Owns the queue of requests with their lines, the words that customers use for items, and the columns of channels' files.
 * Invariants: a channel's number is taken once; what was placed stands on one sales order, item by item; a merged request
 * left nothing behind. Stock is promised only by the sales order, in the transaction that places it.
 * Folders are its nouns: queue, text. Tables: orders_request, orders_request_line, orders_nickname, orders_mapping,
 * orders_carrier.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
