import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { packAll, pickAll, putAllAway, receive, release, sell, stockUp } from '../../support/warehouse-day'

const BOLT = '4006381333931'
const TEA = '5901234123457'
/** GS1: GTIN, best before 30 Sep 2026, lot */
const teaOfLot = (lot: string): string => `]C1010${TEA}1526093010${lot}`

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})

afterEach(() => {
  closeSound(company)
})

const bins = (filter = '') =>
  company.clerk.warehouse.listBins({ warehouseId: supplies.warehouseId, limit: 500, filter }).rows
const putaway = () => company.clerk.warehouse.listPutaway({ warehouseId: supplies.warehouseId }).tasks
const batches = () => company.clerk.warehouse.listBatches({ warehouseId: supplies.warehouseId }).rows
const content = (scan: string) => company.clerk.warehouse.binContent({ scan }).rows

describe('the house', () => {
  it('is made by pattern, with the places that work needs', () => {
    const all = bins()
    expect(all).toHaveLength(2 * 4 * 2 + 5)
    expect(
      all
        .filter((bin) => bin.kind === 'storage')
        .map((bin) => bin.code)
        .slice(0, 3),
    ).toEqual(['A01-01-1', 'A01-01-2', 'A01-02-1'])
    expect(all.filter((bin) => bin.kind !== 'storage').map((bin) => bin.code)).toEqual([
      'DOCK',
      'PACK',
      'QUARANTINE',
      'RETURN',
      'STAGE',
    ])
    expect(all.find((bin) => bin.code === 'A02-03-1')).toMatchObject({ xMillimetres: 3000, yMillimetres: 2500 })
  })

  it('numbers aisles through its zones, and a second house has codes of its own', () => {
    const zone = { name: 'Z', categories: [], aisles: 1, baysPerAisle: 1, levels: 1 }
    const second = company.owner.warehouse.addWarehouse({
      code: 'w2',
      name: 'Second',
      zones: [
        { ...zone, code: 'A' },
        { ...zone, code: 'B' },
      ],
    })
    const codes = company.clerk.warehouse.listBins({ warehouseId: second.id }).rows.map((bin) => bin.code)
    expect(codes).toEqual([
      'W2-A01-01-1',
      'W2-A02-01-1',
      'W2-DOCK',
      'W2-PACK',
      'W2-QUARANTINE',
      'W2-RETURN',
      'W2-STAGE',
    ])
    expect(
      refusalOf(() => company.owner.warehouse.addWarehouse({ code: 'W2', name: 'x', zones: [{ ...zone, code: 'A' }] }))
        .code,
    ).toBe('warehouse.codeTaken')
  })
})

