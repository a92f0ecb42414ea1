import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { pickAll, putAllAway, receive, release, sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
const TODAY = '2026-03-02'

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const here = () => ({ warehouseId: supplies.warehouseId })
const boltFace = (minimum: number, maximum: number, binCode = 'A02-01-1') =>
  company.owner.warehouse.saveItemPlace({
    ...here(),
    itemId: supplies.bolt.id,
    temperature: '',
    binCode,
    minimumMicro: minimum * PIECE,
    maximumMicro: maximum * PIECE,
  })
const toFill = (orderIds: number[] = []) =>
  company.clerk.warehouse
    .listReplenishments({ ...here(), orderIds })
    .rows.map((row) => [row.item.code, row.reason, row.quantityMicro / PIECE, row.missingMicro / PIECE])
const moves = () => company.clerk.warehouse.listMoves(here()).tasks
const confirmAll = () => {
  for (const task of moves()) {
    company.clerk.warehouse.confirmMove({
      taskId: task.id,
      fromBinScan: task.fromBin.code,
      itemScan: task.item.code,
      toBinScan: task.toBin.code,
    })
  }
}
const content = (scan: string) =>
  company.clerk.warehouse.binContent({ scan }).rows.map((row) => [row.item.code, row.quantityMicro / PIECE])
/** A pack of goods in a bin of the test's choice. */
const putInto = (bin: string, item: Supplies['bolt'], pieces: number, lot: object = {}) => {
  receive(company, supplies, [{ item, pieces, ...lot }])
  const [task] = company.clerk.warehouse.listPutaway(here()).tasks
  company.clerk.warehouse.putAway({
    taskId: task!.id,
    binScan: bin,
    ...(bin === task!.toBin.code ? {} : { otherBinReason: 'test' }),
  })
}

describe('pick faces', () => {
  it('below their minimum are filled to the maximum, as far as the reserve goes, and not twice', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 30 }])
    boltFace(5, 20)
    expect(toFill()).toEqual([['BOLT', 'minimum', 20, 0]])
    expect(company.clerk.warehouse.planReplenishment(here())).toEqual({ tasks: 1 })
    expect(toFill()).toEqual([])
    expect(moves()).toMatchObject([
      { reasonCode: 'replenish', fromBin: { code: 'A01-01-1' }, toBin: { code: 'A02-01-1' } },
    ])
    confirmAll()
    expect([content('A01-01-1'), content('A02-01-1')]).toEqual([[['BOLT', 10]], [['BOLT', 20]]])
    // Sixteen are sold and picked from the face first: four are left, below the minimum, and ten are in reserve.
    sell(company, supplies, [{ item: supplies.bolt, pieces: 16 }])
    const picks = release(company, supplies)
    expect(picks.map((pick) => pick.fromBin.code)).toEqual(['A02-01-1'])
    // What is promised to picks does not count as there.
    expect(toFill()).toEqual([['BOLT', 'minimum', 10, 6]])
    pickAll(company, picks)
    expect(toFill()).toEqual([['BOLT', 'minimum', 10, 6]])
  })

  it('are filled for the orders that wait, before their wave starts', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 30 }])
    boltFace(5, 20)
    company.clerk.warehouse.planReplenishment(here())
    confirmAll()
    sell(company, supplies, [{ item: supplies.bolt, pieces: 14 }])
    pickAll(company, release(company, supplies))
    // Six are there, one more than the minimum; this order wants eight.
    expect(toFill()).toEqual([])
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 8 }])
    const other = sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    expect(toFill([other])).toEqual([])
    expect(toFill([orderId])).toEqual([['BOLT', 'demand', 10, 4]])
    expect(company.clerk.warehouse.planReplenishment({ ...here(), orderIds: [orderId] })).toEqual({ tasks: 1 })
    expect(moves()).toMatchObject([{ reasonCode: 'replenishDemand' }])
    confirmAll()
    expect(release(company, supplies).map((pick) => pick.fromBin.code)).toEqual(['A02-01-1', 'A02-01-1'])
  })

  it('given up, their tasks free the bin they were meant for', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    boltFace(5, 20)
    company.clerk.warehouse.planReplenishment(here())
    company.owner.warehouse.cancelMove({ taskId: moves()[0]!.id })
    expect([moves(), toFill()]).toEqual([[], [['BOLT', 'minimum', 3, 17]]])
  })
})

