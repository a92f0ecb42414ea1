import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

afterEach(() => {
  closeSound(company)
})

const bins = (filter: string) =>
  company.clerk.warehouse.listBins({ warehouseId: supplies.warehouseId, limit: 500, filter }).rows
const content = (scan: string) => company.clerk.warehouse.binContent({ scan }).rows

describe('counting', () => {
  const start = (codes: string[]) =>
    company.clerk.warehouse.startCount({
      warehouseId: supplies.warehouseId,
      binIds: codes.map((code) => bins(code)[0]!.id),
      countedOn: '2026-03-04',
    }).id

  beforeEach(() => {
    company = openTestCompany()
    supplies = addSupplies(company)
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 10 },
      { item: supplies.tea, pieces: 4, lotCode: 'L', expiresOn: '2026-09-30' },
    ])
  })

  it('is blind until every bin is counted, and posts its differences with the approval', () => {
    const before = balances(company.owner)
    const countId = start(['A01-01-1', 'A01-02-1'])
    expect(refusalOf(() => start(['A01-01-1'])).code).toBe('warehouse.binInOpenCount')
    company.clerk.warehouse.countBin({
      countId,
      binScan: 'A01-01-1',
      lines: [{ itemId: supplies.bolt.id, countedMicro: 8 * PIECE }],
    })
    const blind = company.clerk.warehouse.getCount({ id: countId })
    expect(blind.lines).toMatchObject([{ expectedMicro: null, differenceMicro: null }])
    const unfinished = refusalOf(() => company.owner.warehouse.approveCount({ countId, approvedOn: '2026-03-04' }))
    expect([unfinished.code, unfinished.params['bins']]).toEqual(['warehouse.countUnfinished', 'A01-02-1'])
    const tea = { itemId: supplies.tea.id, countedMicro: 4 * PIECE }
    expect(refusalOf(() => company.clerk.warehouse.countBin({ countId, binScan: 'A01-02-1', lines: [tea] })).code).toBe(
      'warehouse.lotNeeded',
    )
    const counted = company.clerk.warehouse.countBin({
      countId,
      binScan: 'A01-02-1',
      lines: [
        { ...tea, lotCode: 'L' },
        { itemId: supplies.bolt.id, countedMicro: PIECE },
      ],
    })
    expect(counted).toEqual({ state: 'counted', binsLeft: 0, needsRecount: false })
    expect(company.owner.warehouse.approveCount({ countId, approvedOn: '2026-03-04' })).toMatchObject({
      number: 'CC-2026-000001',
      state: 'approved',
    })
    const after = balances(company.owner)
    expect((after['1405'] ?? 0) - (before['1405'] ?? 0)).toBe(-1000)
    expect(after['1901']).toBeUndefined()
    expect(company.owner.warehouse.listCounts({}).rows).toMatchObject([
      { differences: 2, bins: 2, binsFinished: 2, valueMinor: -1000 },
    ])
    expect(company.owner.warehouse.getCount({ id: countId }).lines.map((line) => line.differenceMicro)).toEqual([
      -2 * PIECE,
      PIECE,
      0,
    ])
  })

  it('is not approved when stock moved since', () => {
    const countId = start(['A01-01-1'])
    company.clerk.warehouse.countBin({ countId, binScan: 'A01-01-1', lines: [] })
    company.clerk.warehouse.moveStock({
      fromBinScan: 'A01-01-1',
      toBinScan: 'A02-01-1',
      itemId: supplies.bolt.id,
      lotId: null,
      quantityMicro: PIECE,
    })
    const moved = refusalOf(() => company.owner.warehouse.approveCount({ countId, approvedOn: '2026-03-04' }))
    expect([moved.code, moved.params['bin']]).toEqual(['warehouse.countMoved', 'A01-01-1'])
    company.clerk.warehouse.countBin({
      countId,
      binScan: 'A01-01-1',
      lines: [{ itemId: supplies.bolt.id, countedMicro: 9 * PIECE }],
    })
    company.owner.warehouse.approveCount({ countId, approvedOn: '2026-03-04' })
    const second = start(['A01-01-1'])
    expect(company.owner.warehouse.cancelCount({ countId: second })).toMatchObject({ state: 'cancelled', number: null })
  })

  it('adjusts by hand and takes an adjustment back', () => {
    const adjust = (lines: { itemId: number; quantityMicro: number; binId?: number; lotCode?: string }[]) =>
      company.owner.warehouse.adjustStock({
        warehouseId: supplies.warehouseId,
        adjustedOn: '2026-03-04',
        reason: 'broken',
        lines,
      })
    const before = balances(company.owner)
    const adjusted = adjust([
      { itemId: supplies.bolt.id, quantityMicro: -3 * PIECE },
      { itemId: supplies.tea.id, quantityMicro: 2 * PIECE, lotCode: 'L' },
    ])
    expect(adjusted.number).toBe('SA-2026-000001')
    expect(company.owner.warehouse.getAdjustment({ id: adjusted.id })).toMatchObject({
      number: adjusted.number,
      reason: 'broken',
      lines: [
        { bin: { code: 'A01-01-1' }, item: { id: supplies.bolt.id }, lot: null, quantityMicro: -3 * PIECE },
        { bin: { code: 'A01-02-1' }, item: { id: supplies.tea.id }, lot: { code: 'L' }, quantityMicro: 2 * PIECE },
      ],
    })
    expect([content('A01-01-1')[0]?.quantityMicro, content('A01-02-1')[0]?.quantityMicro]).toEqual([
      7 * PIECE,
      6 * PIECE,
    ])
    expect(company.owner.warehouse.listAdjustments({}).rows).toMatchObject([{ valueMinor: -1000, state: 'posted' }])
    expect(refusalOf(() => adjust([{ itemId: supplies.bolt.id, quantityMicro: -8 * PIECE }])).params).toMatchObject({
      there: '7',
      wanted: '8',
    })
    const undo = { id: adjusted.id, reversedOn: '2026-03-05', reason: 'wrong item' }
    expect(company.owner.warehouse.reverseAdjustment(undo)).toMatchObject({ state: 'reversed' })
    expect(balances(company.owner)).toEqual(before)
    expect(refusalOf(() => company.owner.warehouse.reverseAdjustment(undo)).code).toBe('warehouse.adjustmentReversed')
  })
})
