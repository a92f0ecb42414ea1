import { lineAmountMinor, currencyDecimals, taxMinor } from '../../../shared/values/money'

export interface PricedLine {
  readonly quantityMicro: number | undefined
  readonly priceMicro: number | undefined
  readonly taxRateMicro: number
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
    net += amount
    tax += taxMinor(amount, line.taxRateMicro)
  }
  return { netMinor: net, taxMinor: tax, grossMinor: net + tax }
}
