import { MICRO, multiplyDivide } from '../../../shared/values/integers'

/** How much of what arrived is looked at: its share in whole base units, rounded up, at least the minimum, never more than came. */
export function sampleMicro(
  quantityMicro: number,
  plan: { readonly samplePermille: number; readonly sampleMinimumMicro: number },
): number {
  const share = multiplyDivide(quantityMicro, plan.samplePermille, 1000)
  const whole = Math.ceil(share / MICRO) * MICRO
  return Math.min(quantityMicro, Math.max(whole, plan.sampleMinimumMicro, 1))
}
