import { refuse } from '../../../../shared/errors'
import { decimalText, multiplyDivide } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import {
  carriedMinor,
  requireOpenItem,
  settleOpenItem,
  type OpenItem,
  type OpenItemRole,
} from '../../../ledgers/accounting'
import type { Reader, Tx } from '../../../kernel/db'
import { accountStore } from '../accounts/account-store'
import { exchanged, worthOf, writtenIn, type Money } from './money'
import type { Application, Direction } from './payment-posting'
import { paymentStore } from './payment-store'

export const PAYMENT = 'treasury.payment'

export interface ApplicationInput {
  readonly openItemId: number
  /** What is settled of the item, by money and by the parts below, in the item's currency. */
  readonly amountMinor: number
  readonly discountMinor?: number
  readonly writeOffMinor?: number
  /** How much of the money that takes, where that is in another currency; left out, as the day's rates say. */
  readonly paidMinor?: number | undefined
}

export interface FoundApplication extends Application {
  readonly openItemId: number
  readonly discountMinor: number
  readonly writeOffMinor: number
  readonly exchangeMinor: number
  /** What it takes of the money, in the money's currency and with the item's sign. */
  readonly paidMinor: number
}

interface Paying {
  readonly direction: Direction
  readonly money: Money
  readonly on: string
  /** Kept as income or cost of the money, in its currency. */
  readonly differenceMinor?: number
}

/**
 * The items that money is to settle, each in the books: at the rate of its document what is settled, and beside it what
 * the money is worth. Money that is used up to the last cent is worth all it is worth, so the last item takes the rest.
 */
export function findApplications(tx: Tx, inputs: readonly ApplicationInput[], paying: Paying): FoundApplication[] {
  const { money, direction, differenceMinor = 0 } = paying
  const items = inputs.map((input) => ({ input, item: requireOpenItem(tx, input.openItemId) }))
  const isOwnSide = (item: OpenItem): boolean => (item.role === 'receivable') === (direction === 'in')
  const paid = items.map(({ input, item }) => paidOf(tx, input, item, paying))
  let leftMinor = money.amountMinor - differenceMinor
  let leftWorth = money.baseMinor - worthOf(money, differenceMinor)
  return items.map(({ input, item }, at) => {
    const paidMinor = paid[at] ?? 0
    const sign = isOwnSide(item) ? 1 : -1
    leftMinor -= sign * paidMinor
    const isLast = at === items.length - 1 && leftMinor === 0
    const worth = isLast ? sign * leftWorth : worthOf(money, paidMinor)
    leftWorth -= sign * worth
    return valued(input, item, paidMinor, worth)
  })
}

/** How much of the money an item takes. */
function paidOf(reader: Reader, input: ApplicationInput, item: OpenItem, { money, on }: Paying): number {
  const { amountMinor, discountMinor = 0, writeOffMinor = 0 } = input
  const owedMinor = amountMinor - discountMinor - writeOffMinor
  if (item.currency === money.currency) return owedMinor
  if (input.paidMinor === undefined) return exchanged(reader, owedMinor, item.currency, money.currency, on)
  if (Math.sign(input.paidMinor) !== Math.sign(owedMinor)) {
    refuse('treasury.paidOnOtherSide', { document: item.documentNumber }, 'applications')
  }
  return input.paidMinor
}

function valued(input: ApplicationInput, item: OpenItem, paidMinor: number, worthMinor: number): FoundApplication {
  const { openItemId, amountMinor, discountMinor = 0, writeOffMinor = 0 } = input
  const role = item.role as OpenItemRole
  const { currency } = item
  const carried = carriedMinor(item, amountMinor)
  const part = (share: number): number => (currency === null ? share : multiplyDivide(carried, share, amountMinor))
  const [discount, writeOff] = [part(discountMinor), part(writeOffMinor)]
  const beyond = worthMinor - (carried - discount - writeOff)
  return {
    openItemId,
    role,
    amountMinor: carried,
    discountMinor: discount,
    writeOffMinor: writeOff,
    exchangeMinor: role === 'receivable' ? beyond : 0 - beyond,
    paidMinor,
    foreign: currency === null ? undefined : { currency, amountMinor },
  }
}

/** What no money covers stays within the item. */
export function requireFairParts(tx: Tx, inputs: readonly ApplicationInput[]): void {
  for (const { openItemId, amountMinor, discountMinor = 0, writeOffMinor = 0 } of inputs) {
    if (discountMinor + writeOffMinor <= Math.max(amountMinor, 0)) continue
    const { currency } = requireOpenItem(tx, openItemId)
    refuse('treasury.partsBeyondItem', { amount: writtenIn(tx, currency, amountMinor) }, 'applications')
  }
}

/** A write-off stays within the company's limit for small differences. */
export function requireSmallWriteOff(tx: Tx, applications: readonly FoundApplication[], differenceMinor: number): void {
  const limitMinor = accountStore.writeOffLimitMinor(tx)
  const small = applications.reduce((sum, { writeOffMinor }) => sum + writeOffMinor, differenceMinor)
  if (small <= limitMinor) return
  const written = (amountMinor: number): string => decimalText(amountMinor, currencyDecimalsOf(tx))
  refuse('treasury.writeOffBeyondLimit', { limit: written(limitMinor), wanted: written(small) }, 'applications')
}

/** What all applications take of the money, in its currency. */
export function takenOf(direction: Direction, applications: readonly FoundApplication[]): number {
  return applications.reduce(
    (sum, { role, paidMinor }) =>
      (role === 'receivable') === (direction === 'in') ? sum + paidMinor : sum - paidMinor,
    0,
  )
}

/** Settles the items and keeps that this payment did. */
export function applyPayment(
  tx: Tx,
  payment: { readonly id: number; readonly partnerId: number; readonly appliedOn: string },
  applications: readonly FoundApplication[],
): void {
  for (const { openItemId, role, amountMinor, discountMinor, writeOffMinor, exchangeMinor, foreign } of applications) {
    settleOpenItem(tx, {
      openItemId,
      role,
      partnerId: payment.partnerId,
      source: { kind: PAYMENT, id: payment.id },
      settledOn: payment.appliedOn,
      amountMinor,
      foreignMinor: foreign?.amountMinor,
    })
    paymentStore.insertApplication(tx, {
      paymentId: payment.id,
      openItemId,
      amountMinor,
      discountMinor,
      writeOffMinor,
      exchangeMinor,
      foreignMinor: foreign?.amountMinor ?? null,
    })
  }
}
