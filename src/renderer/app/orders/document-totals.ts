import { lineAmountMinor, currencyDecimals, taxMinor, taxWithinMinor } from '../../../shared/values/money'

export interface PricedLine {
  readonly quantityMicro: number | undefined
  readonly priceMicro: number | undefined
  readonly taxRateMicro: number
  /** The price includes the tax. */
  readonly includesTax?: boolean
}

/** Net, tax and gross of typed lines, rounded as the engine does at posting: once, at the line. */
export function totalsOf(
  lines: readonly PricedLine[],
  currency: string,
): { netMinor: number; taxMinor: number; grossMinor: number } {
  let net = 0
  let tax = 0
  for (const line of lines) {
    if (line.quantityMicro === undefined || line.priceMicro === undefined) continue
    const amount = lineAmountMinor(line.quantityMicro, line.priceMicro, currencyDecimals(currency))
    const share =
      line.includesTax === true ? taxWithinMinor(amount, line.taxRateMicro) : taxMinor(amount, line.taxRateMicro)
    net += line.includesTax === true ? amount - share : amount
    tax += share
  }
  return { netMinor: net, taxMinor: tax, grossMinor: net + tax }
}
