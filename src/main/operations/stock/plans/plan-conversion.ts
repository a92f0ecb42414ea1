import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireWarehouse } from '../../warehouse'
import { requireStockItem } from '../free-goods'
import { planStore, type ConversionKind, type Plan } from './plan-store'

interface Wanted {
  readonly itemId: number
  readonly quantityMicro: number
}

export interface PlanConversion {
  readonly kind: ConversionKind
  readonly warehouseId: number
  readonly plannedOn: string
  readonly note: string
  readonly used: readonly Wanted[]
  readonly made: readonly Wanted[]
}

export interface PlanAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

export function requirePlan(tx: Tx, id: number): Plan {
  return planStore.byId(tx, id) ?? refuse('stock.planUnknown', {}, 'id')
}

export function requireOpenPlan(tx: Tx, id: number): Plan {
  const plan = requirePlan(tx, id)
  return plan.state === 'open' ? plan : refuse('stock.planClosed', { plan: plan.number }, 'id')
}

/** Work for the kitting or the repacking station: of which goods how many, and what should come of it. */
export function planConversion(tx: Tx, actor: Actor, input: PlanConversion): PlanAnswer {
  requireWarehouse(tx, input.warehouseId)
  const id = planStore.insert(tx, input, actor.userId)
  for (const side of ['used', 'made'] as const) {
    const seen = new Set<number>()
    for (const [at, { itemId, quantityMicro }] of input[side].entries()) {
      const { code, name } = requireStockItem(tx, itemId, `${side}.${at}`)
      if (seen.has(itemId)) refuse('stock.planItemTwice', { item: `${code} ${name}` }, `${side}.${at}.itemId`)
      seen.add(itemId)
      planStore.insertLine(tx, id, { side, itemId, quantityMicro })
    }
  }
  requireOneInOneOut(tx, input)
  tx.announce({ kind: 'stock.planned', id })
  const { number, state } = requirePlan(tx, id)
  return { id, number, state }
}

/** Goods that only change their packs are one item on both sides, and nothing else with them. */
function requireOneInOneOut(tx: Tx, { kind, used, made }: PlanConversion): void {
  const same = made.find((line) => used.some((other) => other.itemId === line.itemId))
  if (same === undefined) return
  const { code, name } = requireStockItem(tx, same.itemId, 'made')
  const isRepack = kind === 'repack' && used.length === 1 && made.length === 1
  if (!isRepack) refuse('stock.planMadeOfItself', { item: `${code} ${name}` }, 'made')
}

export function cancelPlan(tx: Tx, input: { readonly id: number }): PlanAnswer {
  const plan = requireOpenPlan(tx, input.id)
  planStore.cancel(tx, plan.id)
  tx.announce({ kind: 'stock.planCancelled', id: plan.id })
  return { id: plan.id, number: plan.number, state: 'cancelled' }
}
