import { addDays } from '../../../../shared/values/date'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'

/** Receipts of a year with their orders: when they were ordered, due and received. */
const RECEIVED = `
  SELECT o.supplier_id AS supplierId, o.id AS orderId, r.received_on AS receivedOn, o.ordered_on AS orderedOn,
    o.expected_on AS expectedOn, sum(l.quantity_micro) AS quantityMicro, sum(l.value_minor) AS valueMinor
  FROM v_purchasing_receipt r
  JOIN v_purchasing_order o ON o.id = r.order_id
  JOIN v_purchasing_receipt_line l ON l.receipt_id = r.id
  WHERE r.state = 'posted' AND r.terms <> 'used' AND r.received_on > ?1 AND r.received_on <= ?2
  GROUP BY r.id ORDER BY o.supplier_id, r.id`

/** What is late and has not come counts as not on time. */
const MISSING = `
  SELECT o.supplier_id AS supplierId, sum(l.quantity_micro - l.received_micro) AS quantityMicro
  FROM v_purchasing_order o JOIN v_purchasing_order_line l ON l.order_id = o.id
  WHERE o.state IN ('confirmed', 'partly-received') AND o.expected_on > ?1 AND o.expected_on < ?2
    AND l.received_micro < l.quantity_micro
  GROUP BY o.supplier_id`

const CLOSED = `
  SELECT o.supplier_id AS supplierId, sum(l.quantity_micro) AS orderedMicro, sum(l.received_micro) AS receivedMicro
  FROM v_purchasing_order o JOIN v_purchasing_order_line l ON l.order_id = o.id
  WHERE o.state IN ('received', 'closed') AND o.ordered_on > ?1 AND o.ordered_on <= ?2
  GROUP BY o.supplier_id`

/** Rejected when they were looked at, or sent back later; what was sent back for having been rejected counts once. */
const REJECTED = `
  SELECT supplier_id AS supplierId, sum(quantity) AS quantityMicro FROM (
    SELECT supplier_id, rejected_micro AS quantity FROM v_quality_rejected
    WHERE substr(made_at, 1, 10) > ?1 AND substr(made_at, 1, 10) <= ?2
    UNION ALL
    SELECT supplier_id, sent_micro FROM v_purchasing_returned
    WHERE planned_on > ?1 AND planned_on <= ?2 AND number NOT IN (SELECT followed_by FROM v_quality_rejected)
  ) GROUP BY supplier_id`

/** Prices of each item in the two halves of the year, weighed by what was bought in the second. */
const TREND = `
  SELECT supplierId, sum(second_quantity * first_net * 1.0 / first_quantity) AS atFirst, sum(second_net) AS atSecond
  FROM (
    SELECT i.supplier_id AS supplierId, l.item_id,
      sum(CASE WHEN i.invoiced_on <= ?3 THEN l.quantity_micro ELSE 0 END) AS first_quantity,
      sum(CASE WHEN i.invoiced_on <= ?3 THEN l.net_minor ELSE 0 END) AS first_net,
      sum(CASE WHEN i.invoiced_on > ?3 THEN l.quantity_micro ELSE 0 END) AS second_quantity,
      sum(CASE WHEN i.invoiced_on > ?3 THEN l.net_minor ELSE 0 END) AS second_net
    FROM v_purchasing_invoice i JOIN v_purchasing_invoice_line l ON l.invoice_id = i.id
    WHERE i.state = 'posted' AND i.invoiced_on > ?1 AND i.invoiced_on <= ?2
    GROUP BY i.supplier_id, l.item_id
  ) WHERE first_quantity > 0 AND second_quantity > 0 AND first_net > 0
  GROUP BY supplierId`

export interface ReceivedRow {
  readonly supplierId: number
  readonly orderId: number
  readonly receivedOn: string
  readonly orderedOn: string
  readonly expectedOn: string
  readonly quantityMicro: number
  readonly valueMinor: number
}

export const scorecardQueries = {
  suppliers: (reader: Reader, { filter }: Pick<ListInput, 'filter'>) =>
    reader.all<{ id: number; code: string; name: string }>(
      `SELECT id, code, name FROM v_parties_partner
       WHERE is_supplier = 1 AND active = 1 AND (?1 = '' OR code LIKE ?2 OR name LIKE ?2) ORDER BY code`,
      [filter, `%${filter}%`],
    ),
  received: (reader: Reader, after: string, until: string) => reader.all<ReceivedRow>(RECEIVED, [after, until]),
  missing: (reader: Reader, after: string, until: string) =>
    reader.all<{ supplierId: number; quantityMicro: number }>(MISSING, [after, until]),
  closed: (reader: Reader, after: string, until: string) =>
    reader.all<{ supplierId: number; orderedMicro: number; receivedMicro: number }>(CLOSED, [after, until]),
  rejected: (reader: Reader, after: string, until: string) =>
    reader.all<{ supplierId: number; quantityMicro: number }>(REJECTED, [after, until]),
  trend: (reader: Reader, after: string, until: string) =>
    reader.all<{ supplierId: number; atFirst: number; atSecond: number }>(TREND, [after, until, addDays(until, -182)]),
}
