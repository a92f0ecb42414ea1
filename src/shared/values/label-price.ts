/** Goods whose label bears their price: cut and weighed by the shop's scale, or marked down piece by piece. */
import { divideRounded, MICRO, toSafeNumber } from './integers'
import { lineAmountMinor, taxMinor, taxWithinMinor } from './money'

/** The net amount that makes this gross again. Where rounding leaves none, the next one below it: never dearer than marked. */
export function netOfLabel(grossMinor: number, taxRateMicro: number): number {
  const net = grossMinor - taxWithinMinor(grossMinor, taxRateMicro)
  return net + taxMinor(net, taxRateMicro) > grossMinor ? net - 1 : net
}

interface Marked {
  /** What the line shall come to, in the same terms as the price: both with tax or both without. */
  readonly amountMinor: number
  /** Where the code tells a weight or a number too. Base units, micro. */
  readonly quantityMicro: number | null
  /** Sold by weight: the price on the label tells how much it is. */
  readonly isWeighed: boolean
  /** Of the base unit, micro, as the lists have it. */
  readonly priceMicro: number
  /** Of the pack that one label stands on. */
  readonly baseQuantity: number
  readonly decimals: number
}

/** Quantity and price of a line that comes to exactly what the label says. */
export function markedLine(marked: Marked): { readonly quantityMicro: number; readonly priceMicro: number } {
  const { amountMinor, isWeighed, priceMicro, baseQuantity, decimals } = marked
  const scale = 10n ** BigInt(12 - decimals)
  const per = (divisor: number): number => toSafeNumber(divideRounded(BigInt(amountMinor) * scale, BigInt(divisor)))
  if (marked.quantityMicro === null && isWeighed && priceMicro > 0) {
    const exact = per(priceMicro)
    // The scale weighed in thousandths; what it rounded away is in the price on its label.
    const thousandths = Math.round(exact / 1000) * 1000
    const isTold = thousandths > 0 && lineAmountMinor(thousandths, priceMicro, decimals) === amountMinor
    return { quantityMicro: isTold ? thousandths : exact, priceMicro }
  }
  const quantityMicro = marked.quantityMicro ?? baseQuantity * MICRO
  return { quantityMicro, priceMicro: per(quantityMicro) }
}
