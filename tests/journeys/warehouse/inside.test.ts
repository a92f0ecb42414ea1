import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { pickAll, release, sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})

afterEach(() => {
  closeSound(company)
})

const hold = (lotCode = 'L1') =>
  company.owner.warehouse.holdLot({ itemId: supplies.tea.id, lotCode, reason: 'complaint' })
const tea = (pieces: number, lotCode: string) =>
  stockUp(company, supplies, [{ item: supplies.tea, pieces, lotCode, expiresOn: '2026-09-30' }])

describe('a held lot', () => {
  it('is given up by picks, goes into quarantine, and is not picked again before it is released', () => {
    tea(10, 'L1')
    tea(10, 'L2')
    sell(company, supplies, [{ item: supplies.tea, pieces: 4 }])
    const [task] = release(company, supplies)
    expect(task?.lot?.code).toBe('L1')
    expect(refusalOf(() => hold('L9')).code).toBe('warehouse.lotUnknown')
    // 16 of 20 are not reserved, so all ten of the lot can go.
    const held = hold()
    expect(held).toMatchObject({ heldMicro: 10 * PIECE, promisedMicro: 0, picksGivenUp: 1 })
    expect(company.clerk.warehouse.binContent({ scan: task!.fromBin.code }).rows[0]?.status).toBe('quarantine')
    expect(release(company, supplies).map((next) => next.lot?.code)).toEqual(['L2'])
    const { lotId } = held
    expect(company.owner.warehouse.releaseLot({ lotId })).toEqual({ releasedMicro: 10 * PIECE })
    expect(refusalOf(() => company.owner.warehouse.releaseLot({ lotId })).code).toBe('warehouse.lotNotHeld')
    expect(refusalOf(() => company.owner.warehouse.recallLot({ lotId })).code).toBe('warehouse.lotNotHeld')
  })

  it('that orders are promised stays booked, and is neither packed nor shipped', () => {
    tea(10, 'L1')
    const orders = [4, 6].map((pieces) => sell(company, supplies, [{ item: supplies.tea, pieces }]))
    pickAll(company, release(company, supplies, [orders[0]!]))
    expect(hold()).toMatchObject({ heldMicro: 0, promisedMicro: 10 * PIECE, picksGivenUp: 0 })
    const pack = refusalOf(() => company.clerk.warehouse.packScan({ orderId: orders[0]!, itemScan: 'TEA' }))
    expect([pack.code, pack.params]).toEqual(['warehouse.lotHeld', { lot: 'L1', reason: 'complaint' }])
    expect(refusalOf(() => release(company, supplies, [orders[1]!])).code).toBe('warehouse.nothingPickable')
    company.owner.sales.cancelOrder({ id: orders[1]! })
    expect(hold()).toMatchObject({ heldMicro: 6 * PIECE, promisedMicro: 4 * PIECE })
  })

  it('is recalled: customers by name, tasks to the quarantine place', () => {
    tea(10, 'L1')
    const orderId = sell(company, supplies, [{ item: supplies.tea, pieces: 3 }])
    ship(company, supplies, orderId)
    const { lotId } = hold()
    expect(company.clerk.warehouse.listHeldLots({}).rows).toMatchObject([
      { lot: { code: 'L1' }, onHandMicro: 7 * PIECE, shippedMicro: 3 * PIECE, customers: 1 },
    ])
    const trace = company.clerk.warehouse.traceLot({ lotId })
    expect(trace).toMatchObject({
      held: true,
      customers: [{ orderId, customer: { code: 'C1' }, shippedMicro: 3 * PIECE }],
    })
    expect(company.owner.warehouse.recallLot({ lotId })).toEqual({ tasks: 1 })
    expect(company.owner.warehouse.recallLot({ lotId })).toEqual({ tasks: 0 })
    const [task] = company.clerk.warehouse.listMoves({ warehouseId: supplies.warehouseId }).tasks
    const move = (fields: object = {}) =>
      company.clerk.warehouse.confirmMove({
        taskId: task!.id,
        fromBinScan: task!.fromBin.code,
        itemScan: 'TEA',
        toBinScan: 'QUARANTINE',
        ...fields,
      })
    expect(refusalOf(() => move({ fromBinScan: 'DOCK' })).code).toBe('warehouse.wrongBin')
    expect(refusalOf(() => move({ toBinScan: 'DOCK' })).code).toBe('warehouse.wrongBin')
    expect(refusalOf(() => move({ itemScan: 'BOLT' })).code).toBe('warehouse.wrongItem')
    expect(refusalOf(() => move({ quantityMicro: 8 * PIECE })).code).toBe('warehouse.moreThanPlanned')
    expect(move({ quantityMicro: 2 * PIECE })).toMatchObject({ state: 'open', remainingMicro: 5 * PIECE })
    const { scanId } = move()
    company.clerk.warehouse.undoScan({ scanId })
    move()
    expect(refusalOf(() => move()).code).toBe('warehouse.taskNotOpen')
    expect(company.clerk.warehouse.binContent({ scan: 'QUARANTINE' }).rows).toMatchObject([
      { status: 'quarantine', quantityMicro: 7 * PIECE },
    ])
  })
})

