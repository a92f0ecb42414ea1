import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Tx } from '../../src/main/kernel/db'
import * as inventory from '../../src/main/ledgers/inventory'
import { Refusal } from '../../src/shared/errors'
import { BINS_OF, openStockLedger, WAREHOUSES, type StockLedger } from '../support/stock-ledger'
import { undone } from '../support/tampering'

const DAY = '2026-03-02'
const METHODS = ['average', 'fifo', 'lot'] as const
type Method = (typeof METHODS)[number]
/** One item of each method, kept by lot. */
const ITEM = { average: 1, fifo: 2, lot: 3 } as const
const LOT = (itemId: number, lot: 1 | 2): number => itemId * 10 + lot

let ledger: StockLedger

beforeEach(() => {
  ledger = openStockLedger(METHODS.map((method) => ({ id: ITEM[method], category: method })))
  ledger.within((tx) => {
    inventory.setCostingMethod(tx, { category: 'fifo', method: 'fifo', changedOn: DAY })
    inventory.setCostingMethod(tx, { category: 'lot', method: 'lot', changedOn: DAY })
  })
})
afterEach(() => ledger.close())

/** One line of a history worked by hand: what is done, and what it is worth under each method. */
interface Row {
  readonly what: string
  readonly run: (tx: Tx, itemId: number) => number
  readonly average: number
  readonly fifo: number
  readonly lot: number
}

const pieces = (count: number): number => Math.round(count * 1_000_000)
const at = { binId: 1, status: 'available' } as const
let nextDocument = 0

function receive(document: string, count: number, valueMinor: number, lot: 1 | 2): Row['run'] {
  return (tx, itemId) => {
    inventory.postMovements(tx, { postedOn: DAY, source: sourceOf(document, itemId) }, [
      {
        warehouseId: 1,
        itemId,
        lotId: LOT(itemId, lot),
        to: at,
        quantityMicro: pieces(count),
        valueMinor,
        sourceLineId: sourceOf(document, itemId).id,
      },
    ])
    return valueMinor
  }
}

function issue(document: string, count: number, lot: 1 | 2): Row['run'] {
  return (tx, itemId) =>
    inventory.postMovements(tx, { postedOn: DAY, source: sourceOf(document, itemId) }, [
      { warehouseId: 1, itemId, lotId: LOT(itemId, lot), from: at, quantityMicro: pieces(count) },
    ])[0]?.valueMinor ?? 0
}

/** A difference on what a receipt brought: answers the part that stock still carries. */
function difference(document: string, receipt: string, count: number, differenceMinor: number): Row['run'] {
  return (tx, itemId) =>
    inventory.spreadPriceDifference(tx, {
      postedOn: DAY,
      source: sourceOf(document, itemId),
      warehouseId: 1,
      itemId,
      receivedMicro: pieces(count),
      differenceMinor,
      origin: { kind: 'test.document', lineId: sourceOf(receipt, itemId).id },
    }).toStockMinor
}

function reverse(document: string): Row['run'] {
  return (tx, itemId) => {
    const source = sourceOf(document, itemId)
    const moved = inventory.reverseMovements(tx, source, { postedOn: DAY })
    const valued = inventory.reverseRevaluations(tx, source, { postedOn: DAY })
    return [...moved, ...valued].reduce((sum, { reversedMinor }) => sum + reversedMinor, 0)
  }
}

const documents = new Map<string, number>()
function sourceOf(document: string, itemId: number): { kind: string; id: number } {
  const key = `${document}/${itemId}`
  const id = documents.get(key) ?? (nextDocument += 1)
  documents.set(key, id)
  return { kind: 'test.document', id }
}

const same = (value: number) => ({ average: value, fifo: value, lot: value })

/**
 * Figures in cents. R1: 10 at 1.00; R2: 10 at 1.30; sale of 12 of lot 2 and so on: FIFO does not look at the lot,
 * specific lot looks at nothing else, the average knows neither.
 */
