import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { multiplyDivide } from '../../../../shared/values/integers'
import { nextNumber } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { grouped } from '../../../kernel/grouped'
import { postJournal, reverseJournal, type JournalLine } from '../../../ledgers/accounting'
import { postMovements, reverseMovements, stockOf } from '../../../ledgers/inventory'
import { goodsCameToBin, goodsLeftBin, presentValueMinor, requireWarehouse, usualBin } from '../../warehouse'
import { restJournal } from '../difference-posting'
import type { DocumentAnswer, Reversal } from '../tables'
import { aheadStore, type AheadRow } from './ahead-store'

const AHEAD = 'stock.ahead'
const SETTLEMENT = 'stock.aheadSettlement'

/** Where a warehouse sells before its receipts are entered, what is missing of an item is brought in now. */
export function sellAhead(tx: Tx, actor: Actor, wanted: Ahead): void {
  const { warehouseId, itemId, quantityMicro } = wanted
  // Lots and serial numbers must be seen first.
  if (!aheadStore.mayAhead(tx, warehouseId) || requireItem(tx, itemId).lotTracked) return
  const missingMicro = quantityMicro - stockOf(tx, warehouseId, itemId).freeMicro
  if (missingMicro > 0) bringAhead(tx, actor, { ...wanted, quantityMicro: missingMicro })
}

interface Ahead {
  readonly warehouseId: number
  readonly itemId: number
  readonly quantityMicro: number
  readonly broughtOn: BusinessDate
}

/**
 * Brings in what is sold and not received yet, at what the item costs now (what is on hand, else its purchase price),
 * against an account of its own. The receipt that comes later settles it and says what it cost after all.
 */
function bringAhead(tx: Tx, actor: Actor, input: Ahead): void {
  const { warehouseId, itemId, quantityMicro, broughtOn } = input
  const item = requireItem(tx, itemId)
  const valueMinor = presentValueMinor(tx, warehouseId, itemId, quantityMicro)
  const number = nextNumber(tx, 'SX', broughtOn)
  const row = { number, warehouseId, itemId, broughtOn, quantityMicro, valueMinor }
  const id = aheadStore.insert(tx, row, actor.userId)
  const source = { kind: AHEAD, id }
  const to = { binId: usualBin(tx, warehouseId, itemId), status: 'available' as const }
  postMovements(tx, { postedOn: broughtOn, source }, [{ warehouseId, itemId, lotId: 0, to, quantityMicro, valueMinor }])
  goodsCameToBin(tx, to.binId)
  post(tx, actor, { postedOn: broughtOn, memo: `${number} ${item.name}`, source }, [
    { role: 'stock', debitMinor: valueMinor, itemId, quantityMicro },
    { role: 'stock-ahead', creditMinor: valueMinor, itemId },
  ])
  index(tx, { kind: AHEAD, id, title: number, subtitle: item.name, words: [item.code] })
  tx.announce({ kind: 'stock.broughtAhead', id })
}

function post(
  tx: Tx,
  actor: Actor,
  head: { readonly postedOn: BusinessDate; readonly memo: string; readonly source: { kind: string; id: number } },
  lines: readonly JournalLine[],
): void {
  const moving = lines.filter((line) => (line.debitMinor ?? 0) !== 0 || (line.creditMinor ?? 0) !== 0)
  if (moving.length > 0) postJournal(tx, actor, { ...head, lines: moving })
}

interface Arrival {
  readonly warehouseId: number
  readonly binId: number
  readonly receivedOn: BusinessDate
  readonly receipt: { readonly kind: string; readonly id: number }
}

interface ArrivedLine {
  readonly itemId: number
  readonly quantityMicro: number
}

/**
 * Goods that were sold already have come: they leave the dock again against what was provisional, and the difference
 * between the two costs goes to cost of sales. Answers the lines of the arrival that are left to put away.
 */
export function settleAhead<Line extends ArrivedLine>(
  tx: Tx,
  actor: Actor,
  arrival: Arrival,
  lines: readonly Line[],
): Line[] {
  const itemIds = lines.map(({ itemId }) => itemId)
  const open = grouped(aheadStore.open(tx, arrival.warehouseId, itemIds), ({ itemId }) => itemId)
  return lines.flatMap((line) => {
    const waiting = open.get(line.itemId) ?? []
    let leftMicro = line.quantityMicro
    for (let [ahead] = waiting; ahead !== undefined && leftMicro > 0; [ahead] = waiting) {
      const quantityMicro = Math.min(ahead.openMicro, leftMicro)
      const rest = settleOne(tx, actor, arrival, ahead, quantityMicro)
      leftMicro -= quantityMicro
      waiting.splice(0, 1, ...(rest.openMicro > 0 ? [rest] : []))
    }
    return leftMicro === 0 ? [] : [{ ...line, quantityMicro: leftMicro }]
  })
}

