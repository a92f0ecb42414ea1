import { refuse } from '../../../../shared/errors'
import { toBaseMinor } from '../../../../shared/values/exchange/rate'
import { companyProfile } from '../../../foundation/company'
import { rateFor } from '../../../foundation/currencies'
import type { Reader } from '../../../kernel/db'
import type { StoredAccount } from '../chart/account-store'
import type { NewLine } from '../journal/journal-store'
import type { VoucherLineInput } from './voucher-lines'

type Amounts = Pick<NewLine, 'debitMinor' | 'creditMinor' | 'currency' | 'foreignMinor'>

/**
 * A line's amount in the books and, on an account of a foreign currency, in that. Where only the foreign amount is
 * named the rate given, or that of the day, makes the other. An amount of the books alone is a mere difference of rates.
 */
export function inBothCurrencies(
  reader: Reader,
  account: StoredAccount,
  line: VoucherLineInput,
  field: string,
  postedOn: string,
): Amounts {
  const { debitMinor, creditMinor, foreignMinor } = line
  if (account.currency === null) {
    if (foreignMinor === undefined && line.currency === undefined) return { debitMinor, creditMinor }
    const own = companyProfile(reader).currency
    if (foreignMinor !== undefined || line.currency !== own) {
      refuse('accounting.wrongCurrency', { account: account.code, own, currency: line.currency ?? '?' }, field)
    }
    return { debitMinor, creditMinor }
  }
  const { currency } = account
  if (line.currency !== undefined && line.currency !== currency) {
    refuse('accounting.wrongCurrency', { account: account.code, own: currency, currency: line.currency }, field)
  }
  if (foreignMinor === undefined) {
    return refuse('accounting.foreignMissing', { account: account.code, currency }, `${field}.foreignMinor`)
  }
  if (debitMinor === 0 && creditMinor === 0) {
    const rate = rateFor(reader, currency, postedOn, line.rateMicro)
    const base = toBaseMinor(foreignMinor, rate, companyProfile(reader).currency)
    return { debitMinor: Math.max(base, 0), creditMinor: Math.max(0 - base, 0), currency, foreignMinor }
  }
  if (foreignMinor !== 0 && foreignMinor > 0 !== debitMinor - creditMinor > 0) {
    refuse('accounting.foreignSide', { account: account.code, currency }, `${field}.foreignMinor`)
  }
  return { debitMinor, creditMinor, currency, foreignMinor }
}
