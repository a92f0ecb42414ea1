import { resources } from '../../../../shared/i18n'
import { toBaseMinor, type ExchangeRate } from '../../../../shared/values/exchange/rate'
import { companyProfile } from '../../../foundation/company'
import { dealsInForeign, lastRate, lastRateDay } from '../../../foundation/currencies'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { idOfRole } from '../chart/accounts'
import { bookStore } from '../chart/book-store'
import { nextMonth } from '../chart/periods'
import type { ClosingCheck, ClosingMonth, MonthEndVoucher } from '../closing/month-end'
import { journalStore } from '../journal/journal-store'
import { postJournal, type AccountLine } from '../journal/post-journal'
import { reverseEntry } from '../journal/reverse-journal'
import { revaluationStore } from './revaluation-store'

/** Kind of the entries that bring foreign accounts and open items to the rate of a month's last day, and their reversal. */
const REVALUATION = 'accounting.revaluation'

/** What one account or open item lacks to stand at the rate of the day; debit above zero. */
interface Difference {
  readonly accountId: number
  readonly openItemId: number | null
  readonly partnerId: number | null
  readonly label: string
  readonly currency: string
  readonly rateMicro: number
  readonly foreignMinor: number
  readonly amountMinor: number
}

/**
 * 期末调汇. Accounts (bank, cash, loans) keep what is added: their rate is what the last month's end said. Open items are
 * added to until the first day of the next month only, so that a payment shows its whole gain against the document's
 * rate (docs/decisions/0011). Advances are no debts of money and stay at their rate.
 */
function differencesOf(reader: Reader, month: ClosingMonth): Difference[] {
  const { endsOn, periodId } = month
  const base = companyProfile(reader).currency
  const rates = new Map<string, ExchangeRate | undefined>()
  const rateOf = (currency: string): ExchangeRate | undefined => {
    if (!rates.has(currency)) rates.set(currency, lastRate(reader, currency, endsOn))
    return rates.get(currency)
  }
  const lacking = (
    one: Omit<Difference, 'amountMinor' | 'rateMicro'>,
    sign: 1 | -1,
    carriedMinor: number,
  ): Difference[] => {
    const rate = rateOf(one.currency)
    if (rate === undefined) return []
    const amountMinor = sign * (toBaseMinor(one.foreignMinor, rate, base) - carriedMinor)
    return amountMinor === 0 ? [] : [{ ...one, amountMinor, rateMicro: rate.rateMicro }]
  }
  const ofAccounts = revaluationStore
    .balances(reader, endsOn)
    .flatMap(({ accountId, accountCode, currency, foreignMinor, baseMinor }) =>
      lacking(
        { accountId, openItemId: null, partnerId: null, label: accountCode, currency, foreignMinor },
        1,
        baseMinor,
      ),
    )
  const ofItems = revaluationStore.items(reader, periodId, endsOn).flatMap((item) => {
    const sign = item.role === 'receivable' ? 1 : -1
    const { partnerId, currency, foreignMinor, documentNumber: label } = item
    const accountId = idOfRole(reader, item.role)
    return lacking(
      { accountId, openItemId: item.id, partnerId, label, currency, foreignMinor },
      sign,
      item.baseMinor + sign * item.addedMinor,
    )
  })
  return [...ofAccounts, ...ofItems]
}

