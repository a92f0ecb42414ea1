import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Layout } from './layout'
import type { BatchRequest } from './plan-batches'
import { OrderExceedsCapacity, planBatches } from './plan-batches'
import { routeLength } from './route'

const hall: Layout = { aisles: 4, aisleGap: 3, aisleLength: 10 }

function order(id: string, ...stops: [aisle: number, y: number, units: number][]) {
  return { id, stops: stops.map(([aisle, y, units]) => ({ aisle, y, units })) }
}

describe('worked by hand: aisles of 10, 3 apart', () => {
  const orders = [order('a', [0, 2, 1]), order('b', [3, 2, 1]), order('c', [0, 4, 1]), order('d', [3, 4, 1])]

  it('puts neighbours together', () => {
    const batches = planBatches({ layout: hall, orders, capacity: 2, budget: { iterations: 0 } })
    expect(batches).toEqual([
      {
        orderIds: ['a', 'c'],
        length: 8,
        stops: [
          { aisle: 0, y: 2, units: 1, orderId: 'a', index: 0 },
          { aisle: 0, y: 4, units: 1, orderId: 'c', index: 0 },
        ],
        path: [0, 2, 4, 0].map((y) => ({ aisle: 0, y })),
      },
      expect.objectContaining({ orderIds: ['b', 'd'], length: 26 }),
    ])
  })

  it('walks once when one walk carries all, and each alone when none fits beside another', () => {
    const lengths = (capacity: number) =>
      planBatches({ layout: hall, orders, capacity, budget: { iterations: 0 } }).map(({ length }) => length)
    expect(lengths(4)).toEqual([18 + 8 + 8])
    expect(lengths(1).toSorted((a, b) => a - b)).toEqual([4, 8, 22, 26])
  })

  it('tells the stops of an order that has several, where they were and whose', () => {
    const [batch] = planBatches({
      layout: hall,
      orders: [order('a', [1, 8, 1], [0, 9, 2]), order('b', [1, 3, 1])],
      capacity: 9,
      budget: { seconds: 1 },
    })
    expect(batch!.stops.map(({ orderId, index }) => [orderId, index])).toEqual([
      ['a', 1],
      ['a', 0],
      ['b', 0],
    ])
  })

  it('nothing to do is nothing planned; an order without stops goes along', () => {
    expect(planBatches({ layout: hall, orders: [], capacity: 1, budget: { seconds: 9 } })).toEqual([])
    const plan = planBatches({ layout: hall, orders: [order('a'), order('b')], capacity: 1, budget: { seconds: 9 } })
    expect(plan.flatMap(({ orderIds }) => orderIds).toSorted()).toEqual(['a', 'b'])
  })

  it('refuses an order that no walk can carry, and says which', () => {
    const tooMuch = [order('a', [0, 1, 2], [1, 1, 2])]
    const plan = () => planBatches({ layout: hall, orders: tooMuch, capacity: 3, budget: { seconds: 1 } })
    expect(plan).toThrow(OrderExceedsCapacity)
    expect(plan).toThrow('order a takes 4 of a capacity of 3')
    const negative = [order('a', [0, 1, -2])]
    expect(() => planBatches({ layout: hall, orders: negative, capacity: 3, budget: { seconds: 1 } })).toThrow(
      RangeError,
    )
  })
})

