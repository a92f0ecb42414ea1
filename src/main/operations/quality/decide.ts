import { refuse, refuseUnlessAllowed } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import { formatQuantity } from '../../../shared/values/format'
import { requireItem } from '../../foundation/items'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { postMovements } from '../../ledgers/inventory'
import { fillBackOrders } from '../sales'
import { crossDock, planPutaway, writeOff } from '../warehouse'
import { INSPECTION_KIND } from './inspect-arrivals'
import { inspectionStore, type Inspection } from './inspection-store'
import type { RejectsTo } from './tables'

export interface Decision {
  readonly inspectionId: number
  readonly decidedOn: BusinessDate
  /** In the order of the points. */
  readonly results: readonly { readonly passed: boolean; readonly note: string }[]
  readonly rejectedMicro: number
  readonly rejectsTo?: RejectsTo | undefined
  readonly note: string
}

/** Rejected goods of a receipt that go back: the room that knows receipts plans it, and answers its number. */
export type SendBack = (
  tx: Tx,
  actor: Actor,
  goods: { sourceLineId: number; quantityMicro: number; on: BusinessDate; reason: string },
) => string

let sendBack: SendBack | undefined

/** Set once, where the rooms are put together. */
export function whenGoodsAreRejected(plan: SendBack): void {
  sendBack = plan
}

/** What was found: accepted goods are free, rejected ones go back or are written off. */
export function decide(tx: Tx, actor: Actor, input: Decision) {
  const inspection = requireOpen(tx, input)
  const { id, number, quantityMicro } = inspection
  const { rejectedMicro, note } = input
  const rejectsTo = requireSense(tx, inspection, input)
  for (const [position, result] of input.results.entries()) inspectionStore.addResult(tx, id, position, result)
  const acceptedMicro = quantityMicro - rejectedMicro
  // Decided first: what is no longer under inspection may move.
  inspectionStore.decide(tx, id, { acceptedMicro, rejectedMicro, rejectsTo, note, by: actor.userId })
  const picksForOrders = acceptedMicro === 0 ? 0 : release(tx, actor, inspection, acceptedMicro, input.decidedOn)
  const followedBy = rejectedMicro === 0 ? '' : reject(tx, actor, inspection, input)
  inspectionStore.follow(tx, id, followedBy)
  tx.announce({ kind: 'quality.decided', id })
  return { id, number, state: 'decided' as const, followedBy, picksForOrders }
}

function requireOpen(tx: Tx, input: Decision): Inspection {
  const inspection =
    inspectionStore.byId(tx, input.inspectionId) ?? refuse('quality.inspectionUnknown', {}, 'inspectionId')
  const { number } = inspection
  if (inspection.state !== 'open') refuse('quality.inspectionClosed', { inspection: number }, 'inspectionId')
  const points = inspection.points.split('\n').length
  if (input.results.length !== points) refuse('quality.pointsMissing', { points }, 'results')
  if (inspection.asksPhoto === 1 && inspectionStore.photos(tx, inspection.id).length === 0) {
    refuse('quality.photoMissing', { inspection: number }, 'inspectionId')
  }
  return inspection
}

/** What is rejected goes somewhere; what failed is not accepted without a word. */
function requireSense(tx: Tx, { itemId, quantityMicro }: Inspection, input: Decision): '' | RejectsTo {
  const { rejectedMicro, rejectsTo, note, results } = input
  if (rejectedMicro > quantityMicro) {
    const { code, name } = requireItem(tx, itemId)
    const text = (micro: number): string => formatQuantity(micro, { group: false })
    const params = { item: `${code} ${name}`, there: text(quantityMicro), wanted: text(rejectedMicro) }
    refuse('quality.rejectedTooMany', params, 'rejectedMicro')
  }
  if (results.some((result) => !result.passed) && rejectedMicro === 0 && note === '')
    refuse('quality.noteMissing', {}, 'note')
  if (rejectedMicro === 0) return ''
  return rejectsTo ?? refuse('quality.whereTo', {}, 'rejectsTo')
}

/** Out of quarantine, to waiting orders first, the rest onto the shelves from where it stands. */
function release(tx: Tx, actor: Actor, inspection: Inspection, quantityMicro: number, on: BusinessDate): number {
  const { id, warehouseId, itemId, lotId, binId } = inspection
  const source = { kind: INSPECTION_KIND, id }
  changeStatus(tx, inspection, quantityMicro, 'available', on)
  fillBackOrders(tx, { warehouseId, itemIds: [itemId] })
  const lines = [{ sourceLineId: id, itemId, lotId, quantityMicro, fromBinId: binId }]
  const { rest, picks } = crossDock(tx, actor, { warehouseId, source, arrivedOn: on, lines })
  planPutaway(tx, { warehouseId, source, lines: rest })
  return picks
}

function reject(tx: Tx, actor: Actor, inspection: Inspection, input: Decision): string {
  const { rejectedMicro: quantityMicro, decidedOn: on, rejectsTo } = input
  const { warehouseId, sourceLineId, itemId, lotId, binId, number } = inspection
  changeStatus(tx, inspection, quantityMicro, 'damaged', on)
  const reason = [number, input.note].filter((part) => part !== '').join(' ')
  if (rejectsTo === 'return') return sendBack?.(tx, actor, { sourceLineId, quantityMicro, on, reason }) ?? ''
  if (!actor.rights.has('inventory.adjust')) refuseUnlessAllowed('right:inventory.adjust', 'quality.mayNotScrap', {})
  const place = { binId, status: 'damaged' as const }
  return writeOff(tx, actor, { warehouseId, adjustedOn: on, reason, itemId, lotId, place, quantityMicro }).number
}

function changeStatus(
  tx: Tx,
  { id, warehouseId, itemId, lotId, binId }: Inspection,
  quantityMicro: number,
  status: 'available' | 'damaged',
  postedOn: BusinessDate,
): void {
  postMovements(tx, { postedOn, source: { kind: INSPECTION_KIND, id } }, [
    { warehouseId, itemId, lotId, from: { binId, status: 'quarantine' }, to: { binId, status }, quantityMicro },
  ])
}
