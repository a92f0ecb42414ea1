import { refuse } from '../../../../shared/errors'
import { withCheckDigit } from '../../../../shared/values/barcodes'
import { localDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postMovements } from '../../../ledgers/inventory'
import { binCodeOf, requireBinByScan } from '../layout/bins'
import { layoutStore, type Bin } from '../layout/layout-store'
import { cartonStore } from '../packing/carton-store'
import { requireClimate } from '../putaway/places'
import { requireMixing } from '../putaway/put-away'
import { putawayStore } from '../putaway/putaway-store'
import { quantityText } from '../quantity-text'
import { scanStore } from '../scans/scan-store'
import type { UnitKind } from '../tables'
import { looseInBin } from './loose-in-bin'
import { unitStepStore, type CompletedPutaway, type UnitStep } from './unit-step-store'
import { unitStore, type Status, type Unit, type UnitGoods } from './unit-store'

/** What may stand in what: only something larger holds something smaller, so nothing ever holds itself. */
const RANK: Readonly<Record<UnitKind, number>> = { carton: 1, tote: 2, pallet: 3 }

/**
 * A new pallet, tote or carton where the clerk stands, with the code for its label, or with the one it carries. The label
 * of a unit that was taken apart may go on again.
 */
export function openUnit(
  tx: Tx,
  actor: Actor,
  input: { readonly kind: UnitKind; readonly binScan: string; readonly code: string },
): { id: number; code: string } {
  const bin = requireBinByScan(tx, input.binScan)
  const wanted = unitCodeOf(input.code)
  const known = wanted === '' ? undefined : unitStore.byCode(tx, wanted)
  if (known?.state === 'here') refuse('warehouse.unitCodeTaken', { code: wanted }, 'code')
  const row = { kind: input.kind, warehouseId: bin.warehouse_id, binId: bin.id, by: actor.userId }
  if (known !== undefined) {
    unitStore.labelAgain(tx, known.id, row)
    tx.announce({ kind: 'warehouse.unitOpened', id: known.id })
    return { id: known.id, code: known.code }
  }
  const id = unitStore.insert(tx, { ...row, code: wanted === '' ? `NEW-${tx.now.getTime()}` : wanted })
  const code = wanted === '' ? newCode(tx, bin.warehouse_id, id) : wanted
  unitStore.setCode(tx, id, code)
  tx.announce({ kind: 'warehouse.unitOpened', id })
  return { id, code }
}

/** An SSCC of extension digit 1 (customers' cartons have 0), so that the two never meet; else a number of our own. */
function newCode(reader: Reader, warehouseId: number, id: number): string {
  const prefix = cartonStore.settings(reader, warehouseId)?.gs1Prefix ?? ''
  if (prefix === '') return `HU-${String(id).padStart(6, '0')}`
  return withCheckDigit(`1${prefix}${String(id).padStart(16 - prefix.length, '0')}`)
}

/** What a scanner read from a label: the mark of the symbology and the identifier (00) of an SSCC are not the code. */
export function unitCodeOf(scan: string): string {
  const bare = scan
    .trim()
    .toUpperCase()
    .replace(/^\][A-Z]\d/, '')
  return /^00\d{18}$/.test(bare) ? bare.slice(2) : bare
}

export function requireUnit(reader: Reader, scan: string, field = 'unitScan'): Unit {
  const code = unitCodeOf(scan)
  const unit = unitStore.byCode(reader, code)
  if (unit === undefined) refuse('warehouse.unitUnknown', { scanned: code }, field)
  if (unit.state !== 'here') refuse('warehouse.unitBroken', { unit: unit.code }, field)
  return unit
}

export interface GoodsOfUnit {
  readonly unitScan: string
  readonly itemId: number
  readonly lotId: number | null
  readonly status: Status
  readonly quantityMicro: number
}

/** Loose goods of the bin go into the unit that stands there. Nothing moves; it is known where it is. */
export function packUnit(tx: Tx, actor: Actor, input: GoodsOfUnit): { scanId: number } {
  const unit = requireUnit(tx, input.unitScan)
  const { itemId, status, quantityMicro } = input
  const goods = { itemId, lotId: input.lotId ?? 0, status }
  const loose = looseInBin(tx, unit.binId, goods)
  if (loose < quantityMicro) {
    const { code, name } = requireItem(tx, itemId)
    const params = {
      item: `${code} ${name}`,
      bin: unit.binCode,
      loose: quantityText(loose),
      wanted: quantityText(quantityMicro),
    }
    refuse('warehouse.notLoose', params, 'quantityMicro')
  }
  unitStore.putIn(tx, unit.id, { ...goods, quantityMicro })
  tx.announce({ kind: 'warehouse.unitPacked', id: unit.id })
  return { scanId: recordUnit(tx, actor, 'unitPack', unit, { goods: [{ ...goods, quantityMicro }] }) }
}