function anyRequest(maxOrders: number): fc.Arbitrary<BatchRequest<number>> {
  return fc
    .record({
      aisles: fc.integer({ min: 1, max: 6 }),
      aisleGap: fc.integer({ min: 1, max: 5 }),
      aisleLength: fc.integer({ min: 1, max: 40 }),
      crossAisle: fc.boolean(),
    })
    .chain(({ crossAisle, ...block }) => {
      const cut = crossAisle && block.aisleLength > 1
      const layout = { ...block, crossAisles: cut ? [Math.ceil(block.aisleLength / 3)] : [] }
      const stop = fc.record({
        aisle: fc.integer({ min: 0, max: layout.aisles - 1 }),
        y: fc.integer({ min: 0, max: layout.aisleLength }),
        units: fc.integer({ min: 0, max: 3 }),
      })
      return fc.record({
        layout: fc.constant(layout),
        orders: fc
          .array(fc.array(stop, { maxLength: 4 }), { minLength: 1, maxLength: maxOrders })
          .map((orders) => orders.map((stops, id) => ({ id, stops }))),
        capacity: fc.integer({ min: 12, max: 40 }),
        budget: fc.constant({ iterations: 3000 }),
        routing: cut ? fc.constant('optimal' as const) : fc.constantFrom('optimal', 's-shape', 'largest-gap'),
        seed: fc.integer(),
      })
    })
}

/** Every way to put orders into batches, one order after the other. */
function shortestByTrying(request: BatchRequest<number>): number {
  const { layout, orders, capacity, routing } = request
  const units = orders.map(({ stops }) => stops.reduce((sum, stop) => sum + stop.units, 0))
  const place = (next: number, batches: number[][]): number => {
    if (next === orders.length) {
      const stopsOf = (batch: number[]) => batch.flatMap((index) => orders[index]!.stops)
      return batches.reduce((sum, batch) => sum + routeLength(layout, stopsOf(batch), routing), 0)
    }
    const ways = [place(next + 1, [...batches, [next]])]
    for (const [index, batch] of batches.entries()) {
      if (batch.reduce((sum, other) => sum + units[other]!, units[next]!) > capacity) continue
      ways.push(place(next + 1, batches.with(index, [...batch, next])))
    }
    return Math.min(...ways)
  }
  return place(0, [])
}

describe('any plan', () => {
  it('of few orders is the shortest there is', () => {
    fc.assert(
      fc.property(anyRequest(6), (request) => {
        const total = planBatches(request).reduce((sum, { length }) => sum + length, 0)
        expect(total).toBeCloseTo(shortestByTrying(request), 9)
      }),
      { numRuns: 150 },
    )
  })

  it('has every stop of every order once, within capacity, and is no longer than picking each order alone', () => {
    fc.assert(
      fc.property(anyRequest(40), (request) => {
        const { layout, orders, capacity, routing } = request
        const batches = planBatches(request)
        const picked = batches.flatMap(({ stops }) => stops.map(({ orderId, index }) => `${orderId}/${index}`))
        const asked = orders.flatMap(({ id, stops }) => stops.map((_, index) => `${id}/${index}`))
        expect(picked.toSorted()).toEqual(asked.toSorted())
        expect(batches.flatMap(({ orderIds }) => orderIds).toSorted((a, b) => a - b)).toEqual(
          orders.map(({ id }) => id),
        )
        for (const { orderIds, length, stops } of batches) {
          expect(stops.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(capacity)
          expect(stops.every(({ orderId }) => orderIds.includes(orderId))).toBe(true)
          expect(length).toBe(routeLength(layout, stops, routing))
        }
        const alone = orders.reduce((sum, { stops }) => sum + routeLength(layout, stops, routing), 0)
        expect(batches.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(alone)
      }),
      { numRuns: 120 },
    )
  })

  it('is the same again for the same seed', () => {
    fc.assert(
      fc.property(anyRequest(40), (request) => {
        expect(planBatches(request)).toEqual(planBatches(request))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps to its seconds', () => {
    const orders = Array.from({ length: 60 }, (_, id) => ({
      id,
      stops: [0, 1, 2].map((nth) => ({ aisle: (id * 7 + nth * 3) % 10, y: (id * 13 + nth * 11) % 45, units: 1 })),
    }))
    const started = performance.now()
    planBatches({
      layout: { aisles: 10, aisleGap: 5, aisleLength: 47 },
      orders,
      capacity: 15,
      budget: { seconds: 0.5 },
    })
    expect(performance.now() - started).toBeGreaterThan(400)
    // Generous: a busy machine may take the processor away for a while.
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
