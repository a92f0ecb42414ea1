import * as fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CompanyFile, type Tx } from '../../src/main/kernel/db'
import * as inventory from '../../src/main/ledgers/inventory'
import { migrations } from '../../src/main/migrations'
import { Refusal } from '../../src/shared/errors'
import { undone } from '../support/tampering'

const ITEMS = [1, 2] as const
const BINS = [1, 2, 3] as const
const STATUSES = ['available', 'quarantine', 'damaged'] as const
const DAY = '2026-03-02'

let folder: string
let file: CompanyFile

function within<T>(work: (tx: Tx) => T): T {
  return file.tx.within(new Date('2026-03-02T08:00:00Z'), () => work(file.tx)).result
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-inventory-'))
  const path = join(folder, 'stock.kontor')
  CompanyFile.create(path, migrations)
  file = CompanyFile.open({ path, migrations, mode: 'write' })
  within((tx) => {
    for (const id of ITEMS) {
      tx.run(
        `INSERT INTO items_item (id, code, name, kind, base_unit, tax_code, created_at) VALUES (?, ?, ?, 'stock', 'pc', 'standard', '')`,
        [id, `A${id}`, `Item ${id}`],
      )
    }
    tx.run(`INSERT INTO warehouse_warehouse (id, code, name) VALUES (1, 'W', 'Warehouse')`)
    tx.run(`INSERT INTO warehouse_zone (id, warehouse_id, code, name) VALUES (1, 1, 'Z', 'Zone')`)
    for (const id of BINS) {
      tx.run(`INSERT INTO warehouse_bin (id, warehouse_id, zone_id, code, kind) VALUES (?, 1, 1, ?, 'storage')`, [
        id,
        `B${id}`,
      ])
    }
  })
})

afterEach(() => {
  file.close()
  rmSync(folder, { recursive: true, force: true })
})

function broken(): string[] {
  return inventory.checks.flatMap((check) => {
    const result = check.run(file.reader)
    return result.ok ? [] : [`${check.name}: ${result.detail}`]
  })
}

const place = fc.record({ binId: fc.constantFrom(...BINS), status: fc.constantFrom(...STATUSES) })
const itemId = fc.constantFrom(...ITEMS)
const quantityMicro = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((pieces) => pieces * 1_000_000),
  fc.integer({ min: 1, max: 9_000_000 }),
)

type Step =
  | { do: 'receive'; itemId: number; to: inventory.Place; quantityMicro: number; valueMinor: number }
  | { do: 'issue'; itemId: number; from: inventory.Place; quantityMicro: number }
  | { do: 'move'; itemId: number; from: inventory.Place; to: inventory.Place; quantityMicro: number }
  | { do: 'reserve'; itemId: number; line: number; quantityMicro: number }
  | { do: 'release'; line: number }
  | { do: 'allocate' | 'deallocate'; itemId: number; binId: number; quantityMicro: number }
  | { do: 'revalue'; itemId: number; quantityMicro: number; differenceMinor: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      itemId,
      to: place,
      quantityMicro,
      valueMinor: fc.integer({ min: 0, max: 100_000 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('issue' as const), itemId, from: place, quantityMicro }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('move' as const), itemId, from: place, to: place, quantityMicro }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reserve' as const),
      itemId,
      line: fc.integer({ min: 1, max: 6 }),
      quantityMicro,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), line: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('allocate' as const, 'deallocate' as const),
      itemId,
      binId: fc.constantFrom(...BINS),
      quantityMicro,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('revalue' as const),
      itemId,
      quantityMicro,
      differenceMinor: fc.integer({ min: -50_000, max: 50_000 }),
    }),
  },
)

const order = (line: number, forItem: number) => ({ kind: 'sales.order', id: line * 10 + forItem })

