import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'
import type { BinKind } from '../tables'
import { layoutStore, type Bin, type Warehouse } from './layout-store'

export function requireWarehouse(reader: Reader, id: number): Warehouse {
  return layoutStore.warehouseById(reader, id) ?? refuse('warehouse.warehouseUnknown', {}, 'warehouseId')
}

export function requireBin(reader: Reader, id: number): Bin {
  return layoutStore.binById(reader, id) ?? refuse('warehouse.binUnknown', { scanned: String(id) })
}

/** What a scanner read from a bin label, or a clerk typed: spaces and case do not matter. */
export function binCodeOf(scan: string): string {
  return scan.trim().toUpperCase()
}

export function requireBinByScan(reader: Reader, scan: string): Bin {
  const scanned = binCodeOf(scan)
  return layoutStore.binByCode(reader, scanned) ?? refuse('warehouse.binUnknown', { scanned })
}

/** What stands on a bin's label. */
export function binCode(reader: Reader, id: number): string {
  return requireBin(reader, id).code
}

/** A scanned bin of one warehouse. */
export function binOfScan(reader: Reader, scan: string, warehouseId: number): number {
  const bin = requireBinByScan(reader, scan)
  return bin.warehouse_id === warehouseId
    ? bin.id
    : refuse('warehouse.binOfOtherWarehouse', { bin: bin.code }, 'binScan')
}

/** Goods came into a bin by a document of another room. */
export function goodsCameToBin(tx: Tx, binId: number): void {
  layoutStore.startUsing(tx, binId)
}

/** After goods left it: an empty bin may be used for others again. */
export function goodsLeftBin(tx: Tx, binId: number): void {
  layoutStore.settleFill(tx, binId)
}

function binOfKind(reader: Reader, warehouseId: number, kind: BinKind): number {
  const bin = layoutStore.firstBinOfKind(reader, warehouseId, kind)
  if (bin !== undefined) return bin
  requireWarehouse(reader, warehouseId)
  return refuse('warehouse.binKindMissing', { kind })
}

/** The first dock: where received goods stand. A customer's place has a shelf and nobody who puts away. */
export function receivingBin(reader: Reader, warehouseId: number): number {
  const isOurs = requireWarehouse(reader, warehouseId).customer_id === null
  return binOfKind(reader, warehouseId, isOurs ? 'dock' : 'storage')
}

export function packingBin(reader: Reader, warehouseId: number): number {
  return binOfKind(reader, warehouseId, 'packing')
}

export function returnsBin(reader: Reader, warehouseId: number): number {
  return binOfKind(reader, warehouseId, 'returns')
}

export function quarantineBin(reader: Reader, warehouseId: number): number {
  return binOfKind(reader, warehouseId, 'quarantine')
}

/** Where goods go when no shelf takes them. */
export function stagingBin(reader: Reader, warehouseId: number): number {
  return binOfKind(reader, warehouseId, 'staging')
}

/** Keeps the mark of bins by what lies in them, after goods came or went without a task. */
export function settleBins(tx: Tx, binIds: readonly number[]): void {
  for (const binId of new Set(binIds)) layoutStore.settleFill(tx, binId)
}
