import { refuse } from '../../../../shared/errors'
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
import { companyProfile } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { renderPaper, type Paper } from '../../../kernel/paper'
import { taxRateMicro } from '../../../ledgers/accounting'
import { addressLines, pricedColumns } from '../../sales'
import { earlierHead, paperLines } from './quotation-queries'
import { requireQuotation, type QuotationRow } from './quotation-store'

/** The quotation as the customer gets it, or as an earlier revision was; base64. */
export function quotationPdf(
  reader: Reader,
  input: { id: number; revision?: number | undefined; locale: Language; sheet?: Sheet | undefined },
): { fileName: string; pdf: string } {
  const quotation = requireQuotation(reader, input.id)
  const revision = input.revision ?? quotation.revision
  const paper = quotationPaper(reader, quotation, revision, input.locale)
  const name = `${quotation.number ?? 'draft'}${revision === 1 ? '' : `-${String(revision)}`}`
  return { fileName: `${name}.pdf`, pdf: renderPaper(paper, input.sheet).toString('base64') }
}

function quotationPaper(reader: Reader, quotation: QuotationRow, revision: number, locale: Language): Paper {
  const texts = resources[locale].translation.paper
  const profile = companyProfile(reader)
  const customer = requirePartner(reader, quotation.customerId)
  const isPresent = revision === quotation.revision
  const head = isPresent
    ? quotation
    : (earlierHead(reader, quotation.id, revision) ?? refuse('offers.revisionUnknown', {}, 'revision'))
  const currency = head.currency ?? profile.currency
  const net = head.foreignNetMinor ?? head.netMinor
  const tax = head.foreignTaxMinor ?? head.taxMinor
  const money = (amountMinor: number): string => formatMoney(amountMinor, locale, { currency })
  const lines = paperLines(reader, quotation.id, revision)
  const stamp = isPresent ? (quotation.state === 'draft' ? texts.draft : '') : texts.quotation.replaced
  return {
    sender: profile.name,
    title: texts.quotation.title,
    number: quotation.number ?? '',
    addressee: { label: texts.quotation.to, name: customer.name, lines: addressLines(customer, texts) },
    facts: [
      { label: texts.quotation.date, value: formatDate(head.quotedOn, locale) },
      { label: texts.quotation.validUntil, value: formatDate(head.validUntil, locale) },
      ...(revision === 1 ? [] : [{ label: texts.quotation.revision, value: String(revision) }]),
      ...(quotation.customerReference === ''
        ? []
        : [{ label: texts.customerReference, value: quotation.customerReference }]),
    ],
    columns: pricedColumns(
      texts,
      lines.some((line) => line.grossPriceMicro !== null),
    ),
    rows: lines.map((line, at) => [
      String(at + 1),
      line.code,
      locale !== profile.locale && line.otherName !== '' ? line.otherName : line.name,
      formatQuantity(line.quantityMicro),
      line.baseUnit,
      formatPrice(line.grossPriceMicro ?? line.foreignPriceMicro ?? line.priceMicro, { currency }),
      formatPercent(taxRateMicro(reader, line.taxCode, head.quotedOn)),
      money(line.netMinor),
    ]),
    totals: [
      { label: texts.net, value: money(net) },
      { label: texts.tax, value: money(tax) },
      { label: texts.total, value: formatMoney(net + tax, locale, { currency, symbol: true }), isFinal: true },
    ],
    remarks: [head.note, texts.quotation.binding].filter((text) => text !== ''),
    signatures: [texts.quotation.accepted],
    pageLabel: texts.page,
    ...(stamp === '' ? {} : { stamp }),
  }
}
