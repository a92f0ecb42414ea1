import type { Reader } from '../../../kernel/db'

export interface WaveCriteria {
  readonly warehouseId: number
  readonly carrier?: string | undefined
  readonly channel?: string | undefined
  readonly minimumPriority?: number | undefined
  readonly zoneId?: number | undefined
  readonly singleLine: boolean
  readonly dueBy?: string | undefined
}

interface WaitingOrder {
  orderId: number
  orderNumber: string
  dueOn: string
  lines: number
  quantityMicro: number
  priority: number
  channel: string
  carrier: string
  partnerId: number
  partnerCode: string
  partnerName: string
}

/** A line whose goods cannot be taken in the zone ?5. */
const NOT_IN_ZONE = `NOT EXISTS (
  SELECT 1 FROM v_inventory_balance s JOIN warehouse_bin b ON b.id = s.bin_id
  WHERE s.item_id = d.item_id AND s.status = 'available' AND s.quantity_micro > s.allocated_micro
    AND b.zone_id = ?5 AND b.kind IN ('storage', 'pick-face', 'staging') AND b.blocked = 0)`

const WAITING = `
  SELECT d.source_id AS orderId, d.source_number AS orderNumber, min(d.due_on) AS dueOn, count(*) AS lines,
    sum(d.quantity_micro - d.released_micro - d.withdrawn_micro) AS quantityMicro, max(d.priority) AS priority,
    max(d.channel) AS channel, max(d.carrier) AS carrier, p.id AS partnerId, p.code AS partnerCode, p.name AS partnerName
  FROM warehouse_demand d JOIN v_parties_partner p ON p.id = d.partner_id
  WHERE d.warehouse_id = ?1 AND d.quantity_micro > d.released_micro + d.withdrawn_micro
  GROUP BY d.source_kind, d.source_id
  HAVING (?2 IS NULL OR max(d.carrier) = ?2) AND (?3 IS NULL OR max(d.channel) = ?3)
    AND (?4 IS NULL OR max(d.priority) >= ?4) AND (?5 IS NULL OR sum(${NOT_IN_ZONE}) = 0)
    AND (?6 = 0 OR count(*) = 1) AND (?7 IS NULL OR min(d.due_on) <= ?7)
  ORDER BY max(d.priority) DESC, min(d.due_on), d.source_id`

/** Orders whose lines wait for a wave and that meet the criteria, the most urgent first. */
export function listWaiting(reader: Reader, input: WaveCriteria) {
  const { warehouseId, carrier = null, channel = null, minimumPriority = null, zoneId = null, dueBy = null } = input
  const bound = [warehouseId, carrier, channel, minimumPriority, zoneId, input.singleLine ? 1 : 0, dueBy]
  const rows = reader.all<WaitingOrder>(WAITING, bound)
  return {
    rows: rows.map(({ partnerId, partnerCode, partnerName, ...order }) => ({
      ...order,
      customer: { id: partnerId, code: partnerCode, name: partnerName },
    })),
  }
}