const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'receipts, sales, a return at its original cost': [
    { what: 'receive 10 for 10.00, lot 1', run: receive('R1', 10, 1000, 1), ...same(1000) },
    { what: 'receive 10 for 13.00, lot 2', run: receive('R2', 10, 1300, 2), ...same(1300) },
    // average 23.00 / 20 = 1.15 x 6; FIFO 6 x 1.00; lot 2: 6 x 1.30
    { what: 'sell 6 of lot 2', run: issue('S1', 6, 2), average: 690, fifo: 600, lot: 780 },
    // average 16.10 / 14 x 7 = 8.05; FIFO 4 x 1.00 + 3 x 1.30; lot 1: 7 x 1.00
    { what: 'sell 7 of lot 1', run: issue('S2', 7, 1), average: 805, fifo: 790, lot: 700 },
    { what: 'the 6 come back as they went', run: reverse('S1'), average: 690, fifo: 600, lot: 780 },
    // average (23.00 - 8.05) / 13 x 3 = 3.45; FIFO: 6 of the first layer are back, 3 x 1.00; lot 2: 3 x 1.30
    { what: 'sell 3 of lot 2', run: issue('S3', 3, 2), average: 345, fifo: 300, lot: 390 },
  ],
  'landed cost and a late invoice': [
    { what: 'receive 10 for 10.00, lot 1', run: receive('R1', 10, 1000, 1), ...same(1000) },
    { what: 'receive 10 for 20.00, lot 2', run: receive('R2', 10, 2000, 2), ...same(2000) },
    // average 1.50 x 5; FIFO 5 x 1.00; lot 2: 5 x 2.00
    { what: 'sell 5 of lot 2', run: issue('S1', 5, 2), average: 750, fifo: 500, lot: 1000 },
    // Freight of 4.00 on R1: the average has 15 on hand, so all 10 count as here; FIFO 5 of 10 left; lot: all 10 left.
    { what: 'freight of 4.00 on R1', run: difference('L1', 'R1', 10, 400), average: 400, fifo: 200, lot: 400 },
    // R2 invoiced 3.00 dearer: average all here; FIFO all 10 of R2 are here; lot: 5 of 10 left.
    { what: 'R2 costs 3.00 more', run: difference('I2', 'R2', 10, 300), average: 300, fifo: 300, lot: 150 },
    // average (30.00 - 7.50 + 7.00) / 15 x 5 = 9.8333; FIFO 5 at (5.00 + 2.00) / 5; lot 1: 5 at 14.00 / 10
    { what: 'sell 5 of lot 1', run: issue('S2', 5, 1), average: 983, fifo: 700, lot: 700 },
    // Left: average 19.67 on 10; FIFO 23.00 on 10 of R2; lot 1 7.00 on 5, lot 2 11.50 on 5.
    { what: 'sell the rest of lot 2', run: issue('S3', 5, 2), average: 984, fifo: 1150, lot: 1150 },
    { what: 'sell the rest of lot 1', run: issue('S4', 5, 1), average: 983, fifo: 1150, lot: 700 },
  ],
  'a cheaper invoice cannot make cost negative': [
    { what: 'receive 4 for 1.00', run: receive('R1', 4, 100, 1), ...same(100) },
    { what: 'sell 3', run: issue('S1', 3, 1), ...same(75) },
    // -2.00 on 4: the average counts 1 of 4 as here, -0.50, but only 0.25 is there to take.
    { what: 'R1 costs 2.00 less', run: difference('I1', 'R1', 4, -200), ...same(-25) },
    { what: 'sell the last', run: issue('S2', 1, 1), ...same(0) },
  ],
  'thirds, and the last piece takes the rest': [
    { what: 'receive 3 for 1.00', run: receive('R1', 3, 100, 1), ...same(100) },
    { what: 'sell 1', run: issue('S1', 1, 1), ...same(33) },
    { what: 'sell 1', run: issue('S2', 1, 1), ...same(34) },
    { what: 'sell 1', run: issue('S3', 1, 1), ...same(33) },
  ],
  'a receipt taken back out of its turn': [
    { what: 'receive 10 for 10.00, lot 1', run: receive('R1', 10, 1000, 1), ...same(1000) },
    { what: 'receive 10 for 20.00, lot 2', run: receive('R2', 10, 2000, 2), ...same(2000) },
    { what: 'sell 4 of lot 2', run: issue('S1', 4, 2), average: 600, fifo: 400, lot: 800 },
    // 10 of lot 1 go back: the average and the lot give 10.00; FIFO has 6 of that layer left, 4 come from R2 at 2.00.
    { what: 'take R1 back', run: reverse('R1'), average: -1000, fifo: -1400, lot: -1000 },
    // average 14.00 on 6 is left; FIFO 12.00; lot 2 12.00
    { what: 'sell 6 of lot 2', run: issue('S2', 6, 2), average: 1400, fifo: 1200, lot: 1200 },
  ],
}

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  it.each(METHODS)('by %s', (method: Method) => {
    documents.clear()
    const got = rows.map((row) => ({ what: row.what, value: ledger.within((tx) => row.run(tx, ITEM[method])) }))
    expect(got).toEqual(rows.map((row) => ({ what: row.what, value: row[method] })))
    expect(ledger.broken()).toEqual([])
  })
})

