import { describe, expect, it } from 'vitest'
import { DEPOT, walkBetween } from './walk-between'

const at = (aisle: number, y: number) => ({ aisle, xMillimetres: (aisle - 1) * 3000, yMillimetres: y })

describe('the walk between two places', () => {
  it('is along the aisle, or round by the nearer end', () => {
    expect(walkBetween(at(1, 500), at(1, 3500), 4000)).toBe(3000)
    // By the front 500 + 1500, by the back 3500 + 2500, and 3 m across.
    expect(walkBetween(at(1, 500), at(2, 1500), 4000)).toBe(5000)
    expect(walkBetween(at(1, 3500), at(3, 3000), 4000)).toBe(6000 + 500 + 1000)
    expect(walkBetween(DEPOT, at(2, 1500), 4000)).toBe(4500)
    expect(walkBetween(at(2, 1500), at(2, 1500), 4000)).toBe(0)
  })
})
