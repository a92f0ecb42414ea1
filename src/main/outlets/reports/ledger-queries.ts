import { rowCheck, type Check } from '../../kernel/check'

const documentName = `
  source_kind || ' '
    || coalesce((SELECT d.number FROM v_document_link d WHERE d.kind = source_kind AND d.id = source_id), source_id)`

interface AccountProof {
  readonly role: string
  /** What documents say: source_kind, source_id, amount (debit positive). */
  readonly kept: string
  readonly where: string
  /** Only postings of this kind of document; left out: every posting on the account. */
  readonly kind?: string
}

/**
 * Documents whose amount on the account of a role differs from what they say themselves. One grouping of both sides: a
 * full join of two groupings would search one for each row of the other.
 */
const differing = ({ role, kept, where, kind }: AccountProof): string => `
  SELECT ${documentName} || ': ' || posted || ' on the account, ' || kept || ' in ${where}' AS detail
  FROM (SELECT source_kind, source_id, sum(posted) AS posted, sum(kept) AS kept
        FROM (SELECT e.source_kind, e.source_id, l.debit_minor - l.credit_minor AS posted, 0 AS kept
              FROM v_accounting_role r
              JOIN v_accounting_line l ON l.account_id = r.account_id
              JOIN v_accounting_entry e ON e.id = l.entry_id
              WHERE r.role = '${role}' ${kind === undefined ? '' : `AND e.source_kind = '${kind}'`}
              UNION ALL
              SELECT source_kind, source_id, 0, amount FROM (${kept}))
        GROUP BY source_kind, source_id HAVING sum(posted) <> sum(kept) LIMIT 1)`

/** Document by document, so that two wrongs cannot make a right. */
const stock = rowCheck({
  name: 'inventory.valueEqualsStockAccount',
  examined: `
    SELECT (SELECT count(*) FROM v_inventory_movement WHERE value_minor <> 0)
      + (SELECT count(*) FROM v_inventory_revaluation) AS examined`,
  offenders: differing({
    role: 'stock',
    kept: `
      SELECT source_kind, source_id, CASE WHEN from_bin_id IS NULL THEN value_minor ELSE -value_minor END AS amount
      FROM v_inventory_movement WHERE value_minor <> 0
      UNION ALL
      SELECT source_kind, source_id, value_minor FROM v_inventory_revaluation`,
    where: 'the stock ledger',
  }),
})

/** Sales reports count invoices; the income statement counts this account. */
const revenue = rowCheck({
  name: 'sales.revenueEqualsInvoices',
  examined: 'SELECT count(*) AS examined FROM v_sales_invoice',
  offenders: differing({
    role: 'revenue',
    kind: 'sales.invoice',
    kept: `
      SELECT 'sales.invoice' AS source_kind, id AS source_id, -net_minor AS amount
      FROM v_sales_invoice WHERE state = 'posted'`,
    where: 'its lines',
  }),
})

/** Each invoice, also a reversed one, opened exactly what it asks for. */
const openItems = rowCheck({
  name: 'accounting.openItemsEqualInvoices',
  examined: `
    SELECT (SELECT count(*) FROM v_sales_invoice) + (SELECT count(*) FROM v_purchasing_invoice) AS examined`,
  offenders: `
    SELECT ${documentName} || ': ' || opened || ' opened, ' || asked || ' on the invoice' AS detail
    FROM (SELECT source_kind, source_id, sum(opened) AS opened, sum(asked) AS asked
          FROM (SELECT source_kind, source_id, amount_minor AS opened, 0 AS asked FROM v_accounting_open_item
                WHERE source_kind IN ('sales.invoice', 'purchasing.invoice', 'purchasing.credit')
                UNION ALL SELECT 'sales.invoice', id, 0, gross_minor FROM v_sales_invoice
                UNION ALL SELECT 'purchasing.invoice', id, 0, gross_minor FROM v_purchasing_invoice
                UNION ALL SELECT 'purchasing.credit', id, 0, -gross_minor FROM v_purchasing_credit)
          GROUP BY source_kind, source_id HAVING sum(opened) <> sum(asked) LIMIT 1)`,
})

