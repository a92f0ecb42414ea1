import { currencyDecimals, lineAmountMinor } from '../../../shared/values/money'
import { companyProfile } from '../company'
import type { Check } from '../../kernel/check'

interface PricedLine {
  readonly document: string
  readonly currency: string | null
  readonly quantityMicro: number
  readonly grossPriceMicro: number
  /** Net and tax, in the document's currency. */
  readonly grossMinor: number
}

/** Lines whose price includes the tax: quantity times price, rounded once, is what net and tax make together. */
export function pricesWithTaxCheck(name: string, lines: string): Check {
  return {
    name,
    run(reader) {
      const rows = reader.all<PricedLine>(lines)
      const base = rows.length === 0 ? '' : companyProfile(reader).currency
      const wrong = rows.find(
        ({ currency, quantityMicro, grossPriceMicro, grossMinor }) =>
          lineAmountMinor(quantityMicro, grossPriceMicro, currencyDecimals(currency ?? base)) !== grossMinor,
      )
      const detail =
        wrong === undefined ? `${rows.length} rows hold` : `${wrong.document}: a line of ${wrong.grossMinor}`
      return { ok: wrong === undefined, examined: rows.length, detail }
    },
  }
}
