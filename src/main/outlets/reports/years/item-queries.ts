import type { Reader } from '../../../kernel/db'

/** Sold by invoices that stand, credit notes taken off. */
const SOLD = `
  SELECT substr(v.invoiced_on, 1, 7) AS month,
    sum(CASE v.kind WHEN 'credit-note' THEN -abs(l.quantity_micro) ELSE l.quantity_micro END) AS soldMicro,
    sum(l.net_minor) AS netMinor
  FROM v_sales_invoice_line l JOIN v_sales_invoice v ON v.id = l.invoice_id AND v.state = 'posted'
  WHERE l.item_id = ?1 AND v.invoiced_on BETWEEN ?2 AND ?3 GROUP BY month`

/** What crossed the border of the house and how much of that was sold: quantity and cost. */
const MOVED = `
  SELECT substr(posted_on, 1, 7) AS month,
    sum(CASE WHEN from_bin_id IS NULL THEN quantity_micro ELSE -quantity_micro END) AS changeMicro,
    sum(CASE WHEN source_kind NOT LIKE 'shipping.%' THEN 0
      WHEN from_bin_id IS NULL THEN -value_minor ELSE value_minor END) AS costMinor,
    sum(CASE WHEN source_kind LIKE 'purchasing.%' AND from_bin_id IS NULL THEN quantity_micro ELSE 0 END) AS boughtMicro
  FROM v_inventory_movement
  WHERE item_id = ?1 AND posted_on <= ?2 AND (from_bin_id IS NULL OR to_bin_id IS NULL) GROUP BY month`

const LAST_SOLD = `
  SELECT v.id AS documentId, v.number, v.invoiced_on AS postedOn, p.name AS partner, l.quantity_micro AS quantityMicro,
    l.net_minor AS netMinor
  FROM v_sales_invoice_line l
  JOIN v_sales_invoice v ON v.id = l.invoice_id AND v.state = 'posted' AND v.kind = 'invoice'
  JOIN v_parties_partner p ON p.id = v.customer_id
  WHERE l.item_id = ? ORDER BY v.invoiced_on DESC, l.id DESC LIMIT 10`

const LAST_BOUGHT = `
  SELECT r.id AS documentId, r.number, r.received_on AS postedOn, p.name AS partner, l.quantity_micro AS quantityMicro,
    l.value_minor AS valueMinor
  FROM v_purchasing_receipt_line l
  JOIN v_purchasing_receipt r ON r.id = l.receipt_id AND r.state = 'posted' AND r.terms <> 'consigned'
  JOIN v_parties_partner p ON p.id = r.supplier_id
  WHERE l.item_id = ? ORDER BY r.received_on DESC, l.id DESC LIMIT 10`

interface Deal {
  readonly documentId: number
  readonly number: string
  readonly postedOn: string
  readonly partner: string
  readonly quantityMicro: number
}

export const itemQueries = {
  sold: (reader: Reader, itemId: number, from: string, to: string) =>
    reader.all<{ month: string; soldMicro: number; netMinor: number }>(SOLD, [itemId, from, to]),
  moved: (reader: Reader, itemId: number, to: string) =>
    reader.all<{ month: string; changeMicro: number; costMinor: number; boughtMicro: number }>(MOVED, [itemId, to]),
  lastSold: (reader: Reader, itemId: number) => reader.all<Deal & { netMinor: number }>(LAST_SOLD, [itemId]),
  lastBought: (reader: Reader, itemId: number) => reader.all<Deal & { valueMinor: number }>(LAST_BOUGHT, [itemId]),
}
