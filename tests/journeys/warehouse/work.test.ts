import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks as warehouseChecks } from '../../../src/main/operations/warehouse'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { pickAll, receive, release, sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const here = () => ({ warehouseId: supplies.warehouseId })
const next = (client = company.clerk) => client.warehouse.nextWork(here())
/** Kind, where it begins, metres to it. */
const queue = () => next().rows.map((row) => [row.kind, row.fromBin?.code ?? '', row.approachMillimetres / 1000])
const setFace = (binCode: string) =>
  company.owner.warehouse.saveItemPlace({
    ...here(),
    itemId: supplies.bolt.id,
    temperature: '',
    binCode,
    minimumMicro: 5 * PIECE,
    maximumMicro: 20 * PIECE,
  })

describe('the queue of work', () => {
  it('sends from the dock into the shelves, and on the way back to the move that begins there', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 30 }])
    setFace('A01-04-1')
    company.clerk.warehouse.planReplenishment(here())
    receive(company, supplies, [
      { item: supplies.tea, pieces: 4, lotCode: 'L1', expiresOn: '2027-01-01' },
      { item: supplies.tea, pieces: 4, lotCode: 'L2', expiresOn: '2027-01-01' },
    ])
    // The clerk put the bolts into A01-01-1, half a metre into the aisle; the replenishment begins at the same bin.
    expect(next().at).toBe('A01-01-1')
    expect(queue()).toEqual([
      ['move', 'A01-01-1', 0],
      ['putaway', 'DOCK', 0.5],
      ['putaway', 'DOCK', 0.5],
    ])
    const [move, putaway] = next().rows
    const { tasks } = company.clerk.warehouse.listMoves(here())
    company.clerk.warehouse.confirmMove({
      taskId: move!.id,
      fromBinScan: tasks[0]!.fromBin.code,
      itemScan: 'BOLT',
      toBinScan: tasks[0]!.toBin.code,
    })
    // Three and a half metres in now.
    expect(queue()).toEqual([
      ['putaway', 'DOCK', 3.5],
      ['putaway', 'DOCK', 3.5],
    ])
    company.clerk.warehouse.takeWork({ taskId: putaway!.id })
    expect(next().rows[0]).toMatchObject({ id: putaway!.id, isMine: true })
    // Nobody else is sent there, nor can take it, until the clerk begins something else.
    expect(next(company.owner).rows.map((row) => row.id)).not.toContain(putaway!.id)
    expect(refusalOf(() => company.owner.warehouse.takeWork({ taskId: putaway!.id })).code).toBe('warehouse.workTaken')
    company.clerk.warehouse.takeWork({ taskId: next().rows[1]!.id })
    company.owner.warehouse.takeWork({ taskId: putaway!.id })
  })

  it('leaves what is done in nobody’s hands: taken back, it is anybody’s, and one task is enough for one clerk', () => {
    receive(company, supplies, [
      { item: supplies.tea, pieces: 4, lotCode: 'L1', expiresOn: '2027-01-01' },
      { item: supplies.tea, pieces: 4, lotCode: 'L2', expiresOn: '2027-01-01' },
    ])
    const [first, second] = company.clerk.warehouse.listPutaway(here()).tasks
    company.clerk.warehouse.takeWork({ taskId: first!.id })
    const { scanId } = company.clerk.warehouse.putAway({ taskId: first!.id, binScan: first!.toBin.code })
    company.clerk.warehouse.takeWork({ taskId: second!.id })
    company.clerk.warehouse.undoScan({ scanId })
    expect(next(company.owner).rows.map((row) => row.id)).toEqual([first!.id])
    const check = 'warehouse.each clerk has one task in hand'
    const found = (tampering: string) => foundAfter(company, warehouseChecks, tampering)
    expect(found(`UPDATE warehouse_task SET assigned_to = 1 WHERE kind = 'putaway'`)).toEqual([check])
  })

  it('puts what a wave waits for first, and a batch that was begun before all', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 60 }])
    setFace('A02-04-1')
    company.clerk.warehouse.planReplenishment(here())
    const [first] = company.clerk.warehouse.listMoves(here()).tasks
    company.clerk.warehouse.confirmMove({
      taskId: first!.id,
      fromBinScan: first!.fromBin.code,
      itemScan: 'BOLT',
      toBinScan: first!.toBin.code,
    })
    sell(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    pickAll(company, release(company, supplies))
    sell(company, supplies, [{ item: supplies.bolt, pieces: 15 }])
    company.clerk.warehouse.planReplenishment(here())
    receive(company, supplies, [{ item: supplies.tea, pieces: 4, lotCode: 'L1', expiresOn: '2027-01-01' }])
    // The batch was brought to packing, at the depot, where the tea stands; the face comes first all the same.
    expect(queue().map(([kind]) => kind)).toEqual(['move', 'putaway'])
    company.clerk.warehouse.releaseWave({ ...here(), orderIds: [], releasedOn: '2026-03-02' })
    const batch = next().rows.find((row) => row.kind === 'pick')
    company.clerk.warehouse.takeBatch({ batchId: batch!.id })
    expect(next().rows[0]).toMatchObject({ kind: 'pick', id: batch!.id, isMine: true })
  })

  it('keeps a clerk to their zone', () => {
    const two = company.owner.warehouse.addWarehouse({
      code: 'W2',
      name: 'Two zones',
      zones: [
        { code: 'N', name: 'North', categories: ['General'], aisles: 1, baysPerAisle: 2, levels: 1 },
        { code: 'S', name: 'South', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 },
      ],
    })
    receive(company, { ...supplies, warehouseId: two.id }, [{ item: supplies.bolt, pieces: 4 }])
    const zones = company.clerk.warehouse.listZones({ warehouseId: two.id }).rows
    const work = () => company.clerk.warehouse.nextWork({ warehouseId: two.id })
    expect(work().total).toBe(1)
    const { people } = company.owner.warehouse.workBoard({ warehouseId: two.id, day: '2026-03-02' })
    expect(people).toEqual([])
    const clerk = company.reader.first<{ id: number }>(`SELECT id FROM v_access_user WHERE name = 'Clerk'`, [])
    const set = (zoneId: number | null) =>
      company.owner.warehouse.setClerkZone({ warehouseId: two.id, userId: clerk!.id, zoneId })
    set(zones[1]!.id)
    expect(work()).toMatchObject({ total: 0, zone: { code: 'S' } })
    set(zones[0]!.id)
    expect(work().total).toBe(1)
    set(null)
    expect(work().zone).toBeNull()
    expect(refusalOf(() => set(999)).code).toBe('warehouse.zoneUnknown')
  })
})

