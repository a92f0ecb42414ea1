import type { Reader } from '../../kernel/db'

export interface OpenDocument {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

/** Documents of an item that are not done: they go on under its name, so they are ended (or changed) first. */
const OF_ITEM = `
  SELECT DISTINCT 'sales.order' AS kind, o.id, o.number, o.state
  FROM v_sales_order_line l JOIN v_sales_order o ON o.id = l.order_id
  WHERE l.item_id = ?1 AND o.state NOT IN ('closed', 'cancelled')
  UNION SELECT 'purchasing.order', o.id, o.number, o.state
  FROM v_purchasing_order_line l JOIN v_purchasing_order o ON o.id = l.order_id
  WHERE l.item_id = ?1 AND o.state NOT IN ('closed', 'cancelled')
  UNION SELECT kind, id, number, state FROM v_offers_open_line
  WHERE item_id = ?1 AND (until_on IS NULL OR until_on >= ?2)
  UNION SELECT 'orders.request', id, number, state FROM v_orders_open_line WHERE item_id = ?1
  UNION SELECT kind, id, number, state FROM v_sourcing_open_line WHERE item_id = ?1
  UNION SELECT 'stock.ahead', id, number, state FROM v_stock_open_ahead WHERE item_id = ?1
  UNION SELECT 'stock.transfer', id, number, state FROM v_stock_open_transfer_line WHERE item_id = ?1
  UNION SELECT d.kind, d.id, d.number, d.state FROM v_warehouse_open_task t
  JOIN v_document_link d ON d.kind = t.source_kind AND d.id = t.source_id WHERE t.item_id = ?1
  ORDER BY 1, 2`

/** The same of a partner; what is owed either way is a document that is not done. */
const OF_PARTNER = `
  SELECT 'sales.order' AS kind, id, number, state FROM v_sales_order
  WHERE customer_id = ?1 AND state NOT IN ('closed', 'cancelled')
  UNION SELECT 'purchasing.order', id, number, state FROM v_purchasing_order
  WHERE supplier_id = ?1 AND state NOT IN ('closed', 'cancelled')
  UNION SELECT kind, id, number, state FROM v_offers_open_line
  WHERE customer_id = ?1 AND (until_on IS NULL OR until_on >= ?2)
  UNION SELECT 'orders.request', id, number, state FROM v_orders_open_line WHERE customer_id = ?1
  UNION SELECT 'sourcing.enquiry', id, number, state FROM v_sourcing_open_bidder WHERE supplier_id = ?1
  UNION SELECT source_kind, source_id, document_number, 'open' FROM v_accounting_open_item
  WHERE partner_id = ?1 AND open_minor <> 0
  ORDER BY 1, 2`

export const openOfItem = (reader: Reader, id: number, today: string) => reader.all<OpenDocument>(OF_ITEM, [id, today])
export const openOfPartner = (reader: Reader, id: number, today: string) =>
  reader.all<OpenDocument>(OF_PARTNER, [id, today])
