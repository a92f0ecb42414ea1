import { refuse } from '../../../../shared/errors'
import { multiplyDivide, MICRO } from '../../../../shared/values/integers'
import { barcodesOfItems } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { requireBin } from '../layout/bins'
import { cartonStore } from './carton-store'
import { chooseKind, type Contents } from './carton-weight'
import { expectedOf } from './cartons'

const HEAD = `
  SELECT d.source_number AS orderNumber, p.id, p.code, p.name
  FROM warehouse_demand d JOIN v_parties_partner p ON p.id = d.partner_id
  WHERE d.source_kind = 'sales.order' AND d.source_id = ? LIMIT 1`

const ROWS = `
  SELECT d.id AS demandId, i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, i.weight_grams AS weightGrams,
    i.volume_millilitres AS volumeMillilitres,
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
  volumeMillilitres: number
  lotId: number
  lotCode: string | null
  expiresOn: string | null
  pickedMicro: number
  packedMicro: number
}

interface Addressee {
  readonly orderNumber: string
  readonly id: number
  readonly code: string
  readonly name: string
}

/** What people call an order, and for whom it is. */
export function addresseeOf(reader: Reader, orderId: number): Addressee {
  return reader.first<Addressee>(HEAD, [orderId]) ?? refuse('warehouse.nothingToPack', {}, 'orderId')
}

/** What stands at the packing place for an order and is not shipped; the weight is that of what is in the cartons. */
export function packingList(reader: Reader, input: { orderId: number }) {
  const head = addresseeOf(reader, input.orderId)
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
    cartons: cartonsOf(reader, input.orderId),
    proposedKindId: chooseKind(cartonStore.kinds(reader), leftToPack(rows))?.id ?? null,
  }
}

function weightOf(row: Row): number {
  return Math.round((row.packedMicro / 1_000_000) * row.weightGrams)
}

function leftToPack(rows: readonly Row[]): Contents {
  const left = (row: Row, perUnit: number): number => multiplyDivide(row.pickedMicro - row.packedMicro, perUnit, MICRO)
  return {
    millilitres: rows.reduce((sum, row) => sum + left(row, row.volumeMillilitres), 0),
    grams: rows.reduce((sum, row) => sum + left(row, row.weightGrams), 0),
  }
}

/** Cartons of the order that have not left, each with what it holds. */
function cartonsOf(reader: Reader, orderId: number) {
  const cartons = cartonStore.ofSource(reader, 'sales.order', orderId).filter((carton) => carton.state !== 'shipped')
  if (cartons.length === 0) return []
  return cartons.map((carton) => ({
    id: carton.id,
    number: carton.number,
    code: carton.code,
    state: carton.state,
    kindName: cartonStore.kindName(reader, carton.kind_id),
    expectedGrams: carton.expected_grams ?? expectedOf(reader, carton),
    weighedGrams: carton.weighed_grams,
    lane: carton.lane_bin_id === null ? null : laneOf(reader, carton.lane_bin_id),
    lines: cartonStore.linesOf(reader, carton.id).map((line) => ({
      item: { id: line.itemId, code: line.code, name: line.name, baseUnit: line.baseUnit },
      lot: line.lotCode === null ? null : { id: line.lotId, code: line.lotCode, expiresOn: line.expiresOn },
      quantityMicro: line.quantityMicro,
    })),
  }))
}

function laneOf(reader: Reader, binId: number): { id: number; code: string } {
  const { id, code } = requireBin(reader, binId)
  return { id, code }
}

const ORDER_OF_TOTE = `
  SELECT d.source_id AS orderId, d.source_number AS orderNumber
  FROM warehouse_tote o
  JOIN warehouse_task t ON t.batch_id = o.batch_id AND t.slot = o.slot
  JOIN warehouse_demand d ON d.id = t.demand_id
  WHERE o.code = ? AND d.packed_micro < d.picked_micro ORDER BY o.batch_id DESC LIMIT 1`

export function orderOfTote(reader: Reader, input: { toteScan: string }): { orderId: number; orderNumber: string } {
  const scanned = input.toteScan.trim().toUpperCase()
  return (
    reader.first<{ orderId: number; orderNumber: string }>(ORDER_OF_TOTE, [scanned]) ??
    refuse('warehouse.toteUnknown', { scanned }, 'toteScan')
  )
}
