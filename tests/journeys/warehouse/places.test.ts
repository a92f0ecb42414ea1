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

const open = () => company.clerk.warehouse.listPutaway({ warehouseId: supplies.warehouseId }).tasks
/** Bin, pieces and reason of every open task. */
const proposed = () =>
  open()
    .map((task) => [task.toBin.code, task.quantityMicro / PIECE, task.reasonCode])
    .toSorted()
const settings = () => company.clerk.warehouse.putawaySettings({ warehouseId: supplies.warehouseId, today: TODAY })
const rules = (order: Parameters<TestCompany['owner']['warehouse']['savePutawaySettings']>[0]['rules'], more = {}) =>
  company.owner.warehouse.savePutawaySettings({
    warehouseId: supplies.warehouseId,
    rules: order,
    heavyGrams: null,
    heavyLevel: 1,
    ...more,
  })
const place = (itemId: number, fields: object) =>
  company.owner.warehouse.saveItemPlace({
    warehouseId: supplies.warehouseId,
    itemId,
    temperature: '',
    binCode: '',
    ...fields,
  })
const ALL = ['fixedBin', 'sameLot', 'velocity', 'categoryZone', 'emptyBin', 'sameItem', 'mixed'] as const
const bolts = (pieces: number) => receive(company, supplies, [{ item: supplies.bolt, pieces }])

describe('the fixed bin', () => {
  it('takes goods up to its maximum, the rest goes by the next rule and never into it', () => {
    place(supplies.bolt.id, { binCode: 'a02-01-1', minimumMicro: 5 * PIECE, maximumMicro: 20 * PIECE })
    bolts(50)
    expect(proposed()).toEqual([
      ['A01-01-1', 30, 'emptyBin'],
      ['A02-01-1', 20, 'fixedBin'],
    ])
    // What is planned counts as there: the next receipt leaves the fixed bin alone, and lies beside the same goods.
    bolts(10)
    expect(proposed()).toEqual([
      ['A01-01-1', 10, 'sameLot'],
      ['A01-01-1', 30, 'emptyBin'],
      ['A02-01-1', 20, 'fixedBin'],
    ])
    expect(company.clerk.warehouse.binContent({ scan: 'A02-01-1' }).kind).toBe('pick-face')
  })

  it('belongs to nobody else: other goods pass it by', () => {
    place(supplies.bolt.id, { binCode: 'A01-01-1', maximumMicro: 20 * PIECE })
    receive(company, supplies, [{ item: supplies.tea, pieces: 3, lotCode: 'L1', expiresOn: '2027-01-01' }])
    expect(proposed()).toEqual([['A01-02-1', 3, 'emptyBin']])
    place(supplies.bolt.id, {})
    expect(company.clerk.warehouse.binContent({ scan: 'A01-01-1' }).kind).toBe('storage')
  })

  it('wants limits that can be kept and a bin that stores', () => {
    const limits = { binCode: 'A01-01-1', minimumMicro: 6 * PIECE, maximumMicro: 5 * PIECE }
    expect(refusalOf(() => place(supplies.bolt.id, limits)).code).toBe('warehouse.faceLimits')
    expect(refusalOf(() => place(supplies.bolt.id, { binCode: 'DOCK', maximumMicro: PIECE })).code).toBe(
      'warehouse.binNotForStorage',
    )
    expect(refusalOf(() => place(supplies.bolt.id, { binCode: 'NOWHERE', maximumMicro: PIECE })).code).toBe(
      'warehouse.binUnknown',
    )
    const rows = company.clerk.warehouse.listItemPlaces({ warehouseId: supplies.warehouseId, only: 'withBin' })
    expect(rows.total).toBe(0)
  })
})

describe('climate', () => {
  it('keeps cold goods out of warm zones, and everything else out of the cold one', () => {
    const cold = company.owner.warehouse.addWarehouse({
      code: 'W2',
      name: 'Cold store',
      zones: [
        { code: 'C', name: 'Cold', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 },
        { code: 'R', name: 'Room', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 },
      ],
    })
    const zones = company.owner.warehouse.putawaySettings({ warehouseId: cold.id, today: TODAY }).zones
    company.owner.warehouse.saveZone({ zoneId: zones[0]!.id, name: 'Cold', categories: [], temperature: 'chilled' })
    place(supplies.tea.id, { temperature: 'chilled' })
    const there = { ...supplies, warehouseId: cold.id }
    receive(company, there, [
      { item: supplies.tea, pieces: 3, lotCode: 'L1', expiresOn: '2027-01-01' },
      { item: supplies.bolt, pieces: 4 },
    ])
    const tasks = company.clerk.warehouse.listPutaway({ warehouseId: cold.id }).tasks
    expect(tasks.map((task) => [task.item.code, task.toBin.code, task.reasonCode])).toEqual([
      ['TEA', 'W2-A01-01-1', 'climate'],
      ['BOLT', 'W2-A02-01-1', 'emptyBin'],
    ])
    // The clerk may choose another bin, but not a warm one.
    const other = (taskId: number, binScan: string) => () =>
      company.clerk.warehouse.putAway({ taskId, binScan, otherBinReason: 'out of reach' })
    expect(refusalOf(other(tasks[0]!.id, 'W2-A02-02-1')).code).toBe('warehouse.wrongClimate')
    other(tasks[0]!.id, 'W2-A01-02-1')()
    const move = () =>
      company.clerk.warehouse.moveStock({
        fromBinScan: 'W2-A01-02-1',
        toBinScan: 'W2-A02-01-1',
        itemId: supplies.tea.id,
        lotId: tasks[0]!.lot!.id,
        quantityMicro: PIECE,
      })
    expect(refusalOf(move).code).toBe('warehouse.wrongClimate')
  })

  it('is said when the house has none', () => {
    place(supplies.bolt.id, { temperature: 'frozen' })
    bolts(4)
    expect(proposed()).toEqual([['STAGE', 4, 'noClimate']])
    const onShelf = { temperature: 'frozen', binCode: 'A01-01-1', maximumMicro: PIECE }
    expect(refusalOf(() => place(supplies.bolt.id, onShelf)).code).toBe('warehouse.wrongClimate')
  })
})

