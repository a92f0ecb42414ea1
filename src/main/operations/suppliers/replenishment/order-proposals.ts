import { grouped } from '../../../kernel/grouped'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import { requireBasePack, requireItem } from '../../../foundation/items'
import { requireSupplier } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { saveOrder } from '../../purchasing'
import { leadTimes } from '../scorecard/scorecard'
import { replenishmentQueries } from './replenishment-queries'

export interface OrderProposals {
  readonly warehouseId: number
  readonly orderedOn: BusinessDate
  readonly lines: readonly { readonly itemId: number; readonly supplierId: number; readonly quantityMicro: number }[]
}

const USUAL_LEAD_DAYS = 7

/** One draft order a supplier; due when its slowest line can be here. The buyer looks at it and confirms. */
export function orderProposals(tx: Tx, actor: Actor, input: OrderProposals) {
  const { warehouseId, orderedOn } = input
  const terms = replenishmentQueries.terms(tx, orderedOn)
  const leads = leadTimes(tx, orderedOn)
  const bySupplier = grouped(input.lines, (line) => line.supplierId)
  const orders = [...bySupplier].map(([supplierId, lines]) => {
    const { code, name } = requireSupplier(tx, supplierId)
    const measured = Math.round(leads.get(supplierId)?.days ?? USUAL_LEAD_DAYS)
    let leadDays = 0
    const orderLines = lines.map((line) => {
      const item = requireItem(tx, line.itemId)
      const term = terms.find((one) => one.itemId === line.itemId && one.supplierId === supplierId)
      leadDays = Math.max(leadDays, term?.leadDays ?? measured)
      return {
        itemId: line.itemId,
        packId: requireBasePack(tx, line.itemId),
        quantityMicro: line.quantityMicro,
        priceMicro: term?.priceMicro ?? item.purchasePriceMicro,
      }
    })
    const expectedOn = addDays(orderedOn, leadDays)
    const order = saveOrder(tx, actor, { supplierId, warehouseId, orderedOn, expectedOn, note: '', lines: orderLines })
    return { id: order.id, supplier: { id: supplierId, code, name }, lines: lines.length }
  })
  tx.announce({ kind: 'suppliers.proposalsOrdered', orders: orders.length })
  return { orders }
}
