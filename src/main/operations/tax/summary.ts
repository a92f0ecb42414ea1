import { refuse } from '../../../shared/errors'
import { addDays } from '../../../shared/values/date'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { broughtForwardMinor } from './columns'
import { taxStore } from './tax-store'

const CHINESE = [
  'output-tax',
  'input-tax',
  'input-tax-transferred-out',
  'vat-transferred-out',
  'vat-unpaid',
  'input-tax-pending',
] as const
const ELSEWHERE = ['output-tax', 'input-tax', 'vat-unpaid', 'input-tax-pending'] as const

/** The VAT of a time, account by account as the books hold it: opening, turnover, closing, and every line behind it. */
export function vatSummary(reader: Reader, { from, to }: { readonly from: string; readonly to: string }) {
  if (from > to) refuse('tax.fromAfterTo', {}, 'to')
  const { pack, locale } = companyProfile(reader)
  const rows = (pack === 'cn-sbe' ? CHINESE : ELSEWHERE).map((role) => {
    const account = taxStore.accountOf(reader, role)
    const { debitMinor, creditMinor } = taxStore.turnover(reader, role, from, to)
    const openingMinor = taxStore.creditBalance(reader, role, addDays(from, -1))
    return {
      role,
      accountCode: account?.code ?? '',
      accountName: (locale === 'zh-CN' ? account?.zh : account?.en) ?? '',
      openingMinor,
      debitMinor,
      creditMinor,
      closingMinor: openingMinor + creditMinor - debitMinor,
      lines: taxStore.lines(reader, role, from, to),
    }
  })
  const net = (role: string): number => {
    const row = rows.find((each) => each.role === role)
    return (row?.creditMinor ?? 0) - (row?.debitMinor ?? 0)
  }
  const outputMinor = net('output-tax')
  const inputMinor = 0 - net('input-tax') - net('input-tax-transferred-out')
  const broughtMinor = broughtForwardMinor(reader, from)
  return { rows, outputMinor, inputMinor, broughtMinor, payableMinor: outputMinor - inputMinor - broughtMinor }
}
