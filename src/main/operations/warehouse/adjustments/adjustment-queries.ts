import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import { adjustmentStore } from './adjustment-store'

const LINES = `
  SELECT l.id, l.bin_id AS binId, b.code AS binCode, l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit,
    l.lot_id AS lotId, o.code AS lotCode, o.expires_on AS expiresOn, l.status, l.quantity_micro AS quantityMicro,
    l.value_minor AS valueMinor
  FROM warehouse_adjustment_line l
  JOIN warehouse_bin b ON b.id = l.bin_id
  JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN v_inventory_lot o ON o.id = l.lot_id
  WHERE l.adjustment_id = ? ORDER BY l.id`

interface LineRow {
  id: number
  binId: number
  binCode: string
  itemId: number
  code: string
  name: string
  baseUnit: string
  lotId: number
  lotCode: string | null
  expiresOn: string | null
  status: string
  quantityMicro: number
  valueMinor: number
}

/** An adjustment with the bins, lots and values that its lines came to. */
export function getAdjustment(reader: Reader, input: { id: number }) {
  const adjustment = adjustmentStore.byId(reader, input.id) ?? refuse('warehouse.adjustmentUnknown', {}, 'id')
  return {
    id: adjustment.id,
    number: adjustment.number,
    state: adjustment.state,
    adjustedOn: adjustment.adjusted_on,
    reason: adjustment.reason,
    lines: reader.all<LineRow>(LINES, [adjustment.id]).map((row) => ({
      id: row.id,
      bin: { id: row.binId, code: row.binCode },
      item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
      lot: row.lotCode === null ? null : { id: row.lotId, code: row.lotCode, expiresOn: row.expiresOn },
      status: row.status,
      quantityMicro: row.quantityMicro,
      valueMinor: row.valueMinor,
    })),
  }
}