describe('putting away', () => {
  it('proposes the nearest empty bin, then the bin of the same lot, and says why', () => {
    receive(company, supplies, [
      { item: supplies.bolt, pieces: 5 },
      { item: supplies.tea, pieces: 3, lotCode: 'L1', expiresOn: '2026-09-30' },
    ])
    expect(putaway().map((task) => [task.toBin.code, task.reasonCode])).toEqual([
      ['A01-01-1', 'emptyBin'],
      ['A01-02-1', 'emptyBin'],
    ])
    putAllAway(company, supplies)
    receive(company, supplies, [
      { item: supplies.tea, pieces: 2, lotCode: 'L1', expiresOn: '2026-09-30' },
      { item: supplies.tea, pieces: 2, lotCode: 'L2', expiresOn: '2026-10-31' },
    ])
    expect(putaway().map((task) => [task.toBin.code, task.reasonCode])).toEqual([
      ['A01-02-1', 'sameLot'],
      ['A01-03-1', 'emptyBin'],
    ])
  })

  it('takes the proposed bin, or another with a reason; refuses the wrong one aloud', () => {
    receive(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    const [task] = putaway()
    const put = (fields: object) =>
      company.clerk.warehouse.putAway({ taskId: task!.id, binScan: 'a01-01-1', ...fields })
    const wrong = refusalOf(() => put({ binScan: 'A02-01-1' }))
    expect([wrong.code, wrong.params]).toEqual(['warehouse.wrongBin', { expected: 'A01-01-1', scanned: 'A02-01-1' }])
    expect(refusalOf(() => put({ binScan: 'A09-99-9', otherBinReason: 'nearer' })).code).toBe('warehouse.binUnknown')
    expect(refusalOf(() => put({ binScan: 'PACK', otherBinReason: 'nearer' })).code).toBe('warehouse.binNotForStorage')
    expect(refusalOf(() => put({ quantityMicro: 6 * PIECE })).code).toBe('warehouse.moreThanPlanned')
    expect(put({ quantityMicro: 2 * PIECE })).toMatchObject({
      state: 'open',
      doneMicro: 2 * PIECE,
      remainingMicro: 3 * PIECE,
    })
    expect(put({ binScan: 'A02-01-1', otherBinReason: 'nearer' })).toMatchObject({ state: 'done' })
    expect(refusalOf(() => put({})).code).toBe('warehouse.taskNotOpen')
    expect([content('A01-01-1')[0]?.quantityMicro, content('A02-01-1')[0]?.quantityMicro]).toEqual([
      2 * PIECE,
      3 * PIECE,
    ])
  })

  it('is taken back by its own scan while the goods still lie there', () => {
    receive(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    const [task] = putaway()
    const { scanId } = company.clerk.warehouse.putAway({ taskId: task!.id, binScan: 'A01-01-1' })
    expect(company.clerk.warehouse.lastScans({}).rows[0]).toMatchObject({ id: scanId, step: 'putaway', canUndo: true })
    expect(refusalOf(() => company.owner.warehouse.undoScan({ scanId })).code).toBe('warehouse.scanOfAnother')
    company.clerk.warehouse.undoScan({ scanId })
    expect([content('A01-01-1'), putaway().length]).toEqual([[], 1])
    expect(refusalOf(() => company.clerk.warehouse.undoScan({ scanId })).code).toBe('warehouse.scanUndone')
  })

  it('splits what does not fit, counts what is planned, and ends at the staging place', () => {
    const { id } = company.owner.warehouse.addWarehouse({
      code: 'S',
      name: 'Small',
      capacityMillilitres: 1000,
      zones: [{ code: 'A', name: 'Dry', categories: ['General'], aisles: 1, baysPerAisle: 2, levels: 1 }],
    })
    receive(company, { ...supplies, warehouseId: id }, [
      { item: supplies.bolt, pieces: 8 },
      { item: supplies.bolt, pieces: 14 },
    ])
    const tasks = company.clerk.warehouse.listPutaway({ warehouseId: id }).tasks
    expect(tasks.map((task) => [task.toBin.code, task.quantityMicro / PIECE, task.reasonCode])).toEqual([
      ['S-STAGE', 2, 'overflow'],
      ['S-A01-01-1', 8, 'categoryZone'],
      ['S-A01-01-1', 2, 'sameLot'],
      ['S-A01-02-1', 10, 'categoryZone'],
    ])
    const wide = { taskId: tasks[1]!.id, binScan: 'S-A01-02-1', otherBinReason: 'there' }
    expect(refusalOf(() => company.clerk.warehouse.putAway(wide)).code).toBe('warehouse.binFull')
  })

  it('moves stock on request, also to another status', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    const move = {
      fromBinScan: 'A01-01-1',
      toBinScan: 'QUARANTINE',
      itemId: supplies.bolt.id,
      lotId: null,
      quantityMicro: 2 * PIECE,
    }
    company.clerk.warehouse.moveStock({ ...move, toStatus: 'quarantine' })
    expect(content('QUARANTINE')[0]).toMatchObject({ status: 'quarantine', quantityMicro: 2 * PIECE })
    expect(refusalOf(() => company.clerk.warehouse.moveStock({ ...move, toBinScan: 'A01-01-1' })).code).toBe(
      'warehouse.sameBin',
    )
  })
})

describe('picking', () => {
  beforeEach(() => {
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 10 },
      { item: supplies.tea, pieces: 4, lotCode: 'LATE', expiresOn: '2026-12-31' },
      { item: supplies.tea, pieces: 4, lotCode: 'SOON', expiresOn: '2026-09-30' },
    ])
  })

  it('allocates first expired first out and routes batches', () => {
    const orderId = sell(company, supplies, [
      { item: supplies.tea, pieces: 6 },
      { item: supplies.bolt, pieces: 2 },
    ])
    expect(company.clerk.warehouse.listWaiting({ warehouseId: supplies.warehouseId }).rows).toMatchObject([
      { orderId, lines: 2 },
    ])
    const tasks = release(company, supplies)
    const taken = tasks.map((task) => [task.item.code, task.lot?.code ?? null, task.quantityMicro / PIECE])
    expect(taken).toHaveLength(3)
    expect(taken).toEqual(
      expect.arrayContaining([
        ['BOLT', null, 2],
        ['TEA', 'SOON', 4],
        ['TEA', 'LATE', 2],
      ]),
    )
    expect(tasks.every((task) => task.slot === 1 && task.orderNumber === 'SO-2026-000001')).toBe(true)
    expect(batches()).toMatchObject([{ state: 'open', tasks: 3, doneTasks: 0, assignedTo: 'Clerk' }])
    pickAll(company, tasks)
    expect(batches()).toEqual([])
  })

  it('refuses the wrong bin, item, lot and a second scan, and says what was expected', () => {
    sell(company, supplies, [{ item: supplies.tea, pieces: 3 }])
    const [task] = release(company, supplies)
    const pick = (fields: object) =>
      company.clerk.warehouse.confirmPick({ taskId: task!.id, binScan: task!.fromBin.code, itemScan: TEA, ...fields })
    const refused = (fields: object) => {
      const { code, params } = refusalOf(() => pick(fields))
      return [code, params['expected'], params['scanned']]
    }
    expect(refused({ binScan: 'A02-04-2' })).toEqual(['warehouse.wrongBin', task!.fromBin.code, 'A02-04-2'])
    expect(refused({ itemScan: BOLT })).toEqual(['warehouse.wrongItem', 'TEA Green tea', 'BOLT Bolt M8'])
    expect(refused({ itemScan: 'NOTHING' })).toEqual(['warehouse.wrongItem', 'TEA Green tea', 'NOTHING'])
    expect(refused({ itemScan: teaOfLot('LATE') })).toEqual(['warehouse.wrongLot', 'SOON', 'LATE'])
    const label = (lot: string, day: string) => `]C1010${TEA}17${day}10${lot}`
    expect(refused({ itemScan: label('LATE', '260101') })[0]).toBe('warehouse.wrongLot')
    // The label counts as the books do.
    expect(refused({ itemScan: label('SOON', '260101') })[0]).toBe('warehouse.lotExpired')
    expect(pick({ itemScan: teaOfLot('SOON'), quantityMicro: PIECE })).toMatchObject({
      state: 'open',
      remainingMicro: 2 * PIECE,
    })
    expect(pick({ itemScan: 'TEA' })).toMatchObject({ state: 'done', remainingMicro: 0 })
    expect(refused({})[0]).toBe('warehouse.taskNotOpen')
    expect(content('PACK')[0]).toMatchObject({ quantityMicro: 3 * PIECE, lot: { code: 'SOON' } })
  })

  it('never takes a lot that is expired or too short for the customer', () => {
    const customer = company.owner.parties.getPartner({ id: supplies.customerId })
    const { active: _active, ...fields } = customer
    company.owner.parties.changePartner({ ...fields, minimumRemainingLifeDays: 240 })
    const first = sell(company, supplies, [{ item: supplies.tea, pieces: 6 }])
    const wave = company.clerk.warehouse.releaseWave({
      warehouseId: supplies.warehouseId,
      orderIds: [first],
      releasedOn: '2026-03-02',
    })
    expect(wave).toMatchObject({ lines: 1, shortLines: 1 })
    const { tasks } = company.clerk.warehouse.takeBatch({ batchId: wave.batches[0]!.id })
    expect(tasks.map((task) => [task.lot?.code, task.quantityMicro / PIECE])).toEqual([['LATE', 4]])
    company.clock.set('2027-01-05T08:00:00Z')
    const expired = () =>
      company.clerk.warehouse.confirmPick({ taskId: tasks[0]!.id, binScan: tasks[0]!.fromBin.code, itemScan: TEA })
    expect(refusalOf(expired).code).toBe('warehouse.lotExpired')
    const late = { warehouseId: supplies.warehouseId, orderIds: [], releasedOn: '2027-01-05' }
    expect(refusalOf(() => company.clerk.warehouse.releaseWave(late)).code).toBe('warehouse.nothingPickable')
  })

  it('goes on in another bin when a pick is short, and waits when there is none', () => {
    sell(company, supplies, [{ item: supplies.tea, pieces: 3 }])
    const [task] = release(company, supplies)
    expect(refusalOf(() => company.clerk.warehouse.shortPick({ taskId: task!.id, foundMicro: 3 * PIECE })).code).toBe(
      'warehouse.nothingShort',
    )
    const short = company.clerk.warehouse.shortPick({ taskId: task!.id, foundMicro: PIECE })
    expect(short).toMatchObject({ shortMicro: 0 })
    expect(short.replacementTaskIds).toHaveLength(1)
    const again = company.clerk.warehouse
      .takeBatch({ batchId: batches()[0]!.id })
      .tasks.find((other) => other.state === 'open')
    expect(again).toMatchObject({ id: short.replacementTaskIds[0], lot: { code: 'LATE' }, quantityMicro: 2 * PIECE })
    const none = company.clerk.warehouse.shortPick({ taskId: again!.id, foundMicro: 0 })
    expect(none).toEqual({ replacementTaskIds: [], shortMicro: 2 * PIECE })
    expect(batches()).toEqual([])
    expect(company.clerk.warehouse.listWaiting({ warehouseId: supplies.warehouseId }).rows).toMatchObject([
      { quantityMicro: 2 * PIECE },
    ])
    expect(
      bins()
        .filter((bin) => bin.recount)
        .map((bin) => bin.code),
    ).toEqual([task!.fromBin.code, again!.fromBin.code].toSorted())
  })

  it('can be taken over, and taken back while nothing is packed', () => {
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 4 }])
    const [task] = release(company, supplies)
    expect(batches()[0]?.assignedTo).toBe('Clerk')
    company.owner.warehouse.takeBatch({ batchId: batches()[0]!.id })
    expect(batches()[0]?.assignedTo).toBe('Owner')
    const { scanId } = company.owner.warehouse.confirmPick({
      taskId: task!.id,
      binScan: task!.fromBin.code,
      itemScan: BOLT,
    })
    company.owner.warehouse.undoScan({ scanId })
    expect(batches()).toMatchObject([{ doneTasks: 0 }])
    const second = company.owner.warehouse.confirmPick({
      taskId: task!.id,
      binScan: task!.fromBin.code,
      itemScan: BOLT,
    })
    packAll(company, orderId)
    expect(refusalOf(() => company.owner.warehouse.undoScan({ scanId: second.scanId })).code).toBe(
      'warehouse.scanBuiltUpon',
    )
  })
})

