import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { BatchInstance } from './solve-instance'
import { solveInstance } from './solve-instance'

const instance: BatchInstance = {
  id: 'three',
  capacity: 2,
  aisles: 3,
  aisle_gap: 2.4,
  aisle_length: 10,
  orders: [[[0, 2, 1]], [[2, 3, 1]], [[2, 6, 1]]],
}

describe('a written instance', () => {
  it('is solved: order indices, walk, time', () => {
    expect(solveInstance(instance, { seconds: 1, routing: 'optimal' })).toEqual({
      id: 'three',
      batches: [[0], [1, 2]],
      length: 4 + 21.6,
      seconds: expect.any(Number),
    })
  })

  it.each([
    [undefined, 'id must be a text'],
    [{ ...instance, capacity: '2' }, 'capacity must be a number'],
    [{ ...instance, aisle_gap: undefined }, 'aisle_gap must be a number'],
    [{ ...instance, orders: {} }, 'orders must be a list'],
    [{ ...instance, orders: [[], [[0, 2]]] }, 'order 1 must be a list of [aisle, y, units]'],
    [{ ...instance, orders: [[[7, 2, 1]]] }, 'aisle 7 is not one of 3 aisles'],
  ])('is checked: %#', (written, complaint) => {
    expect(() => solveInstance(written, { seconds: 1, routing: 'optimal' })).toThrow(complaint)
  })
})

// Where the bench data is at hand, beside the project; its README tells the source of each set.
const published = new URL('../../../../../shared/data/picking/bahceci-oncan.jsonl.gz', import.meta.url)

describe.skipIf(!existsSync(published))('published instances', () => {
  it('of 8 and 12 orders are solved to the proven optimum', () => {
    const lines = gunzipSync(readFileSync(published)).toString().trim().split('\n')
    const solved = lines.map((line) => {
      const written = JSON.parse(line) as BatchInstance & { exact: { optimal: number } }
      const { length } = solveInstance(written, { seconds: 1, routing: 'optimal' })
      return { id: written.id, orders: written.orders.length, length, optimal: written.exact.optimal }
    })
    expect(solved.filter(({ length, optimal }) => Math.abs(length - optimal) > 1e-6)).toEqual([])
    expect(new Set(solved.map(({ orders }) => orders))).toEqual(new Set([8, 12]))
  })
})