/** One line an account, or a partner and currency; what each currency gained or lost in all stands against them. */
function linesOf(reader: Reader, differences: readonly Difference[]): AccountLine[] {
  const lines = new Map<string, { account: AccountLine; amountMinor: number }>()
  const results = new Map<string, number>()
  for (const { accountId, partnerId, currency, amountMinor } of differences) {
    const key = [accountId, partnerId ?? '', currency].join(' ')
    const account = { accountId, foreign: { currency, amountMinor: 0 }, ...(partnerId === null ? {} : { partnerId }) }
    lines.set(key, { account, amountMinor: amountMinor + (lines.get(key)?.amountMinor ?? 0) })
    results.set(currency, amountMinor + (results.get(currency) ?? 0))
  }
  const sided = (line: AccountLine, amountMinor: number): AccountLine[] =>
    amountMinor === 0
      ? []
      : [amountMinor > 0 ? { ...line, debitMinor: amountMinor } : { ...line, creditMinor: 0 - amountMinor }]
  const sumOf = (isGain: boolean): number =>
    [...results.values()].filter((result) => result > 0 === isGain).reduce((sum, result) => sum + result, 0)
  return [
    ...[...lines.values()].flatMap(({ account, amountMinor }) => sided(account, amountMinor)),
    ...sided({ accountId: idOfRole(reader, 'exchange-gain') }, 0 - sumOf(true)),
    ...sided({ accountId: idOfRole(reader, 'exchange-loss') }, 0 - sumOf(false)),
  ]
}

/** A closed month is what it was closed at, whatever rates are entered later. */
const isOpen = (reader: Reader, { periodId }: ClosingMonth): boolean =>
  bookStore.findPeriod(reader, periodId)?.state !== 'closed'

export const revaluation: MonthEndVoucher = {
  key: REVALUATION,
  order: 300,
  applies: dealsInForeign,
  plan(reader, month) {
    if (!isOpen(reader, month)) return []
    const differences = differencesOf(reader, month)
    return [false, true].flatMap((ofItems) =>
      linesOf(
        reader,
        differences.filter(({ openItemId }) => (openItemId !== null) === ofItems),
      ),
    )
  },
  post(tx, actor, month) {
    const differences = differencesOf(tx, month)
    write(
      tx,
      actor,
      month,
      differences.filter(({ openItemId }) => openItemId === null),
    )
    const ofItems = differences.filter(({ openItemId }) => openItemId !== null)
    const entryId = write(tx, actor, month, ofItems)
    if (entryId === null) return
    const entry = journalStore.findEntry(tx, entryId)!
    reverseEntry(
      tx,
      actor,
      { id: entry.id, voucherType: entry.voucher_type, postedOn: entry.posted_on, memo: entry.memo },
      { kind: REVALUATION, id: month.periodId },
      { postedOn: nextMonth(month.endsOn), memo: entry.memo },
    )
  },
}

function write(tx: Tx, actor: Actor, month: ClosingMonth, differences: readonly Difference[]): number | null {
  const { vouchers } = resources[companyProfile(tx).locale].translation.closing
  const lines = linesOf(tx, differences)
  const entryId = postJournal(tx, actor, {
    postedOn: month.endsOn,
    memo: vouchers.accounting.revaluation,
    source: { kind: REVALUATION, id: month.periodId },
    lines,
  })
  if (entryId === null) return null
  for (const { accountId, openItemId, currency, rateMicro, foreignMinor, amountMinor } of differences) {
    revaluationStore.insert(tx, {
      periodId: month.periodId,
      entryId,
      accountId,
      openItemId,
      currency,
      rateMicro,
      foreignMinor,
      amountMinor,
    })
  }
  return entryId
}

/** A month's end needs a rate of its own month: an older one would say that nothing had changed. */
export const ratesOfTheMonth: ClosingCheck = {
  key: 'accounting.rates',
  severity: 'blocks',
  page: 'currencies.rates',
  applies: dealsInForeign,
  find(reader, { startsOn, endsOn, periodId }) {
    const standing = [...revaluationStore.balances(reader, endsOn), ...revaluationStore.items(reader, periodId, endsOn)]
    const held = new Set(standing.filter(({ foreignMinor }) => foreignMinor !== 0).map(({ currency }) => currency))
    const without = [...held].filter((currency) => (lastRateDay(reader, currency, endsOn) ?? '') < startsOn)
    return {
      count: without.length,
      findings: without.map((label) => ({ kind: 'currencies.rates', id: null, label, on: endsOn, amountMinor: null })),
    }
  },
}