describe('packing', () => {
  it('takes what was picked, never more and nothing else', () => {
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 10 },
      { item: supplies.tea, pieces: 4, lotCode: 'L', expiresOn: '2026-09-30' },
    ])
    const orderId = sell(company, supplies, [
      { item: supplies.bolt, pieces: 3 },
      { item: supplies.bolt, pieces: 2 },
    ])
    const pack = (itemScan: string, pieces?: number) =>
      company.clerk.warehouse.packScan({
        orderId,
        itemScan,
        ...(pieces === undefined ? {} : { quantityMicro: pieces * PIECE }),
      })
    expect(refusalOf(() => pack(BOLT)).code).toBe('warehouse.nothingToPack')
    pickAll(company, release(company, supplies))
    expect(company.clerk.warehouse.listToPack({ warehouseId: supplies.warehouseId }).rows).toMatchObject([
      { orderId, isComplete: true },
    ])
    expect(refusalOf(() => pack(TEA)).code).toBe('warehouse.notInOrder')
    expect(refusalOf(() => pack(BOLT, 6)).params).toMatchObject({ open: '5', wanted: '6' })
    expect(pack(BOLT)).toMatchObject({ packedMicro: PIECE, remainingMicro: 2 * PIECE, isOrderPacked: false })
    expect(company.clerk.warehouse.packingList({ orderId }).expectedWeightGrams).toBe(100)
    const rest = pack(BOLT, 4)
    expect(rest).toMatchObject({ isOrderPacked: true, remainingMicro: 0 })
    company.clerk.warehouse.undoScan({ scanId: rest.scanId })
    expect(refusalOf(() => pack(BOLT, 3)).params).toMatchObject({ open: '2' })
    pack(BOLT, 2)
    const workload = company.clerk.warehouse.workload({ warehouseId: supplies.warehouseId })
    expect(workload).toMatchObject({
      ordersToPack: 0,
      ordersToShip: 1,
      batchesToPick: 0,
      linesToRelease: 0,
      putaway: 0,
    })
  })
})
