import type { BusinessDate } from '../../../../shared/values/date'
import { refuse } from '../../../../shared/errors'
import { companyProfile } from '../../../foundation/company'
import { assert } from '../../../kernel/assert'
import type { Reader } from '../../../kernel/db'
import { bookStore } from './book-store'
import { chartOf, type Chart, type Role } from './chart'
import type { Taxpayer } from './taxpayer'
import type { CashKind } from '../tables'

interface TaxRate {
  readonly validFrom: string
  readonly rateMicro: number
}

interface BookAccount {
  readonly code: string
  readonly cashKind: CashKind
  /** Kept in this currency and no other; null: in the books' own. */
  readonly currency: string | null
}

/**
 * What every posting asks and hardly anything changes: held in memory per connection. Whoever changes the chart forgets
 * it as the last step, so that a change that is taken back is not remembered.
 */
interface Book {
  readonly chart: Chart
  readonly accountOfRole: ReadonlyMap<string, number>
  readonly accounts: ReadonlyMap<number, BookAccount>
  readonly taxRates: ReadonlyMap<string, readonly TaxRate[]>
  /** Newest first. */
  readonly taxpayers: readonly Taxpayer[]
}

const books = new WeakMap<Reader, Book>()

export function bookOf(reader: Reader): Book {
  let book = books.get(reader)
  if (book === undefined) {
    const taxRates = new Map<string, TaxRate[]>()
    for (const { taxCode, validFrom, rateMicro } of bookStore.taxRates(reader)) {
      taxRates.set(taxCode, [...(taxRates.get(taxCode) ?? []), { validFrom, rateMicro }])
    }
    book = {
      chart: chartOf(companyProfile(reader).pack),
      accountOfRole: new Map(bookStore.roles(reader).map(({ role, accountId }) => [role, accountId])),
      accounts: new Map(bookStore.accounts(reader).map((account) => [account.id, account])),
      taxRates,
      taxpayers: bookStore.taxpayers(reader),
    }
    if (book.accountOfRole.size > 0) books.set(reader, book)
  }
  return book
}

export function forgetBook(reader: Reader): void {
  books.delete(reader)
}

export function accountOfRole(reader: Reader, role: Role): number {
  const account = bookOf(reader).accountOfRole.get(role)
  assert(account !== undefined, `no account plays the role ${role}`)
  return account
}

/** The dated rate of a tax code in micro (13 % = 130000). */
export function rateOf(reader: Reader, taxCode: string, on: BusinessDate): number {
  const rates = bookOf(reader).taxRates.get(taxCode)
  if (rates === undefined) refuse('accounting.taxCodeUnknown', { taxCode })
  const rate = rates.find(({ validFrom }) => validFrom <= on)
  return rate?.rateMicro ?? refuse('accounting.taxRateMissing', { taxCode, date: on })
}
