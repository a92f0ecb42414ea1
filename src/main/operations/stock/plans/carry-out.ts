import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { multiplyDivide } from '../../../../shared/values/integers'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { findLot } from '../../../ledgers/inventory'
import { binOfScan, writeOff } from '../../warehouse'
import { convertGoods } from '../conversions/convert-goods'
import { takeFree } from '../free-goods'
import { requireOpenPlan } from './plan-conversion'
import { planStore, type Plan, type PlanLine } from './plan-store'

export interface CarryOut {
  readonly id: number
  readonly used: readonly {
    readonly itemId: number
    readonly binScan: string
    readonly lotCode?: string | undefined
    readonly quantityMicro: number
  }[]
  readonly made: readonly {
    readonly itemId: number
    readonly quantityMicro: number
    readonly lotCode?: string | undefined
    readonly expiresOn?: string | undefined
  }[]
}

export interface CarriedOut {
  readonly number: string | null
  /** What is missing against expectation, of all that was made; below zero: more came of it. */
  readonly differences: { itemId: number; quantityMicro: number }[]
}

/** What the station scanned: goods out of the bins they were taken from, and what was counted of what they became. */
export function carryOut(tx: Tx, actor: Actor, input: CarryOut): CarriedOut {
  const plan = requireOpenPlan(tx, input.id)
  const lines = planStore.lines(tx, plan.id)
  const used = noteDone(tx, lines, 'used', input.used)
  const made = noteDone(tx, lines, 'made', input.made)
  for (const { line, doneMicro } of used) requireNoMore(tx, line, doneMicro)
  // Half of the goods are expected to make half of it.
  const expectedMicro = (line: PlanLine): number =>
    used.reduce(
      (least, part) => Math.min(least, multiplyDivide(line.quantityMicro, part.doneMicro, part.line.quantityMicro)),
      line.quantityMicro,
    )
  const differences = made.map(({ line, doneMicro }) => ({
    itemId: line.itemId,
    quantityMicro: expectedMicro(line) - doneMicro,
  }))
  const isSame = made.some(({ line }) => used.some((part) => part.line.itemId === line.itemId))
  const document = isSame
    ? repackSame(tx, actor, plan, input, differences[0]?.quantityMicro ?? 0)
    : convert(tx, actor, plan, input, (itemId) => expectedMicro(made.find(({ line }) => line.itemId === itemId)!.line))
  planStore.finish(tx, plan.id, isSame ? null : (document?.id ?? null), actor.userId)
  tx.announce({ kind: 'stock.planCarriedOut', id: plan.id })
  return { number: document?.number ?? null, differences }
}

/** What was scanned by line of the plan. Refuses `stock.notPlanned` for goods that the plan does not name. */
function noteDone(
  tx: Tx,
  lines: readonly PlanLine[],
  side: 'used' | 'made',
  scanned: readonly { readonly itemId: number; readonly quantityMicro: number }[],
): { line: PlanLine; doneMicro: number }[] {
  const ofSide = lines.filter((line) => line.side === side)
  for (const [at, { itemId }] of scanned.entries()) {
    if (ofSide.some((line) => line.itemId === itemId)) continue
    const { code, name } = requireItem(tx, itemId)
    refuse('stock.notPlanned', { item: `${code} ${name}` }, `${side}.${at}.itemId`)
  }
  return ofSide.map((line) => {
    const doneMicro = scanned
      .filter(({ itemId }) => itemId === line.itemId)
      .reduce((sum, { quantityMicro }) => sum + quantityMicro, 0)
    if (doneMicro === 0) {
      const { code, name } = requireItem(tx, line.itemId)
      refuse('stock.planPartMissing', { item: `${code} ${name}` }, side)
    }
    planStore.setDone(tx, line.id, doneMicro)
    return { line, doneMicro }
  })
}

function requireNoMore(tx: Tx, line: PlanLine, doneMicro: number): void {
  if (doneMicro <= line.quantityMicro) return
  const { code, name } = requireItem(tx, line.itemId)
  const text = (micro: number): string => formatQuantity(micro, { group: false })
  const params = { item: `${code} ${name}`, planned: text(line.quantityMicro), wanted: text(doneMicro) }
  refuse('stock.moreThanPlanned', params, 'used')
}

function convert(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  input: CarryOut,
  expectedOf: (itemId: number) => number,
): { id: number; number: string } {
  const { kind, warehouseId, number: note } = plan
  return convertGoods(tx, actor, {
    kind,
    warehouseId,
    convertedOn: localDate(tx.now),
    note,
    used: input.used.map(({ binScan, ...line }) => ({ ...line, binId: binOfScan(tx, binScan, warehouseId) })),
    made: input.made.map((line) => ({ ...line, expectedMicro: Math.max(expectedOf(line.itemId), 1) })),
    lossIsAbnormal: false,
  })
}

/** From one pack into another: what is whole lies where it lay, what is lost is written off from there. */
function repackSame(
  tx: Tx,
  actor: Actor,
  { warehouseId, number: reason }: Plan,
  { used }: CarryOut,
  missingMicro: number,
): { id: number; number: string | null } | undefined {
  const taken = new Map<string, number>()
  let rest = missingMicro
  let last: { id: number; number: string | null } | undefined
  if (missingMicro < 0) refuse('stock.repackedMore', {}, 'made')
  for (const [at, { binScan, itemId, lotCode, quantityMicro: quantity }] of used.entries()) {
    const binId = binOfScan(tx, binScan, warehouseId)
    takeFree(tx, warehouseId, { itemId, lotCode, binId, quantityMicro: quantity }, taken, `used.${at}`)
    const quantityMicro = Math.min(quantity, rest)
    if (quantityMicro <= 0) continue
    const lotId = lotCode === undefined ? 0 : (findLot(tx, itemId, lotCode)?.id ?? 0)
    const place = { binId, status: 'available' as const }
    const header = { warehouseId, adjustedOn: localDate(tx.now), reason }
    last = writeOff(tx, actor, { ...header, itemId, lotId, place, quantityMicro })
    rest -= quantityMicro
  }
  return last
}
