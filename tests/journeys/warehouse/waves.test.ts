import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { packAll, pickAll, putAllAway, receive, release, sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})

afterEach(() => {
  closeSound(company)
})

const plan = (fields: object = {}) => ({
  warehouseId: supplies.warehouseId,
  orderIds: [],
  releasedOn: '2026-03-02',
  ...fields,
})
const waiting = (criteria: object = {}) =>
  company.clerk.warehouse.listWaiting({ warehouseId: supplies.warehouseId, ...criteria }).rows.map((row) => row.orderId)
const allocated = () =>
  company.reader.first<{ sum: number }>('SELECT sum(allocated_micro) AS sum FROM inventory_balance')?.sum

describe('waiting orders', () => {
  it('are taken by rule: priority, carrier, channel, one line, due date, zone', () => {
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 50 },
      { item: supplies.tea, pieces: 50, lotCode: 'L1', expiresOn: '2026-09-30' },
    ])
    const single = sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    const double = sell(company, supplies, [
      { item: supplies.bolt, pieces: 1 },
      { item: supplies.tea, pieces: 1 },
    ])
    const { warehouseId } = supplies
    company.clerk.warehouse.setOrderTerms({
      warehouseId,
      orderIds: [double],
      priority: 5,
      carrier: 'SF',
      channel: 'web',
    })
    expect(waiting()).toEqual([double, single])
    expect(waiting({ minimumPriority: 1 })).toEqual([double])
    expect(waiting({ carrier: 'SF', channel: 'web' })).toEqual([double])
    expect(waiting({ carrier: 'YTO' })).toEqual([])
    expect(waiting({ singleLine: true })).toEqual([single])
    expect(waiting({ dueBy: '2026-03-02' })).toEqual([])
    expect(waiting({ dueBy: '2026-03-03' })).toEqual([double, single])
    const zones = company.clerk.warehouse.listZones({ warehouseId }).rows
    expect(waiting({ zoneId: zones[0]!.id })).toEqual([double, single])
    expect(
      refusalOf(() => company.clerk.warehouse.setOrderTerms({ warehouseId, orderIds: [999], priority: 1 })).code,
    ).toBe('warehouse.orderNotHere')

    const rule = { warehouseId, name: '16:00 SF', carrier: 'SF', cutOff: '16:00' }
    const { id } = company.owner.warehouse.saveWaveRule(rule)
    company.owner.warehouse.saveWaveRule({ warehouseId, name: 'Single lines', singleLine: true })
    const rules = company.clerk.warehouse.listWaveRules({ warehouseId, today: '2026-03-02' }).rows
    expect(rules.map((row) => [row.name, row.orders])).toEqual([
      ['16:00 SF', 1],
      ['Single lines', 1],
    ])
    expect(refusalOf(() => company.owner.warehouse.saveWaveRule(rule)).code).toBe('warehouse.ruleNameTaken')
    expect(refusalOf(() => company.owner.warehouse.saveWaveRule({ ...rule, name: 'x', zoneId: 999 })).code).toBe(
      'warehouse.zoneUnknown',
    )
    company.owner.warehouse.saveWaveRule({ ...rule, id, name: 'Evening', dueWithinDays: 0 })
    company.owner.warehouse.removeWaveRule({ id })
    expect(refusalOf(() => company.owner.warehouse.removeWaveRule({ id })).code).toBe('warehouse.ruleUnknown')
  })

  it('are simulated as they would be released, and nothing is changed by it', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    receive(company, supplies, [{ item: supplies.tea, pieces: 3, lotCode: 'L1', expiresOn: '2026-09-30' }])
    const order = sell(company, supplies, [
      { item: supplies.bolt, pieces: 4 },
      { item: supplies.tea, pieces: 3 },
    ])
    const simulated = company.clerk.warehouse.simulateWave(plan())
    expect(simulated).toMatchObject({ orders: 1, lines: 1, picks: 1, batches: 1 })
    expect(simulated.shortLines).toMatchObject([{ itemCode: 'TEA', missingMicro: 3 * PIECE }])
    // There and back along the first aisle to its first bay: 1 m, and one pick of 12 s.
    expect([simulated.walkMillimetres, simulated.minutes]).toEqual([1000, 1])
    expect([waiting(), allocated()]).toEqual([[order], 0])
    const released = company.clerk.warehouse.releaseWave(plan())
    expect([released.lines, released.shortLines, released.batches[0]?.walkMillimetres]).toEqual([1, 1, 1000])
    putAllAway(company, supplies)
  })
})

