import { formatScaled, microDecimals } from '../../../shared/values/format'

/** A quantity as people read it in a refusal: `12.5`, no needless decimals. */
export function quantityText(quantityMicro: number): string {
  return formatScaled(quantityMicro, microDecimals, { minDecimals: 0 })
}