describe('the board of a day', () => {
  it('counts steps that stand, times them from scan to scan without pauses, and says what was caught', () => {
    const at = (time: string) => company.clock.set(`2026-03-02T${time}Z`)
    at('08:00:00')
    receive(company, supplies, [
      { item: supplies.bolt, pieces: 4 },
      { item: supplies.tea, pieces: 4, lotCode: 'L1', expiresOn: '2027-01-01' },
    ])
    const [one, two] = company.clerk.warehouse.listPutaway(here()).tasks
    const put = (task: typeof one) => company.clerk.warehouse.putAway({ taskId: task!.id, binScan: task!.toBin.code })
    at('08:10:00')
    put(one)
    at('08:12:00')
    const { scanId } = put(two)
    // Half an hour of pause; then the second is taken back and done again.
    at('08:42:00')
    company.clerk.warehouse.undoScan({ scanId })
    at('08:43:00')
    put(two)
    company.clerk.warehouse.noteMistake({ code: 'warehouse.wrongBin', scanned: 'A01-09-1' })
    company.clerk.warehouse.noteMistake({ code: 'warehouse.wrongBin', scanned: 'A01-08-1' })
    const { people, caught, zones } = company.owner.warehouse.workBoard({ ...here(), day: '2026-03-02' })
    // Two putaways stand: 2 x 40 s usually; 120 s and 60 s were worked.
    expect(people).toMatchObject([
      { name: 'Clerk', putaways: 2, picks: 0, undone: 1, mistakes: 2, actualSeconds: 180, targetSeconds: 80 },
    ])
    expect(caught).toEqual([{ code: 'warehouse.wrongBin', times: 2 }])
    expect(zones).toMatchObject([{ code: 'A', putaways: 0, picks: 0, moves: 0 }])
    expect(company.owner.warehouse.workBoard({ ...here(), day: '2026-03-01' }).people).toEqual([])
  })
})

describe('paper', () => {
  it('lists what is open of a batch, and of a blind count, until nothing is', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 9 }])
    sell(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    const picks = release(company, supplies)
    const [batch] = company.clerk.warehouse.listBatches(here()).rows
    const list = () => company.clerk.warehouse.pickListPdf({ batchId: batch!.id, locale: 'zh-CN' })
    expect(list().fileName).toBe(`${batch!.number}.pdf`)
    expect(Buffer.from(list().pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    pickAll(company, picks)
    expect(refusalOf(list).code).toBe('warehouse.nothingOnPaper')
    const [bin] = company.clerk.warehouse.listBins({ ...here(), filter: 'A01-01-1' }).rows
    const count = company.clerk.warehouse.startCount({ ...here(), binIds: [bin!.id], countedOn: '2026-03-02' })
    const blind = () => company.clerk.warehouse.countListPdf({ countId: count.id, locale: 'en' })
    expect(blind().fileName).toBe(`count-${count.id}.pdf`)
    company.clerk.warehouse.countBin({ countId: count.id, binScan: 'A01-01-1', lines: [] })
    expect(refusalOf(blind).code).toBe('warehouse.nothingOnPaper')
  })
})
