import { pricesWithTaxCheck } from '../../foundation/currencies'
import { rowCheck, type Check } from '../../kernel/check'

const orderTotals = rowCheck({
  name: 'sales.order totals equal their lines',
  examined: 'SELECT count(*) AS examined FROM sales_order',
  offenders: `
    SELECT coalesce(o.number, 'draft ' || o.id) || ': ' || o.net_minor || ' and tax ' || o.tax_minor || ', lines say '
      || coalesce(l.net, 0) || ' and ' || coalesce(l.tax, 0) AS detail
    FROM sales_order o LEFT JOIN (
      SELECT order_id, sum(net_minor) AS net, sum(tax_minor) AS tax FROM sales_order_line GROUP BY order_id
    ) l ON l.order_id = o.id
    WHERE o.net_minor <> coalesce(l.net, 0) OR o.tax_minor <> coalesce(l.tax, 0)
      OR o.gross_minor <> o.net_minor + o.tax_minor LIMIT 1`,
})

const invoiceTotals = rowCheck({
  name: 'sales.invoice totals equal their lines',
  examined: 'SELECT count(*) AS examined FROM sales_invoice',
  offenders: `
    SELECT v.number || ': ' || v.net_minor || ' and tax ' || v.tax_minor || ', lines say ' || coalesce(l.net, 0)
      || ' and ' || coalesce(l.tax, 0) AS detail
    FROM sales_invoice v LEFT JOIN (
      SELECT invoice_id, sum(net_minor) AS net, sum(tax_minor) AS tax FROM sales_invoice_line GROUP BY invoice_id
    ) l ON l.invoice_id = v.id
    WHERE v.net_minor <> coalesce(l.net, 0) OR v.tax_minor <> coalesce(l.tax, 0)
      OR v.gross_minor <> v.net_minor + v.tax_minor LIMIT 1`,
})

/** Goods by their posted shipments; a service is shipped whole from the confirmation on. */
const shipped = rowCheck({
  name: 'sales.shipped equals shipments',
  examined: 'SELECT count(*) AS examined FROM sales_order_line',
  offenders: `
    SELECT coalesce(o.number, 'draft ' || o.id) || ', line ' || l.line_number || ': shipped ' || l.shipped_micro
      || ', shipments say ' || coalesce(s.quantity, 0) AS detail
    FROM sales_order_line l
    JOIN sales_order o ON o.id = l.order_id
    JOIN v_items_item i ON i.id = l.item_id
    LEFT JOIN (
      SELECT order_line_id, sum(quantity_micro) AS quantity FROM v_shipping_shipment_line WHERE state = 'posted'
      GROUP BY order_line_id
    ) s ON s.order_line_id = l.id
    WHERE i.is_kit = 0 AND l.shipped_micro <> CASE
      WHEN i.kind = 'stock' THEN coalesce(s.quantity, 0)
      WHEN o.state = 'draft' THEN 0
      ELSE l.quantity_micro - l.cancelled_micro END
    LIMIT 1`,
})

const invoiced = rowCheck({
  name: 'sales.invoiced equals invoices',
  examined: 'SELECT count(*) AS examined FROM sales_order_line',
  offenders: `
    SELECT coalesce(o.number, 'draft ' || o.id) || ', line ' || l.line_number || ': invoiced ' || l.invoiced_micro
      || ', invoices say ' || coalesce(v.quantity, 0) AS detail
    FROM sales_order_line l
    JOIN sales_order o ON o.id = l.order_id
    LEFT JOIN (
      SELECT n.order_line_id, sum(n.quantity_micro) AS quantity
      FROM sales_invoice_line n JOIN sales_invoice h ON h.id = n.invoice_id
      WHERE h.state = 'posted' AND n.order_line_id IS NOT NULL GROUP BY n.order_line_id
    ) v ON v.order_line_id = l.id
    WHERE l.kit_line_id IS NULL AND l.invoiced_micro <> coalesce(v.quantity, 0) LIMIT 1`,
})

/** What stock is promised to an order is what it wants, has not got and does not wait for. */
const reserved = rowCheck({
  name: 'sales.reserved equals confirmed and not shipped',
  examined: `SELECT count(*) AS examined FROM v_inventory_reservation WHERE source_kind = 'sales.order'`,
  offenders: `
    SELECT coalesce(o.number, 'draft ' || o.id) || ', line ' || l.line_number || ': reserved ' || coalesce(r.open_micro, 0)
      || ', open ' || (l.quantity_micro - l.shipped_micro - l.cancelled_micro) || ', waiting for stock '
      || l.backordered_micro || ', from the supplier ' || l.direct_micro AS detail
    FROM sales_order_line l
    JOIN sales_order o ON o.id = l.order_id
    JOIN v_items_item i ON i.id = l.item_id AND i.kind = 'stock'
    LEFT JOIN v_inventory_reservation r ON r.source_kind = 'sales.order' AND r.source_line_id = l.id
    WHERE coalesce(r.open_micro, 0) <> CASE
      WHEN o.state = 'draft' THEN 0 ELSE l.quantity_micro - l.shipped_micro - l.cancelled_micro - l.backordered_micro - l.direct_micro END
      OR (o.state = 'draft' AND l.backordered_micro + l.direct_micro <> 0)
    LIMIT 1`,
})

