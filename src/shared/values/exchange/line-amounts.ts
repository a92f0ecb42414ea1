import { currencyDecimals, lineAmountMinor, netPriceMicro, taxMinor, taxWithinMinor } from '../money'
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
  /** The price as it was entered, in the document's currency, where it includes the tax; null: it does not. */
  readonly grossPriceMicro: number | null
}

/**
 * Net and tax are rounded in the document's currency, as it is printed; each is then turned at the document's rate. Of a
 * price that includes the tax the gross is quantity times price, rounded once, and the tax within it is rounded once: net
 * and tax make exactly the gross.
 */
export function lineAmounts(
  line: { readonly quantityMicro: number; readonly priceMicro: number; readonly includesTax?: boolean },
  taxRateMicro: number,
  { base, rate }: DocumentMoney,
): LineAmounts {
  const { quantityMicro, includesTax = false } = line
  const enteredMinor = lineAmountMinor(quantityMicro, line.priceMicro, currencyDecimals(rate?.currency ?? base))
  const tax = includesTax ? taxWithinMinor(enteredMinor, taxRateMicro) : taxMinor(enteredMinor, taxRateMicro)
  const netMinor = includesTax ? enteredMinor - tax : enteredMinor
  const priceMicro = includesTax ? netPriceMicro(line.priceMicro, taxRateMicro) : line.priceMicro
  const grossPriceMicro = includesTax ? line.priceMicro : null
  if (rate === null) {
    return {
      priceMicro,
      netMinor,
      taxMinor: tax,
      foreignPriceMicro: null,
      foreignNetMinor: null,
      foreignTaxMinor: null,
      grossPriceMicro,
    }
  }
  return {
    priceMicro: toBasePriceMicro(priceMicro, rate),
    netMinor: toBaseMinor(netMinor, rate, base),
    taxMinor: toBaseMinor(tax, rate, base),
    foreignPriceMicro: priceMicro,
    foreignNetMinor: netMinor,
    foreignTaxMinor: tax,
    grossPriceMicro,
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
