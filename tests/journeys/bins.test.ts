import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../support/supplies'
import { pickAll, receive, release, sell, stockUp } from '../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
const TODAY = '2026-03-02'

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const here = () => ({ warehouseId: supplies.warehouseId })
const bins = (periodsBack = 0) =>
  company.clerk.warehouse.floorMap({ ...here(), today: TODAY, days: 10, periodsBack }).bins
const bin = (code: string) => bins().find((row) => row.code === code)
const load = (rows: Parameters<TestCompany['owner']['warehouse']['importBins']>[0]['bins']) =>
  company.owner.warehouse.importBins({ ...here(), bins: rows })

describe('the plan of the house', () => {
  it('says of each bin how full, how old, how long it lasts, how fast, how often fetched', () => {
    load([
      { code: 'A01-01-1', zoneCode: 'A', aisle: 1, bay: 1, level: 1, yMillimetres: 500, capacityMillilitres: 4000 },
    ])
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 10 },
      { item: supplies.tea, pieces: 5, lotCode: 'L2', expiresOn: '2026-12-31' },
      { item: supplies.tea, pieces: 5, lotCode: 'L1', expiresOn: '2026-08-31' },
    ])
    for (let at = 0; at < 3; at++) sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    pickAll(company, release(company, supplies))
    company.owner.warehouse.classifyItems({ ...here(), today: TODAY })
    expect(bins()).toHaveLength(16 + 5)
    // Ten bolts of 100 ml, three picked: 700 of 4000 ml.
    expect(bin('A01-01-1')).toMatchObject({ items: 1, fillPercent: 17, picks: 3, class: 'A', filledOn: TODAY })
    // The heat of ten days ago is another one.
    expect(bins(1).find((row) => row.code === 'A01-01-1')?.picks).toBe(0)
    const later = company.clerk.warehouse.floorMap({ ...here(), today: '2026-03-12', days: 10, periodsBack: 1 }).bins
    expect(later.find((row) => row.code === 'A01-01-1')?.picks).toBe(3)
    expect(bin('A01-02-1')).toMatchObject({
      items: 1,
      fillPercent: null,
      expiresOn: '2026-12-31',
      class: null,
      picks: 0,
    })
    expect(bin('A02-04-2')).toMatchObject({ items: 0, fillPercent: 0, filledOn: null })
    expect(
      company.clerk.warehouse
        .findItem({ ...here(), itemId: supplies.tea.id })
        .rows.map((row) => [row.bin.code, row.quantityMicro / PIECE]),
    ).toEqual([
      ['A01-02-1', 5],
      ['A01-03-1', 5],
    ])
  })

  it('shows blocked bins, which take and give nothing until they are freed', () => {
    const first = bin('A01-01-1')!
    company.owner.warehouse.blockBin({ binId: first.id, blocked: true })
    expect(bin('A01-01-1')).toMatchObject({ blocked: true })
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    expect(bin('A01-01-1')).toMatchObject({ items: 0 })
    company.owner.warehouse.blockBin({ binId: first.id, blocked: false })
    company.owner.warehouse.blockBin({ binId: bin('A01-02-1')!.id, blocked: true })
    sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    expect(refusalOf(() => release(company, supplies)).code).toBe('warehouse.nothingPickable')
    expect(company.clerk.warehouse.binContent({ scan: 'A01-02-1' }).isBlocked).toBe(true)
  })
})

describe('bins from a table', () => {
  it('are added or changed, all of them or none, and the wrong row is named', () => {
    const shelf = { code: 'b01-01-1', zoneCode: 'a', aisle: 3, bay: 1, level: 1, xMillimetres: 6000, yMillimetres: 500 }
    expect(load([shelf, { ...shelf, code: 'A01-01-1', capacityGrams: 500 }])).toEqual({ added: 1, changed: 1 })
    expect(bin('B01-01-1')).toMatchObject({ kind: 'storage', aisle: 3, zoneCode: 'A' })
    const refused = (rows: Parameters<typeof load>[0]) => {
      const { code, params } = refusalOf(() => load(rows))
      return [code, params['row']]
    }
    expect(refused([shelf, { ...shelf, code: 'B01-01-1' }])).toEqual(['warehouse.importBinTwice', 2])
    expect(
      refused([
        { ...shelf, code: 'NEW' },
        { ...shelf, code: 'X', zoneCode: 'Z' },
      ]),
    ).toEqual(['warehouse.importZoneUnknown', 2])
    expect(bin('NEW')).toBeUndefined()
    receive(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    // A01-01-1 is far off now, so a putaway is planned to A01-02-1, which can be no dock as long as it is.
    expect(refused([{ ...shelf, code: 'A01-02-1', kind: 'dock' }])).toEqual(['warehouse.importBinInUse', 1])
    company.owner.warehouse.addWarehouse({
      code: 'W2',
      name: 'Other',
      zones: [{ code: 'A', name: 'A', categories: [], aisles: 1, baysPerAisle: 1, levels: 1 }],
    })
    expect(refused([{ ...shelf, code: 'W2-A01-01-1' }])).toEqual(['warehouse.importBinElsewhere', 1])
  })

  it('get labels in bulk', () => {
    const { labels, fileName, pdf } = company.clerk.warehouse.binLabelsPdf({ ...here(), kind: 'storage' })
    expect([labels, fileName]).toEqual([16, 'W1-bins.pdf'])
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(refusalOf(() => company.clerk.warehouse.binLabelsPdf({ ...here(), kind: 'pick-face' })).code).toBe(
      'warehouse.noBinsToLabel',
    )
  })
})