describe('changing the method', () => {
  it('keeps every value: stock becomes a layer per lot, layers become one average', () => {
    documents.clear()
    ledger.within((tx) => {
      receive('R1', 10, 1000, 1)(tx, 1)
      receive('R2', 5, 1300, 2)(tx, 1)
    })
    const change = (method: Method) =>
      ledger.within((tx) => inventory.setCostingMethod(tx, { category: 'average', method, changedOn: DAY }))
    change('lot')
    expect(ledger.broken()).toEqual([])
    expect(inventory.stockOf(ledger.file.reader, 1, 1).valueMinor).toBe(2300)
    // 23.00 / 15 x 10 = 15.33 on lot 1, the rest on lot 2
    expect(ledger.within((tx) => issue('S1', 5, 2)(tx, 1))).toBe(767)
    change('average')
    expect(ledger.broken()).toEqual([])
    expect(ledger.within((tx) => issue('S2', 10, 1)(tx, 1))).toBe(1533)
    // Nothing is on hand: the next receipt follows the rule of the category.
    change('fifo')
    ledger.within((tx) => receive('R3', 1, 100, 1)(tx, 1))
    ledger.within((tx) => reverse('S2')(tx, 1))
    expect(ledger.broken()).toEqual([])
  })

  it('asks for a category that has items', () => {
    expect(() =>
      ledger.within((tx) => inventory.setCostingMethod(tx, { category: 'none', method: 'fifo', changedOn: DAY })),
    ).toThrow(Refusal)
  })
})

describe('transfers', () => {
  it('carry layers with their cost and origin: a late difference finds them in the other warehouse', () => {
    documents.clear()
    const itemId = ITEM.fifo
    ledger.within((tx) => {
      receive('R1', 10, 1000, 1)(tx, itemId)
      receive('R2', 10, 2000, 2)(tx, itemId)
    })
    const lotId = LOT(itemId, 1)
    const [came] = ledger.within((tx) =>
      inventory.transferMovements(tx, { postedOn: DAY, source: sourceOf('T1', itemId) }, [
        {
          itemId,
          lotId,
          quantityMicro: pieces(10),
          from: { warehouseId: 1, ...at },
          to: { warehouseId: 2, binId: 4, status: 'in-transit' },
        },
      ]),
    )
    expect(came?.valueMinor).toBe(1000)
    expect(ledger.within((tx) => difference('L1', 'R1', 10, 300)(tx, itemId))).toBe(300)
    expect(inventory.stockOf(ledger.file.reader, 2, itemId).valueMinor).toBe(1300)
    expect(inventory.stockOf(ledger.file.reader, 1, itemId).valueMinor).toBe(2000)
    expect(ledger.broken()).toEqual([])
    ledger.within((tx) => reverse('L1')(tx, itemId))
    ledger.within((tx) => reverse('T1')(tx, itemId))
    expect(inventory.stockOf(ledger.file.reader, 1, itemId).valueMinor).toBe(3000)
    expect(ledger.broken()).toEqual([])
  })
})

type Step =
  | { do: 'receive'; valueMinor: number; warehouse: 1 | 2; bin: number; quantity: number; lot: 1 | 2 }
  | { do: 'issue'; warehouse: 1 | 2; bin: number; quantity: number; lot: 1 | 2 }
  | { do: 'transfer'; warehouse: 1 | 2; bin: number; quantity: number; lot: 1 | 2 }
  | { do: 'difference'; of: number; differenceMinor: number }
  | { do: 'value'; warehouse: 1 | 2; valueMinor: number }