function perform(tx: Tx, action: Step, id: number): void {
  const posting = { postedOn: DAY, source: { kind: 'test.document', id } }
  const base = { warehouseId: 1, lotId: 0 }
  switch (action.do) {
    case 'receive': {
      const { do: _do, ...draft } = action
      inventory.postMovements(tx, posting, [{ ...base, ...draft }])
      return
    }
    case 'issue':
    case 'move': {
      const { do: _do, ...draft } = action
      inventory.postMovements(tx, posting, [{ ...base, ...draft }])
      return
    }
    case 'reserve': {
      const source = order(action.line, action.itemId)
      inventory.reserve(tx, {
        warehouseId: 1,
        itemId: action.itemId,
        source,
        sourceLineId: source.id,
        quantityMicro: action.quantityMicro,
      })
      return
    }
    case 'release':
      for (const each of ITEMS) inventory.releaseReservation(tx, order(action.line, each), order(action.line, each).id)
      return
    case 'allocate':
    case 'deallocate': {
      const allocate = action.do === 'allocate' ? inventory.allocate : inventory.deallocate
      allocate(tx, {
        itemId: action.itemId,
        binId: action.binId,
        lotId: 0,
        status: 'available',
        quantityMicro: action.quantityMicro,
      })
      return
    }
    case 'revalue':
      inventory.spreadPriceDifference(tx, {
        ...posting,
        warehouseId: 1,
        itemId: action.itemId,
        receivedMicro: action.quantityMicro,
        differenceMinor: action.differenceMinor,
      })
  }
}

/** Plays steps, each all or nothing; returns the documents that went through. */
function play(steps: readonly Step[]): number[] {
  return steps.flatMap((action, at) => {
    try {
      within((tx) => perform(tx, action, at + 1))
      return [at + 1]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
}

/** A run leaves nothing behind, so that the next one starts from an empty warehouse. */
const inEmptyWarehouse = (work: () => void): void => undone(within, work)

function emptyEverything(): void {
  within((tx) => {
    for (let line = 1; line <= 6; line += 1) perform(tx, { do: 'release', line }, 0)
    for (const binId of BINS) {
      for (const balance of inventory.balancesInBin(tx, binId)) {
        const { itemId: item, lotId, status, quantityMicro: quantity, allocatedMicro } = balance
        if (allocatedMicro > 0) {
          inventory.deallocate(tx, { itemId: item, binId, lotId, status, quantityMicro: allocatedMicro })
        }
        inventory.postMovements(tx, { postedOn: DAY, source: { kind: 'test.document', id: 9999 } }, [
          { warehouseId: 1, itemId: item, lotId, from: { binId, status }, quantityMicro: quantity },
        ])
      }
    }
  })
}

describe('stock under random work', () => {
  it('keeps every invariant, never goes below zero, and is worth nothing once it is gone', () => {
    let refused = 0
    let done = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        inEmptyWarehouse(() => {
          const through = play(steps).length
          done += through
          refused += steps.length - through
          expect(broken()).toEqual([])
          for (const id of ITEMS) expect(inventory.stockOf(file.reader, 1, id).valueMinor).toBeGreaterThanOrEqual(0)
          emptyEverything()
          expect(broken()).toEqual([])
          for (const id of ITEMS) {
            expect(inventory.stockOf(file.reader, 1, id)).toEqual({
              onHandMicro: 0,
              ownMicro: 0,
              availableMicro: 0,
              reservedMicro: 0,
              freeMicro: 0,
              valueMinor: 0,
            })
          }
        })
      }),
      { numRuns: 150 },
    )
    // Both ways must have been walked, else the test proves little.
    expect(done).toBeGreaterThan(500)
    expect(refused).toBeGreaterThan(100)
  })

  it('comes back to nothing when every document is reversed, last first', () => {
    const movement = fc.oneof(
      fc.record({
        do: fc.constant('receive' as const),
        itemId,
        to: place,
        quantityMicro,
        valueMinor: fc.integer({ min: 0, max: 100_000 }),
      }),
      fc.record({ do: fc.constant('issue' as const), itemId, from: place, quantityMicro }),
      fc.record({ do: fc.constant('move' as const), itemId, from: place, to: place, quantityMicro }),
    )
    fc.assert(
      fc.property(fc.array(movement, { minLength: 3, maxLength: 25 }), (steps) => {
        inEmptyWarehouse(() => {
          for (const id of play(steps).toReversed()) {
            const reversed = within((tx) =>
              inventory.reverseMovements(tx, { kind: 'test.document', id }, { postedOn: DAY }),
            )
            for (const { originalMinor, reversedMinor } of reversed) expect(reversedMinor + originalMinor).toBe(0)
          }
          expect(broken()).toEqual([])
          expect(BINS.flatMap((bin) => inventory.balancesInBin(file.reader, bin))).toEqual([])
          expect(inventory.stockValueMinor(file.reader)).toBe(0)
        })
      }),
      { numRuns: 150 },
    )
  })
})

