import { multiplyDivide } from '../../../shared/values/integers'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import {
  taxpayerOn,
  type AccountLine,
  type JournalLine,
  type MonthEndVoucher,
  type Role,
} from '../../ledgers/accounting'
import { vatColumnsMinor } from './columns'
import { rateMicro, thresholdMinor } from './rates'
import { taxStore } from './tax-store'
import type { RateKind } from './tables'

const isChinese = (reader: Reader): boolean => companyProfile(reader).pack === 'cn-sbe'
const MICRO = 1_000_000

/** An amount on its side; where it takes back what was posted too much, in red on the same side. */
const owed = (debit: Role, credit: Role, amountMinor: number): JournalLine[] =>
  amountMinor === 0
    ? []
    : [
        { role: debit, debitMinor: amountMinor },
        { role: credit, creditMinor: amountMinor },
      ]

/**
 * A tax of 5403 on the part of it that its own row of the income statement shows (其中：城市维护建设税), or on the account
 * as a whole where it has no such part.
 */
const charged = (reader: Reader, tag: string, credit: Role, amountMinor: number): (JournalLine | AccountLine)[] => {
  const accountId = taxStore.taggedAccount(reader, tag)
  if (amountMinor === 0) return []
  return [
    accountId === undefined
      ? { role: 'taxes-and-surcharges', debitMinor: amountMinor }
      : { accountId, debitMinor: amountMinor },
    { role: credit, creditMinor: amountMinor },
  ]
}

const quarterOf = (endsOn: string): string =>
  `${endsOn.slice(0, 4)}-${String(Number(endsOn.slice(5, 7)) - 2).padStart(2, '0')}-01`
const isQuarterEnd = (endsOn: string): boolean => Number(endsOn.slice(5, 7)) % 3 === 0

/** From when on in the quarter that ends with this month the company is a small-scale taxpayer; undefined: it is none. */
function smallScaleSince(reader: Reader, endsOn: string): string | undefined {
  const { kind, validFrom } = taxpayerOn(reader, endsOn)
  const quarter = quarterOf(endsOn)
  return kind === 'small-scale' ? (validFrom > quarter ? validFrom : quarter) : undefined
}

/**
 * 小规模纳税人免征增值税: where the sales of a quarter stay within the threshold, what was charged is not owed and becomes
 * income of the company (财会〔2016〕22号 附则 第二条第十项).
 */
const relief: MonthEndVoucher = {
  key: 'tax.relief',
  order: 90,
  plan(reader, { endsOn }) {
    const from = smallScaleSince(reader, endsOn)
    if (!isChinese(reader) || from === undefined || !isQuarterEnd(endsOn)) return []
    const { debitMinor, creditMinor } = taxStore.turnover(reader, 'output-tax', from, endsOn)
    const relieved = 0 - taxStore.postedBy(reader, 'output-tax', 'tax.relief', from, endsOn)
    const charged = creditMinor - debitMinor + relieved
    const isFree = taxStore.soldMinor(reader, from, endsOn) <= thresholdMinor(reader, endsOn)
    return owed('output-tax', 'tax-relief', (isFree ? charged : 0) - relieved)
  },
}

/** 转出未交增值税: output above input becomes what is paid next month. Input above output stays, without an entry. */
const vat: MonthEndVoucher = {
  key: 'tax.vat',
  order: 100,
  plan(reader, { endsOn }) {
    if (!isChinese(reader)) return []
    // A small-scale taxpayer declares by the quarter.
    if (taxpayerOn(reader, endsOn).kind === 'small-scale' && !isQuarterEnd(endsOn)) return []
    const open = vatColumnsMinor(reader, endsOn)
    return open > 0 ? owed('vat-transferred-out', 'vat-unpaid', open) : []
  },
}

const SURCHARGES: readonly { readonly kind: RateKind; readonly role: Role; readonly tag: string }[] = [
  { kind: 'construction', role: 'construction-tax-payable', tag: 'urban-construction-tax' },
  { kind: 'education', role: 'education-surcharge-payable', tag: 'education-surcharge' },
  { kind: 'local-education', role: 'local-education-surcharge-payable', tag: 'education-surcharge' },
]

/** 城市维护建设税, 教育费附加, 地方教育附加: on the VAT that the month made payable. */
const surcharges: MonthEndVoucher = {
  key: 'tax.surcharges',
  order: 200,
  plan(reader, { startsOn, endsOn }) {
    if (!isChinese(reader)) return []
    const base = taxStore.postedBy(reader, 'vat-unpaid', 'tax.vat', startsOn, endsOn)
    return SURCHARGES.flatMap(({ kind, role, tag }): (JournalLine | AccountLine)[] => {
      const wanted = multiplyDivide(base, rateMicro(reader, kind, endsOn), MICRO)
      const posted = taxStore.postedBy(reader, role, 'tax.surcharges', startsOn, endsOn)
      return charged(reader, tag, role, wanted - posted)
    })
  },
}

/** 印花税 on the sales and purchases of a quarter, as contracts (印花税法, 买卖合同); nothing until its rate is set. */
const stampDuty: MonthEndVoucher = {
  key: 'tax.stamp',
  order: 250,
  plan(reader, { endsOn }) {
    if (!isChinese(reader) || !isQuarterEnd(endsOn)) return []
    const from = quarterOf(endsOn)
    const base = taxStore.soldMinor(reader, from, endsOn) + taxStore.boughtMinor(reader, from, endsOn)
    const wanted = multiplyDivide(Math.max(0, base), rateMicro(reader, 'stamp', endsOn), MICRO)
    const posted = taxStore.postedBy(reader, 'stamp-duty-payable', 'tax.stamp', from, endsOn)
    return charged(reader, 'property-and-stamp-taxes', 'stamp-duty-payable', wanted - posted)
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

export const monthEndVouchers: readonly MonthEndVoucher[] = [relief, vat, surcharges, stampDuty, incomeTax]
