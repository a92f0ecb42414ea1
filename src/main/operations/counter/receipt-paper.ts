import { resources } from '../../../shared/i18n'
import type { StripLine } from '../../../shared/labels/papers'
import { formatMoney, formatQuantity, type Language } from '../../../shared/values/format'
import { formatDateTime } from '../../../shared/values/format-date'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { renderStrip } from '../../kernel/paper'
import { requireSale, soldLines } from './counter-queries'

export function receiptPdf(reader: Reader, input: { id: number; locale: Language }): { fileName: string; pdf: string } {
  const { number, lines } = receiptLines(reader, { ...input, isCopy: false })
  return { fileName: `${number}.pdf`, pdf: renderStrip(number, lines).toString('base64') }
}

/** What the customer takes along: each line with its tax in it, the total, the cash and the change. */
export function receiptLines(
  reader: Reader,
  input: { readonly id: number; readonly locale: Language; readonly isCopy: boolean },
): { readonly number: string; readonly lines: StripLine[] } {
  const { locale, isCopy } = input
  const texts = resources[locale].translation.paper
  const sale = requireSale(reader, input.id)
  const profile = companyProfile(reader)
  const money = (amountMinor: number): string => formatMoney(amountMinor, locale, { currency: profile.currency })
  const named = (line: { name: string; otherName: string }): string =>
    locale !== profile.locale && line.otherName !== '' ? line.otherName : line.name
  const lines: StripLine[] = [
    { left: profile.name, size: 'large', isStrong: true, isCentred: true },
    { left: texts.receipt.title, isCentred: true },
    ...(isCopy ? [{ left: texts.receipt.copy, isStrong: true, isCentred: true }] : []),
    { left: sale.number, right: formatDateTime(Date.parse(sale.soldAt), locale), size: 'small' },
    ...soldLines(reader, sale.invoiceId).flatMap((line, at): StripLine[] => [
      { left: named(line), hasRule: at === 0 },
      {
        left: `   ${formatQuantity(line.quantityMicro)} ${line.baseUnit}`,
        right: money(line.grossMinor),
      },
    ]),
    { left: texts.total, right: money(sale.grossMinor), size: 'large', isStrong: true, hasRule: true },
    { left: texts.receipt.ofWhichTax, right: money(sale.taxMinor), size: 'small' },
    { left: texts.receipt.cash, right: money(sale.tenderedMinor), hasRule: true },
    { left: texts.receipt.change, right: money(sale.tenderedMinor - sale.grossMinor) },
    ...(sale.soldBy === null ? [] : [{ left: `${texts.receipt.servedBy} ${sale.soldBy}`, size: 'small' as const }]),
    { left: texts.receipt.thanks, isCentred: true },
  ]
  return { number: sale.number, lines }
}
