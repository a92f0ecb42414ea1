import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import {
  binsOfItem,
  findLot,
  postMovements,
  type Balance,
  type MovementDraft,
  type Place,
  type StockStatus,
} from '../../../ledgers/inventory'
import { lotOf } from '../counts/count-bins'
import { stockDifferenceJournal } from '../counts/count-posting'
import { presentValueMinor } from '../counts/gain-value'
import { receivingBin, requireBin, requireWarehouse } from '../layout/bins'
import { layoutStore } from '../layout/layout-store'
import { quantityText } from '../quantity-text'
import { adjustmentStore } from './adjustment-store'

export interface AdjustmentLine {
  readonly binId?: number | undefined
  readonly itemId: number
  readonly lotCode?: string | undefined
  readonly expiresOn?: BusinessDate | undefined
  /** Above zero: found; below: gone. */
  readonly quantityMicro: number
  /** Of goods that are counted and weighed. */
  readonly pieces?: number | undefined
}

export interface AdjustStock {
  readonly warehouseId: number
  readonly adjustedOn: BusinessDate
  readonly reason: string
  readonly lines: readonly AdjustmentLine[]
}

type Header = Pick<AdjustStock, 'warehouseId' | 'adjustedOn' | 'reason'>

/** Stock found, broken, spoiled or used up: one posted document. */
export function adjustStock(tx: Tx, actor: Actor, input: AdjustStock) {
  requireWarehouse(tx, input.warehouseId)
  const { warehouseId } = input
  const lines = input.lines.map(
    (line, at) => (): MovementDraft[] =>
      line.quantityMicro > 0 ? [found(tx, warehouseId, line)] : gone(tx, warehouseId, line, `lines.${at}`),
  )
  return post(tx, actor, input, lines)
}

/** Goods of one place that are good for nothing any more. */
export function writeOff(
  tx: Tx,
  actor: Actor,
  input: Header & {
    readonly itemId: number
    readonly lotId: number
    readonly place: Place
    readonly quantityMicro: number
  },
) {
  const { warehouseId, itemId, lotId, place: from, quantityMicro } = input
  return post(tx, actor, input, [() => [{ warehouseId, itemId, lotId, from, quantityMicro }]])
}

/** Each line is looked for when those before it are posted. */
function post(tx: Tx, actor: Actor, header: Header, lines: readonly (() => MovementDraft[])[]) {
  const { warehouseId, adjustedOn, reason } = header
  const number = nextNumber(tx, 'SA', adjustedOn)
  const id = adjustmentStore.insert(tx, { number, warehouseId, adjustedOn, reason, by: actor.userId })
  const source = { kind: 'warehouse.adjustment', id }
  const totals = { gainMinor: 0, lossMinor: 0 }
  for (const draftsOf of lines) {
    const drafts = draftsOf()
    const posted = postMovements(tx, { postedOn: adjustedOn, source, by: actor }, drafts)
    for (const [part, { valueMinor }] of posted.entries()) {
      const draft = drafts[part]!
      keepLine(tx, id, draft, valueMinor)
      if (draft.from === undefined) totals.gainMinor += valueMinor
      else totals.lossMinor += valueMinor
    }
  }
  const memo = `${number} ${reason}`
  postJournal(tx, actor, { postedOn: adjustedOn, memo, source, lines: stockDifferenceJournal(totals) })
  index(tx, { kind: source.kind, id, title: number, subtitle: reason, words: [] })
  tx.announce({ kind: 'warehouse.adjusted', id })
  return { id, number, state: 'posted' }
}

function keepLine(tx: Tx, adjustmentId: number, draft: MovementDraft, valueMinor: number): void {
  const sign = draft.to === undefined ? -1 : 1
  const place = draft.to ?? draft.from
  if (place === undefined) return
  adjustmentStore.insertLine(tx, {
    adjustmentId,
    binId: place.binId,
    itemId: draft.itemId,
    lotId: draft.lotId,
    status: place.status,
    quantityMicro: sign * draft.quantityMicro,
    valueMinor: sign * valueMinor,
  })
  if (sign > 0) layoutStore.startUsing(tx, place.binId)
  else layoutStore.settleFill(tx, place.binId)
}

