import { describe, expect, it } from 'vitest'
import { promisable } from './channel-stock'
import { promiseDate } from './promise-date'

const TODAY = '2026-03-10'
const incoming = [
  { day: '2026-03-08', quantityMicro: 5 },
  { day: '2026-03-15', quantityMicro: 10 },
  { day: '2026-04-01', quantityMicro: 100 },
]

describe('the day from which a quantity can be promised', () => {
  // Worked by hand: free now, wanted, waiting before it -> day
  it.each([
    [3, 3, 0, TODAY],
    [3, 0, 50, TODAY],
    [3, 4, 0, TODAY], // the 5 that were due on the 8th are hoped for today
    [3, 8, 0, TODAY],
    [3, 9, 0, '2026-03-15'],
    [0, 15, 0, '2026-03-15'],
    [0, 16, 0, '2026-04-01'],
    [0, 1, 5, '2026-03-15'], // those who wait take the 5 first
    [0, 1, 14, '2026-03-15'],
    [0, 1, 15, '2026-04-01'],
    [0, 115, 0, '2026-04-01'],
    [0, 116, 0, undefined],
    [3, 3, 1000, TODAY], // what is free is nobody's: fillBackOrders has passed it by
  ])('%i free, %i wanted, %i waiting', (promisableMicro, wanted, waitingMicro, day) => {
    expect(promiseDate({ promisableMicro, waitingMicro, incoming }, wanted, TODAY)).toBe(day)
  })

  it('is unknown where nothing comes', () => {
    expect(promiseDate({ promisableMicro: 0, waitingMicro: 0, incoming: [] }, 1, TODAY)).toBeUndefined()
  })
})

describe('what a channel may promise', () => {
  it.each([
    [10, 0, 1_000_000, 10],
    [10, 4, 1_000_000, 6],
    [10, 10, 1_000_000, 0],
    [10, 11, 1_000_000, 0],
    [10, 0, 500_000, 5],
    [10, 1, 500_000, 4], // 4.5, never more than its share
    [10, 0, 0, 0],
  ])('%i free, buffer %i, share %i', (freeMicro, bufferMicro, shareMicro, may) => {
    expect(promisable(freeMicro, { bufferMicro, shareMicro })).toBe(may)
  })
})