describe('a wave', () => {
  const three = (): number[] => {
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 30 },
      { item: supplies.tea, pieces: 30, lotCode: 'L1', expiresOn: '2026-09-30' },
    ])
    return [1, 2, 3].map((pieces) =>
      sell(company, supplies, [
        { item: supplies.bolt, pieces },
        { item: supplies.tea, pieces },
      ]),
    )
  }

  it.each([
    ['batch', 60, [6]],
    ['batch', 2, [2, 2, 2]],
    ['order', 60, [2, 2, 2]],
    // A tote on the cart for each order, however many its lines.
    ['cluster', 2, [4, 2]],
    ['zone', 60, [6]],
  ] as const)('walked by %s with room for %i', (picking, batchCapacity, tasks) => {
    three()
    const wave = company.clerk.warehouse.releaseWave(plan({ picking, batchCapacity }))
    expect(wave.batches.map((batch) => batch.tasks).toSorted((a, b) => b - a)).toEqual(tasks)
    const page = company.clerk.warehouse.getWave({ id: wave.waveId })
    expect([page.picking, page.orders.length, page.batches.map((batch) => batch.zoneName)]).toEqual([
      picking,
      3,
      tasks.map(() => (picking === 'zone' ? 'Ambient' : null)),
    ])
  })

  it('is taken back as far as nobody picked it, and its lines wait again', () => {
    const orders = three()
    const wave = company.clerk.warehouse.releaseWave(plan())
    const [batch] = wave.batches
    const tasks = company.clerk.warehouse.takeBatch({ batchId: batch!.id }).tasks
    const [first] = tasks
    company.clerk.warehouse.confirmPick({
      taskId: first!.id,
      binScan: first!.fromBin.code,
      itemScan: first!.barcodes[0]!,
    })
    const { scanId } = { scanId: company.clerk.warehouse.lastScans({}).rows[0]!.id }
    expect(company.clerk.warehouse.unreleaseWave({ waveId: wave.waveId, orderIds: [orders[1]!] })).toEqual({
      picks: tasks.filter((task) => task.id !== first!.id && task.orderNumber === numberOf(orders[1]!)).length,
    })
    expect(waiting()).toContain(orders[1])
    company.clerk.warehouse.unreleaseWave({ waveId: wave.waveId })
    expect(waiting().toSorted()).toEqual(orders)
    expect(company.clerk.warehouse.getWave({ id: wave.waveId })).toMatchObject({ state: 'picked' })
    expect(company.clerk.warehouse.listBatches({ warehouseId: supplies.warehouseId }).rows).toEqual([])
    expect(refusalOf(() => company.clerk.warehouse.unreleaseWave({ waveId: wave.waveId })).code).toBe(
      'warehouse.nothingToUnrelease',
    )
    // What was picked goes its way, or back to the shelf.
    company.clerk.warehouse.undoScan({ scanId })
    const again = release(company, supplies)
    pickAll(company, again)
    for (const orderId of orders) packAll(company, orderId)
  })

  it('of which nothing was picked is given up whole', () => {
    const orders = three()
    const wave = company.clerk.warehouse.releaseWave(plan())
    expect(company.clerk.warehouse.unreleaseWave({ waveId: wave.waveId })).toEqual({ picks: 6 })
    expect([waiting(), allocated()]).toEqual([orders, 0])
    expect(company.clerk.warehouse.getWave({ id: wave.waveId })).toMatchObject({ state: 'cancelled' })
    const { rows } = company.clerk.warehouse.listWaves({ warehouseId: supplies.warehouseId })
    expect(rows).toMatchObject([{ number: wave.number, state: 'cancelled', tasks: 6, doneTasks: 6, orders: 3 }])
    expect(refusalOf(() => company.clerk.warehouse.getWave({ id: 999 })).code).toBe('warehouse.waveUnknown')
  })

  it('takes the oldest lot, or the fewest places, where it is told to', () => {
    stockUp(company, supplies, [{ item: supplies.tea, pieces: 4, lotCode: 'OLD', expiresOn: '2026-12-31' }])
    stockUp(company, supplies, [{ item: supplies.tea, pieces: 3, lotCode: 'NEW', expiresOn: '2026-06-30' }])
    stockUp(company, supplies, [{ item: supplies.tea, pieces: 9, lotCode: 'BIG', expiresOn: '2026-08-31' }])
    sell(company, supplies, [{ item: supplies.tea, pieces: 5 }])
    const lots = (allocation: 'fefo' | 'fifo' | 'fewest-picks'): string[] => {
      const wave = company.clerk.warehouse.releaseWave(plan({ allocation }))
      const tasks = wave.batches.flatMap((batch) => company.clerk.warehouse.takeBatch({ batchId: batch.id }).tasks)
      company.clerk.warehouse.unreleaseWave({ waveId: wave.waveId })
      return tasks.map((task) => `${task.lot?.code} ${task.quantityMicro / PIECE}`).toSorted()
    }
    expect(lots('fefo')).toEqual(['BIG 2', 'NEW 3'])
    expect(lots('fifo')).toEqual(['NEW 1', 'OLD 4'])
    expect(lots('fewest-picks')).toEqual(['BIG 5'])
  })
})

describe('moving by scan', () => {
  it('is taken back by its own scan, and never what a pick is promised', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    const move = (from: string, to: string, pieces: number) =>
      company.clerk.warehouse.moveStock({
        fromBinScan: from,
        toBinScan: to,
        itemId: supplies.bolt.id,
        lotId: null,
        quantityMicro: pieces * PIECE,
      })
    const there = (scan: string) =>
      company.clerk.warehouse.binContent({ scan }).rows.map((row) => [row.quantityMicro / PIECE, row.freeMicro / PIECE])
    const { scanId } = move('A01-01-1', 'A02-01-1', 2)
    expect([there('A01-01-1'), there('A02-01-1')]).toEqual([[[3, 3]], [[2, 2]]])
    company.clerk.warehouse.undoScan({ scanId })
    expect([there('A01-01-1'), there('A02-01-1')]).toEqual([[[5, 5]], []])
    sell(company, supplies, [{ item: supplies.bolt, pieces: 4 }])
    release(company, supplies)
    expect(there('A01-01-1')).toEqual([[5, 1]])
    expect(refusalOf(() => move('A01-01-1', 'A02-01-1', 2)).code).toBe('inventory.insufficientInBin')
    move('A01-01-1', 'A02-01-1', 1)
  })
})

function numberOf(orderId: number): string {
  return company.bookkeeper.sales.getOrder({ id: orderId }).number ?? ''
}