function found(tx: Tx, warehouseId: number, line: AdjustmentLine): MovementDraft {
  const { itemId, quantityMicro, pieces } = line
  requireStockItem(tx, itemId)
  const lotId = lotOf(tx, itemId, line.lotCode, line.expiresOn)
  const binId = line.binId === undefined ? whereItLies(tx, warehouseId, itemId) : binHere(tx, warehouseId, line.binId)
  const valueMinor = presentValueMinor(tx, warehouseId, itemId, quantityMicro)
  return {
    warehouseId,
    itemId,
    lotId,
    to: { binId, status: 'available' },
    quantityMicro,
    valueMinor,
    ...piecesOf(pieces),
  }
}

const piecesOf = (pieces: number | undefined): { pieces?: number } => (pieces === undefined ? {} : { pieces })

/** The shelf that holds most of it, else the first shelf there is: where clerks would look for it. */
export function usualBin(tx: Tx, warehouseId: number, itemId: number): number {
  const dock = receivingBin(tx, warehouseId)
  const lies = whereItLies(tx, warehouseId, itemId)
  return lies === dock ? (layoutStore.firstShelf(tx, warehouseId) ?? dock) : lies
}

/** The shelf that holds most of it; the dock where none does. */
function whereItLies(tx: Tx, warehouseId: number, itemId: number): number {
  const shelves = binsOfItem(tx, warehouseId, itemId)
    .filter((balance) => isShelf(tx, balance.binId))
    .toSorted((a, b) => b.quantityMicro - a.quantityMicro)
  return shelves[0]?.binId ?? receivingBin(tx, warehouseId)
}

function isShelf(tx: Tx, binId: number): boolean {
  const { kind } = requireBin(tx, binId)
  return kind === 'storage' || kind === 'pick-face' || kind === 'staging'
}

function binHere(tx: Tx, warehouseId: number, binId: number): number {
  const bin = requireBin(tx, binId)
  return bin.warehouse_id === warehouseId ? binId : refuse('warehouse.binOfOtherWarehouse', { bin: bin.code }, 'binId')
}

const STATUS_ORDER: Readonly<Record<StockStatus, number>> = { available: 0, damaged: 1, quarantine: 2, 'in-transit': 3 }

/** From the bin that was named, or from wherever most is free; usable goods first. */
function gone(tx: Tx, warehouseId: number, line: AdjustmentLine, field: string): MovementDraft[] {
  const item = requireStockItem(tx, line.itemId)
  const lotId = line.lotCode === undefined ? undefined : (findLot(tx, item.id, line.lotCode)?.id ?? -1)
  const places = binsOfItem(tx, warehouseId, item.id)
    .filter((balance) => line.binId === undefined || balance.binId === line.binId)
    .filter((balance) => lotId === undefined || balance.lotId === lotId)
    .toSorted((a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status] || freeOf(b) - freeOf(a))
  let rest = 0 - line.quantityMicro
  const drafts: MovementDraft[] = []
  for (const place of places) {
    const quantityMicro = Math.min(freeOf(place), rest)
    if (quantityMicro <= 0) continue
    const from = { binId: place.binId, status: place.status }
    drafts.push({ warehouseId, itemId: item.id, lotId: place.lotId, from, quantityMicro })
    rest -= quantityMicro
  }
  if (rest > 0) {
    const wanted = quantityText(0 - line.quantityMicro)
    const there = quantityText(0 - line.quantityMicro - rest)
    refuse('warehouse.notEnoughThere', { item: `${item.code} ${item.name}`, wanted, there }, `${field}.quantityMicro`)
  }
  return drafts
}

function freeOf(balance: Balance): number {
  return balance.quantityMicro - balance.allocatedMicro
}

function requireStockItem(tx: Tx, itemId: number) {
  const item = requireItem(tx, itemId)
  return item.kind === 'stock' ? item : refuse('warehouse.notAStockItem', { item: `${item.code} ${item.name}` })
}