/** Out of the unit, loose in the bin where it stands. */
export function unpackUnit(tx: Tx, actor: Actor, input: GoodsOfUnit): { scanId: number } {
  const unit = requireUnit(tx, input.unitScan)
  const { itemId, status, quantityMicro } = input
  const goods = { itemId, lotId: input.lotId ?? 0, status, quantityMicro }
  if (!unitStore.takeOut(tx, unit.id, goods)) {
    const { code, name } = requireItem(tx, itemId)
    const params = { item: `${code} ${name}`, unit: unit.code, wanted: quantityText(quantityMicro) }
    refuse('warehouse.notInUnit', params, 'quantityMicro')
  }
  tx.announce({ kind: 'warehouse.unitUnpacked', id: unit.id })
  return { scanId: recordUnit(tx, actor, 'unitUnpack', unit, { goods: [goods] }) }
}

/** Onto a pallet or into a tote that stands in the same bin; without one it stands on its own again. */
export function nestUnit(
  tx: Tx,
  actor: Actor,
  input: { readonly unitScan: string; readonly parentScan: string },
): { scanId: number } {
  const unit = requireUnit(tx, input.unitScan)
  if (input.parentScan === '') {
    unitStore.setParent(tx, unit.id, null)
  } else {
    const parent = requireUnit(tx, input.parentScan, 'parentScan')
    if (RANK[parent.kind] <= RANK[unit.kind]) {
      refuse('warehouse.unitTooSmall', { unit: unit.code, parent: parent.code }, 'parentScan')
    }
    if (parent.binId !== unit.binId) {
      refuse('warehouse.unitElsewhere', { unit: parent.code, bin: parent.binCode }, 'parentScan')
    }
    unitStore.setParent(tx, unit.id, parent.id)
  }
  tx.announce({ kind: 'warehouse.unitNested', id: unit.id })
  return { scanId: recordUnit(tx, actor, 'unitNest', unit, {}) }
}

/** The label comes off: what was in it lies loose, what stood in it stands where the unit stood. */
export function breakUnit(tx: Tx, actor: Actor, input: { readonly unitScan: string }): { scanId: number } {
  const unit = requireUnit(tx, input.unitScan)
  const goods = unitStore.ownGoods(tx, unit.id)
  const inside = unitStore.inside(tx, unit.id).map((inner) => inner.id)
  unitStore.break(tx, unit)
  tx.announce({ kind: 'warehouse.unitBroken', id: unit.id })
  return { scanId: recordUnit(tx, actor, 'unitBreak', unit, { goods, inside }) }
}

/** The goods of the unit never came: its label is free again. One that was taken apart since has lost it already. */
export function freeLabel(tx: Tx, actor: Actor, unitId: number): void {
  const unit = unitStore.byId(tx, unitId)
  if (unit?.state === 'here') breakUnit(tx, actor, { unitScan: unit.code })
}

/** A unit moves, and all that is in it, in one step. From the dock it is put away by that. */
export function moveUnit(
  tx: Tx,
  actor: Actor,
  input: { readonly unitScan: string; readonly toBinScan: string },
): { scanId: number; lines: number } {
  const unit = requireUnit(tx, input.unitScan)
  const to = requireBinByScan(tx, input.toBinScan)
  if (to.warehouse_id !== unit.warehouseId) refuse('warehouse.binOfOtherWarehouse', { bin: to.code }, 'toBinScan')
  if (to.id === unit.binId) refuse('warehouse.sameBin', { bin: to.code }, 'toBinScan')
  if (to.blocked === 1) refuse('warehouse.binBlocked', { bin: to.code }, 'toBinScan')
  const goods = unitStore.familyGoods(tx, unit.id)
  for (const { itemId, lotId } of goods) {
    requireClimate(tx, to, itemId, 'toBinScan')
    requireMixing(tx, to, { itemId, lotId }, 'toBinScan')
  }
  moveGoods(tx, unit, goods, to.id)
  const putaways = goods.flatMap((line) => completePutaway(tx, unit, line, to))
  requireFits(tx, unit, to)
  tx.announce({ kind: 'warehouse.unitMoved', id: unit.id })
  return { scanId: recordUnit(tx, actor, 'unitMove', unit, { goods, putaways }, to.code), lines: goods.length }
}

/** The unit with all that stands in it, and their goods with them. */
export function moveGoods(tx: Tx, unit: Unit, goods: readonly UnitGoods[], toBinId: number): void {
  // A unit that leaves what it stood in leaves it for good, and it leaves before its goods do: they are not loose there.
  if (unit.parentId !== null) unitStore.setParent(tx, unit.id, null)
  unitStore.moveFamily(tx, unit.id, toBinId)
  postMovements(
    tx,
    { postedOn: localDate(tx.now), source: { kind: 'warehouse.unit', id: unit.id } },
    goods.map(({ itemId, lotId, status, quantityMicro }) => ({
      warehouseId: unit.warehouseId,
      itemId,
      lotId,
      from: { binId: unit.binId, status },
      to: { binId: toBinId, status },
      quantityMicro,
    })),
  )
  if (goods.length > 0) layoutStore.startUsing(tx, toBinId)
  layoutStore.settleFill(tx, unit.binId)
}

