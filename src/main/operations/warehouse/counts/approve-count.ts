import { refuse, refuseUnlessAllowed } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import { balancesInBin, postMovements, setPieces, type MovementDraft, type Posting } from '../../../ledgers/inventory'
import { layoutStore } from '../layout/layout-store'
import { stockDifferenceJournal } from './count-posting'
import { countSettings } from './count-plan-queries'
import { countStore } from './count-store'
import { presentValueMinor } from './gain-value'

type CountLine = ReturnType<typeof countStore.linesOf>[number]

/** Posts the differences: stock and books at once. */
export function approveCount(tx: Tx, actor: Actor, input: { countId: number; approvedOn: BusinessDate }) {
  const count = countStore.byId(tx, input.countId) ?? refuse('warehouse.countUnknown', {}, 'countId')
  if (count.state === 'counting') refuse('warehouse.countUnfinished', { bins: unfinished(tx, count.id) }, 'countId')
  if (count.state !== 'counted') refuse('warehouse.countClosed', {}, 'countId')
  countStore.thaw(tx, count.id)
  const number = nextNumber(tx, 'CC', input.approvedOn)
  const source = { kind: 'warehouse.count', id: count.id }
  const totals = { gainMinor: 0, lossMinor: 0 }
  // What is missing first: a piece that lies in another bin than the books say is found there once it is gone from here.
  const byGain = (a: CountLine, b: CountLine): number => Number(isFound(a)) - Number(isFound(b))
  for (const line of countStore.linesOf(tx, count.id).toSorted(byGain)) {
    if (line.counted_micro === line.expected_micro) {
      settlePieces(tx, { postedOn: input.approvedOn, source }, count.warehouse_id, line)
      continue
    }
    const drafts =
      line.counted_micro > line.expected_micro
        ? [found(tx, count.warehouse_id, line)]
        : missing(tx, count.warehouse_id, line)
    const posted = postMovements(tx, { postedOn: input.approvedOn, source, by: actor }, drafts)
    settlePieces(tx, { postedOn: input.approvedOn, source }, count.warehouse_id, line)
    const valueMinor = posted.reduce((sum, movement) => sum + movement.valueMinor, 0)
    const isGain = line.counted_micro > line.expected_micro
    if (isGain) totals.gainMinor += valueMinor
    else totals.lossMinor += valueMinor
    countStore.setLineValue(tx, line.id, isGain ? valueMinor : 0 - valueMinor)
  }
  const { approvalMinor } = countSettings(tx, { warehouseId: count.warehouse_id })
  const worthMinor = totals.gainMinor + totals.lossMinor
  if (approvalMinor !== null && worthMinor > approvalMinor && !actor.rights.has('inventory.approve')) {
    refuseUnlessAllowed('right:inventory.approve', 'warehouse.countTooDear', {}, 'countId')
  }
  postJournal(tx, actor, { postedOn: input.approvedOn, memo: number, source, lines: stockDifferenceJournal(totals) })
  countStore.approve(tx, count.id, number, actor.userId)
  countStore.forgetRecounts(tx, count.id)
  for (const { bin_id } of countStore.binsOf(tx, count.id)) {
    layoutStore.startUsing(tx, bin_id)
    layoutStore.settleFill(tx, bin_id)
  }
  index(tx, { kind: source.kind, id: count.id, title: number, subtitle: count.note, words: [count.counted_on] })
  tx.announce({ kind: 'warehouse.countApproved', id: count.id })
  return { id: count.id, number, state: 'approved' }
}

/** Given up before it was posted; nothing has changed by it. */
export function cancelCount(tx: Tx, _actor: Actor, input: { countId: number }) {
  const count = countStore.byId(tx, input.countId) ?? refuse('warehouse.countUnknown', {}, 'countId')
  if (count.state === 'approved' || count.state === 'cancelled') refuse('warehouse.countClosed', {}, 'countId')
  countStore.setState(tx, count.id, 'cancelled')
  countStore.thaw(tx, count.id)
  tx.announce({ kind: 'warehouse.countCancelled', id: count.id })
  return { id: count.id, number: null, state: 'cancelled' }
}

const isFound = (line: CountLine): boolean => line.counted_micro > line.expected_micro

function unfinished(tx: Tx, countId: number): string {
  const open = countStore.binsOf(tx, countId).filter((row) => row.finished === 0)
  const codes = open.slice(0, 5).map((row) => layoutStore.binById(tx, row.bin_id)?.code ?? '')
  return codes.join(', ') + (open.length > codes.length ? ' …' : '')
}

function found(tx: Tx, warehouseId: number, line: CountLine): MovementDraft {
  const quantityMicro = line.counted_micro - line.expected_micro
  return {
    warehouseId,
    itemId: line.item_id,
    lotId: line.lot_id,
    to: { binId: line.bin_id, status: 'available' },
    quantityMicro,
    valueMinor: presentValueMinor(tx, warehouseId, line.item_id, quantityMicro),
    sourceLineId: line.id,
  }
}

/**
 * What was missing at the count, out of what is there now. Refuses `warehouse.countMoved` where so much has left since
 * that it cannot be missing any more. What is promised to a pick is touched last; the ledger then refuses and says so.
 */
function missing(tx: Tx, warehouseId: number, line: CountLine): MovementDraft[] {
  const here = balancesInBin(tx, line.bin_id)
    .filter((balance) => balance.itemId === line.item_id && balance.lotId === line.lot_id)
    .toSorted((a, b) => freeOf(b) - freeOf(a))
  let rest = line.expected_micro - line.counted_micro
  if (here.reduce((sum, balance) => sum + balance.quantityMicro, 0) < rest) {
    refuse('warehouse.countMoved', { bin: layoutStore.binById(tx, line.bin_id)?.code ?? '' }, 'countId')
  }
  const drafts: MovementDraft[] = []
  for (const [at, balance] of here.entries()) {
    const isLast = at === here.length - 1
    const quantityMicro = isLast ? rest : Math.min(freeOf(balance), rest)
    if (quantityMicro <= 0) continue
    const from = { binId: line.bin_id, status: balance.status }
    drafts.push({ warehouseId, itemId: line.item_id, lotId: line.lot_id, from, quantityMicro, sourceLineId: line.id })
    rest -= quantityMicro
  }
  return drafts
}

/** Pieces as they were counted, where what is there is what was counted. */
function settlePieces(tx: Tx, posting: Posting, warehouseId: number, line: CountLine): void {
  const { counted_pieces: pieces, item_id: itemId, lot_id: lotId, bin_id: binId, id: sourceLineId } = line
  if (pieces === null) return
  const here = balancesInBin(tx, binId).filter((balance) => balance.itemId === itemId && balance.lotId === lotId)
  const [only, second] = here
  // Moved since the count, or held in part: the pieces have followed their weight.
  if (only === undefined || second !== undefined || only.quantityMicro !== line.counted_micro) return
  setPieces(tx, posting, { warehouseId, itemId, lotId, place: { binId, status: only.status }, pieces, sourceLineId })
}

function freeOf(balance: { quantityMicro: number; allocatedMicro: number }): number {
  return balance.quantityMicro - balance.allocatedMicro
}
