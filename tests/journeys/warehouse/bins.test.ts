import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { pickAll, receive, release, sell, stockUp } from '../../support/warehouse-day'

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

describe('a house of several blocks', () => {
  const add = (blocks: number, code = 'W2') =>
    company.owner.warehouse.addWarehouse({
      code,
      name: code,
      blocks,
      zones: [{ code: 'A', name: 'All', categories: [], aisles: 2, baysPerAisle: 10, levels: 1 }],
    }).id
  const ways = (warehouseId: number) => {
    const { aisleGapMillimetres, aisleLengthMillimetres, crossAislesMillimetres } = company.clerk.warehouse.floorMap({
      warehouseId,
      today: TODAY,
    })
    return { aisleGapMillimetres, aisleLengthMillimetres, crossAislesMillimetres }
  }

  it('has its cross aisles between its bays, and walks go through them', () => {
    const [crossed, plain] = [add(2), add(1, 'W3')]
    // Five bays of 1 m, 3 m to walk across, five bays.
    expect(ways(crossed)).toEqual({
      aisleGapMillimetres: 3000,
      aisleLengthMillimetres: 13_000,
      crossAislesMillimetres: [6500],
    })
    const { rows } = company.clerk.warehouse.listBins({ warehouseId: crossed, filter: 'A01', limit: 20 })
    expect(rows.map((row) => row.yMillimetres).sort((a, b) => a - b)).toEqual([
      500, 1500, 2500, 3500, 4500, 8500, 9500, 10_500, 11_500, 12_500,
    ])
    // One piece at the end of the first aisle's first block, one at the beginning of the second aisle's second block.
    const walk = (warehouseId: number, prefix: string, y: number) => {
      const there = { ...supplies, warehouseId }
      stockUp(company, there, [{ item: supplies.bolt, pieces: 1 }])
      const [at] = company.clerk.warehouse.findItem({ warehouseId, itemId: supplies.bolt.id }).rows
      company.clerk.warehouse.moveStock({
        fromBinScan: at!.bin.code,
        toBinScan: `${prefix}-A01-05-1`,
        itemId: supplies.bolt.id,
        lotId: null,
        quantityMicro: PIECE,
      })
      stockUp(company, there, [{ item: supplies.tea, pieces: 1, lotCode: `L${y}`, expiresOn: '2027-01-01' }])
      const [tea] = company.clerk.warehouse.findItem({ warehouseId, itemId: supplies.tea.id }).rows
      const lot = company.clerk.warehouse.binContent({ scan: tea!.bin.code }).rows[0]!.lot!
      company.clerk.warehouse.moveStock({
        fromBinScan: tea!.bin.code,
        toBinScan: `${prefix}-A02-06-1`,
        itemId: supplies.tea.id,
        lotId: lot.id,
        quantityMicro: PIECE,
      })
      sell(company, there, [
        { item: supplies.bolt, pieces: 1 },
        { item: supplies.tea, pieces: 1 },
      ])
      const wave = company.clerk.warehouse.releaseWave({ warehouseId, orderIds: [], releasedOn: TODAY })
      return wave.batches[0]!.walkMillimetres
    }
    // To bay 5, on to the cross aisle at 6.5 m, across, up to 8.5 m and back to it, down the aisle, across home:
    // 6.5 + 3 + 2 + 2 + 6.5 + 3 = 23 m.
    expect(walk(crossed, 'W2', 8500)).toBe(23_000)
    // Without it: both aisles from the front, there and back: 4.5 + 4.5 + 3 + 5.5 + 5.5 + 3 = 26 m.
    expect(walk(plain, 'W3', 5500)).toBe(26_000)
    company.owner.warehouse.saveWalkways({
      warehouseId: plain,
      aisleGapMillimetres: 2000,
      aisleLengthMillimetres: 10_000,
      crossAislesMillimetres: [5000],
    })
    expect(ways(plain)).toEqual({
      aisleGapMillimetres: 2000,
      aisleLengthMillimetres: 10_000,
      crossAislesMillimetres: [5000],
    })
    const outside = () =>
      company.owner.warehouse.saveWalkways({
        warehouseId: plain,
        aisleGapMillimetres: 2000,
        aisleLengthMillimetres: 10_000,
        crossAislesMillimetres: [10_000],
      })
    expect(refusalOf(outside).code).toBe('warehouse.crossAisleOutside')
  })
})