/** Refuses `warehouse.unitTooBig`; asked after the move, when all of the unit counts at once. */
function requireFits(tx: Tx, unit: Unit, to: Bin): void {
  const { millilitres, grams } = putawayStore.load(tx, to.id)
  const isOver = (limit: number, used: number): boolean => limit > 0 && used > limit
  if (isOver(to.capacity_millilitres, millilitres) || isOver(to.capacity_grams, grams)) {
    refuse('warehouse.unitTooBig', { unit: unit.code, bin: to.code }, 'toBinScan')
  }
}

/** What was to be put away from there is put away now, if only to where the clerk thought better. */
function completePutaway(tx: Tx, unit: Unit, goods: UnitGoods, to: Bin): CompletedPutaway[] {
  const completed: CompletedPutaway[] = []
  if (goods.status !== 'available' || (to.kind !== 'storage' && to.kind !== 'pick-face' && to.kind !== 'staging'))
    return completed
  let rest = goods.quantityMicro
  for (const task of unitStore.putawaysFrom(tx, unit.binId, goods.itemId, goods.lotId)) {
    const quantity = Math.min(task.quantityMicro - task.doneMicro, rest)
    if (quantity === 0) break
    const done = task.doneMicro + quantity
    const isDone = done === task.quantityMicro
    putawayStore.complete(tx, {
      id: task.id,
      done,
      state: isDone ? 'done' : 'open',
      toBinId: isDone ? to.id : task.toBinId,
    })
    if (isDone && task.toBinId !== to.id) {
      const { rule = task.reasonCode } = JSON.parse(task.reasonParams) as { rule?: string }
      putawayStore.setReason(tx, task.id, 'otherBin', { proposed: task.toBinCode, reason: unit.code, rule })
      layoutStore.settleFill(tx, task.toBinId)
    }
    const { id: taskId, toBinId, reasonCode, reasonParams } = task
    completed.push({ taskId, quantityMicro: quantity, toBinId, reasonCode, reasonParams })
    rest -= quantity
  }
  return completed
}

/** The unit that a clerk named instead of the bin it stands in; undefined where that holds nothing of the goods. */
export function unitInBin(
  reader: Reader,
  scan: string,
  place: { readonly binId: number; readonly itemId: number; readonly lotId: number },
): Unit | undefined {
  const unit = unitStore.byCode(reader, unitCodeOf(scan))
  if (unit?.state !== 'here' || unit.binId !== place.binId) return undefined
  const goods = { itemId: place.itemId, lotId: place.lotId, status: 'available' as const }
  return unitStore.holders(reader, place.binId, goods).some((holder) => holder.unitId === unit.id) ? unit : undefined
}

/** The unit in the bin under this label that holds only these goods, and no more of them than are wanted. */
export function wholeUnit(
  reader: Reader,
  scan: string,
  wanted: { readonly binId: number; readonly itemId: number; readonly lotId: number; readonly quantityMicro: number },
): { readonly unit: Unit; readonly quantityMicro: number } | undefined {
  const unit = unitInBin(reader, scan, wanted)
  const [line, ...others] = unit === undefined ? [] : unitStore.familyGoods(reader, unit.id)
  if (unit === undefined || line === undefined || others.length > 0) return undefined
  return line.quantityMicro <= wanted.quantityMicro ? { unit, quantityMicro: line.quantityMicro } : undefined
}

/** The unit and what stands in it stand in another bin; their goods are moved by whoever asks for it. */
export function carryUnit(tx: Tx, unit: Unit, toBinId: number, parentId: number | null): void {
  unitStore.setParent(tx, unit.id, parentId)
  unitStore.moveFamily(tx, unit.id, toBinId)
}

/** As much of it as the unit holds is taken out of this unit and no other. */
export function takeFromUnit(
  tx: Tx,
  unit: Unit,
  goods: { readonly itemId: number; readonly lotId: number; readonly quantityMicro: number },
): void {
  const key = { itemId: goods.itemId, lotId: goods.lotId, status: 'available' as const }
  const held = unitStore.holders(tx, unit.binId, key).find((holder) => holder.unitId === unit.id)?.quantityMicro ?? 0
  const quantityMicro = Math.min(held, goods.quantityMicro)
  if (quantityMicro > 0) unitStore.takeOut(tx, unit.id, { ...key, quantityMicro })
}

/** The accepted scan, and how the unit was before it. */
function recordUnit(
  tx: Tx,
  actor: Actor,
  step: 'unitPack' | 'unitUnpack' | 'unitNest' | 'unitBreak' | 'unitMove',
  unit: Unit,
  changed: Partial<Pick<UnitStep, 'goods' | 'inside' | 'putaways'>>,
  scanned = unit.code,
): number {
  const { goods = [], inside = [], putaways = [] } = changed
  const isCounted = step === 'unitPack' || step === 'unitUnpack'
  const scanId = scanStore.record(tx, actor, {
    step,
    subjectKind: 'unit',
    subjectId: unit.id,
    scanned: binCodeOf(scanned),
    quantityMicro: isCounted ? (goods[0]?.quantityMicro ?? 0) : 0,
  })
  unitStepStore.insert(tx, scanId, unit, { goods, inside, putaways })
  return scanId
}
