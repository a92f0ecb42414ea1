import { resources } from '../../../../shared/i18n'
import type { Sheet } from '../../../../shared/labels/papers'
import { formatMoney, type Language } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { refuse } from '../../../../shared/errors'
import { companyProfile } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { renderPaper, type Paper } from '../../../kernel/paper'
import { statementQueries } from './statement-queries'

export interface StatementInput {
  readonly partnerId: number
  readonly from: string
  readonly to: string
  /** left out: that of the partner, or the first one that we dealt in */
  readonly currency?: string | undefined
}

/**
 * 对账单 in one currency: the balance before, every posting, the balance after; above zero the partner owes us. Who deals
 * with us in two currencies signs two statements.
 */
export function statementOfAccount(reader: Reader, input: StatementInput) {
  const { partnerId, from, to } = input
  if (from > to) refuse('treasury.fromAfterTo', {}, 'to')
  const { code, name, currency: usual } = requirePartner(reader, partnerId)
  const base = companyProfile(reader).currency
  const dealtIn = statementQueries.currencies(reader, partnerId).map((one) => one ?? base)
  const currencies = dealtIn.length === 0 ? [usual ?? base] : dealtIn
  const preferred = input.currency ?? usual ?? base
  const currency = input.currency ?? (currencies.includes(preferred) ? preferred : (currencies[0] ?? base))
  const of = { partnerId, currency: currency === base ? null : currency }
  const openingMinor = statementQueries.balanceBefore(reader, { ...of, from })
  let balanceMinor = openingMinor
  const rows = statementQueries.within(reader, { ...of, from, to }).map(({ amountMinor, ...row }) => {
    balanceMinor += amountMinor
    return {
      ...row,
      debitMinor: Math.max(amountMinor, 0),
      creditMinor: Math.max(0 - amountMinor, 0),
      balanceMinor,
    }
  })
  return {
    partner: { id: partnerId, code, name },
    currency,
    currencies,
    openingMinor,
    closingMinor: balanceMinor,
    rows,
  }
}

export function statementPdf(
  reader: Reader,
  input: StatementInput & { readonly locale: Language; readonly sheet?: Sheet | undefined },
) {
  const account = statementOfAccount(reader, input)
  const pdf = renderPaper(statementPaper(reader, input, account), input.sheet)
  const { partner, currency } = account
  const inOther = currency === companyProfile(reader).currency ? '' : `-${currency}`
  return { fileName: `${partner.code}${inOther}-${input.to}.pdf`, base64: pdf.toString('base64') }
}

function statementPaper(
  reader: Reader,
  input: StatementInput & { readonly locale: Language },
  account: ReturnType<typeof statementOfAccount>,
): Paper {
  const { locale, from, to } = input
  const texts = resources[locale].translation.paper
  const { name } = companyProfile(reader)
  const partner = requirePartner(reader, input.partnerId)
  const { currency, openingMinor, closingMinor, rows } = account
  const money = (amountMinor: number): string => formatMoney(amountMinor, locale, { currency })
  const orBlank = (amountMinor: number): string => (amountMinor === 0 ? '' : money(amountMinor))
  return {
    sender: name,
    title: texts.statement.title,
    number: `${partner.code}-${to.replaceAll('-', '')}`,
    addressee: {
      label: texts.statement.to,
      name: partner.name,
      lines: partner.address.split('\n').filter((line) => line !== ''),
    },
    facts: [
      { label: texts.statement.from, value: formatDate(from, locale) },
      { label: texts.statement.until, value: formatDate(to, locale) },
      { label: texts.statement.currency, value: currency },
      { label: texts.statement.opening, value: money(openingMinor) },
    ],
    columns: [
      { title: texts.statement.date, share: 0.14, align: 'left' },
      { title: texts.statement.document, share: 0.2, align: 'left' },
      { title: texts.statement.text, share: 0.27, align: 'left' },
      { title: texts.statement.debit, share: 0.13, align: 'right' },
      { title: texts.statement.credit, share: 0.13, align: 'right' },
      { title: texts.statement.balance, share: 0.13, align: 'right' },
    ],
    rows: rows.map((row) => [
      formatDate(row.postedOn, locale),
      row.number,
      row.text.replace(row.number, '').trim(),
      orBlank(row.debitMinor),
      orBlank(row.creditMinor),
      money(row.balanceMinor),
    ]),
    totals: [
      {
        label: texts.statement.closing,
        value: formatMoney(closingMinor, locale, { currency, symbol: true }),
        isFinal: true,
      },
    ],
    remarks: [closingMinor >= 0 ? texts.statement.owedToUs : texts.statement.owedByUs, texts.statement.pleaseConfirm],
    signatures: [texts.statement.signOurs, texts.statement.signTheirs],
    pageLabel: texts.page,
  }
}