describe('consolidation', () => {
  it('brings small remains of the same lot together where they fit, and leaves what is promised', () => {
    putInto('A01-01-1', supplies.bolt, 2)
    putInto('A01-02-1', supplies.bolt, 7)
    putInto('A01-03-1', supplies.bolt, 4)
    const list = () =>
      company.clerk.warehouse
        .listConsolidations(here())
        .rows.map((row) => [row.fromBin.code, row.toBin.code, row.quantityMicro / PIECE])
    expect(list()).toEqual([
      ['A01-01-1', 'A01-02-1', 2],
      ['A01-03-1', 'A01-02-1', 4],
    ])
    const [first] = company.clerk.warehouse.listConsolidations(here()).rows
    expect(company.clerk.warehouse.planConsolidation({ ...here(), fromBinIds: [first!.fromBin.id] })).toEqual({
      tasks: 1,
    })
    // Both bins of the planned move are left alone until it is made.
    expect(list()).toEqual([])
    confirmAll()
    expect([content('A01-01-1'), content('A01-02-1')]).toEqual([[], [['BOLT', 9]]])
    sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    release(company, supplies)
    expect(list()).toEqual([])
  })

  it('keeps lots apart and never overfills a bin', () => {
    const small = company.owner.warehouse.addWarehouse({
      code: 'W2',
      name: 'Small bins',
      // A bolt takes 100 ml: eight fit.
      capacityMillilitres: 800,
      zones: [{ code: 'S', name: 'Small', categories: [], aisles: 1, baysPerAisle: 3, levels: 1 }],
    })
    const there = { ...supplies, warehouseId: small.id }
    receive(company, there, [{ item: supplies.bolt, pieces: 19 }])
    putAllAway(company, there)
    // Eight, eight, three: nothing fits into a full bin.
    expect(company.clerk.warehouse.listConsolidations({ warehouseId: small.id }).rows).toEqual([])
    putInto('A01-01-1', supplies.tea, 2, { lotCode: 'L1', expiresOn: '2027-01-01' })
    putInto('A01-02-1', supplies.tea, 2, { lotCode: 'L2', expiresOn: '2027-01-01' })
    expect(company.clerk.warehouse.listConsolidations(here()).rows).toEqual([])
  })
})

