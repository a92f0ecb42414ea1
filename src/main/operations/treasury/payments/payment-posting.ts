import type { AccountLine, ForeignAmount, JournalLine, OpenItemRole, Role } from '../../../ledgers/accounting'

export type Direction = 'in' | 'out'

/**
 * One application as its journal sees it, in the currency of the books: the item's side, what it settles of the item
 * (with the item's sign), and the parts of it that a cash discount or a write-off covers instead of money.
 */
export interface Application {
  readonly role: OpenItemRole
  readonly amountMinor: number
  readonly discountMinor?: number
  readonly writeOffMinor?: number
  /** What the money is worth beyond the item at the rate of its document: gain above zero. */
  readonly exchangeMinor?: number
  /** What is settled of a foreign item in its currency. */
  readonly foreign?: ForeignAmount | undefined
}

/** What the money of an application is worth: more than the item it settles where that gains, as a debt is paid for less. */
const moneyOf = ({ role, amountMinor, discountMinor = 0, writeOffMinor = 0, exchangeMinor = 0 }: Application): number =>
  amountMinor - discountMinor - writeOffMinor + (role === 'receivable' ? exchangeMinor : 0 - exchangeMinor)

/** What one application takes of a payment: settling a receivable is money in, settling a payable is money out. */
export function takenMinor(direction: Direction, application: Application): number {
  const isOwnSide = (application.role === 'receivable') === (direction === 'in')
  return isOwnSide ? moneyOf(application) : 0 - moneyOf(application)
}

function settledLines(applications: readonly Application[], partnerId: number): JournalLine[] {
  const sumOf = (role: OpenItemRole, part: (application: Application) => number): number =>
    applications
      .filter((application) => application.role === role)
      .reduce((sum, application) => sum + part(application), 0)
  const discount = ({ discountMinor = 0 }: Application): number => discountMinor
  const writeOff = ({ writeOffMinor = 0 }: Application): number => writeOffMinor
  const exchange = (isGain: boolean): number =>
    applications.reduce((sum, { exchangeMinor = 0 }) => (exchangeMinor > 0 === isGain ? sum + exchangeMinor : sum), 0)
  return [
    ...itemLines(applications, 'receivable', partnerId),
    ...itemLines(applications, 'payable', partnerId),
    sided({ role: 'discount-allowed', partnerId }, 'debit', sumOf('receivable', discount)),
    sided({ role: 'discount-received', partnerId }, 'credit', sumOf('payable', discount)),
    sided({ role: 'rounding', partnerId }, 'debit', sumOf('receivable', writeOff)),
    sided({ role: 'rounding', partnerId }, 'credit', sumOf('payable', writeOff)),
    sided({ role: 'exchange-gain', partnerId }, 'credit', exchange(true)),
    sided({ role: 'exchange-loss', partnerId }, 'debit', 0 - exchange(false)),
  ]
}

/** What is settled of one side of the books: a line for each currency that its items are in. */
function itemLines(applications: readonly Application[], role: OpenItemRole, partnerId: number): JournalLine[] {
  const sums = new Map<string, { amountMinor: number; foreignMinor: number }>()
  for (const { role: side, amountMinor, foreign } of applications) {
    if (side !== role) continue
    const currency = foreign?.currency ?? ''
    const before = sums.get(currency) ?? { amountMinor: 0, foreignMinor: 0 }
    sums.set(currency, {
      amountMinor: before.amountMinor + amountMinor,
      foreignMinor: before.foreignMinor + (foreign?.amountMinor ?? 0),
    })
  }
  const [side, sign] = role === 'receivable' ? (['credit', -1] as const) : (['debit', 1] as const)
  return [...sums].map(([currency, { amountMinor, foreignMinor }]) =>
    sided(
      {
        role,
        partnerId,
        ...(currency === '' ? {} : { foreign: { currency, amountMinor: sign * foreignMinor } }),
      },
      side,
      amountMinor,
    ),
  )
}

/** Amounts stand on their usual side; below zero they stand on the other one. */
function sided<Line extends JournalLine | AccountLine>(
  line: Line,
  side: 'debit' | 'credit',
  amountMinor: number,
): Line {
  const isDebit = (side === 'debit') === amountMinor >= 0
  return isDebit ? { ...line, debitMinor: Math.abs(amountMinor) } : { ...line, creditMinor: Math.abs(amountMinor) }
}

const ADVANCE: Readonly<Record<Direction, Role>> = { in: 'advance-from-customer', out: 'advance-to-supplier' }
const USUAL_SIDE: Readonly<Record<Direction, 'debit' | 'credit'>> = { in: 'credit', out: 'debit' }
const MONEY_SIDE: Readonly<Record<Direction, 'debit' | 'credit'>> = { in: 'debit', out: 'credit' }

