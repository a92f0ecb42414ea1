import { describe, expect, it } from 'vitest'
import { cashDiscountMinor, discountUntil } from './cash-discount'

const TWO_IN_TEN = { cashDiscountMicro: 20_000, cashDiscountDays: 10 }

describe('a cash discount of 2/10', () => {
  it.each([
    ['2026-03-01', '2026-03-01', 10_000, 200],
    ['2026-03-01', '2026-03-11', 10_000, 200],
    ['2026-03-01', '2026-03-12', 10_000, 0],
    ['2026-02-20', '2026-03-02', 33_333, 667],
    ['2026-03-01', '2026-03-02', -10_000, 0],
  ])('on an invoice of %s paid on %s with %i open is %i', (postedOn, paidOn, openMinor, discount) => {
    expect(cashDiscountMinor(TWO_IN_TEN, { postedOn, openMinor }, paidOn)).toBe(discount)
  })

  it('ends with the tenth day, and is none without terms', () => {
    expect(discountUntil(TWO_IN_TEN, '2026-02-20')).toBe('2026-03-02')
    expect(discountUntil({ cashDiscountMicro: 0, cashDiscountDays: 10 }, '2026-02-20')).toBeUndefined()
  })
})
