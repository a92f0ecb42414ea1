export interface OrderRules {
  readonly minimumMicro: number
  readonly multipleMicro: number
  /** what can be sold before it is too old; null where it keeps */
  readonly mostMicro: number | null
}

export interface OrderQuantity {
  readonly quantityMicro: number
  /** what made it other than the need itself */
  readonly reason: 'need' | 'minimum' | 'multiple' | 'shelf-life'
}

/** The need brought to what the supplier delivers and what can be sold in time. */
export function orderQuantity(needMicro: number, rules: OrderRules): OrderQuantity {
  if (needMicro <= 0) return { quantityMicro: 0, reason: 'need' }
  const step = Math.max(rules.multipleMicro, 1)
  const up = (quantity: number): number => Math.ceil(quantity / step) * step
  const wanted = up(Math.max(needMicro, rules.minimumMicro))
  if (rules.mostMicro !== null && wanted > rules.mostMicro) {
    const most = Math.floor(rules.mostMicro / step) * step
    return { quantityMicro: most < rules.minimumMicro ? 0 : Math.max(most, 0), reason: 'shelf-life' }
  }
  if (wanted === up(needMicro)) return { quantityMicro: wanted, reason: wanted === needMicro ? 'need' : 'multiple' }
  return { quantityMicro: wanted, reason: 'minimum' }
}