/** Warehouse and order agree on what is wanted, given up and shipped. */
const demanded = rowCheck({
  name: 'sales.orders equal the demand in the warehouse',
  examined: `SELECT count(*) AS examined FROM v_warehouse_demand WHERE source_kind = 'sales.order'`,
  offenders: `
    SELECT o.number || ', line ' || l.line_number || ': wanted ' || l.quantity_micro || ', given up '
      || l.cancelled_micro || ', waiting for stock ' || l.backordered_micro || ', shipped ' || l.shipped_micro || '; the warehouse says ' || coalesce(d.quantity_micro, 0)
      || ', ' || coalesce(d.withdrawn_micro, 0) || ', ' || coalesce(d.shipped_micro, 0) AS detail
    FROM sales_order_line l
    JOIN sales_order o ON o.id = l.order_id AND o.state <> 'draft'
    JOIN v_items_item i ON i.id = l.item_id AND i.kind = 'stock'
    LEFT JOIN v_warehouse_demand d ON d.source_kind = 'sales.order' AND d.source_line_id = l.id
    LEFT JOIN (
      -- What a supplier sent straight to the customer left no bin.
      SELECT order_line_id, sum(quantity_micro) AS quantity FROM v_shipping_shipment_line
      WHERE state = 'posted' AND bin_id IS NULL GROUP BY order_line_id
    ) x ON x.order_line_id = l.id
    WHERE l.quantity_micro - l.cancelled_micro - l.backordered_micro - l.direct_micro - coalesce(x.quantity, 0)
        <> coalesce(d.quantity_micro, 0) - coalesce(d.withdrawn_micro, 0)
      OR l.shipped_micro - coalesce(x.quantity, 0) <> coalesce(d.shipped_micro, 0)
    LIMIT 1`,
})

const priced = (kind: 'order' | 'invoice'): string => `
  SELECT coalesce(d.number, 'draft ' || d.id) AS document, d.currency, l.quantity_micro AS quantityMicro,
    l.gross_price_micro AS grossPriceMicro,
    coalesce(l.foreign_net_minor, l.net_minor) + coalesce(l.foreign_tax_minor, l.tax_minor) AS grossMinor
  FROM sales_${kind}_line l JOIN sales_${kind} d ON d.id = l.${kind}_id WHERE l.gross_price_micro IS NOT NULL`
const pricesWithTax = pricesWithTaxCheck(
  'sales.pricesWithTaxMakeTheGross',
  `${priced('order')} UNION ALL ${priced('invoice')}`,
)

/** A kit left as far as whole kits of its parts did; its parts cost nothing and are billed with it. */
const kits = rowCheck({
  name: 'sales.kits equal their parts',
  examined: 'SELECT count(*) AS examined FROM sales_order_line WHERE kit_line_id IS NOT NULL',
  offenders: `
    SELECT o.number || ', line ' || k.line_number || ': ' || k.shipped_micro || ' kits left, by their parts '
      || min(p.shipped_micro / (p.quantity_micro / (k.quantity_micro / 1000000))) * 1000000 AS detail
    FROM sales_order_line k
    JOIN sales_order o ON o.id = k.order_id
    JOIN sales_order_line p ON p.kit_line_id = k.id
    GROUP BY k.id
    HAVING k.shipped_micro <> min(p.shipped_micro / (p.quantity_micro / (k.quantity_micro / 1000000))) * 1000000
      OR max(p.net_minor <> 0 OR p.price_micro <> 0 OR p.invoiced_micro <> p.shipped_micro) = 1
    LIMIT 1`,
})

/** A substitute is of the order whose goods it stands in for, at their price, and no more than was given up of them. */
const substitutes = rowCheck({
  name: 'sales.substitutes stand in for what was given up',
  examined: 'SELECT count(*) AS examined FROM sales_order_line WHERE instead_of_line_id IS NOT NULL',
  offenders: `
    SELECT o.number || ', line ' || g.line_number || ': given up ' || g.cancelled_micro || ', substitutes '
      || sum(s.quantity_micro) AS detail
    FROM sales_order_line s
    JOIN sales_order_line g ON g.id = s.instead_of_line_id
    JOIN sales_order o ON o.id = g.order_id
    GROUP BY g.id
    HAVING sum(s.quantity_micro) > g.cancelled_micro OR max(s.order_id <> g.order_id OR s.item_id = g.item_id
      OR s.price_micro <> g.price_micro OR s.tax_code <> g.tax_code) = 1
    LIMIT 1`,
})

/** What a supplier is to send straight to customers is what it was ordered to. */
const direct = rowCheck({
  name: 'sales.directEqualsItsPurchases',
  examined: 'SELECT count(*) AS examined FROM v_purchasing_direct_line',
  offenders: `
    SELECT o.number || ', line ' || l.line_number || ': ' || l.direct_micro || ' from the supplier, '
      || coalesce(d.quantity, 0) || ' ordered there' AS detail
    FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
    LEFT JOIN (
      SELECT sales_line_id, sum(open_micro) AS quantity FROM v_purchasing_direct_line GROUP BY sales_line_id
    ) d ON d.sales_line_id = l.id
    WHERE l.direct_micro <> coalesce(d.quantity, 0) LIMIT 1`,
})

export const checks: readonly Check[] = [
  direct,
  substitutes,
  pricesWithTax,
  orderTotals,
  invoiceTotals,
  shipped,
  invoiced,
  reserved,
  demanded,
  kits,
]
