import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Layout, Place, RoutingPolicy } from './layout'
import { route, routeLength } from './route'

const POLICIES: RoutingPolicy[] = ['optimal', 's-shape', 'largest-gap']
const hall: Layout = { aisles: 4, aisleGap: 3, aisleLength: 10 }

function at(...stops: [aisle: number, y: number][]): Place[] {
  return stops.map(([aisle, y]) => ({ aisle, y }))
}

describe('worked by hand: aisles of 10, 3 apart', () => {
  it('no stops, no walk', () => {
    expect(route(hall, [])).toEqual({ length: 0, sequence: [], path: [{ aisle: 0, y: 0 }] })
    expect(routeLength(hall, [])).toBe(0)
  })

  it('one stop: there and back', () => {
    for (const policy of POLICIES) {
      expect(route(hall, at([2, 4]), policy)).toEqual({
        length: 2 * (6 + 4),
        sequence: [0],
        path: at([0, 0], [1, 0], [2, 0], [2, 4], [2, 0], [1, 0], [0, 0]),
      })
    }
  })

  it('deep stops in two aisles: through one, back through the other', () => {
    expect(route(hall, at([1, 8], [0, 9], [0, 2], [1, 3]))).toEqual({
      length: 26,
      sequence: [2, 1, 0, 3],
      path: at([0, 0], [0, 2], [0, 9], [0, 10], [1, 10], [1, 8], [1, 3], [1, 0], [0, 0]),
    })
  })

  it('shallow stops: in and out of each aisle, where S-shape goes through', () => {
    const stops = at([0, 1], [1, 1], [2, 2])
    expect(routeLength(hall, stops)).toBe(12 + 2 + 2 + 4)
    expect(routeLength(hall, stops, 's-shape')).toBe(12 + 20 + 4)
    expect(routeLength(hall, stops, 'largest-gap')).toBe(12 + 20 + 2)
  })

  it('leaves out the widest gap of a middle aisle', () => {
    const stops = at([0, 5], [1, 1], [1, 9], [2, 5])
    expect(routeLength(hall, stops)).toBe(12 + 20 + 4)
    expect(routeLength(hall, stops, 'largest-gap')).toBe(12 + 20 + 4)
    expect(routeLength(hall, stops, 's-shape')).toBe(12 + 20 + 10)
    expect(route(hall, stops, 'largest-gap').sequence).toEqual([0, 2, 3, 1])
  })

  it('starts where the depot is', () => {
    const stops = at([0, 4], [3, 4])
    expect(routeLength({ ...hall, depotAisle: 2 }, stops)).toBe(18 + 16)
    expect(route({ ...hall, depotAisle: 2 }, stops).path[0]).toEqual({ aisle: 2, y: 0 })
    expect(routeLength(hall, at([3, 0]))).toBe(18)
  })

  it('uses a cross aisle between', () => {
    const stops = at([0, 4], [1, 6])
    expect(routeLength(hall, stops)).toBe(6 + 20)
    expect(routeLength({ ...hall, crossAisles: [5] }, stops)).toBe(3 + 3 + 5 + 5 + 2)
  })

  it('keeps stops at one place together, in the order given', () => {
    expect(route(hall, at([1, 4], [0, 2], [1, 4])).sequence).toEqual([1, 0, 2])
  })

  it('refuses places outside', () => {
    expect(() => route(hall, at([4, 1]))).toThrow('aisle 4 is not one of 4 aisles')
    expect(() => route(hall, at([0, 11]))).toThrow('position 11 is not within an aisle of 10')
    expect(() => routeLength({ ...hall, depotAisle: 4 }, [])).toThrow('depot aisle 4')
    expect(() => routeLength({ ...hall, crossAisles: [5, 5] }, [])).toThrow('rising order within an aisle of 10')
    expect(() => routeLength({ ...hall, crossAisles: [10] }, [])).toThrow('rising order')
    expect(() => routeLength({ ...hall, crossAisles: [1, 2, 3, 4, 5] }, [])).toThrow('more than 5 blocks')
    expect(() => routeLength({ ...hall, crossAisles: [5] }, [], 's-shape')).toThrow('s-shape walks a single block only')
  })
})

/** Halls of one to four blocks. */
const anyLayout = fc
  .record({
    aisles: fc.integer({ min: 1, max: 6 }),
    aisleGap: fc.integer({ min: 0, max: 9 }),
    aisleLength: fc.integer({ min: 1, max: 12 }),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 3 }),
  })
  .chain(({ cuts, ...layout }) =>
    fc.integer({ min: 0, max: layout.aisles - 1 }).map((depotAisle) => {
      const crossAisles = cuts.filter((y) => y < layout.aisleLength).toSorted((a, b) => a - b)
      return { ...layout, depotAisle, crossAisles }
    }),
  )

function anyTour(maxLength: number) {
  return anyLayout.chain((layout) =>
    fc.tuple(
      fc.constant(layout),
      fc.array(
        fc.record({
          aisle: fc.integer({ min: 0, max: layout.aisles - 1 }),
          y: fc.integer({ min: 0, max: layout.aisleLength }),
        }),
        { minLength: 1, maxLength },
      ),
    ),
  )
}

function apart(layout: Layout, a: Place, b: Place): number {
  if (a.aisle === b.aisle) return Math.abs(a.y - b.y)
  const crossAisles = [0, ...(layout.crossAisles ?? []), layout.aisleLength]
  const along = crossAisles.map((y) => Math.abs(a.y - y) + Math.abs(b.y - y))
  return Math.abs(a.aisle - b.aisle) * layout.aisleGap + Math.min(...along)
}