/** What pays: an account, or a bill (应收票据 1121 received or endorsed onward, 应付票据 2201 issued). */
export type Means = { readonly role: Role } | { readonly accountId: number }

const isMoney = (means: Means): boolean => !('role' in means) || means.role === 'bank' || means.role === 'cash'

/** Bank, cash or a bill against what the payment settles; what no item takes is an advance (预收 2203, 预付 1123). */
export function paymentJournal(payment: {
  readonly direction: Direction
  readonly means: Means
  readonly partnerId: number
  readonly amountMinor: number
  /** Paid too much, kept as income or cost. */
  readonly differenceMinor?: number
  readonly applications: readonly Application[]
  /** Of money in a foreign currency: all of it, and what of it is left as an advance. */
  readonly foreign?: ForeignMoney | undefined
}): (JournalLine | AccountLine)[] {
  const { direction, means, partnerId, amountMinor, differenceMinor = 0, applications, foreign } = payment
  const sign = direction === 'in' ? 1 : -1
  const taken = applications.reduce((sum, application) => sum + takenMinor(direction, application), 0)
  const money: JournalLine | AccountLine = {
    ...means,
    partnerId,
    ...(isMoney(means)
      ? { cashFlowItem: direction === 'in' ? 'receipts-from-customers' : 'payments-to-suppliers' }
      : {}),
    ...foreignSide(foreign, sign * (foreign?.amountMinor ?? 0)),
  }
  return [
    sided(money, MONEY_SIDE[direction], amountMinor),
    ...settledLines(applications, partnerId),
    sided({ role: 'rounding', partnerId }, USUAL_SIDE[direction], differenceMinor),
    sided(
      { role: ADVANCE[direction], partnerId, ...foreignSide(foreign, 0 - sign * (foreign?.unappliedMinor ?? 0)) },
      USUAL_SIDE[direction],
      amountMinor - taken - differenceMinor,
    ),
  ]
}

/** Money in a foreign currency, without sign. */
export interface ForeignMoney {
  readonly currency: string
  readonly amountMinor: number
  readonly unappliedMinor: number
}

const foreignSide = (
  foreign: Pick<ForeignMoney, 'currency'> | undefined,
  amountMinor: number,
): { foreign?: ForeignAmount } =>
  foreign === undefined ? {} : { foreign: { currency: foreign.currency, amountMinor } }

/** An advance that items take: off the advance account, onto what it settles. */
export function applicationJournal(application: {
  readonly direction: Direction
  readonly partnerId: number
  readonly applications: readonly Application[]
  /** What is taken of an advance in a foreign currency. */
  readonly foreign?: ForeignAmount | undefined
}): JournalLine[] {
  const { direction, partnerId, applications, foreign } = application
  const taken = applications.reduce((sum, each) => sum + takenMinor(direction, each), 0)
  const sign = direction === 'in' ? 1 : -1
  return [
    sided(
      { role: ADVANCE[direction], partnerId, ...foreignSide(foreign, sign * (foreign?.amountMinor ?? 0)) },
      MONEY_SIDE[direction],
      taken,
    ),
    ...settledLines(applications, partnerId),
  ]
}

/**
 * An advance given back: off its account, out of (or into) the bank. `direction` is the refund's, not the advance's. What
 * the money is worth beyond the advance by now is gained or lost.
 */
export function refundJournal(refund: {
  readonly direction: Direction
  readonly means: Means
  readonly partnerId: number
  /** What it takes of the advance. */
  readonly amountMinor: number
  /** What the money is worth; left out, the same. */
  readonly moneyMinor?: number
  readonly foreign?: ForeignAmount | undefined
}): (JournalLine | AccountLine)[] {
  const { direction, means, partnerId, amountMinor, moneyMinor = amountMinor, foreign } = refund
  const advance = direction === 'out' ? 'in' : 'out'
  const cashFlowItem = direction === 'out' ? 'receipts-from-customers' : 'payments-to-suppliers'
  const foreignMinor = foreign?.amountMinor ?? 0
  const sign = direction === 'in' ? 1 : -1
  const gain = direction === 'in' ? moneyMinor - amountMinor : amountMinor - moneyMinor
  return [
    sided(
      { role: ADVANCE[advance], partnerId, ...foreignSide(foreign, 0 - sign * foreignMinor) },
      MONEY_SIDE[advance],
      amountMinor,
    ),
    sided(
      { ...means, partnerId, cashFlowItem, ...foreignSide(foreign, sign * foreignMinor) },
      MONEY_SIDE[direction],
      moneyMinor,
    ),
    gain >= 0
      ? { role: 'exchange-gain', partnerId, creditMinor: gain }
      : { role: 'exchange-loss', partnerId, debitMinor: 0 - gain },
  ]
}
