import { describe, expect, it } from 'vitest'
import { stockDifferenceJournal } from './count-posting'

describe('stockDifferenceJournal', () => {
  const cases = [
    { name: 'found 12.00', difference: { gainMinor: 1200, lossMinor: 0 }, stock: 1200, gain: -1200, loss: 0 },
    { name: 'missing 7.50', difference: { gainMinor: 0, lossMinor: 750 }, stock: -750, gain: 0, loss: 750 },
    { name: 'both', difference: { gainMinor: 300, lossMinor: 100 }, stock: 200, gain: -300, loss: 100 },
    { name: 'worthless goods', difference: { gainMinor: 0, lossMinor: 0 }, stock: 0, gain: 0, loss: 0 },
  ]
  it.each(cases)('$name', ({ difference, stock, gain, loss }) => {
    const sums = new Map<string, number>()
    for (const { role, debitMinor = 0, creditMinor = 0 } of stockDifferenceJournal(difference)) {
      sums.set(role, (sums.get(role) ?? 0) + debitMinor - creditMinor)
    }
    expect(Object.fromEntries(sums)).toEqual({ stock, 'stock-difference': 0, 'stock-gain': gain, 'stock-loss': loss })
  })
})