describe('slotting', () => {
  it('says what the real walks would have been, and makes the move on approval', () => {
    // Bolts lie at the far end of the second aisle: there and back is 3 m across and 3.5 m up, twice: 13 m.
    putInto('A02-04-1', supplies.bolt, 50)
    putInto('A01-01-1', supplies.tea, 50, { lotCode: 'L1', expiresOn: '2027-01-01' })
    for (let at = 0; at < 3; at++) {
      sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
      pickAll(company, release(company, supplies))
    }
    const list = (days = 30) => company.clerk.warehouse.listSlotting({ ...here(), today: TODAY, days })
    expect(list()).toMatchObject({ walks: 3, walkedMillimetres: 39_000 })
    // What was picked stands promised at the packing place; in the bin nothing is. The nearest empty bin is a level
    // up at the front, 0.5 m in: three walks of 1 m instead of 13.
    expect(list().rows).toMatchObject([
      { item: { code: 'BOLT' }, fromBin: { code: 'A02-04-1' }, toBin: { code: 'A01-01-2' }, picks: 3 },
    ])
    expect(list().rows[0]?.savedMillimetres).toBe(36_000)
    // The same in fifteen days is twice as much in a month.
    expect(list(15).rows[0]?.savedMillimetres).toBe(72_000)
    const [move] = list().rows
    const approved = [{ itemId: move!.item.id, fromBinId: move!.fromBin.id, toBinId: move!.toBin.id }]
    const plan = () => company.owner.warehouse.planSlotting({ ...here(), moves: approved })
    expect(plan()).toEqual({ tasks: 1 })
    expect(refusalOf(plan).code).toBe('warehouse.slottingStale')
    expect(list().rows).toEqual([])
    confirmAll()
    expect(content('A01-01-2')).toEqual([['BOLT', 47]])
    expect(list().rows).toEqual([])
  })

  it('exchanges two goods where no bin is empty: the slower ones step aside, and come back to where the fast ones lay', () => {
    const { id: warehouseId } = company.owner.warehouse.addWarehouse({
      code: 'FULL',
      name: 'Full',
      zones: [{ code: 'S', name: 'Small', categories: [], aisles: 1, baysPerAisle: 4, levels: 1 }],
      capacityMillilitres: 1000,
    })
    const there = { ...supplies, warehouseId }
    const lot = { lotCode: 'L1', expiresOn: '2027-01-01' }
    for (const goods of [
      { item: supplies.tea, pieces: 10, ...lot },
      { item: supplies.tea, pieces: 10, ...lot },
      { item: supplies.tea, pieces: 10, ...lot },
      { item: supplies.bolt, pieces: 10 },
    ]) {
      receive(company, there, [goods])
      putAllAway(company, there)
    }
    for (let at = 0; at < 2; at++) {
      sell(company, there, [{ item: supplies.bolt, pieces: 1 }])
      pickAll(company, release(company, there))
    }
    const bins = company.clerk.warehouse.listBins({ warehouseId, kind: 'storage' }).rows.map((row) => row.code)
    const [near = '', , , far = ''] = bins
    const [swap] = company.clerk.warehouse.listSlotting({ warehouseId, today: TODAY }).rows
    expect(swap).toMatchObject({
      item: { code: 'BOLT' },
      swaps: { code: 'TEA' },
      fromBin: { code: far },
      toBin: { code: near },
      savedMillimetres: 12_000,
    })
    const plan = () =>
      company.owner.warehouse.planSlotting({
        warehouseId,
        moves: [
          {
            itemId: swap!.item.id,
            fromBinId: swap!.fromBin.id,
            toBinId: swap!.toBin.id,
            swapsItemId: swap!.swaps!.id,
          },
        ],
      })
    expect(plan()).toEqual({ tasks: 3 })
    expect(refusalOf(plan).code).toBe('warehouse.slottingStale')
    const { tasks } = company.clerk.warehouse.listMoves({ warehouseId })
    const confirm = (task: (typeof tasks)[number]) =>
      company.clerk.warehouse.confirmMove({
        taskId: task.id,
        fromBinScan: task.fromBin.code,
        itemScan: task.item.code,
        toBinScan: task.toBin.code,
      })
    // One after the other: the queue sends nobody to the second before the first is done.
    const queue = company.clerk.warehouse.nextWork({ warehouseId }).rows
    expect(queue.map((row) => [row.kind, row.fromBin?.code])).toEqual([['move', near]])
    expect(refusalOf(() => confirm(tasks[1]!)).code).toBe('warehouse.binFull')
    expect(refusalOf(() => confirm(tasks[2]!)).code).toBe('warehouse.binFull')
    for (const task of tasks) confirm(task)
    const items = (scan: string) => company.clerk.warehouse.binContent({ scan }).rows.map((row) => row.item.code)
    expect([items(near), items(far)]).toEqual([['BOLT'], ['TEA']])
  })

  it('proposes nothing where nothing was picked', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    expect(company.clerk.warehouse.listSlotting({ ...here(), today: TODAY })).toEqual({
      walkedMillimetres: 0,
      walks: 0,
      rows: [],
    })
  })
})

describe('a planned move', () => {
  it('is refused by a bin that has no room for it any more', () => {
    const tight = company.owner.warehouse.addWarehouse({
      code: 'W2',
      name: 'Tight',
      capacityMillilitres: 800,
      zones: [{ code: 'S', name: 'Small', categories: [], aisles: 1, baysPerAisle: 4, levels: 1 }],
    })
    const there = { ...supplies, warehouseId: tight.id }
    receive(company, there, [{ item: supplies.bolt, pieces: 16 }])
    putAllAway(company, there)
    company.owner.warehouse.saveItemPlace({
      warehouseId: tight.id,
      itemId: supplies.bolt.id,
      temperature: '',
      binCode: 'W2-A01-04-1',
      minimumMicro: PIECE,
      maximumMicro: 20 * PIECE,
    })
    // Twenty are wanted, eight fit.
    company.clerk.warehouse.planReplenishment({ warehouseId: tight.id })
    const tasks = company.clerk.warehouse.listMoves({ warehouseId: tight.id }).tasks
    expect(tasks.map((task) => task.quantityMicro / PIECE)).toEqual([8])
    const fill = () =>
      company.clerk.warehouse.moveStock({
        fromBinScan: 'W2-A01-02-1',
        toBinScan: 'W2-A01-04-1',
        itemId: supplies.bolt.id,
        lotId: null,
        quantityMicro: PIECE,
      })
    // What is on its way counts as there.
    expect(refusalOf(fill).code).toBe('warehouse.binFull')
  })
})
