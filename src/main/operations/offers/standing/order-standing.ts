import { refuse } from '../../../../shared/errors'
import { addDays, localDate, type BusinessDate } from '../../../../shared/values/date'
import { grossPriceMicro } from '../../../../shared/values/money'
import { fromBasePriceMicro } from '../../../../shared/values/exchange/rate'
import { documentMoney } from '../../../foundation/currencies'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { taxRateMicro } from '../../../ledgers/accounting'
import { priceOf } from '../../prices'
import { saveOrder } from '../../sales'
import { nextDay } from './next-day'
import { requireStanding, standingStore, type StandingLine, type StandingRow } from './standing-store'

/**
 * A draft order from a standing one: a person confirms it. For the day on which it fell due its day moves on; the same
 * day asked again answers the order made then, so it is safe to ask twice.
 */
export function orderStanding(tx: Tx, actor: Actor, input: { id: number; dueOn?: BusinessDate | undefined }) {
  const standing = requireStanding(tx, input.id)
  const today = localDate(tx.now)
  const { dueOn } = input
  if (dueOn !== undefined) {
    const made = standingStore.madeOn(tx, standing.id, dueOn)
    if (made !== undefined) return made
    if (standing.active === 0 || standing.nextOn !== dueOn || dueOn > today) {
      refuse('offers.standingNotDue', { name: standing.name, day: dueOn }, 'dueOn')
    }
  }
  const answer = saveOrder(tx, actor, {
    customerId: standing.customerId,
    warehouseId: standing.warehouseId,
    orderedOn: today,
    promisedOn: addDays(today, standing.leadDays),
    customerReference: '',
    channelId: null,
    priority: 0,
    note: standing.note,
    pricesIncludeTax: standing.pricesIncludeTax === 1,
    currency: standing.currency,
    lines: standingStore.linesOf(tx, standing.id).map((line) => priced(tx, line, standing, today)),
  })
  if (dueOn !== undefined) {
    standingStore.made(tx, { orderId: answer.id, standingId: standing.id, dueOn })
    const next = nextDay(standing, dueOn, today)
    const isOver = next === undefined || (standing.untilOn !== null && next > standing.untilOn)
    standingStore.moveOn(tx, standing.id, isOver ? null : next)
  }
  tx.announce({ kind: 'offers.standingOrdered', id: standing.id })
  return answer
}

/** A typed price is in the currency of the standing order; one of the lists is turned at the rate of the day. */
function priced(tx: Tx, line: StandingLine, standing: StandingRow, on: BusinessDate) {
  const { customerId, pricesIncludeTax, currency } = standing
  const { itemId, packId, quantityMicro } = line
  if (line.priceMicro !== null) return { itemId, packId, quantityMicro, priceMicro: line.priceMicro }
  const listed = priceOf(tx, { itemId, packId, quantityMicro, customerId, on })
  const { rate: dayRate } = documentMoney(tx, { currency }, on)
  const priceMicro = dayRate === null ? listed.priceMicro : fromBasePriceMicro(listed.priceMicro, dayRate)
  if (pricesIncludeTax === 0) return { itemId, packId, quantityMicro, priceMicro }
  const rate = taxRateMicro(tx, requireItem(tx, itemId).taxCode, on)
  return { itemId, packId, quantityMicro, priceMicro: grossPriceMicro(priceMicro, rate) }
}