describe('the count plan', () => {
  const { warehouseId } = { warehouseId: 1 }
  const due = () => company.clerk.warehouse.listCountsDue({ warehouseId, today: '2026-03-02' })

  it('lists bins never counted, doubtful ones first, and those by class once their time has come', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 9 }])
    tea(9, 'L1')
    expect(due().rows.map((row) => [row.bin.code, row.reason, row.abcClass])).toEqual([
      ['A01-01-1', 'cycle', 'C'],
      ['A01-02-1', 'cycle', 'C'],
    ])
    sell(company, supplies, [{ item: supplies.tea, pieces: 2 }])
    const [task] = release(company, supplies)
    company.clerk.warehouse.shortPick({ taskId: task!.id, foundMicro: PIECE })
    const [first] = due().rows
    expect(first).toMatchObject({ bin: { code: 'A01-02-1' }, reason: 'recount' })
    const count = company.clerk.warehouse.startCount({
      warehouseId,
      binIds: due().rows.map((row) => row.bin.id),
      countedOn: '2026-03-02',
    })
    expect(due()).toEqual({ rows: [], total: 0 })
    const counted = (binScan: string, itemId: number, pieces: number, lotCode?: string) =>
      company.clerk.warehouse.countBin({
        countId: count.id,
        binScan,
        lines: [{ itemId, countedMicro: pieces * PIECE, ...(lotCode === undefined ? {} : { lotCode }) }],
      })
    counted('A01-01-1', supplies.bolt.id, 9)
    counted('A01-02-1', supplies.tea.id, 7, 'L1')
    company.owner.warehouse.approveCount({ countId: count.id, approvedOn: '2026-03-02' })
    expect(due().total).toBe(0)
    expect(company.clerk.warehouse.countAccuracy({ warehouseId }).rows).toEqual([
      { month: '2026-03', lines: 2, rightLines: 1, looks: 0, rightLooks: 0, valueMinor: null },
    ])
    // A year later the bolts are due again.
    const later = company.clerk.warehouse.listCountsDue({ warehouseId, today: '2027-03-03' })
    expect(later.rows.map((row) => row.bin.code)).toEqual(['A01-01-1', 'A01-02-1'])
  })

  it('asks somebody else above the tolerance, and the owner above a value', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 100 }])
    company.owner.warehouse.saveCountSettings({ warehouseId, recountPermille: 20, approvalMinor: 5000 })
    const [bin] = due().rows
    const count = company.clerk.warehouse.startCount({ warehouseId, binIds: [bin!.bin.id], countedOn: '2026-03-02' })
    const counting = (client: TestCompany['clerk'], pieces: number) =>
      client.warehouse.countBin({
        countId: count.id,
        binScan: bin!.bin.code,
        lines: [{ itemId: supplies.bolt.id, countedMicro: pieces * PIECE }],
      })
    // Two of a hundred are within 20 per thousand; three are not.
    expect(counting(company.clerk, 97)).toEqual({ state: 'counting', binsLeft: 1, needsRecount: true })
    expect(refusalOf(() => counting(company.clerk, 97)).code).toBe('warehouse.recountByOther')
    expect(counting(company.owner, 94)).toEqual({ state: 'counted', binsLeft: 0, needsRecount: false })
    // Six pieces at 10.00 are worth more than 50.00.
    const approve = (client: TestCompany['clerk']) =>
      client.warehouse.approveCount({ countId: count.id, approvedOn: '2026-03-02' })
    expect(refusalOf(() => approve(company.bookkeeper)).code).toBe('warehouse.countTooDear')
    approve(company.owner)
  })
})