describe('weight', () => {
  it('keeps heavy pieces low, and leaves the low bins to them', () => {
    // A bolt weighs 100 g, as does tea.
    rules([...ALL], { heavyGrams: 100, heavyLevel: 1 })
    bolts(4)
    expect(proposed()).toEqual([['A01-01-1', 4, 'weightLow']])
    rules([...ALL], { heavyGrams: 101, heavyLevel: 1 })
    receive(company, supplies, [{ item: supplies.tea, pieces: 3, lotCode: 'L1', expiresOn: '2027-01-01' }])
    expect(proposed()).toContainEqual(['A01-01-2', 3, 'emptyBin'])
    rules([...ALL], { heavyGrams: 100, heavyLevel: 0 })
    receive(company, supplies, [{ item: supplies.tea, pieces: 1, lotCode: 'L2', expiresOn: '2027-01-01' }])
    expect(proposed()).toContainEqual(['STAGE', 1, 'noLowBin'])
  })
})

describe('velocity', () => {
  it('puts fast goods near the depot on any level, and slow ones beyond the middle', () => {
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 100 },
      { item: supplies.tea, pieces: 10, lotCode: 'L1', expiresOn: '2027-01-01' },
    ])
    // Eight picks of bolts, one of tea: bolts are A (they begin the first 80 %), tea begins at 89 % and is B.
    for (let at = 0; at < 8; at++) sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    sell(company, supplies, [{ item: supplies.tea, pieces: 1 }])
    pickAll(company, release(company, supplies))
    const { classes } = company.owner.warehouse.classifyItems({ warehouseId: supplies.warehouseId, today: TODAY })
    expect(classes).toEqual([
      { class: 'A', items: 1 },
      { class: 'B', items: 1 },
    ])
    // Distances 500 to 6500, two bins at each but four at 3500: the nearest fifth ends at 1500, the nearer half at 3500.
    expect(settings()).toMatchObject({ nearMillimetres: 1500, middleMillimetres: 3500, classifiedOn: TODAY })
    rules(['velocity', 'emptyBin'])
    bolts(1)
    // A01-01-1 and A01-02-1 are taken: the nearest empty bin is above the first.
    expect(proposed()).toEqual([['A01-01-2', 1, 'velocity']])
    receive(company, supplies, [{ item: supplies.tea, pieces: 3, lotCode: 'L2', expiresOn: '2027-01-01' }])
    expect(proposed()).toContainEqual(['A01-03-1', 3, 'velocity'])
  })
})

describe('the rules of a house', () => {
  it('are asked in the order that was given, and those switched off are not', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    rules(['emptyBin', 'sameLot'])
    bolts(1)
    expect(proposed()).toEqual([['A01-02-1', 1, 'emptyBin']])
    rules(['mixed'])
    bolts(2)
    expect(proposed()).toContainEqual(['A01-01-1', 2, 'mixed'])
    rules([])
    bolts(3)
    expect(proposed()).toContainEqual(['STAGE', 3, 'overflow'])
    expect(settings().rules.filter((row) => row.isUsed)).toMatchObject([{ rule: 'overflow' }])
  })

  it('are measured by what clerks did', () => {
    bolts(10)
    receive(company, supplies, [{ item: supplies.tea, pieces: 3, lotCode: 'L1', expiresOn: '2027-01-01' }])
    const [first, second] = open()
    company.clerk.warehouse.putAway({ taskId: first!.id, binScan: first!.toBin.code })
    company.clerk.warehouse.putAway({ taskId: second!.id, binScan: 'A02-04-2', otherBinReason: 'out of reach' })
    expect(settings().rules.find((row) => row.rule === 'emptyBin')).toMatchObject({ proposed: 2, followed: 1 })
    expect(settings().otherReasons).toEqual([{ reason: 'out of reach', times: 1 }])
  })
})
