import { resources } from '../../../../shared/i18n'
import type { Sheet } from '../../../../shared/labels/papers'
import {
  formatMoney,
  formatPercent,
  formatPrice,
  formatQuantity,
  type Language,
} from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { companyProfile, type CompanyProfile } from '../../../foundation/company'
import { namesFor } from '../../../foundation/items'
import { requirePartner, type Partner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { renderPaper, type Paper, type PaperColumn, type PaperFact } from '../../../kernel/paper'
import { taxRateMicro } from '../../../ledgers/accounting'
import { invoiceLines, numbersBehind, requireInvoice, type InvoiceLineRow } from './invoice-queries'
import type { InvoiceRow } from './invoice-store'

type Texts = (typeof resources)[Language]['translation']['paper']

/** The invoice or credit note as PDF, base64, in the language of whoever gets it. */
export function invoicePdf(
  reader: Reader,
  input: { id: number; locale: Language; sheet?: Sheet | undefined },
): { fileName: string; pdf: string } {
  const invoice = requireInvoice(reader, input.id)
  const pdf = renderPaper(invoicePaper(reader, invoice, input.locale), input.sheet)
  return { fileName: `${invoice.number}.pdf`, pdf: pdf.toString('base64') }
}

function invoicePaper(reader: Reader, invoice: InvoiceRow, locale: Language): Paper {
  const texts = resources[locale].translation.paper
  const profile = companyProfile(reader)
  const customer = requirePartner(reader, invoice.customer_id)
  const isCredit = invoice.kind === 'credit-note'
  const lines = invoiceLines(reader, invoice.id)
  const named = namesFor(
    reader,
    customer.id,
    lines.map(({ itemId }) => itemId),
  )
  const nameOf = ({ itemId, name, otherName }: InvoiceLineRow): string =>
    named(itemId, locale !== profile.locale && otherName !== '' ? otherName : name)
  return {
    sender: profile.name,
    title: isCredit ? texts.invoice.creditNote : texts.invoice.title,
    number: invoice.number,
    addressee: {
      label: isCredit ? texts.invoice.creditTo : texts.invoice.to,
      name: customer.name,
      lines: addressLines(customer, texts),
    },
    facts: factsOf(reader, invoice, texts, locale),
    columns: pricedColumns(
      texts,
      lines.some((line) => line.grossPriceMicro !== null),
    ),
    rows: lines.map((line, at) => rowOf(reader, { ...line, name: nameOf(line) }, at, invoice, profile, locale)),
    totals: totalsOf(invoice, texts, profile, locale),
    remarks: [invoice.note, ...(isCredit ? [] : [texts.invoice.thanks])].filter((text) => text !== ''),
    signatures: [],
    pageLabel: texts.page,
    ...(invoice.state === 'reversed' ? { stamp: texts.reversed } : {}),
  }
}

/** Under the customer's name on paper. */
export function addressLines(customer: Partner, texts: Texts): string[] {
  return [
    ...customer.address.split('\n'),
    customer.phone === '' ? '' : `${texts.phone} ${customer.phone}`,
    customer.taxNumber === '' ? '' : `${texts.taxNumber} ${customer.taxNumber}`,
  ].filter((line) => line !== '')
}

function factsOf(reader: Reader, invoice: InvoiceRow, texts: Texts, locale: Language): PaperFact[] {
  const { orderNumber, customerReference, returnNumber } = numbersBehind(reader, invoice)
  const facts: PaperFact[] = [{ label: texts.invoice.date, value: formatDate(invoice.invoiced_on, locale) }]
  if (invoice.kind === 'invoice') facts.push({ label: texts.invoice.dueOn, value: formatDate(invoice.due_on, locale) })
  if (returnNumber !== null) facts.push({ label: texts.invoice.return, value: returnNumber })
  if (orderNumber !== null) facts.push({ label: texts.order, value: orderNumber })
  if (customerReference !== null && customerReference !== '') {
    facts.push({ label: texts.customerReference, value: customerReference })
  }
  return facts
}

/** Columns of lines that have a price. */
export function pricedColumns(texts: Texts, includesTax = false): PaperColumn[] {
  return [
    { title: '#', share: 0.05, align: 'right' },
    { title: texts.code, share: 0.13, align: 'left' },
    { title: texts.item, share: 0.33, align: 'left' },
    { title: texts.quantity, share: 0.11, align: 'right' },
    { title: texts.unit, share: 0.08, align: 'left' },
    { title: includesTax ? texts.priceWithTax : texts.price, share: 0.11, align: 'right' },
    { title: texts.taxRate, share: 0.07, align: 'right' },
    { title: texts.amount, share: 0.12, align: 'right' },
  ]
}

function rowOf(
  reader: Reader,
  line: InvoiceLineRow,
  at: number,
  invoice: InvoiceRow,
  profile: CompanyProfile,
  locale: Language,
): string[] {
  const currency = invoice.currency ?? profile.currency
  return [
    String(at + 1),
    line.code,
    line.name,
    formatQuantity(line.quantityMicro),
    line.baseUnit,
    formatPrice(line.grossPriceMicro ?? line.foreignPriceMicro ?? line.priceMicro, { currency }),
    formatPercent(taxRateMicro(reader, line.taxCode, invoice.invoiced_on)),
    formatMoney(line.foreignNetMinor ?? line.netMinor, locale, { currency }),
  ]
}

function totalsOf(invoice: InvoiceRow, texts: Texts, profile: CompanyProfile, locale: Language): Paper['totals'] {
  const currency = invoice.currency ?? profile.currency
  const net = invoice.foreign_net_minor ?? invoice.net_minor
  const tax = invoice.foreign_tax_minor ?? invoice.tax_minor
  const money = (amountMinor: number): string => formatMoney(amountMinor, locale, { currency })
  return [
    { label: texts.net, value: money(net) },
    { label: texts.tax, value: money(tax) },
    {
      label: texts.total,
      value: formatMoney(net + tax, locale, { currency, symbol: true }),
      isFinal: true,
    },
  ]
}
