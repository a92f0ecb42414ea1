import { expect, it } from 'vitest'
import { previewOf } from './bin-pattern'

it('numbers aisles through all zones', () => {
  const zones = [
    { aisles: 2, baysPerAisle: 10, levels: 3 },
    { aisles: 1, baysPerAisle: 4, levels: 1 },
  ]
  expect(previewOf(zones, '')).toEqual({
    bins: 64,
    zones: [
      { bins: 60, first: 'A01-01-1', last: 'A02-10-3' },
      { bins: 4, first: 'A03-01-1', last: 'A03-04-1' },
    ],
  })
  expect(previewOf(zones, 'W2-').zones[0]?.first).toBe('W2-A01-01-1')
})
