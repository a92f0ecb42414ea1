import { refuse } from '../../../shared/errors'
import { requireItem } from '../../foundation/items'
import { requirePartner, requireSupplier } from '../../foundation/parties'
import type { Reader, Tx } from '../../kernel/db'
import { planStore, type NewPlan } from './plan-store'

export function listPlans(reader: Reader) {
  const rows = planStore.all(reader).map(({ itemId, supplierId, points, ...plan }) => ({
    ...plan,
    points: [...points],
    item: itemId === null ? null : itemRef(reader, itemId),
    supplier: supplierId === null ? null : partnerRef(reader, supplierId),
  }))
  return { rows }
}

export function itemRef(reader: Reader, itemId: number) {
  const { id, code, name, baseUnit } = requireItem(reader, itemId)
  return { id, code, name, baseUnit }
}

export function partnerRef(reader: Reader, partnerId: number) {
  const { id, code, name } = requirePartner(reader, partnerId)
  return { id, code, name }
}

export function savePlan(tx: Tx, { id, ...plan }: NewPlan & { readonly id?: number | undefined }): { id: number } {
  if (plan.itemId !== null) requireItem(tx, plan.itemId)
  if (plan.supplierId !== null) requireSupplier(tx, plan.supplierId)
  if (plan.samplePermille === 0 && plan.sampleMinimumMicro === 0) refuse('quality.sampleEmpty', {}, 'samplePermille')
  const named = planStore.named(tx, plan.name)
  if (named !== undefined && named !== id) refuse('quality.planNameTaken', { name: plan.name }, 'name')
  if (id !== undefined && planStore.update(tx, id, plan) === 0) refuse('quality.planUnknown', {}, 'id')
  const saved = id ?? planStore.insert(tx, plan)
  tx.announce({ kind: 'quality.planSaved', id: saved })
  return { id: saved }
}

export function removePlan(tx: Tx, input: { readonly id: number }): { done: true } {
  if (planStore.remove(tx, input.id) === 0) refuse('quality.planUnknown', {}, 'id')
  tx.announce({ kind: 'quality.planRemoved', id: input.id })
  return { done: true }
}
