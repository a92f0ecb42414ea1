import { refuse } from '../../../shared/errors'
import { requireItem } from '../../foundation/items'
import { index } from '../../foundation/search'
import type { Reader, Tx } from '../../kernel/db'
import type { MovementDraft } from '../../ledgers/inventory'
import { inspectionStore } from './inspection-store'
import { planStore } from './plan-store'
import { sampleMicro } from './sample'

export const INSPECTION_KIND = 'quality.inspection'

/** Whether goods of this supplier are looked at before anybody may use them. */
export function isInspected(reader: Reader, goods: { readonly itemId: number; readonly supplierId: number }): boolean {
  const { category } = requireItem(reader, goods.itemId)
  return planStore.matching(reader, { ...goods, category }) !== undefined
}

export interface ArrivedLine {
  readonly warehouseId: number
  readonly source: { readonly kind: string; readonly id: number }
  readonly sourceLineId: number
  readonly supplierId: number
  readonly itemId: number
  readonly lotId: number
  /** where it stands in quarantine */
  readonly binId: number
  readonly quantityMicro: number
}

/** Goods that stand in quarantine since they arrived are to be looked at, as their plan says today. */
export function openInspection(tx: Tx, line: ArrivedLine): void {
  const { source, quantityMicro, itemId, supplierId } = line
  const item = requireItem(tx, itemId)
  const plan = planStore.matching(tx, { itemId, category: item.category, supplierId })
  if (plan === undefined) return
  const id = inspectionStore.insert(tx, {
    ...line,
    planId: plan.id,
    sourceKind: source.kind,
    sourceId: source.id,
    sampleMicro: sampleMicro(quantityMicro, plan),
    points: plan.points,
    asksPhoto: plan.asksPhoto,
  })
  const number = inspectionStore.byId(tx, id)?.number ?? ''
  index(tx, { kind: INSPECTION_KIND, id, title: number, subtitle: item.name, words: [item.code, plan.name] })
  tx.announce({ kind: 'quality.inspectionOpened', id })
}

/** With the document that brought the goods. Refuses `quality.decidedAlready` once somebody has judged them. */
export function cancelInspections(tx: Tx, source: { readonly kind: string; readonly id: number }): void {
  const decided = inspectionStore.decidedOf(tx, source.kind, source.id)
  if (decided !== undefined) refuse('quality.decidedAlready', { inspection: decided })
  inspectionStore.cancelOf(tx, source.kind, source.id)
}

/** What waits to be looked at stays where it stands, whoever wants it: only the decision lets it go. */
export function guardInspected(tx: Tx, { from, itemId, lotId }: MovementDraft): void {
  if (from?.status !== 'quarantine') return
  const kept = inspectionStore.kept(tx, itemId, from.binId, lotId)
  if (kept !== undefined && kept.thereMicro < kept.keptMicro) {
    const { code, name } = requireItem(tx, itemId)
    refuse('quality.underInspection', { item: `${code} ${name}`, inspection: kept.number ?? '' })
  }
}
