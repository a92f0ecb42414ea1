import { resources } from '../../../shared/i18n'
import { formatMoney, formatPrice, formatQuantity, type Language } from '../../../shared/values/format'
import { formatDate } from '../../../shared/values/format-date'
import { currencyDecimals, lineAmountMinor } from '../../../shared/values/money'
import { companyProfile } from '../../foundation/company'
import { requirePartner } from '../../foundation/parties'
import type { Reader } from '../../kernel/db'
import { renderPaper, type Paper } from '../../kernel/paper'
import { addressLines } from './invoices/invoice-paper'

/** Goods of one item that lie at another's, through a span of days. */
export interface LaidGoods {
  readonly itemId: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly openingMicro: number
  readonly broughtMicro: number
  readonly usedMicro: number
  readonly backMicro: number
}

/** What was used at one price, without tax. */
export interface UsedAt {
  readonly itemId: number
  readonly quantityMicro: number
  readonly priceMicro: number
  readonly currency: string | null
}

export interface SettlementInput {
  readonly partnerId: number
  readonly from: string
  readonly to: string
  readonly locale: Language
}

/** Both sides of goods on consignment sign it: what lay there, came, was used and went back, and what it costs. */
export function settlementPdf(
  reader: Reader,
  side: 'supplier' | 'customer',
  input: SettlementInput,
  goods: readonly LaidGoods[],
  used: readonly UsedAt[],
): { fileName: string; pdf: string } {
  const { code } = requirePartner(reader, input.partnerId)
  const paper = settlementPaper(reader, side, input, goods, used)
  return {
    fileName: `${code} ${input.from} ${input.to}.pdf`,
    pdf: renderPaper(paper).toString('base64'),
  }
}

function settlementPaper(
  reader: Reader,
  side: 'supplier' | 'customer',
  { partnerId, from, to, locale }: SettlementInput,
  goods: readonly LaidGoods[],
  used: readonly UsedAt[],
): Paper {
  const texts = resources[locale].translation.paper
  const words = texts.settlement
  const profile = companyProfile(reader)
  const partner = requirePartner(reader, partnerId)
  const amounts = used.map((part) => {
    const currency = part.currency ?? profile.currency
    return {
      ...part,
      currency,
      amountMinor: lineAmountMinor(part.quantityMicro, part.priceMicro, currencyDecimals(currency)),
    }
  })
  const money = (minor: number, currency: string): string => formatMoney(minor, locale, { currency })
  return {
    sender: profile.name,
    title: words[side],
    number: '',
    addressee: { label: words.with, name: partner.name, lines: addressLines(partner, texts) },
    facts: [
      { label: words.from, value: formatDate(from, locale) },
      { label: words.to, value: formatDate(to, locale) },
    ],
    columns: [
      { title: texts.code, share: 0.13, align: 'left' },
      { title: texts.item, share: 0.25, align: 'left' },
      { title: texts.unit, share: 0.06, align: 'left' },
      { title: words.opening, share: 0.09, align: 'right' },
      { title: words.brought, share: 0.09, align: 'right' },
      { title: words.used, share: 0.09, align: 'right' },
      { title: words.back, share: 0.09, align: 'right' },
      { title: words.closing, share: 0.09, align: 'right' },
      { title: texts.price, share: 0.11, align: 'right' },
    ],
    rows: goods.map((row) => {
      const prices = new Set(
        amounts
          .filter(({ itemId }) => itemId === row.itemId)
          .map(({ priceMicro, currency }) => formatPrice(priceMicro, { currency })),
      )
      const { openingMicro, broughtMicro, usedMicro, backMicro } = row
      return [
        row.code,
        row.name,
        row.baseUnit,
        ...[openingMicro, broughtMicro, usedMicro, backMicro, openingMicro + broughtMicro - usedMicro - backMicro].map(
          (micro) => formatQuantity(micro),
        ),
        [...prices].join(' / '),
      ]
    }),
    totals: totalsByCurrency(amounts).map(({ currency, amountMinor }) => ({
      label: words.usedNet,
      value: `${money(amountMinor, currency)} ${currency}`,
      isFinal: true,
    })),
    remarks: [words[side === 'supplier' ? 'pleaseInvoice' : 'weInvoiced']],
    signatures: [words.ours, words.theirs],
    pageLabel: texts.page,
  }
}

function totalsByCurrency(amounts: readonly { readonly currency: string; readonly amountMinor: number }[]) {
  const sums = new Map<string, number>()
  for (const { currency, amountMinor } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }))
}
