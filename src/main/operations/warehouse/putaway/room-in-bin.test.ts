import { describe, expect, it } from 'vitest'
import { isNearlyFull, roomMicro } from './room-in-bin'

const M = 1_000_000

describe('roomMicro', () => {
  const empty = { millilitres: 0, grams: 0 }
  const cases = [
    { name: 'no limits', limits: [0, 0], load: empty, size: [100, 100], room: Infinity },
    { name: 'by volume', limits: [1000, 0], load: empty, size: [300, 100], room: 3 * M },
    { name: 'by weight', limits: [1000, 500], load: empty, size: [100, 250], room: 2 * M },
    {
      name: 'what is there counts',
      limits: [1000, 0],
      load: { millilitres: 750, grams: 0 },
      size: [100, 0],
      room: 2 * M,
    },
    { name: 'more than full', limits: [1000, 0], load: { millilitres: 1200, grams: 0 }, size: [100, 0], room: 0 },
    { name: 'of unknown size', limits: [1000, 1000], load: empty, size: [0, 0], room: Infinity },
  ]
  it.each(cases)('$name', ({ limits, load, size, room }) => {
    const [capacityMillilitres = 0, capacityGrams = 0] = limits
    const [volumeMillilitres = 0, weightGrams = 0] = size
    expect(roomMicro({ capacityMillilitres, capacityGrams }, load, { volumeMillilitres, weightGrams })).toBe(room)
  })
})

it('calls a bin full from nineteen twentieths on', () => {
  const limits = { capacityMillilitres: 1000, capacityGrams: 0 }
  expect(isNearlyFull(limits, { millilitres: 950, grams: 99_999 })).toBe(false)
  expect(isNearlyFull(limits, { millilitres: 951, grams: 0 })).toBe(true)
})