describe('moving average, by hand', () => {
  const at = { binId: 1, status: 'available' } as const
  const post = (drafts: Omit<inventory.MovementDraft, 'warehouseId' | 'itemId' | 'lotId'>[]): number[] =>
    within((tx) =>
      inventory.postMovements(
        tx,
        { postedOn: DAY, source: { kind: 'test.document', id: 1 } },
        drafts.map((draft) => ({ warehouseId: 1, itemId: 1, lotId: 0, ...draft })),
      ),
    ).map(({ valueMinor }) => valueMinor)

  it('values what leaves at the average, and the last piece takes the rest', () => {
    post([
      { to: at, quantityMicro: 1_000_000, valueMinor: 100 },
      { to: at, quantityMicro: 2_000_000, valueMinor: 0 },
    ])
    const one = { from: at, quantityMicro: 1_000_000 }
    expect(post([one])).toEqual([33])
    expect(post([one, one])).toEqual([34, 33])
    expect(inventory.stockOf(file.reader, 1, 1).valueMinor).toBe(0)
  })

  it('spreads a price difference over what is still here', () => {
    post([
      { to: at, quantityMicro: 10_000_000, valueMinor: 1000 },
      { from: at, quantityMicro: 4_000_000 },
    ])
    const spread = (differenceMinor: number) =>
      within((tx) =>
        inventory.spreadPriceDifference(tx, {
          postedOn: DAY,
          source: { kind: 'test.invoice', id: 1 },
          warehouseId: 1,
          itemId: 1,
          receivedMicro: 10_000_000,
          differenceMinor,
        }),
      )
    expect(spread(100)).toEqual({ toStockMinor: 60, toCostMinor: 40 })
    expect(spread(-2000)).toEqual({ toStockMinor: -660, toCostMinor: -1340 })
    expect(inventory.stockOf(file.reader, 1, 1).valueMinor).toBe(0)
    expect(broken()).toEqual([])
  })

  it('refuses what is not there, what is promised, and a lot with two dates', () => {
    post([{ to: at, quantityMicro: 5_000_000, valueMinor: 500 }])
    within((tx) =>
      inventory.reserve(tx, {
        warehouseId: 1,
        itemId: 1,
        source: { kind: 'sales.order', id: 1 },
        sourceLineId: 1,
        quantityMicro: 4_000_000,
      }),
    )
    const code = (work: () => unknown): string => {
      try {
        work()
      } catch (error) {
        if (error instanceof Refusal) return error.code
        throw error
      }
      return 'went through'
    }
    expect(code(() => post([{ from: at, quantityMicro: 2_000_000 }]))).toBe('inventory.reservedByOthers')
    expect(code(() => post([{ from: at, quantityMicro: 6_000_000 }]))).toBe('inventory.insufficientStock')
    expect(code(() => post([{ from: { binId: 2, status: 'available' }, quantityMicro: 1_000_000 }]))).toBe(
      'inventory.insufficientInBin',
    )
    expect(code(() => post([{ from: at, to: { binId: 1, status: 'damaged' }, quantityMicro: 2_000_000 }]))).toBe(
      'inventory.reservedByOthers',
    )
    const lot = (expiresOn: string): string =>
      code(() => within((tx) => inventory.ensureLot(tx, { itemId: 1, code: 'L1', expiresOn, supplierId: null })))
    expect(lot('2026-12-31')).toBe('went through')
    expect(lot('2026-12-31')).toBe('went through')
    expect(lot('2027-01-31')).toBe('inventory.lotExpiryDiffers')
    expect(broken()).toEqual([])
  })
})
