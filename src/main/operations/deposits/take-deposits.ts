import { requirePartner } from '../../foundation/parties'
import { assert } from '../../kernel/assert'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { openItemOf, postJournal, type Source } from '../../ledgers/accounting'
import { applyAdvance, PAYMENT } from '../treasury'
import { atOrdersRate } from './ask-deposit'
import { depositTaxJournal, taxBackMinor } from './deposit-posting'
import { depositStore, type Direction } from './deposit-store'

/** An invoice as deposits see it: whose, and of which orders. */
export interface InvoicedOrders {
  readonly source: Source
  readonly orderIds: readonly number[]
  readonly on: string
}

/** An invoice of the order takes what was paid for it before, the oldest deposit first. */
export function takeDeposits(direction: Direction): (tx: Tx, actor: Actor, invoice: InvoicedOrders) => void {
  return (tx, actor, { source, orderIds, on }) => {
    for (const deposit of orderIds.flatMap((orderId) => depositStore.paidOf(tx, direction, orderId))) {
      const item = openItemOf(tx, source)
      if (item === undefined || item.openMinor <= 0) return
      assert(deposit.paymentId !== null, 'a paid deposit has its payment')
      const advance = depositStore.advance(tx, deposit.paymentId)
      // What each was worth on its day may differ: the gain or loss is realised as with any advance.
      if (advance === undefined || advance.currency !== item.currency) continue
      const openMinor = item.foreignOpenMinor ?? item.openMinor
      const amountMinor = Math.min(openMinor, advance.foreignLeftMinor ?? advance.leftMinor)
      if (amountMinor <= 0) continue
      const appliedOn = on < advance.paidOn ? advance.paidOn : on
      const applications = [{ openItemId: item.id, amountMinor, discountMinor: 0, writeOffMinor: 0 }]
      applyAdvance(tx, actor, { paymentId: deposit.paymentId, appliedOn, applications })
    }
  }
}

/**
 * Something took of an advance, or gave back to it: the tax that fell due with the money follows. A payment that is taken
 * back takes its entries with it, and the deposit is asked for again.
 */
export function followAdvance(tx: Tx, actor: Actor, change: { readonly paymentId: number; readonly on: string }): void {
  const deposit = depositStore.byPayment(tx, change.paymentId)
  if (deposit === undefined) return
  const advance = depositStore.advance(tx, change.paymentId)
  if (advance === undefined || advance.state === 'reversed') {
    const order = depositStore.order(tx, deposit.direction, deposit.orderId)
    assert(order !== undefined, 'a deposit has its order')
    depositStore.unpaid(
      tx,
      deposit.id,
      deposit.foreignMinor === null ? deposit.amountMinor : atOrdersRate(order, deposit.foreignMinor),
    )
    return
  }
  const backMinor = taxBackMinor(deposit, advance.leftMinor)
  const difference = backMinor - deposit.taxBackMinor
  if (difference === 0) return
  depositStore.taxBack(tx, deposit.id, backMinor)
  postJournal(tx, actor, {
    postedOn: change.on,
    memo: `${deposit.number} ${requirePartner(tx, deposit.partnerId).name}`,
    source: { kind: PAYMENT, id: change.paymentId },
    lines: depositTaxJournal(deposit.direction, 0 - difference, deposit.partnerId),
  })
}
