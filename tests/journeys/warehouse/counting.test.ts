import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { checks as warehouseChecks } from '../../../src/main/operations/warehouse'
import { foundAfter } from '../../support/tampering'
import { pickAll, release, sell, stockUp } from '../../support/warehouse-day'

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

  const moveOne = (from = 'A01-01-1') =>
    company.clerk.warehouse.moveStock({
      fromBinScan: from,
      toBinScan: 'A02-01-1',
      itemId: supplies.bolt.id,
      lotId: null,
      quantityMicro: PIECE,
    })
  const countBolts = (countId: number, pieces: number) =>
    company.clerk.warehouse.countBin({
      countId,
      binScan: 'A01-01-1',
      lines: pieces === 0 ? [] : [{ itemId: supplies.bolt.id, countedMicro: pieces * PIECE }],
    })
  const approve = (countId: number) => company.owner.warehouse.approveCount({ countId, approvedOn: '2026-03-04' })

  it('goes on while work does: what moved after a bin was counted is taken into account', () => {
    const countId = start(['A01-01-1'])
    countBolts(countId, 9)
    moveOne()
    moveOne()
    approve(countId)
    // Ten by the books, nine found, two of them moved away since.
    expect(content('A01-01-1')).toMatchObject([{ quantityMicro: 7 * PIECE }])
    const second = start(['A01-01-1'])
    countBolts(second, 1)
    for (let moved = 0; moved < 6; moved += 1) moveOne()
    const gone = refusalOf(() => approve(second))
    expect([gone.code, gone.params['bin']]).toEqual(['warehouse.countMoved', 'A01-01-1'])
    expect(company.owner.warehouse.cancelCount({ countId: second })).toMatchObject({ state: 'cancelled', number: null })
  })

  it('is counted again when somebody moves in the bin between its first scan and its last', () => {
    const countId = start(['A01-01-1'])
    const begin = () => company.clerk.warehouse.beginBin({ countId, binScan: 'a01-01-1' })
    expect(begin()).toEqual({ bin: 'A01-01-1' })
    moveOne()
    const moved = refusalOf(() => countBolts(countId, 10))
    expect([moved.code, moved.params['item']]).toEqual(['warehouse.movedWhileCounting', 'BOLT Bolt M8'])
    begin()
    expect(countBolts(countId, 9)).toMatchObject({ state: 'counted', needsRecount: false })
    approve(countId)
    expect(company.owner.warehouse.getCount({ id: countId }).lines).toMatchObject([{ differenceMicro: 0 }])
  })

  it('lets a bin stand still where the house wants that, whoever comes', () => {
    const freeze = (codes: string[]) =>
      company.clerk.warehouse.startCount({
        warehouseId: supplies.warehouseId,
        binIds: codes.map((code) => bins(code)[0]!.id),
        isFrozen: true,
        countedOn: '2026-03-04',
      }).id
    sell(company, supplies, [{ item: supplies.bolt, pieces: 2 }])
    const picks = release(company, supplies)
    const countId = freeze(['A01-01-1'])
    expect(company.clerk.warehouse.getCount({ id: countId }).isFrozen).toBe(true)
    const still = refusalOf(() => moveOne())
    expect([still.code, still.params['bin']]).toEqual(['warehouse.binFrozen', 'A01-01-1'])
    expect(refusalOf(() => pickAll(company, picks)).code).toBe('warehouse.binFrozen')
    const found = (tampering: string) => foundAfter(company, warehouseChecks, tampering)
    const check = 'warehouse.frozen bins are being counted'
    expect(found(`UPDATE warehouse_count SET state = 'cancelled' WHERE id = ${countId}`)).toContain(check)
    countBolts(countId, 9)
    approve(countId)
    pickAll(company, picks)
    expect(content('A01-01-1')).toMatchObject([{ quantityMicro: 7 * PIECE }])
    const given = freeze(['A01-01-1'])
    company.owner.warehouse.cancelCount({ countId: given })
    moveOne()
  })

  it('takes all bins of a zone that are in no open count', () => {
    const zoneId = company.clerk.warehouse.listZones({ warehouseId: supplies.warehouseId }).rows[0]!.id
    const ofZone = () =>
      company.clerk.warehouse.startCount({ warehouseId: supplies.warehouseId, zoneId, countedOn: '2026-03-04' }).id
    start(['A01-01-1'])
    const { bins: counted } = company.clerk.warehouse.getCount({ id: ofZone() })
    expect(counted).toHaveLength(15)
    expect(counted.map(({ bin }) => bin.code)).not.toContain('A01-01-1')
    expect(refusalOf(ofZone).code).toBe('warehouse.nothingToCount')
  })

  it('lists what is due by zone and class', () => {
    const due = (more = {}) =>
      company.clerk.warehouse.listCountsDue({ warehouseId: supplies.warehouseId, today: '2026-03-04', ...more }).rows
    expect(due().map((row) => row.bin.code)).toEqual(['A01-01-1', 'A01-02-1'])
    expect(due({ abcClass: 'A' })).toEqual([])
    expect(due({ zoneId: 999 })).toEqual([])
    approve(
      (() => {
        const countId = start(['A01-01-1'])
        countBolts(countId, 10)
        return countId
      })(),
    )
    expect(due().map((row) => row.bin.code)).toEqual(['A01-02-1'])
    expect(due({ isAll: true }).map((row) => [row.bin.code, row.reason])).toEqual([
      ['A01-02-1', 'cycle'],
      ['A01-01-1', 'none'],
    ])
  })

  it('asks whoever takes the last piece whether the bin is empty, and counts the answer', () => {
    const { warehouseId } = supplies
    const pick = (item: Supplies['bolt'], pieces: number) => {
      sell(company, supplies, [{ item, pieces }])
      return release(company, supplies).map((task) => ({
        id: task.id,
        ...company.clerk.warehouse.confirmPick({
          taskId: task.id,
          binScan: task.fromBin.code,
          itemScan: task.item.code,
        }),
      }))
    }
    const due = () =>
      company.clerk.warehouse
        .listCountsDue({ warehouseId, today: '2026-03-04' })
        .rows.map((row) => [row.bin.code, row.reason])
    const ask = (asksWhenEmptied: boolean): unknown =>
      company.owner.warehouse.saveCountSettings({
        warehouseId,
        recountPermille: null,
        approvalMinor: null,
        asksWhenEmptied,
      })
    expect(pick(supplies.tea, 4).map((done) => done.emptied)).toEqual([false])
    ask(true)
    expect(pick(supplies.bolt, 4).map((done) => done.emptied)).toEqual([false])
    const [last] = pick(supplies.bolt, 6)
    expect(last!.emptied).toBe(true)
    company.clerk.warehouse.noteEmptied({ taskId: last!.id, isEmpty: false })
    // Said once; a second answer changes nothing.
    company.clerk.warehouse.noteEmptied({ taskId: last!.id, isEmpty: true })
    expect(bins('A01-01-1')[0]!.recount).toBe(true)
    expect(due()).toEqual([['A01-01-1', 'recount']])
    expect(company.clerk.warehouse.countAccuracy({ warehouseId }).rows).toMatchObject([
      { lines: 0, looks: 1, rightLooks: 0 },
    ])
    expect(company.owner.warehouse.countSettings({ warehouseId }).asksWhenEmptied).toBe(true)
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