/** Answers what is left open of it. */
function settleOne(tx: Tx, actor: Actor, arrival: Arrival, ahead: AheadRow, quantityMicro: number): AheadRow {
  const { warehouseId, binId, receivedOn: settledOn, receipt } = arrival
  const { itemId } = ahead
  // The last piece takes all that is left of the provisional value.
  const isLast = quantityMicro === ahead.openMicro
  const provisional = isLast ? ahead.openMinor : multiplyDivide(ahead.openMinor, quantityMicro, ahead.openMicro)
  const source = { kind: SETTLEMENT, id: aheadStore.nextSettlement(tx) }
  const from = { binId, status: 'available' as const }
  const [gone] = postMovements(tx, { postedOn: settledOn, source, by: actor }, [
    { warehouseId, itemId, lotId: 0, from, quantityMicro },
  ])
  const actualMinor = gone?.valueMinor ?? 0
  const row = { aheadId: ahead.id, receiptKind: receipt.kind, receiptId: receipt.id, settledOn, quantityMicro }
  aheadStore.settle(tx, { ...row, provisionalMinor: provisional, actualMinor }, null)
  const state = isLast ? 'settled' : 'open'
  const rest = { ...ahead, openMicro: ahead.openMicro - quantityMicro, openMinor: ahead.openMinor - provisional }
  aheadStore.setOpen(tx, ahead.id, rest.openMicro, rest.openMinor, state)
  const lines = settlementJournal(itemId, quantityMicro, provisional, actualMinor)
  post(tx, actor, { postedOn: settledOn, memo: `${ahead.number}`, source }, lines)
  tx.announce({ kind: 'stock.aheadSettled', id: ahead.id })
  return rest
}

/** What was provisional goes, stock gives up what the goods cost, cost of sales carries the difference. Pure. */
export function settlementJournal(
  itemId: number,
  quantityMicro: number,
  provisionalMinor: number,
  actualMinor: number,
): JournalLine[] {
  const difference = actualMinor - provisionalMinor
  return [
    { role: 'stock-ahead', debitMinor: provisionalMinor, itemId },
    difference > 0
      ? { role: 'cost-of-sales', debitMinor: difference, itemId }
      : { role: 'cost-of-sales', creditMinor: 0 - difference, itemId },
    { role: 'stock', creditMinor: actualMinor, itemId, quantityMicro: 0 - quantityMicro },
  ]
}

/** Before a receipt is taken back: what it settled is open again, and its goods stand at the dock. */
export function unsettleAhead(
  tx: Tx,
  actor: Actor,
  receipt: { readonly kind: string; readonly id: number },
  reversal: { readonly postedOn: BusinessDate; readonly memo: string },
): void {
  for (const row of aheadStore.settlementsOf(tx, receipt.kind, receipt.id)) {
    const ahead = aheadStore.byId(tx, row.aheadId)
    if (ahead === undefined) continue
    const source = { kind: SETTLEMENT, id: row.id }
    reverseMovements(tx, source, { postedOn: reversal.postedOn })
    reverseJournal(tx, actor, source, reversal)
    const { id: reversesId, quantityMicro, provisionalMinor: provisional, actualMinor, ...rest } = row
    const back = { quantityMicro: 0 - quantityMicro, provisionalMinor: 0 - provisional, actualMinor: 0 - actualMinor }
    aheadStore.settle(tx, { ...rest, ...back, settledOn: reversal.postedOn }, reversesId)
    aheadStore.setOpen(tx, ahead.id, ahead.openMicro + quantityMicro, ahead.openMinor + provisional, 'open')
    tx.announce({ kind: 'stock.aheadSettled', id: ahead.id })
  }
}

/** It was a mistake: what was brought in goes out again, while it is there and nothing of it is settled. */
export function reverseAhead(tx: Tx, actor: Actor, input: Reversal): DocumentAnswer {
  const ahead = aheadStore.byId(tx, input.id) ?? refuse('stock.aheadUnknown', {}, 'id')
  const { id, number } = ahead
  if (ahead.state === 'reversed') refuse('stock.aheadReversed', { number }, 'id')
  if (ahead.openMicro !== ahead.quantityMicro) refuse('stock.aheadSettledAlready', { number }, 'id')
  const source = { kind: AHEAD, id }
  const postedOn = input.reversedOn as BusinessDate
  const memo = `${number} ${input.reason}`.trim()
  const reversed = reverseMovements(tx, source, { postedOn })
  for (const { fromBinId } of reversed) if (fromBinId !== null) goodsLeftBin(tx, fromBinId)
  reverseJournal(tx, actor, source, { postedOn, memo })
  post(tx, actor, { postedOn, memo, source }, restJournal(reversed))
  aheadStore.setOpen(tx, id, 0, 0, 'reversed')
  tx.announce({ kind: 'stock.aheadReversed', id })
  return { id, number, state: 'reversed' }
}

/** Lets a warehouse sell ahead of receipts, or no longer. What is open stays until it is settled. */
export function setAheadRule(tx: Tx, input: { warehouseId: number; isAllowed: boolean }): { done: true } {
  requireWarehouse(tx, input.warehouseId)
  aheadStore.setRule(tx, input.warehouseId, input.isAllowed)
  tx.announce({ kind: 'stock.aheadRuleSet', id: input.warehouseId })
  return { done: true }
}

export function listAhead(reader: Reader, input: Parameters<typeof aheadStore.list>[1]) {
  const { rows, totals } = aheadStore.list(reader, input)
  return {
    rows: rows.map(({ itemId, itemCode, itemName, baseUnit, ...row }) => ({
      ...row,
      item: { id: itemId, code: itemCode, name: itemName, baseUnit },
    })),
    total: totals?.total ?? 0,
    sums: { openMinor: totals?.openMinor ?? 0 },
  }
}
