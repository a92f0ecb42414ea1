import { currencyDecimals, lineAmountMinor, taxMinor } from '../money'
import { toBaseMinor, toBasePriceMicro, type ExchangeRate } from './rate'

/** What a document is in: the rate that is fixed on it, or null for the currency of the books. */
export interface DocumentMoney {
  readonly base: string
  readonly rate: ExchangeRate | null
}

/** A line in the currency of the books and, where the document is in another, in that. */
export interface LineAmounts {
  readonly priceMicro: number
  readonly netMinor: number
  readonly taxMinor: number
  readonly foreignPriceMicro: number | null
  readonly foreignNetMinor: number | null
  readonly foreignTaxMinor: number | null
}

/** Net and tax are rounded in the document's currency, as it is printed; each is then turned at the document's rate. */
export function lineAmounts(
  line: { readonly quantityMicro: number; readonly priceMicro: number },
  taxRateMicro: number,
  { base, rate }: DocumentMoney,
): LineAmounts {
  const { quantityMicro, priceMicro } = line
  const netMinor = lineAmountMinor(quantityMicro, priceMicro, currencyDecimals(rate?.currency ?? base))
  const tax = taxMinor(netMinor, taxRateMicro)
  if (rate === null) {
    return {
      priceMicro,
      netMinor,
      taxMinor: tax,
      foreignPriceMicro: null,
      foreignNetMinor: null,
      foreignTaxMinor: null,
    }
  }
  return {
    priceMicro: toBasePriceMicro(priceMicro, rate),
    netMinor: toBaseMinor(netMinor, rate, base),
    taxMinor: toBaseMinor(tax, rate, base),
    foreignPriceMicro: priceMicro,
    foreignNetMinor: netMinor,
    foreignTaxMinor: tax,
  }
}

export interface DocumentAmounts {
  readonly netMinor: number
  readonly taxMinor: number
  readonly grossMinor: number
  readonly currency: string | null
  readonly rateMicro: number | null
  readonly foreignNetMinor: number | null
  readonly foreignTaxMinor: number | null
}

/** A document's totals are the sums of its lines, in each currency for itself. */
export function documentAmounts(lines: readonly LineAmounts[], { rate }: DocumentMoney): DocumentAmounts {
  const sum = (of: (line: LineAmounts) => number | null): number =>
    lines.reduce((total, line) => total + (of(line) ?? 0), 0)
  const netMinor = sum((line) => line.netMinor)
  const tax = sum((line) => line.taxMinor)
  return {
    netMinor,
    taxMinor: tax,
    grossMinor: netMinor + tax,
    currency: rate?.currency ?? null,
    rateMicro: rate?.rateMicro ?? null,
    foreignNetMinor: rate === null ? null : sum((line) => line.foreignNetMinor),
    foreignTaxMinor: rate === null ? null : sum((line) => line.foreignTaxMinor),
  }
}

/** The whole of a foreign document in its currency; undefined for one of the books' own. */
export function foreignGross({
  currency,
  foreignNetMinor,
  foreignTaxMinor,
}: Pick<DocumentAmounts, 'currency' | 'foreignNetMinor' | 'foreignTaxMinor'>) {
  if (currency === null) return undefined
  return { currency, amountMinor: (foreignNetMinor ?? 0) + (foreignTaxMinor ?? 0) }
}
