import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/rooms'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, ITEM, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let setId: number
const TODAY = '2026-03-02'

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  const packs = [{ unit: 'pc', baseQuantity: 1, barcodes: [] }]
  setId = company.owner.items.addItem({ ...ITEM, code: 'SET', name: 'Tea set', packs }).id
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 20 },
    { item: supplies.tea, pieces: 10, lotCode: 'L1', expiresOn: '2027-01-01' },
  ])
})
afterEach(() => closeSound(company))

type Lines = { itemId: number; quantityMicro: number }[]
const some = (itemId: number, pieces: number) => ({ itemId, quantityMicro: pieces * PIECE })
const plan = (used: Lines, made: Lines, kind: 'assembly' | 'repack' = 'assembly') =>
  company.owner.stock.planConversion({ kind, warehouseId: supplies.warehouseId, plannedOn: TODAY, used, made })
const places = (id: number) =>
  company.clerk.stock
    .getPlan({ id })
    .used.map((line) => line.places.map((place) => [place.binCode, place.lotCode, place.freeMicro / PIECE]))
const inStock = (itemId: number) =>
  company.clerk.warehouse
    .findItem({ warehouseId: supplies.warehouseId, itemId })
    .rows.map((row) => [row.bin.code, row.quantityMicro / PIECE])

describe('a kit that is put together at the station', () => {
  const begin = () => plan([some(supplies.bolt.id, 8), some(supplies.tea.id, 4)], [some(setId, 4)])
  const out = (id: number, bolts: number, teas: number, sets: number, bolt = 'A01-01-1') =>
    company.clerk.stock.carryOut({
      id,
      used: [
        { ...some(supplies.bolt.id, bolts), binScan: bolt },
        { ...some(supplies.tea.id, teas), binScan: 'a01-02-1', lotCode: 'L1' },
      ],
      made: [some(setId, sets)],
    })

  it('uses its parts from the bins they were scanned in, and says what is missing against expectation', () => {
    const { id, number } = begin()
    expect(number).toBe('CP-000001')
    expect(places(id)).toEqual([[['A01-01-1', null, 20]], [['A01-02-1', 'L1', 10]]])
    const done = out(id, 8, 4, 3)
    expect(done).toEqual({ number: 'CV-2026-000001', differences: [some(setId, 1)] })
    expect([inStock(supplies.bolt.id), inStock(supplies.tea.id), inStock(setId)]).toEqual([
      [['A01-01-1', 12]],
      [['A01-02-1', 6]],
      [['DOCK', 3]],
    ])
    expect(company.clerk.stock.listPlans({ state: 'done' }).rows).toMatchObject([{ number, made: 'Tea set' }])
    expect(company.owner.stock.getConversion({ id: 1 }).lines.at(-1)).toMatchObject({ expectedMicro: 4 * PIECE })
    expect(refusalOf(() => out(id, 8, 4, 4)).code).toBe('stock.planClosed')
    const check = 'stock.plansBecameWhatWasDone'
    expect(foundAfter(company, checks, `UPDATE stock_plan_line SET done_micro = 5 WHERE side = 'made'`)).toContain(
      check,
    )
    expect(
      foundAfter(company, checks, `UPDATE stock_plan SET state = 'open', conversion_id = NULL, done_by = NULL`),
    ).toContain(check)
  })

  it('half of the parts make half of it; more than planned, promised goods and other bins are refused', () => {
    const { id } = begin()
    expect(refusalOf(() => out(id, 9, 4, 4)).code).toBe('stock.moreThanPlanned')
    expect(refusalOf(() => out(id, 8, 4, 4, 'A02-01-1')).code).toBe('stock.notEnoughFree')
    const missing = () =>
      company.clerk.stock.carryOut({
        id,
        used: [{ ...some(supplies.bolt.id, 8), binScan: 'A01-01-1' }],
        made: [some(setId, 4)],
      })
    expect(refusalOf(missing).code).toBe('stock.planPartMissing')
    const foreign = () =>
      company.clerk.stock.carryOut({ id, used: [{ ...some(setId, 1), binScan: 'DOCK' }], made: [some(setId, 4)] })
    expect(refusalOf(foreign).code).toBe('stock.notPlanned')
    sell(company, supplies, [{ item: supplies.bolt, pieces: 18 }])
    expect(refusalOf(() => out(id, 8, 4, 4)).code).toBe('inventory.reservedByOthers')
    expect(out(id, 2, 1, 1).differences).toEqual([some(setId, 0)])
  })

  it('is given up, and planned only of what stock is', () => {
    const { id } = begin()
    company.owner.stock.cancelPlan({ id })
    expect(refusalOf(() => out(id, 8, 4, 4)).code).toBe('stock.planClosed')
    const bolt = some(supplies.bolt.id, 1)
    expect(refusalOf(() => plan([bolt, bolt], [some(setId, 1)])).code).toBe('stock.planItemTwice')
    expect(refusalOf(() => plan([bolt], [bolt])).code).toBe('stock.planMadeOfItself')
  })
})

describe('goods that change their packs only', () => {
  const repack = (pieces: number, whole: number) => {
    const { id } = plan([some(supplies.bolt.id, pieces)], [some(supplies.bolt.id, pieces)], 'repack')
    return company.clerk.stock.carryOut({
      id,
      used: [{ ...some(supplies.bolt.id, pieces), binScan: 'A01-01-1' }],
      made: [some(supplies.bolt.id, whole)],
    })
  }

  it('stay where they are; what is lost on the way is written off', () => {
    expect(repack(12, 12)).toEqual({ number: null, differences: [some(supplies.bolt.id, 0)] })
    expect(repack(12, 11).number).toMatch(/^SA-/)
    expect(inStock(supplies.bolt.id)).toEqual([['A01-01-1', 19]])
    expect(refusalOf(() => repack(4, 5)).code).toBe('stock.repackedMore')
  })
})
