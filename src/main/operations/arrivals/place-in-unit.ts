import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { binCode, looseInBin, nestUnit, openUnit, packUnit, receivingBin } from '../warehouse'
import { findLot } from '../../ledgers/inventory'
import type { UnitKind } from './notices/notice-store'

export interface UnitToFill {
  readonly kind: UnitKind
  /** Its label; empty: a new one. */
  readonly code: string
  readonly goods: readonly { readonly itemId: number; readonly lotCode: string; readonly quantityMicro: number }[]
}

export interface FilledUnit {
  readonly id: number
  readonly code: string
  readonly kind: UnitKind
  /** Lines of which nothing stands at the dock: they have to be looked at first. */
  readonly held: number
}

/** A unit at the dock with what was just received. What stands in quarantine, or was sold ahead, is not in it. */
export function placeInUnit(tx: Tx, actor: Actor, warehouseId: number, unit: UnitToFill, parentCode = ''): FilledUnit {
  const binId = receivingBin(tx, warehouseId)
  const { id, code } = openUnit(tx, actor, { kind: unit.kind, binScan: binCode(tx, binId), code: unit.code })
  let held = 0
  for (const { itemId, lotCode, quantityMicro } of unit.goods) {
    const lotId = lotCode === '' ? 0 : (findLot(tx, itemId, lotCode)?.id ?? 0)
    const loose = Math.min(looseInBin(tx, binId, { itemId, lotId, status: 'available' }), quantityMicro)
    if (loose > 0) packUnit(tx, actor, { unitScan: code, itemId, lotId, status: 'available', quantityMicro: loose })
    else held += 1
  }
  if (parentCode !== '') nestUnit(tx, actor, { unitScan: code, parentScan: parentCode })
  return { id, code, kind: unit.kind, held }
}
