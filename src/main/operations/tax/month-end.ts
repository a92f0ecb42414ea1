import { multiplyDivide } from '../../../shared/values/integers'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import type { AccountLine, JournalLine, MonthEndVoucher, Role } from '../../ledgers/accounting'
import { rateMicro } from './rates'
import { taxStore } from './tax-store'
import type { RateKind } from './tables'

const isChinese = (reader: Reader): boolean => companyProfile(reader).pack === 'cn-sbe'
const MICRO = 1_000_000

/** 应交增值税: what these columns hold together is owed when it stands in credit, and carried forward (留抵) in debit. */
const VAT_COLUMNS = ['output-tax', 'input-tax', 'input-tax-transferred-out', 'vat-transferred-out'] as const

/** An amount on its side; where it takes back what was posted too much, in red on the same side. */
const owed = (debit: Role, credit: Role, amountMinor: number): JournalLine[] =>
  amountMinor === 0
    ? []
    : [
        { role: debit, debitMinor: amountMinor },
        { role: credit, creditMinor: amountMinor },
      ]

/** 转出未交增值税: output above input becomes what is paid next month. Input above output stays, without an entry. */
const vat: MonthEndVoucher = {
  key: 'tax.vat',
  order: 100,
  plan(reader, { endsOn }) {
    if (!isChinese(reader)) return []
    const open = VAT_COLUMNS.reduce((sum, role) => sum + taxStore.creditBalance(reader, role, endsOn), 0)
    return open > 0 ? owed('vat-transferred-out', 'vat-unpaid', open) : []
  },
}

const SURCHARGES: readonly { readonly kind: RateKind; readonly role: Role }[] = [
  { kind: 'construction', role: 'construction-tax-payable' },
  { kind: 'education', role: 'education-surcharge-payable' },
  { kind: 'local-education', role: 'local-education-surcharge-payable' },
]

/** 城市维护建设税, 教育费附加, 地方教育附加: on the VAT that the month made payable. */
const surcharges: MonthEndVoucher = {
  key: 'tax.surcharges',
  order: 200,
  plan(reader, { startsOn, endsOn }) {
    if (!isChinese(reader)) return []
    const base = taxStore.postedBy(reader, 'vat-unpaid', 'tax.vat', startsOn, endsOn)
    return SURCHARGES.flatMap(({ kind, role }): (JournalLine | AccountLine)[] => {
      const wanted = multiplyDivide(base, rateMicro(reader, kind, endsOn), MICRO)
      const posted = taxStore.postedBy(reader, role, 'tax.surcharges', startsOn, endsOn)
      return owed('taxes-and-surcharges', role, wanted - posted)
    })
  },
}

/** Income tax of the year to the end of a quarter, less what is accrued; a loss takes it back, never below nothing. */
const incomeTax: MonthEndVoucher = {
  key: 'tax.income',
  order: 600,
  plan(reader, { endsOn }) {
    if (Number(endsOn.slice(5, 7)) % 3 !== 0) return []
    const from = `${endsOn.slice(0, 4)}-01-01`
    const profit = Math.max(0, taxStore.profit(reader, from, endsOn))
    const wanted = multiplyDivide(profit, rateMicro(reader, 'income', endsOn), MICRO)
    const posted = taxStore.postedBy(reader, 'income-tax-payable', 'tax.income', from, endsOn)
    return owed('income-tax', 'income-tax-payable', wanted - posted)
  },
}

export const monthEndVouchers: readonly MonthEndVoucher[] = [vat, surcharges, incomeTax]
