import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Refusal } from '../../src/shared/errors'
import { brokenChecks, openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../support/supplies'
import { undone } from '../support/tampering'
import { putAllAway, sell, ship } from '../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  company.bookkeeper.stock.setAheadRule({ warehouseId: supplies.warehouseId, isAllowed: true })
})
afterEach(() => closeSound(company))

type Step =
  | { readonly do: 'sell'; readonly pieces: number }
  | { readonly do: 'ship'; readonly at: number }
  | { readonly do: 'receive'; readonly pieces: number; readonly priceMicro: number }
  | { readonly do: 'write-down'; readonly percent: number }

const pieces = fc.integer({ min: 1, max: 9 })
const common = [
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sell' as const), pieces }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      pieces,
      priceMicro: fc.integer({ min: 0, max: 40_000_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('write-down' as const), percent: fc.integer({ min: 0, max: 150 }) }),
  },
]
const shipping = { weight: 3, arbitrary: fc.record({ do: fc.constant('ship' as const), at: fc.nat(9) }) }

const stock = () => company.owner.inventory.itemStock({ itemId: supplies.bolt.id })

/** Does a step; answers the way to take it back. */
function perform(step: Step, confirmed: number[]): () => void {
  const { owner, clerk } = company
  const reversal = { reversedOn: '2026-03-20', reason: 'random' }
  if (step.do === 'sell') {
    const known = new Set(owner.stock.listAhead({}).rows.map(({ id }) => id))
    const id = sell(company, supplies, [{ item: supplies.bolt, pieces: step.pieces }])
    confirmed.push(id)
    const brought = owner.stock.listAhead({}).rows.filter((row) => !known.has(row.id))
    return () => {
      owner.sales.cancelOrder({ id })
      for (const ahead of brought) owner.stock.reverseAhead({ id: ahead.id, ...reversal })
    }
  }
  if (step.do === 'receive') {
    const bought = order(owner, supplies, [{ item: supplies.bolt, pieces: step.pieces, priceMicro: step.priceMicro }])
    const { id } = clerk.purchasing.receiveGoods({
      orderId: bought.id,
      receivedOn: '2026-03-05',
      lines: [{ orderLineId: bought.lineIds[0] ?? 0, quantityMicro: step.pieces * PIECE }],
    })
    return () => void owner.purchasing.reverseReceipt({ id, ...reversal })
  }
  if (step.do === 'ship') {
    const [id] = confirmed.splice(step.at % Math.max(confirmed.length, 1), 1)
    putAllAway(company, supplies)
    if (id === undefined) return () => undefined
    const shipmentId = ship(company, supplies, id)
    return () => void owner.shipping.reverseShipment({ id: shipmentId, ...reversal })
  }
  const { onHandMicro, valueMinor } = stock()
  if (onHandMicro === 0) return () => undefined
  const { id } = owner.stock.revalueStock({
    warehouseId: supplies.warehouseId,
    itemId: supplies.bolt.id,
    revaluedOn: '2026-03-06',
    reason: 'random',
    valueMinor: Math.floor(((valueMinor ?? 0) * step.percent) / 100),
  })
  return () => void owner.stock.reverseRevaluation({ id, ...reversal })
}

/** What went through, with the ways back; a refusal is an answer as well. */
function play(steps: readonly Step[]): (() => void)[] {
  const confirmed: number[] = []
  return steps.flatMap((step) => attempt(() => perform(step, confirmed)))
}

/** Its answer, or none where it is refused. */
function attempt<T>(work: () => T): T[] {
  try {
    return [work()]
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'app.unexpected') throw error
    return []
  }
}

const inside = (work: () => void): void =>
  undone((within) => company.company.file.tx.within(company.clock(), within), work)

const useMethod = (method: string): void => {
  if (method !== 'fifo') return
  company.bookkeeper.inventory.setCostingMethod({ category: 'General', method: 'fifo', changedOn: '2026-03-01' })
}

it.each(['average', 'fifo'])(
  'sold ahead, shipped and trued up at random, every proof holds (%s)',
  (method) => {
    useMethod(method)
    let done = 0
    fc.assert(
      fc.property(fc.array(fc.oneof(...common, shipping), { minLength: 4, maxLength: 14 }), (steps) => {
        inside(() => {
          done += play(steps).length
          expect(brokenChecks(company.reader)).toEqual([])
          expect(stock().valueMinor).toBeGreaterThanOrEqual(0)
        })
      }),
      { numRuns: 12, seed: 20261122 },
    )
    expect(done).toBeGreaterThan(60)
  },
  120_000,
)

it.each(['average', 'fifo'])(
  'all of it taken back, last first, comes to nothing to the cent (%s)',
  (method) => {
    useMethod(method)
    let done = 0
    fc.assert(
      fc.property(fc.array(fc.oneof(...common), { minLength: 4, maxLength: 14 }), (steps) => {
        inside(() => {
          const back = play(steps)
          done += back.length
          for (const takeBack of back.toReversed()) takeBack()
          expect([stock().onHandMicro, stock().valueMinor]).toEqual([0, 0])
          expect(balances(company.owner)).toEqual({})
          expect(brokenChecks(company.reader)).toEqual([])
        })
      }),
      { numRuns: 15, seed: 20261122 },
    )
    expect(done).toBeGreaterThan(60)
  },
  120_000,
)

const standing = () => {
  const { onHandMicro, valueMinor } = stock()
  return { onHandMicro, valueMinor, books: balances(company.owner) }
}

it.each(['average', 'fifo'])(
  'shipped as well and taken back, last first, each step leaves what was before it, to the cent (%s)',
  (method) => {
    useMethod(method)
    let shipped = 0
    fc.assert(
      fc.property(fc.array(fc.oneof(...common, shipping), { minLength: 4, maxLength: 14 }), (steps) => {
        inside(() => {
          const confirmed: number[] = []
          const done: { before: ReturnType<typeof standing>; step: Step; back: () => void }[] = []
          for (const step of steps) {
            const before = standing()
            const [back] = attempt(() => perform(step, confirmed))
            if (back !== undefined) done.push({ before, step, back })
          }
          for (const { before, step, back } of done.toReversed()) {
            // Goods that were put away since are not taken off the dock, nor an order cancelled that stands packed.
            if (attempt(() => (back(), true)).length === 0) break
            expect(standing()).toEqual(before)
            if (step.do === 'ship') shipped += 1
          }
          expect(brokenChecks(company.reader)).toEqual([])
        })
      }),
      { numRuns: 15, seed: 20261123 },
    )
    expect(shipped).toBeGreaterThan(15)
  },
  120_000,
)