/**
 * What documents say came in or left, item by item, against the movements across the border of the house: no document
 * without its movement, no movement without its document. A reversed document moved nothing in the end; its goods may
 * have left at another value than they came, which the stock account then shows.
 */
const movements = rowCheck({
  name: 'inventory.documentsEqualMovements',
  examined: `
    SELECT count(*) AS examined FROM v_inventory_movement WHERE from_bin_id IS NULL OR to_bin_id IS NULL`,
  offenders: `
    SELECT ${documentName} || ', ' || (SELECT code FROM v_items_item i WHERE i.id = item_id) || ': ' || moved
      || ' moved, worth ' || worth || '; the document says ' || said || ', worth ' || said_worth AS detail
    FROM (SELECT source_kind, source_id, item_id, sum(moved) AS moved, sum(worth) AS worth, sum(said) AS said,
            sum(said_worth) AS said_worth
          FROM (SELECT source_kind, source_id, item_id,
                  CASE WHEN from_bin_id IS NULL THEN quantity_micro ELSE -quantity_micro END AS moved,
                  CASE WHEN from_bin_id IS NULL THEN value_minor ELSE -value_minor END AS worth,
                  0 AS said, 0 AS said_worth, 0 AS stands
                FROM v_inventory_movement WHERE from_bin_id IS NULL OR to_bin_id IS NULL
                UNION ALL
                -- Consigned goods that were used were here before; what went to the customer directly never was.
                SELECT 'purchasing.receipt', l.receipt_id, l.item_id, 0, 0,
                  CASE r.terms WHEN 'used' THEN 0 ELSE l.quantity_micro END, l.value_minor, 1
                FROM v_purchasing_receipt_line l JOIN v_purchasing_receipt r ON r.id = l.receipt_id
                WHERE r.state = 'posted' AND r.terms <> 'direct'
                UNION ALL
                SELECT 'shipping.shipment', shipment_id, item_id, 0, 0, -quantity_micro, -cost_minor, 1
                FROM v_shipping_shipment_line WHERE state = 'posted' AND bin_id IS NOT NULL
                UNION ALL
                SELECT 'shipping.return', l.return_id, l.item_id, 0, 0, l.quantity_micro, l.cost_minor, 1
                FROM v_shipping_return_line l JOIN v_shipping_return r ON r.id = l.return_id
                WHERE r.state = 'posted' AND l.bin_id IS NOT NULL
                UNION ALL
                SELECT 'purchasing.return', return_id, item_id, 0, 0, -sent_micro, -cost_minor, 1
                FROM v_purchasing_return_line WHERE state NOT IN ('cancelled', 'reversed')
                UNION ALL
                SELECT 'warehouse.adjustment', adjustment_id, item_id, 0, 0, quantity_micro, value_minor, 1
                FROM v_warehouse_adjustment_line WHERE state = 'posted'
                UNION ALL
                SELECT 'stock.conversion', conversion_id, item_id, 0, 0,
                  CASE side WHEN 'made' THEN quantity_micro ELSE -quantity_micro END,
                  CASE side WHEN 'made' THEN value_minor ELSE -value_minor END, 1
                FROM v_stock_conversion_line WHERE state = 'posted'
                UNION ALL
                SELECT 'stock.transfer', transfer_id, item_id, 0, 0, quantity_micro, difference_minor, 1
                FROM v_stock_transfer_difference
                UNION ALL
                SELECT kind, id, item_id, 0, 0, quantity_micro, value_minor, 1 FROM v_stock_ahead_movement
                UNION ALL
                SELECT 'warehouse.count', count_id, item_id, 0, 0, difference_micro, value_minor, 1
                FROM v_warehouse_count_line WHERE state = 'approved'
                UNION ALL
                SELECT 'onboarding.opening', opening_id, item_id, 0, 0, quantity_micro, value_minor, 1
                FROM v_onboarding_opening_stock WHERE state = 'posted')
          GROUP BY source_kind, source_id, item_id
          HAVING sum(moved) <> sum(said) OR (sum(stands) > 0 AND sum(worth) <> sum(said_worth)) LIMIT 1)`,
})

export const ledgerChecks: readonly Check[] = [stock, movements, revenue, openItems]
