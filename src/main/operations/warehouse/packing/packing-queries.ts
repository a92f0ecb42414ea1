import { refuse } from '../../../../shared/errors'
import { barcodesOfItems } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'

const HEAD = `
  SELECT d.source_number AS orderNumber, p.id, p.code, p.name
  FROM warehouse_demand d JOIN v_parties_partner p ON p.id = d.partner_id
  WHERE d.source_kind = 'sales.order' AND d.source_id = ? LIMIT 1`

const ROWS = `
  SELECT d.id AS demandId, i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, i.weight_grams AS weightGrams,
    p.lot_id AS lotId, l.code AS lotCode, l.expires_on AS expiresOn,
    p.quantity_micro - p.shipped_micro AS pickedMicro, p.packed_micro - p.shipped_micro AS packedMicro
  FROM warehouse_demand d
  JOIN warehouse_picked p ON p.demand_id = d.id
  JOIN v_items_item i ON i.id = d.item_id
  LEFT JOIN v_inventory_lot l ON l.id = p.lot_id
  WHERE d.source_kind = 'sales.order' AND d.source_id = ? AND p.quantity_micro > p.shipped_micro
  ORDER BY d.id, p.lot_id`

interface Row {
  demandId: number
  itemId: number
  code: string
  name: string
  baseUnit: string
  weightGrams: number
  lotId: number
  lotCode: string | null
  expiresOn: string | null
  pickedMicro: number
  packedMicro: number
}

/** What stands at the packing place for an order and is not shipped; the weight is that of what is in the cartons. */
export function packingList(reader: Reader, input: { orderId: number }) {
  const head =
    reader.first<{ orderNumber: string; id: number; code: string; name: string }>(HEAD, [input.orderId]) ??
    refuse('warehouse.nothingToPack', {}, 'orderId')
  const rows = reader.all<Row>(ROWS, [input.orderId])
  const barcodes = barcodesOfItems(reader, [...new Set(rows.map((row) => row.itemId))])
  const { orderNumber, ...customer } = head
  return {
    orderId: input.orderId,
    orderNumber,
    customer,
    rows: rows.map((row) => ({
      demandId: row.demandId,
      item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
      barcodes: barcodes.get(row.itemId) ?? [],
      lot: row.lotCode === null ? null : { id: row.lotId, code: row.lotCode, expiresOn: row.expiresOn },
      pickedMicro: row.pickedMicro,
      packedMicro: row.packedMicro,
    })),
    expectedWeightGrams: rows.reduce((sum, row) => sum + weightOf(row), 0),
  }
}

function weightOf(row: Row): number {
  return Math.round((row.packedMicro / 1_000_000) * row.weightGrams)
}
