import { refuse } from '../../../shared/errors'
import { resources } from '../../../shared/i18n'
import { formatMoney, type Language } from '../../../shared/values/format'
import { formatDate } from '../../../shared/values/format-date'
import { companyProfile } from '../../foundation/company'
import { requirePartner } from '../../foundation/parties'
import { assert } from '../../kernel/assert'
import type { Reader } from '../../kernel/db'
import { renderPaper } from '../../kernel/paper'
import { addressLines } from '../sales'
import { depositStore, requireDeposit } from './deposit-store'

/** What a customer is asked to pay before the goods leave; base64. */
export function depositPdf(reader: Reader, input: { id: number; locale: Language }): { fileName: string; pdf: string } {
  const deposit = requireDeposit(reader, input.id)
  if (deposit.direction !== 'in') refuse('deposits.notOurs', { number: deposit.number }, 'id')
  const order = depositStore.order(reader, 'in', deposit.orderId)
  assert(order !== undefined, 'a deposit has its order')
  const { locale } = input
  const texts = resources[locale].translation.paper
  const profile = companyProfile(reader)
  const customer = requirePartner(reader, deposit.partnerId)
  const askedMinor = deposit.foreignMinor ?? deposit.amountMinor
  const money = (minor: number): string =>
    formatMoney(minor, locale, { currency: deposit.currency ?? profile.currency, symbol: true })
  const paper = renderPaper({
    sender: profile.name,
    title: texts.deposit.title,
    number: deposit.number,
    addressee: { label: texts.invoice.to, name: customer.name, lines: addressLines(customer, texts) },
    facts: [
      { label: texts.deposit.date, value: formatDate(deposit.askedOn, locale) },
      { label: texts.deposit.dueOn, value: formatDate(deposit.dueOn, locale) },
      { label: texts.order, value: order.number ?? '' },
    ],
    columns: [
      { title: texts.deposit.text, share: 0.7, align: 'left' },
      { title: texts.amount, share: 0.3, align: 'right' },
    ],
    rows: [
      [texts.deposit.orderTotal, money(order.foreignGrossMinor ?? order.grossMinor)],
      [texts.deposit.asked, money(askedMinor)],
    ],
    totals: [{ label: texts.total, value: money(askedMinor), isFinal: true }],
    remarks: [texts.deposit.please],
    signatures: [],
    pageLabel: texts.page,
  })
  return { fileName: `${deposit.number}.pdf`, pdf: paper.toString('base64') }
}
