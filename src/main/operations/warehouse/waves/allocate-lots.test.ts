import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocateLots } from './allocate-lots'

const lot = (lotId: number, expiresOn: string | null, freeMicro: number) => ({
  binId: 100 + lotId,
  lotId,
  expiresOn,
  freeMicro,
})
const wish = (name: string, quantityMicro: number, minimumRemainingLifeDays = 0) => ({
  name,
  quantityMicro,
  minimumRemainingLifeDays,
})

describe('allocateLots', () => {
  const lots = [lot(1, '2026-03-01', 5), lot(2, '2026-03-20', 4), lot(3, '2026-09-30', 6), lot(4, null, 2)]
  const cases = [
    { name: 'first expired first', wishes: [wish('a', 3)], taken: ['a:2:3'], short: [] },
    { name: 'from lot to lot', wishes: [wish('a', 6)], taken: ['a:2:4', 'a:3:2'], short: [] },
    { name: 'one order after the other', wishes: [wish('a', 4), wish('b', 1)], taken: ['a:2:4', 'b:3:1'], short: [] },
    {
      name: 'enough life for the customer',
      wishes: [wish('a', 2, 30), wish('b', 2)],
      taken: ['a:3:2', 'b:2:2'],
      short: [],
    },
    { name: 'never what is expired', wishes: [wish('a', 14)], taken: ['a:2:4', 'a:3:6', 'a:4:2'], short: ['a:2'] },
    { name: 'what never expires lasts for anyone', wishes: [wish('a', 3, 3650)], taken: ['a:4:2'], short: ['a:1'] },
  ]
  it.each(cases)('$name', ({ wishes, taken, short }) => {
    const result = allocateLots(wishes, lots, '2026-03-02')
    expect(result.allocations.map((part) => `${part.wish.name}:${part.lotId}:${part.quantityMicro}`)).toEqual(taken)
    expect(result.short.map((part) => `${part.wish.name}:${part.missingMicro}`)).toEqual(short)
  })

  it('gives a lot on its last day, and not the day after', () => {
    const take = (on: string) => allocateLots([wish('a', 1)], [lot(1, '2026-03-02', 1)], on).allocations.length
    expect([take('2026-03-02'), take('2026-03-03')]).toEqual([1, 0])
  })

  it('never gives more than is free, nor leaves a wish short of what it may have', () => {
    const someLots = fc.array(fc.nat(9).map((free) => lot(1, null, free)))
    fc.assert(
      fc.property(someLots, fc.array(fc.integer({ min: 1, max: 9 })), (free, quantities) => {
        const { allocations, short } = allocateLots(
          quantities.map((quantity) => wish('x', quantity)),
          free,
          '2026-03-02',
        )
        const given = allocations.reduce((sum, part) => sum + part.quantityMicro, 0)
        const missing = short.reduce((sum, part) => sum + part.missingMicro, 0)
        const wanted = quantities.reduce((sum, quantity) => sum + quantity, 0)
        const there = free.reduce((sum, part) => sum + part.freeMicro, 0)
        expect([given + missing, given]).toEqual([wanted, Math.min(wanted, there)])
      }),
    )
  })
})