/** Shortest round trip over all orders of visit, by the subsets programme of Held and Karp. */
function shortestByTrying(layout: Layout, stops: readonly Place[]): number {
  const depot = { aisle: layout.depotAisle ?? 0, y: 0 }
  const count = stops.length
  const reach = new Map<number, number>()
  for (let last = 0; last < count; last++) reach.set((1 << last) * count + last, apart(layout, depot, stops[last]!))
  for (let set = 1; set < 1 << count; set++) {
    for (let last = 0; last < count; last++) {
      const walked = reach.get(set * count + last)
      if (walked === undefined) continue
      for (let next = 0; next < count; next++) {
        if (set & (1 << next)) continue
        const key = (set | (1 << next)) * count + next
        reach.set(key, Math.min(reach.get(key) ?? Infinity, walked + apart(layout, stops[last]!, stops[next]!)))
      }
    }
  }
  const all = (1 << count) - 1
  return Math.min(...stops.map((stop, last) => reach.get(all * count + last)! + apart(layout, stop, depot)))
}

describe('any tour', () => {
  it('is as short as the best order of visit', () => {
    fc.assert(
      fc.property(anyTour(7), ([layout, stops]) => {
        expect(routeLength(layout, stops)).toBe(shortestByTrying(layout, stops))
      }),
      { numRuns: 600 },
    )
  })

  it('can be walked: steps re-add to the length, along aisles only, past every stop in sequence', () => {
    fc.assert(
      fc.property(anyTour(25), fc.constantFrom(...POLICIES), ([hallOfBlocks, stops], policy) => {
        const layout = policy === 'optimal' ? hallOfBlocks : { ...hallOfBlocks, crossAisles: [] }
        const { length, sequence, path } = route(layout, stops, policy)
        const depot = { aisle: layout.depotAisle, y: 0 }
        expect(length).toBe(routeLength(layout, stops, policy))
        expect(sequence.toSorted((a, b) => a - b)).toEqual(stops.map((_, index) => index))
        expect([path[0], path.at(-1)]).toEqual([depot, depot])
        let walked = 0
        for (const [index, place] of path.entries()) {
          const before = path[index - 1] ?? place
          const sameCrossAisle =
            before.y === place.y && [0, ...layout.crossAisles, layout.aisleLength].includes(place.y)
          expect(before.aisle === place.aisle || sameCrossAisle).toBe(true)
          walked += Math.abs(before.aisle - place.aisle) * layout.aisleGap + Math.abs(before.y - place.y)
        }
        expect(walked).toBe(length)
        let passed = 0
        for (const index of sequence) {
          const stop = stops[index]!
          while (path[passed]?.aisle !== stop.aisle || path[passed]?.y !== stop.y) {
            expect(passed++).toBeLessThan(path.length)
          }
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('is never longer than S-shape or largest gap, and cross aisles never lengthen it', () => {
    fc.assert(
      fc.property(anyTour(40), ([layout, stops]) => {
        const block = { ...layout, crossAisles: [] }
        const shortest = routeLength(block, stops)
        expect(shortest).toBeLessThanOrEqual(routeLength(block, stops, 's-shape'))
        expect(shortest).toBeLessThanOrEqual(routeLength(block, stops, 'largest-gap'))
        expect(routeLength(layout, stops)).toBeLessThanOrEqual(shortest)
      }),
      { numRuns: 1000 },
    )
  })
})

const published = new URL('../../../../../shared/data/picking/', import.meta.url)

describe.skipIf(!existsSync(published))('published tours', () => {
  it('every Held-Karp case', () => {
    const { cases } = JSON.parse(readFileSync(new URL('routing-heldkarp.json', published), 'utf8')) as {
      cases: {
        aisle_length: number
        aisle_gap: number
        depot: { aisle: number }
        picks: [number, number][]
        optimal: number
      }[]
    }
    expect(cases.length).toBeGreaterThan(100)
    for (const { aisle_length, aisle_gap, depot, picks, optimal } of cases) {
      const aisles = Math.max(depot.aisle, ...picks.map(([aisle]) => aisle)) + 1
      const layout = { aisles, aisleGap: aisle_gap, aisleLength: aisle_length, depotAisle: depot.aisle }
      expect(routeLength(layout, at(...picks))).toBeCloseTo(optimal, 9)
      expect(route(layout, at(...picks)).length).toBeCloseTo(optimal, 9)
    }
  })

  it.each(['bahceci-oncan', 'muter-oncan', 'henn-waescher-sshape'])('every single order of %s', (set) => {
    const lines = gunzipSync(readFileSync(new URL(`${set}.jsonl.gz`, published)))
      .toString()
      .trim()
      .split('\n')
    expect(lines.length).toBeGreaterThan(50)
    const longer: unknown[] = []
    for (const line of lines) {
      const instance = JSON.parse(line) as {
        aisles: number
        aisle_gap: number
        aisle_length: number
        orders: [number, number, number][][]
        single_order_optimal: number[]
      }
      const layout = { aisles: instance.aisles, aisleGap: instance.aisle_gap, aisleLength: instance.aisle_length }
      for (const [index, order] of instance.orders.entries()) {
        const stops = order.map(([aisle, y]) => ({ aisle, y }))
        const optimal = instance.single_order_optimal[index]!
        // The walk itself for a few of each instance: it is slower, and its length is the same programme's.
        const lengths = [routeLength(layout, stops), index < 8 ? route(layout, stops).length : optimal]
        if (lengths.some((length) => Math.abs(length - optimal) > 1e-6)) longer.push({ order, lengths, optimal })
      }
    }
    expect(longer).toEqual([])
  })
})
