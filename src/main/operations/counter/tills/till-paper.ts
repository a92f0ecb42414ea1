import { refuse } from '../../../../shared/errors'
import { resources } from '../../../../shared/i18n'
import type { StripLine } from '../../../../shared/labels/papers'
import { formatMoney, type Language } from '../../../../shared/values/format'
import { formatDateTime } from '../../../../shared/values/format-date'
import { companyProfile } from '../../../foundation/company'
import type { Reader } from '../../../kernel/db'
import { renderStrip } from '../../../kernel/paper'
import { getTill } from './till-queries'

const WITH_FIGURES = { rights: new Set(['treasury.writeOff'] as const) }

/** The Z report: what came in, what should be there, what was counted; of a closed till. */
export function tillLines(
  reader: Reader,
  input: { readonly id: number; readonly locale: Language },
): { readonly number: string; readonly lines: StripLine[] } {
  const { locale } = input
  const texts = resources[locale].translation.paper
  const words = texts.till
  const till = getTill(reader, WITH_FIGURES, input)
  if (till.state !== 'closed' || till.closedAt === null) {
    return refuse('counter.tillStillOpen', { till: till.number }, 'id')
  }
  const profile = companyProfile(reader)
  const money = (minor: number | null): string => formatMoney(minor ?? 0, locale, { currency: profile.currency })
  const time = (instant: string): string => formatDateTime(Date.parse(instant), locale)
  const row = (left: string, minor: number | null, more: Partial<StripLine> = {}): StripLine => ({
    left,
    right: money(minor),
    ...more,
  })
  const lines: StripLine[] = [
    { left: profile.name, size: 'large', isStrong: true, isCentred: true },
    { left: words.title, isCentred: true },
    { left: till.number, right: till.account, size: 'small' },
    { left: words.cashier, right: till.cashier, size: 'small' },
    ...(till.station === '' ? [] : [{ left: words.station, right: till.station, size: 'small' as const }]),
    { left: words.opened, right: time(till.openedAt), size: 'small' },
    { left: words.closed, right: time(till.closedAt), size: 'small' },
    row(words.float, till.floatMinor, { hasRule: true }),
    row(`${words.sales} (${String(till.sales?.count ?? 0)})`, till.sales?.grossMinor ?? 0),
    row(`   ${texts.receipt.ofWhichTax}`, till.sales?.taxMinor ?? 0, { size: 'small' }),
    row(words.otherIn, till.otherInMinor),
    row(words.otherOut, 0 - (till.otherOutMinor ?? 0)),
    row(words.expected, till.expectedMinor, { isStrong: true, hasRule: true }),
    row(words.counted, till.countedMinor, { isStrong: true }),
    row(words.difference, till.differenceMinor, { isStrong: true, size: 'large' }),
    ...(till.reason === '' ? [] : [{ left: `${words.reason} ${till.reason}`, size: 'small' as const }]),
    ...(till.allowedBy === null ? [] : [{ left: `${words.allowedBy} ${till.allowedBy}`, size: 'small' as const }]),
    ...till.closingPieces.map(({ faceMinor, pieces }, at) => ({
      left: `   ${String(pieces)} × ${money(faceMinor)}`,
      right: money(pieces * faceMinor),
      size: 'small' as const,
      hasRule: at === 0,
    })),
    row(words.taken, 0 - (till.takenMinor ?? 0), { hasRule: true }),
    row(words.left, (till.countedMinor ?? 0) - (till.takenMinor ?? 0)),
    { left: words.signature, hasRule: true },
    { left: ' ', size: 'large' },
  ]
  return { number: till.number, lines }
}

export function tillPdf(reader: Reader, input: { id: number; locale: Language }): { fileName: string; pdf: string } {
  const { number, lines } = tillLines(reader, input)
  return { fileName: `${number}.pdf`, pdf: renderStrip(number, lines).toString('base64') }
}
