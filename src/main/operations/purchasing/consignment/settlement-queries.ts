import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { settlementPdf, type LaidGoods, type SettlementInput, type UsedAt } from '../../sales'

/** By the movements of his goods: those of a consigned receipt came, those of a receipt of use were used. */
const GOODS = `
  WITH moved AS (
    SELECT m.item_id, m.posted_on, r.terms,
      ((m.to_bin_id IS NOT NULL) - (m.from_bin_id IS NOT NULL)) * m.quantity_micro AS micro
    FROM v_inventory_movement m
    LEFT JOIN v_purchasing_receipt r ON m.source_kind = 'purchasing.receipt' AND r.id = m.source_id
    WHERE m.owner_id = ?1 AND m.posted_on <= ?3
  )
  SELECT i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit,
    coalesce(sum(micro) FILTER (WHERE posted_on < ?2), 0) AS openingMicro,
    coalesce(sum(micro) FILTER (WHERE posted_on >= ?2 AND terms = 'consigned'), 0) AS broughtMicro,
    coalesce(0 - sum(micro) FILTER (WHERE posted_on >= ?2 AND terms = 'used'), 0) AS usedMicro,
    coalesce(0 - sum(micro) FILTER (WHERE posted_on >= ?2 AND terms IS NULL), 0) AS backMicro
  FROM moved JOIN v_items_item i ON i.id = moved.item_id
  GROUP BY i.id HAVING sum(abs(micro)) > 0 AND (openingMicro <> 0 OR max(posted_on) >= ?2) ORDER BY i.code`

const USED = `
  SELECT l.item_id AS itemId, sum(l.quantity_micro) AS quantityMicro,
    coalesce(o.foreign_price_micro, o.price_micro) AS priceMicro, h.currency
  FROM purchasing_receipt r
  JOIN purchasing_receipt_line l ON l.receipt_id = r.id
  JOIN purchasing_order_line o ON o.id = l.order_line_id
  JOIN purchasing_order h ON h.id = o.order_id
  WHERE r.terms = 'used' AND r.state = 'posted' AND r.supplier_id = ? AND r.received_on BETWEEN ? AND ?
  GROUP BY l.item_id, 3, h.currency`

/** What a supplier's goods did here through a span of days: he invoices what was used. */
export function consignedPdf(
  reader: Reader,
  actor: Pick<Actor, 'rights'>,
  input: SettlementInput,
): { fileName: string; pdf: string } {
  if (!actor.rights.has('cost.see')) refuse('access.rightMissing', { right: 'cost.see' })
  const params = [input.partnerId, input.from, input.to]
  const goods = reader.all<LaidGoods>(GOODS, params)
  return settlementPdf(reader, 'supplier', input, goods, reader.all<UsedAt>(USED, params))
}
