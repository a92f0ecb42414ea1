import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { requireCurrency } from '../../../foundation/currencies'
import { requireItem, requirePack } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireWarehouse } from '../../warehouse'
import { requireStanding, standingStore, type StandingLine } from './standing-store'

export interface SaveStanding {
  /** Left out: a new one. */
  readonly id?: number | undefined
  readonly name: string
  readonly customerId: number
  readonly warehouseId: number
  readonly note: string
  readonly rhythm: 'none' | 'weekly' | 'monthly'
  readonly every: number
  readonly nextOn: BusinessDate | null
  readonly untilOn: BusinessDate | null
  readonly leadDays: number
  readonly active: boolean
  readonly pricesIncludeTax: boolean
  readonly currency: string | null
  readonly lines: readonly StandingLine[]
}

export function saveStanding(tx: Tx, actor: Actor, input: SaveStanding): { id: number } {
  if (input.id !== undefined) requireStanding(tx, input.id)
  requireCustomer(tx, input.customerId)
  requireWarehouse(tx, input.warehouseId)
  if (input.currency !== null) requireCurrency(tx, input.currency)
  const isByItself = input.rhythm !== 'none' && input.active
  if (isByItself && input.nextOn === null) refuse('offers.standingNeedsDay', {}, 'nextOn')
  if (input.nextOn !== null && input.untilOn !== null && input.untilOn < input.nextOn) {
    refuse('offers.endsBeforeItBegins', {}, 'untilOn')
  }
  for (const [at, line] of input.lines.entries()) {
    const item = requireItem(tx, line.itemId)
    if (!item.active) refuse('sales.itemArchived', { item: `${item.code} ${item.name}` }, `lines.${at}.itemId`)
    requirePack(tx, item.id, line.packId)
  }
  const nextOn = input.rhythm === 'none' ? null : input.nextOn
  const monthDay = input.rhythm === 'monthly' && nextOn !== null ? Number(nextOn.slice(8)) : null
  const head = { ...input, nextOn, monthDay }
  const id = input.id ?? standingStore.insert(tx, head, actor.userId)
  if (input.id !== undefined) standingStore.change(tx, id, head)
  standingStore.writeLines(tx, id, input.lines)
  tx.announce({ kind: 'offers.standingSaved', id })
  return { id }
}