const base = {
  warehouse: fc.constantFrom(...WAREHOUSES),
  bin: fc.integer({ min: 0, max: 2 }),
  quantity: fc.oneof(fc.integer({ min: 1, max: 9 }).map(pieces), fc.integer({ min: 1, max: 9_000_000 })),
  lot: fc.constantFrom(1 as const, 2 as const),
}
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      ...base,
      valueMinor: fc.integer({ min: 0, max: 100_000 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('issue' as const), ...base }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('transfer' as const), ...base }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('difference' as const),
      of: fc.nat(40),
      differenceMinor: fc.integer({ min: -50_000, max: 50_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('value' as const),
      warehouse: fc.constantFrom(...WAREHOUSES),
      valueMinor: fc.integer({ min: 0, max: 100_000 }),
    }),
  },
)

interface Received {
  readonly line: number
  readonly warehouse: number
  readonly quantity: number
}

function perform(tx: Tx, itemId: number, action: Step, id: number, received: Received[]): void {
  const posting = { postedOn: DAY, source: { kind: 'test.document', id } }
  const place = (warehouse: 1 | 2, bin: number) =>
    ({ binId: BINS_OF[warehouse][bin] ?? 1, status: 'available' }) as const
  if (action.do === 'difference') {
    const receipt = received[action.of % Math.max(received.length, 1)]
    if (receipt === undefined) return
    const spread = inventory.spreadPriceDifference(tx, {
      ...posting,
      warehouseId: receipt.warehouse,
      itemId,
      receivedMicro: receipt.quantity,
      differenceMinor: action.differenceMinor,
      origin: { kind: 'test.document', lineId: receipt.line },
    })
    expect(spread.toStockMinor + spread.toCostMinor).toBe(action.differenceMinor)
    return
  }
  if (action.do === 'value') {
    const { onHandMicro } = inventory.stockOf(tx, action.warehouse, itemId)
    if (onHandMicro > 0)
      inventory.setStockValue(tx, { ...posting, warehouseId: action.warehouse, itemId, valueMinor: action.valueMinor })
    return
  }
  const { warehouse, bin, quantity: quantityMicro } = action
  const lotId = LOT(itemId, action.lot)
  if (action.do === 'transfer') {
    const other = warehouse === 1 ? 2 : 1
    inventory.transferMovements(tx, posting, [
      {
        itemId,
        lotId,
        quantityMicro,
        from: { warehouseId: warehouse, ...place(warehouse, bin) },
        to: { warehouseId: other, ...place(other, bin) },
      },
    ])
    return
  }
  const draft = { warehouseId: warehouse, itemId, lotId, quantityMicro }
  if (action.do === 'issue') inventory.postMovements(tx, posting, [{ ...draft, from: place(warehouse, bin) }])
  else {
    inventory.postMovements(tx, posting, [
      { ...draft, to: place(warehouse, bin), valueMinor: action.valueMinor, sourceLineId: id },
    ])
    received.push({ line: id, warehouse, quantity: quantityMicro })
  }
}

const inEmptyLedger = (work: () => void): void => undone((inside) => ledger.within(inside), work)

describe.each(METHODS)('random histories by %s', (method: Method) => {
  const itemId = ITEM[method]

  function play(steps: readonly Step[]): number[] {
    const received: Received[] = []
    return steps.flatMap((action, index) => {
      const before = received.length
      try {
        ledger.within((tx) => perform(tx, itemId, action, 1000 + index, received))
        return [1000 + index]
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        received.length = before
        return []
      }
    })
  }

  it('keep value = movements, cost from zero up, layers = on hand; reversed last first they come to nothing', () => {
    let done = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
        inEmptyLedger(() => {
          const through = play(steps)
          done += through.length
          expect(ledger.broken()).toEqual([])
          for (const id of through.toReversed()) {
            const source = { kind: 'test.document', id }
            const reversed = ledger.within((tx) => [
              ...inventory.reverseRevaluations(tx, source, { postedOn: DAY }),
              ...inventory.reverseMovements(tx, source, { postedOn: DAY }),
            ])
            for (const { originalMinor, reversedMinor } of reversed) expect(reversedMinor + originalMinor).toBe(0)
          }
          expect(ledger.broken()).toEqual([])
          expect(inventory.stockValueMinor(ledger.file.reader)).toBe(0)
        })
      }),
      { numRuns: 120 },
    )
    expect(done).toBeGreaterThan(500)
  })
})
