import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireWarehouse } from '../layout/bins'
import { walkwaysOf } from '../layout/walkways'
import { layoutStore } from '../layout/layout-store'
import { minutesOf } from '../pace-queries'
import { DEPOT, walkBetween } from './walk-between'
import { workStore, type OpenTask } from './work-store'

const SHOWN = 12

/** Sooner is better: what one has begun, what a wave waits for, then whatever is nearest. */
const RANK = { mine: 0, waveWaits: 1, other: 2 } as const

/**
 * What this person does next: work of their zone, begun work first, then pick faces that waiting orders need, then by the
 * walk from where the last scan left them. So a putaway goes out with the next goods from the dock, and a move that
 * begins near the shelf is done on the way back.
 */
export function nextWork(reader: Reader, actor: Actor, input: { readonly warehouseId: number }) {
  const warehouse = requireWarehouse(reader, input.warehouseId)
  const zone = workStore.zoneOf(reader, warehouse.id, actor.userId)
  const place = { warehouseId: warehouse.id, userId: actor.userId, zoneId: zone?.id ?? 0 }
  const here = workStore.lastPlace(reader, actor.userId, warehouse.id)
  const spot = here ?? DEPOT
  const ways = walkwaysOf(warehouse)
  const far = (to: Parameters<typeof walkBetween>[1]): number => walkBetween(spot, to, ways)
  const tasks = (['putaway', 'move'] as const)
    .flatMap((kind) => workStore.tasks(reader, kind, place))
    .map((task) => ({
      ...shownTask(task),
      approachMillimetres: far(task),
      minutes: minutesOf(reader, { [task.kind]: 1 }, far(task)),
      rank: task.assignedTo !== null ? RANK.mine : task.reasonCode === 'replenishDemand' ? RANK.waveWaits : RANK.other,
    }))
  const batches = workStore.batches(reader, place).map(({ id, number, assignedTo, walkMillimetres, picks }) => ({
    kind: 'pick' as const,
    id,
    number,
    picks,
    item: null,
    quantityMicro: 0,
    fromBin: null,
    toBin: null,
    reasonCode: '',
    reasonParams: {},
    approachMillimetres: far(DEPOT),
    minutes: minutesOf(reader, { pick: picks }, walkMillimetres + far(DEPOT)),
    rank: assignedTo === null ? RANK.other : RANK.mine,
  }))
  const all = [...batches, ...tasks].sort(
    (a, b) =>
      a.rank - b.rank || a.approachMillimetres - b.approachMillimetres || KINDS[a.kind] - KINDS[b.kind] || a.id - b.id,
  )
  return {
    at: here?.code ?? null,
    zone: zone === undefined ? null : { id: zone.id, code: zone.code, name: zone.name },
    total: all.length,
    rows: all.slice(0, SHOWN).map(({ rank, ...row }) => ({ ...row, isMine: rank === RANK.mine })),
  }
}

const KINDS = { pick: 0, putaway: 1, move: 2 } as const

function shownTask(task: OpenTask) {
  return {
    kind: task.kind,
    id: task.id,
    number: '',
    picks: 0,
    item: { id: task.itemId, code: task.itemCode, name: task.itemName, baseUnit: task.baseUnit },
    quantityMicro: task.quantityMicro,
    fromBin: { id: task.fromBinId, code: task.fromBinCode },
    toBin: { id: task.toBinId, code: task.toBinCode },
    reasonCode: task.reasonCode,
    reasonParams: JSON.parse(task.reasonParams) as Record<string, string | number>,
  }
}

/**
 * A putaway or a move becomes this person's: nobody else is sent to it until they begin something else. Batches are taken
 * by picking them.
 */
export function takeWork(tx: Tx, actor: Actor, input: { readonly taskId: number }): { done: true } {
  const task = workStore.task(tx, input.taskId)
  if (task?.state !== 'open') refuse('warehouse.taskNotOpen', {}, 'taskId')
  if (task.assignedTo !== null && task.assignedTo !== actor.userId) refuse('warehouse.workTaken', {}, 'taskId')
  workStore.leaveOthers(tx, actor.userId)
  workStore.assign(tx, input.taskId, actor.userId)
  tx.announce({ kind: 'warehouse.workTaken', id: input.taskId })
  return { done: true }
}

/** A clerk with a zone of their own is offered work of that zone only. */
export function setClerkZone(
  tx: Tx,
  input: { readonly warehouseId: number; readonly userId: number; readonly zoneId: number | null },
): { done: true } {
  const { warehouseId, userId, zoneId } = input
  requireWarehouse(tx, warehouseId)
  if (zoneId !== null && !layoutStore.zones(tx, warehouseId).some((zone) => zone.id === zoneId)) {
    refuse('warehouse.zoneUnknown', {}, 'zoneId')
  }
  workStore.setZone(tx, warehouseId, userId, zoneId)
  tx.announce({ kind: 'warehouse.clerkZoneSet', id: userId })
  return { done: true }
}

/** A scan that a station refused: what was caught is counted, for whoever plans the work. */
export function noteMistake(
  tx: Tx,
  actor: Actor,
  input: { readonly code: string; readonly scanned: string },
): { done: true } {
  workStore.note(tx, { ...input, userId: actor.userId, station: actor.station })
  return { done: true }
}

/** One day's work by person, what was caught, and what waits in which zone. */
export function workBoard(reader: Reader, input: { readonly warehouseId: number; readonly day: BusinessDate }) {
  const { warehouseId, day } = input
  requireWarehouse(reader, warehouseId)
  // Instants are kept in UTC; the day is the house's own.
  const [from, to] = [dayStart(day), dayStart(addDays(day, 1))]
  const mistakes = new Map(workStore.mistakes(reader, from, to).map((row) => [row.userId, row.mistakes]))
  return {
    people: workStore.people(reader, from, to).map((row) => ({
      ...row,
      mistakes: mistakes.get(row.userId) ?? 0,
      zoneId: workStore.zoneOf(reader, warehouseId, row.userId)?.id ?? null,
    })),
    caught: workStore.mistakeKinds(reader, from, to),
    zones: workStore.byZone(reader, warehouseId),
  }
}

function dayStart(day: BusinessDate): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date).toISOString()
}
