import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks as qualityChecks } from '../../../src/main/operations/quality'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { draftOrder, putAllAway, release } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

/** The smallest picture there is. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const here = () => ({ warehouseId: supplies.warehouseId })
const plan = (fields: object = {}) =>
  company.owner.quality.savePlan({
    name: 'Arrivals',
    samplePermille: 100,
    sampleMinimumMicro: 2 * PIECE,
    points: ['Packing whole', 'Label right'],
    ...fields,
  })
function arrive(pieces: number, item = supplies.bolt, lot: { lotCode?: string; expiresOn?: string } = {}) {
  const bought = order(company.owner, supplies, [{ item, pieces, priceMicro: 10_000_000 }])
  const lines = [{ orderLineId: bought.lineIds[0]!, quantityMicro: pieces * PIECE, ...lot }]
  return company.clerk.purchasing.receiveGoods({ orderId: bought.id, receivedOn: '2026-03-02', lines })
}
const open = () => company.clerk.quality.listInspections({ state: 'open' }).rows
const pass = { passed: true }
const fail = { passed: false, note: 'torn' }
const decide = (inspectionId: number, more: object = {}, client = company.clerk) =>
  client.quality.decide({ inspectionId, decidedOn: '2026-03-03', results: [pass, pass], ...more })
const inQuarantine = () => company.clerk.warehouse.binContent({ scan: open()[0]?.bin.code ?? 'QUARANTINE' }).rows

describe('goods with a quality plan', () => {
  it('stand in quarantine until somebody has looked at a sample, then are put away', () => {
    plan()
    arrive(30)
    const [waiting] = open()
    expect(waiting).toMatchObject({ number: 'QI-000001', quantityMicro: 30 * PIECE, sampleMicro: 3 * PIECE })
    expect(company.clerk.warehouse.listPutaway(here()).total).toBe(0)
    expect(company.clerk.inventory.listStock({}).rows[0]).toMatchObject({ freeMicro: 0 })
    expect(company.clerk.quality.getInspection({ id: waiting!.id })).toMatchObject({
      planName: 'Arrivals',
      receipt: { number: 'GR-2026-000001' },
      points: [{ text: 'Packing whole', passed: null }, { text: 'Label right' }],
    })
    expect(decide(waiting!.id)).toMatchObject({ state: 'decided', followedBy: '', picksForOrders: 0 })
    const [task] = company.clerk.warehouse.listPutaway(here()).tasks
    expect([task!.fromBin.code, task!.quantityMicro]).toEqual([waiting!.bin.code, 30 * PIECE])
    putAllAway(company, supplies)
    expect(refusalOf(() => decide(waiting!.id)).code).toBe('quality.inspectionClosed')
  })

  it('are nobody’s before: neither moved, nor freed, nor shipped', () => {
    plan()
    arrive(10)
    const [waiting] = open()
    const move = (more: object) =>
      refusalOf(() =>
        company.clerk.warehouse.moveStock({
          fromBinScan: waiting!.bin.code,
          toBinScan: waiting!.bin.code,
          itemId: supplies.bolt.id,
          lotId: null,
          quantityMicro: PIECE,
          status: 'quarantine',
          ...more,
        }),
      )
    expect(move({ toStatus: 'available' })).toMatchObject({
      code: 'quality.underInspection',
      params: { item: 'BOLT Bolt M8', inspection: 'QI-000001' },
    })
    expect(move({ toBinScan: 'A01-01-1' }).code).toBe('quality.underInspection')
    expect(inQuarantine()).toMatchObject([{ status: 'quarantine', quantityMicro: 10 * PIECE }])
  })

  it('go back where they are rejected: the return is planned, the books are right when they leave', () => {
    plan({ supplierId: supplies.supplierId })
    arrive(10)
    const [waiting] = open()
    const reject = (more: object) => decide(waiting!.id, { results: [pass, fail], ...more })
    expect(refusalOf(() => reject({})).code).toBe('quality.noteMissing')
    expect(refusalOf(() => reject({ rejectedMicro: 4 * PIECE })).code).toBe('quality.whereTo')
    expect(refusalOf(() => reject({ rejectedMicro: 11 * PIECE, rejectsTo: 'return' })).code).toBe(
      'quality.rejectedTooMany',
    )
    expect(refusalOf(() => decide(waiting!.id, { results: [pass] })).code).toBe('quality.pointsMissing')
    const decided = reject({ rejectedMicro: 4 * PIECE, rejectsTo: 'return', note: 'labels torn' })
    expect(decided.followedBy).toBe('PR-2026-000001')
    expect(company.clerk.warehouse.listPutaway(here()).tasks[0]!.quantityMicro).toBe(6 * PIECE)
    const [planned] = company.clerk.purchasing.returnsToSend(here()).rows
    const line = planned!.lines[0]!
    company.clerk.purchasing.sendReturn({
      lineId: line.id,
      binScan: line.places[0]!.bin.code,
      itemScan: 'BOLT',
      sentOn: '2026-03-03',
    })
    expect(company.clerk.inventory.listStock({}).rows[0]).toMatchObject({ onHandMicro: 6 * PIECE })
    // Rejected and sent back for it: on the supplier's scorecard once.
    const [card] = company.owner.suppliers.listScorecards({ on: '2026-03-03' }).rows
    expect(card).toMatchObject({ supplier: { code: 'S1' }, rejectedHundredths: 4000 })
  })

  it('are written off where they are scrapped, by somebody who may', () => {
    plan({ itemId: supplies.bolt.id })
    arrive(10)
    const [waiting] = open()
    const scrap = { results: [fail, fail], rejectedMicro: 10 * PIECE, rejectsTo: 'scrap' }
    expect(refusalOf(() => decide(waiting!.id, scrap)).code).toBe('quality.mayNotScrap')
    const before = balances(company.owner)['1405'] ?? 0
    expect(decide(waiting!.id, scrap, company.owner).followedBy).toBe('SA-2026-000001')
    expect((balances(company.owner)['1405'] ?? 0) - before).toBe(-10_000)
    expect(inQuarantine()).toEqual([])
  })

  it('ask for a photo where the plan does, and take no other file for one', () => {
    plan({ category: 'General', asksPhoto: true })
    arrive(5)
    const [waiting] = open()
    const { id: inspectionId } = waiting!
    expect(refusalOf(() => decide(inspectionId)).code).toBe('quality.photoMissing')
    const add = (mediaType: 'image/png' | 'image/jpeg') =>
      company.clerk.quality.addPhoto({ inspectionId, mediaType, content: PNG })
    expect(refusalOf(() => add('image/jpeg')).code).toBe('quality.notAPhoto')
    const { id } = add('image/png')
    expect(company.clerk.quality.getPhoto({ id })).toEqual({ mediaType: 'image/png', content: PNG })
    decide(inspectionId)
    expect(company.clerk.quality.getInspection({ id: inspectionId }).photos).toHaveLength(1)
  })

  it('go to the orders that wait for them once they are accepted', () => {
    plan()
    company.owner.warehouse.savePutawaySettings({
      ...here(),
      rules: ['emptyBin'],
      heavyGrams: null,
      heavyLevel: 1,
      crossDocks: true,
    })
    const id = draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 4 }])
    company.bookkeeper.sales.confirmOrder({ id, backOrder: true })
    expect(arrive(10).picksForOrders).toBe(0)
    expect(refusalOf(() => release(company, supplies)).code).toBe('warehouse.nothingWaiting')
    expect(decide(open()[0]!.id).picksForOrders).toBe(1)
    expect(company.clerk.warehouse.listPutaway(here()).tasks[0]!.quantityMicro).toBe(6 * PIECE)
  })

  it('leave with their receipt where that is reversed before anybody looked', () => {
    plan()
    const receipt = arrive(10)
    company.owner.purchasing.reverseReceipt({ id: receipt.id, reversedOn: '2026-03-03', reason: '' })
    expect(open()).toEqual([])
    const second = arrive(10)
    decide(open()[0]!.id)
    const kept = refusalOf(() =>
      company.owner.purchasing.reverseReceipt({ id: second.id, reversedOn: '2026-03-03', reason: '' }),
    )
    expect(kept).toMatchObject({ code: 'quality.decidedAlready', params: { inspection: 'QI-000002' } })
  })
})

describe('quality plans', () => {
  it('the narrowest holds: item before category before supplier', () => {
    plan({ name: 'All', supplierId: null, samplePermille: 0, sampleMinimumMicro: PIECE })
    plan({ name: 'Supplier', supplierId: supplies.supplierId, samplePermille: 0, sampleMinimumMicro: 2 * PIECE })
    plan({ name: 'Category', category: 'General', samplePermille: 0, sampleMinimumMicro: 3 * PIECE })
    const item = plan({ name: 'Item', itemId: supplies.bolt.id, samplePermille: 1000 })
    arrive(10)
    expect(open()[0]!.sampleMicro).toBe(10 * PIECE)
    company.owner.quality.removePlan({ id: item.id })
    expect(refusalOf(() => company.owner.quality.removePlan({ id: item.id })).code).toBe('quality.planUnknown')
    arrive(10)
    expect(open()[0]!.sampleMicro).toBe(3 * PIECE)
    expect(refusalOf(() => plan({ name: 'category' })).code).toBe('quality.planNameTaken')
    expect(refusalOf(() => plan({ name: 'None', samplePermille: 0, sampleMinimumMicro: 0 })).code).toBe(
      'quality.sampleEmpty',
    )
    // A name that is free again may be given again.
    plan({ name: 'Item', itemId: supplies.tea.id })
  })
})

it('verify finds goods that left inspection and decisions that say something else than the stock', () => {
  plan({ asksPhoto: false })
  arrive(10)
  arrive(5)
  const [second, first] = open()
  decide(first!.id, { rejectedMicro: 2 * PIECE, rejectsTo: 'return' })
  const found = (tampering: string) => foundAfter(company, qualityChecks, tampering)
  const [kept, said] = qualityChecks.map((check) => check.name)
  expect(found(`DELETE FROM inventory_balance WHERE status = 'quarantine'`)).toEqual([kept])
  expect(found(`UPDATE quality_inspection SET quantity_micro = 99000000 WHERE id = ${second!.id}`)).toEqual([kept])
  expect(found(`DELETE FROM quality_result WHERE position = 1`)).toEqual([said])
  expect(
    found(`UPDATE quality_inspection SET accepted_micro = 9000000, rejected_micro = 1000000 WHERE id = ${first!.id}`),
  ).toEqual([said])
  expect(found(`UPDATE quality_inspection SET asks_photo = 1 WHERE id = ${first!.id}`)).toEqual([said])
})
