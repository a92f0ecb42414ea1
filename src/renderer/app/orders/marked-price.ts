import { currencyDecimals } from '../../../shared/values/money'
import { divideRounded, toSafeNumber } from '../../../shared/values/integers'
import { markedLine, netOfLabel } from '../../../shared/values/label-price'

/** What `items.readScan` says of goods whose label bears their price. */
export interface MarkedScan {
  readonly quantityMicro: number | null
  readonly marked: {
    readonly amountMicro: number
    readonly currency: string | null
    readonly isWeighed: boolean
  } | null
}

interface Known {
  /** As the lists have it: without tax, or with it where the line includes it. */
  readonly priceMicro: number
  readonly includesTax?: boolean
  readonly taxRateMicro: number
  readonly baseQuantity: number
  readonly currency: string
}

/** Quantity and price of the line that comes to what the label asks; undefined where it asks nothing in this currency. */
export function asMarked(
  { marked, quantityMicro }: MarkedScan,
  { priceMicro, includesTax = false, taxRateMicro, baseQuantity, currency }: Known,
): { readonly quantityMicro: number; readonly priceMicro: number } | undefined {
  if (marked === null || (marked.currency !== null && marked.currency !== currency)) return undefined
  const decimals = currencyDecimals(currency)
  const grossMinor = toSafeNumber(divideRounded(BigInt(marked.amountMicro), 10n ** BigInt(6 - decimals)))
  if (grossMinor === 0) return undefined
  const amountMinor = includesTax ? grossMinor : netOfLabel(grossMinor, taxRateMicro)
  return markedLine({ amountMinor, quantityMicro, isWeighed: marked.isWeighed, priceMicro, baseQuantity, decimals })
}
