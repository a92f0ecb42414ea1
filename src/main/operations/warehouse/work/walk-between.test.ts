import { describe, expect, it } from 'vitest'
import { DEPOT, walkBetween } from './walk-between'

const at = (aisle: number, y: number) => ({ aisle, xMillimetres: (aisle - 1) * 3000, yMillimetres: y })

const plain = { aisleLength: 4000, crossAisles: [] }

describe('the walk between two places', () => {
  it('is along the aisle, or round by the nearer end', () => {
    expect(walkBetween(at(1, 500), at(1, 3500), plain)).toBe(3000)
    // By the front 500 + 1500, by the back 3500 + 2500, and 3 m across.
    expect(walkBetween(at(1, 500), at(2, 1500), plain)).toBe(5000)
    expect(walkBetween(at(1, 3500), at(3, 3000), plain)).toBe(6000 + 500 + 1000)
    expect(walkBetween(DEPOT, at(2, 1500), plain)).toBe(4500)
    expect(walkBetween(at(2, 1500), at(2, 1500), plain)).toBe(0)
  })

  it('crosses where it is nearest', () => {
    const crossed = { aisleLength: 4000, crossAisles: [2000] }
    // 1500 + 1000 by the cross aisle; 3500 + 3000 - ... by an end would be 1500 + 3000 + 3000.
    expect(walkBetween(at(1, 1500), at(2, 3000), crossed)).toBe(3000 + 500 + 1000)
    expect(walkBetween(at(1, 100), at(2, 100), crossed)).toBe(3000 + 200)
  })
})
