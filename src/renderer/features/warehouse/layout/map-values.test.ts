import { describe, expect, it } from 'vitest'
import { mapBays, mapValue, type MapBin } from './map-values'

const bin = (more: Partial<MapBin> = {}): MapBin => ({
  id: 1,
  code: 'A01-01-1',
  kind: 'storage',
  zoneCode: 'A',
  aisle: 1,
  bay: 1,
  level: 1,
  xMillimetres: 0,
  yMillimetres: 500,
  blocked: false,
  items: 1,
  fillPercent: 50,
  expiresOn: null,
  class: null,
  picks: 0,
  filledOn: null,
  recount: false,
  ...more,
})
const scale = { today: '2026-03-02', days: 30, busiest: 60 }
const value = (more: Partial<MapBin>, mode: Parameters<typeof mapValue>[1]) => {
  const { text, shade } = mapValue(bin(more), mode, scale)
  return [text, shade]
}

describe('a bin on the plan', () => {
  it('says how full it is, and that it is overfull', () => {
    expect(value({ items: 0, fillPercent: 0 }, 'fill')).toEqual(['', 0])
    expect(value({ fillPercent: 0 }, 'fill')).toEqual(['<1', 1])
    expect(value({ fillPercent: 50 }, 'fill')).toEqual(['50', 3])
    expect(value({ fillPercent: 100 }, 'fill')).toEqual(['100', 4])
    expect(value({ fillPercent: 120 }, 'fill')).toEqual(['120', 'bad'])
    expect(value({ fillPercent: null }, 'fill')).toEqual(['●', 2])
  })

  it('says how long goods lie there and how long they last', () => {
    expect(value({ filledOn: '2026-02-28' }, 'age')).toEqual(['2', 1])
    expect(value({ filledOn: '2025-09-01' }, 'age')).toEqual(['182', 'warning'])
    expect(value({ filledOn: null }, 'age')).toEqual(['?', 1])
    expect(value({ expiresOn: '2026-03-01' }, 'expiry')).toEqual(['-1', 'bad'])
    expect(value({ expiresOn: '2026-03-31' }, 'expiry')).toEqual(['29', 'warning'])
    expect(value({ expiresOn: '2027-06-01' }, 'expiry')).toEqual(['456', 1])
    expect(value({}, 'expiry')).toEqual(['', 0])
  })

  it('says how often it is picked from, by the busiest', () => {
    expect(value({ picks: 60 }, 'picks')).toEqual(['2.0', 4])
    expect(value({ picks: 15 }, 'picks')).toEqual(['0.5', 2])
    expect(value({ picks: 1 }, 'picks')).toEqual(['<0.1', 1])
    expect(value({}, 'picks')).toEqual(['', 0])
    expect(value({ class: 'A' }, 'class')).toEqual(['A', 4])
  })

  it('is blocked whatever is asked', () => {
    expect(value({ blocked: true }, 'fill')).toEqual(['×', 'bad'])
    expect(value({ recount: true }, 'blocked')).toEqual(['?', 'warning'])
  })

  it('stands in its bay, from the floor up; places without an aisle stand in front', () => {
    const { bays, places } = mapBays([bin({ id: 2, level: 2 }), bin(), bin({ id: 3, aisle: 0, kind: 'dock' })])
    expect(bays.map((bay) => bay.bins.map(({ id }) => id))).toEqual([[1, 2]])
    expect(places.map(({ id }) => id)).toEqual([3])
  })
})
