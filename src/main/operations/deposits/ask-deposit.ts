import { refuse } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import { multiplyDivide } from '../../../shared/values/integers'
import { companyProfile, nextNumber } from '../../foundation/company'
import { requirePartner } from '../../foundation/parties'
import { index } from '../../foundation/search'
import { assert } from '../../kernel/assert'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { inputTaxRole, postJournal } from '../../ledgers/accounting'
import { moneyAccountFor, PAYMENT, postPayment, writtenIn } from '../treasury'
import { depositTaxJournal, taxShareMinor } from './deposit-posting'
import { depositStore, requireDeposit, type DepositOrder, type DepositRow, type Direction } from './deposit-store'

export interface AskDeposit {
  readonly direction: Direction
  readonly orderId: number
  readonly askedOn: BusinessDate
  readonly dueOn: BusinessDate
  /** In the currency of the order. */
  readonly amountMinor: number
  readonly reference: string
}

const ENDED = new Set(['draft', 'closed', 'cancelled'])

export function askDeposit(tx: Tx, actor: Actor, input: AskDeposit) {
  const { direction, askedOn, dueOn, amountMinor } = input
  const order = depositStore.order(tx, direction, input.orderId) ?? refuse('deposits.orderUnknown', {}, 'orderId')
  if (ENDED.has(order.state)) refuse('deposits.orderNotOpen', { order: order.number ?? '' }, 'orderId')
  if (dueOn < askedOn) refuse('deposits.dueBeforeAsked', {}, 'dueOn')
  requireWithinOrder(tx, direction, order, amountMinor)
  const { partnerId } = order
  const partner = requirePartner(tx, partnerId)
  const number = nextNumber(tx, 'DP', askedOn)
  const { currency } = order
  const worth = {
    amountMinor: atOrdersRate(order, amountMinor),
    currency,
    foreignMinor: currency === null ? null : amountMinor,
  }
  const id = depositStore.insert(tx, { ...input, ...worth, partnerId, number }, actor.userId)
  const words = [partner.code, order.number ?? '', input.reference]
  index(tx, { kind: 'deposits.deposit', id, title: number, subtitle: partner.name, words })
  tx.announce({ kind: 'deposits.asked', id })
  return { id, number, state: 'asked' }
}

function requireWithinOrder(tx: Tx, direction: Direction, order: DepositOrder, wantedMinor: number): void {
  const totalMinor = order.foreignGrossMinor ?? order.grossMinor
  const leftMinor = totalMinor - depositStore.askedMinor(tx, direction, order.id)
  if (wantedMinor <= leftMinor) return
  const text = (minor: number): string => writtenIn(tx, order.currency, minor)
  const params = { order: order.number ?? '', total: text(totalMinor), left: text(leftMinor) }
  refuse('deposits.beyondOrder', params, 'amountMinor')
}

/** A part of an order in the currency of the books, as the whole order is in them; rounded half away from zero. */
export function atOrdersRate({ grossMinor, foreignGrossMinor }: DepositOrder, amountMinor: number): number {
  if (foreignGrossMinor === null || foreignGrossMinor === 0) return amountMinor
  return multiplyDivide(grossMinor, amountMinor, foreignGrossMinor)
}

function requireAsked(tx: Tx, id: number): DepositRow {
  const deposit = requireDeposit(tx, id)
  return deposit.state === 'asked' ? deposit : refuse('deposits.notAsked', { number: deposit.number }, 'id')
}

export interface PayDeposit {
  readonly id: number
  readonly paidOn: BusinessDate
  readonly method: 'bank' | 'cash'
  readonly accountId?: number | undefined
  readonly reference: string
}

/** An advance over the whole deposit; where tax falls due with the money, its share is declared in the same entry's source. */
export function payDeposit(tx: Tx, actor: Actor, input: PayDeposit) {
  const deposit = requireAsked(tx, input.id)
  const { id, number, direction, partnerId, currency } = deposit
  const order = depositStore.order(tx, direction, deposit.orderId)
  assert(order !== undefined, 'a deposit has its order')
  const { paidOn, method, accountId } = input
  // An invoice in a currency takes advances in it alone.
  if (moneyAccountFor(tx, accountId, method).currency !== currency) {
    const params = { number, currency: currency ?? companyProfile(tx).currency }
    refuse('deposits.accountOfOtherCurrency', params, 'accountId')
  }
  const payment = postPayment(tx, actor, {
    direction,
    partnerId,
    paidOn,
    method,
    accountId,
    amountMinor: deposit.foreignMinor ?? deposit.amountMinor,
    differenceMinor: 0,
    reference: input.reference === '' ? deposit.reference : input.reference,
    note: `${number} ${order.number ?? ''}`.trim(),
    applications: [],
  })
  const { amountMinor = deposit.amountMinor } = depositStore.advance(tx, payment.id) ?? {}
  const taxMinor = taxFallsDue(tx, direction, paidOn) ? taxShareMinor(amountMinor, order) : 0
  depositStore.paid(tx, id, { paymentId: payment.id, amountMinor, taxMinor })
  if (taxMinor > 0) {
    postJournal(tx, actor, {
      postedOn: paidOn,
      memo: `${number} ${requirePartner(tx, partnerId).name}`,
      source: { kind: PAYMENT, id: payment.id },
      lines: depositTaxJournal(direction, taxMinor, partnerId),
    })
  }
  tx.announce({ kind: 'deposits.paid', id })
  return { id, number, state: 'paid' }
}

/** With the money, or only with the goods and their invoice; nobody claims input tax who may not. */
function taxFallsDue(tx: Tx, direction: Direction, on: BusinessDate): boolean {
  if (companyProfile(tx).pack === 'cn-sbe') return false
  return direction === 'in' || inputTaxRole(tx, on) === 'input-tax'
}

export function cancelDeposit(tx: Tx, input: { id: number }) {
  const { id, number } = requireAsked(tx, input.id)
  depositStore.cancel(tx, id)
  tx.announce({ kind: 'deposits.cancelled', id })
  return { id, number, state: 'cancelled' }
}
