import { refuse } from '../../../../shared/errors'
import { nominalPieces } from '../../../../shared/values/catch-weight'
import type { BusinessDate } from '../../../../shared/values/date'
import { catchWeightOf, requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { balancesInBin, ensureLot } from '../../../ledgers/inventory'
import { requireBin, requireBinByScan, requireWarehouse } from '../layout/bins'
import { scanStore } from '../scans/scan-store'
import { countSettings } from './count-plan-queries'
import { countStore } from './count-store'

export interface StartCount {
  readonly warehouseId: number
  readonly binIds: readonly number[]
  /** All bins for goods of a zone as well. */
  readonly zoneId?: number | undefined
  /** Nothing comes or goes in these bins until the count is approved or given up. */
  readonly isFrozen: boolean
  readonly countedOn: BusinessDate
  readonly note: string
}

interface DocumentAnswer {
  readonly id: number
  readonly number: string | null
  readonly state: string
}

/** Opens a blind count: clerks see the bins, not what the books expect there. */
export function startCount(tx: Tx, actor: Actor, input: StartCount): DocumentAnswer {
  requireWarehouse(tx, input.warehouseId)
  const { warehouseId, countedOn, note } = input
  const ofZone = input.zoneId === undefined ? [] : countStore.binsInZone(tx, warehouseId, input.zoneId)
  const binIds = new Set([...input.binIds, ...ofZone])
  if (binIds.size === 0) refuse('warehouse.nothingToCount', {}, 'binIds')
  const id = countStore.insert(tx, { warehouseId, countedOn, note, by: actor.userId })
  for (const binId of binIds) {
    const bin = requireBin(tx, binId)
    if (bin.warehouse_id !== warehouseId) refuse('warehouse.binOfOtherWarehouse', { bin: bin.code }, 'binIds')
    if (countStore.isInOpenCount(tx, binId)) refuse('warehouse.binInOpenCount', { bin: bin.code }, 'binIds')
    countStore.insertBin(tx, id, binId)
    if (input.isFrozen) countStore.freeze(tx, id, binId)
  }
  tx.announce({ kind: 'warehouse.countStarted', id })
  return { id, number: null, state: 'counting' }
}

/** The clerk stands before the bin: what moves in it from now on would make the count wrong. */
export function beginBin(tx: Tx, _actor: Actor, input: { countId: number; binScan: string }): { bin: string } {
  const { bin } = requireBinOfCount(tx, input)
  countStore.begin(tx, input.countId, bin.id)
  return { bin: bin.code }
}

function requireBinOfCount(tx: Tx, input: { readonly countId: number; readonly binScan: string }) {
  const count = countStore.byId(tx, input.countId) ?? refuse('warehouse.countUnknown', {}, 'countId')
  if (count.state !== 'counting' && count.state !== 'counted') refuse('warehouse.countClosed', {}, 'countId')
  const bin = requireBinByScan(tx, input.binScan)
  const bins = countStore.binsOf(tx, count.id)
  const here =
    bins.find((row) => row.bin_id === bin.id) ?? refuse('warehouse.binNotInCount', { bin: bin.code }, 'binScan')
  return { count, bin, bins, here }
}

export interface CountBin {
  readonly countId: number
  readonly binScan: string
  readonly lines: readonly {
    readonly itemId: number
    readonly lotCode?: string | undefined
    readonly expiresOn?: BusinessDate | undefined
    readonly countedMicro: number
    /** Of goods that are counted and weighed; the quantity is their weight. */
    readonly countedPieces?: number | undefined
  }[]
}

/**
 * What is in one bin, as counted, against what the books say at this moment: the difference stays true whatever moves
 * afterwards. Counted again before the approval, the later count holds.
 */
export function countBin(
  tx: Tx,
  actor: Actor,
  input: CountBin,
): { state: string; binsLeft: number; needsRecount: boolean } {
  const { count, bin, bins, here } = requireBinOfCount(tx, input)
  if (here.recount === 1 && here.counted_by === actor.userId) {
    refuse('warehouse.recountByOther', { bin: bin.code }, 'binScan')
  }
  const moved =
    here.began_at_movement === null ? undefined : countStore.movedWhileCounting(tx, here.began_at_movement, bin.id)
  if (moved !== undefined) refuse('warehouse.movedWhileCounting', { bin: bin.code, item: moved }, 'binScan')
  countStore.clearBin(tx, count.id, bin.id)
  const compared = [...comparedLines(tx, bin.id, input.lines)]
  const isDoubtful = here.recount === 0 && isBeyondTolerance(tx, count.warehouse_id, compared)
  for (const line of compared) {
    countStore.insertLine(tx, { countId: count.id, binId: bin.id, ...line })
  }
  const recount = isDoubtful ? 1 : here.recount === 1 ? 2 : here.recount
  countStore.finishBin(tx, {
    countId: count.id,
    binId: bin.id,
    finished: isDoubtful ? 0 : 1,
    recount,
    by: actor.userId,
  })
  const others = bins.filter((row) => row.finished === 0 && row.bin_id !== bin.id).length
  const binsLeft = others + (isDoubtful ? 1 : 0)
  const state = binsLeft === 0 ? 'counted' : 'counting'
  if (state !== count.state) countStore.setState(tx, count.id, state)
  scanStore.record(tx, actor, {
    step: 'count',
    subjectKind: 'count',
    subjectId: count.id,
    scanned: bin.code,
    quantityMicro: 0,
  })
  tx.announce({ kind: 'warehouse.binCounted', id: count.id })
  return { state, binsLeft, needsRecount: isDoubtful }
}

interface ComparedLine {
  readonly itemId: number
  readonly lotId: number
  expectedMicro: number
  countedMicro: number
  /** Empty for goods that are not weighed. */
  countedPieces: number | null
}

interface Compared {
  readonly expectedMicro: number
  readonly countedMicro: number
}

/** Where the house asks for it: a bin that is off by more than the tolerance is counted again by somebody else. */
function isBeyondTolerance(tx: Tx, warehouseId: number, lines: readonly Compared[]): boolean {
  const { recountPermille } = countSettings(tx, { warehouseId })
  if (recountPermille === null) return false
  return lines.some(({ expectedMicro, countedMicro }) => {
    const off = Math.abs(countedMicro - expectedMicro)
    return off > 0 && off > Math.floor((expectedMicro / 1000) * recountPermille)
  })
}

/** Counted against the books, item by item and lot by lot; what nobody found counts as none. */
function comparedLines(tx: Tx, binId: number, lines: CountBin['lines']) {
  const compared = new Map<string, ComparedLine>()
  const at = (itemId: number, lotId: number) => {
    let line = compared.get(`${itemId} ${lotId}`)
    if (line === undefined) {
      line = { itemId, lotId, expectedMicro: 0, countedMicro: 0, countedPieces: null }
      compared.set(`${itemId} ${lotId}`, line)
    }
    return line
  }
  for (const { itemId, lotId, quantityMicro } of balancesInBin(tx, binId)) {
    at(itemId, lotId).expectedMicro += quantityMicro
  }
  for (const { itemId, lotCode, expiresOn, countedMicro, countedPieces } of lines) {
    const line = at(itemId, lotOf(tx, itemId, lotCode, expiresOn))
    line.countedMicro += countedMicro
    if (countedPieces !== undefined) line.countedPieces = (line.countedPieces ?? 0) + countedPieces
  }
  for (const line of compared.values()) {
    const terms = catchWeightOf(tx, line.itemId)
    if (terms === undefined) line.countedPieces = null
    else if (line.countedMicro === 0) line.countedPieces = 0
    else line.countedPieces ??= nominalPieces(terms, line.countedMicro)
  }
  return compared.values()
}

/** The lot named for an item that is tracked by lot; 0 for any other. */
export function lotOf(
  tx: Tx,
  itemId: number,
  lotCode: string | undefined,
  expiresOn: BusinessDate | undefined,
): number {
  const item = requireItem(tx, itemId)
  if (!item.lotTracked) return 0
  if (lotCode === undefined || lotCode === '')
    refuse('warehouse.lotNeeded', { item: `${item.code} ${item.name}` }, 'lotCode')
  return ensureLot(tx, { itemId, code: lotCode, expiresOn: expiresOn ?? null, supplierId: null })
}
