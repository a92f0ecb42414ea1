import { afterEach, describe, expect, it } from 'vitest'
import { actorOfUser } from '../../../src/main/foundation/access'
import {
  brokenChecks,
  openTestCompany,
  PASSWORD,
  refusalOf,
  type Client,
  type TestCompany,
} from '../../support/company'
import { addSupplies, PIECE, type Supplies } from '../../support/supplies'
import { stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let sam: Client
afterEach(() => {
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

function open(): void {
  company = openTestCompany()
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  company.owner.access.addUser({ login: 'sam', name: 'Sam', role: 'salesperson', password: PASSWORD })
  const actor = actorOfUser(company.reader, 'sam', 'front desk')
  if (actor === undefined) throw new Error('no Sam')
  sam = company.as(actor)
}

/** The list price is 20.00; 10 percent is what Sam may give away. */
const draft = (priceMicro = 15_000_000): number =>
  sam.sales.saveOrder({
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    orderedOn: '2026-03-02',
    promisedOn: '2026-03-02',
    lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro }],
  }).id

const ask = (id: number, reason = 'Regular customer') =>
  sam.approvals.ask({ procedure: 'sales.confirmOrder', input: { id, backOrder: false }, reason })
const inbox = (client: Client) => client.approvals.list({ show: 'inbox' }).rows

describe('a request', () => {
  it('reaches whoever may allow it, is done at once when granted, and the asker is told', () => {
    open()
    const id = draft()
    const before = company.reader.first('SELECT count(*) AS count FROM inventory_reservation')
    const { id: request } = ask(id)
    // Trying it out has left nothing behind.
    expect(company.reader.first('SELECT count(*) AS count FROM inventory_reservation')).toEqual(before)
    expect(sam.sales.getOrder({ id }).state).toBe('draft')
    expect(inbox(company.owner)).toMatchObject([
      {
        id: request,
        procedure: 'sales.confirmOrder',
        refusalCode: 'sales.discountOverLimit',
        refusalParams: { lines: '1', given: 250_000, most: 100_000 },
        reason: 'Regular customer',
        askedBy: 'Sam',
        state: 'open',
      },
    ])
    expect([inbox(company.bookkeeper).length, inbox(company.clerk).length, inbox(sam).length]).toEqual([1, 0, 0])
    company.owner.approvals.decide({ id: request, isGranted: true })
    expect(sam.sales.getOrder({ id }).state).toBe('confirmed')
    expect(sam.approvals.count({})).toEqual({ toDecide: 0, answered: 1 })
    expect(sam.approvals.list({ show: 'asked' }).rows).toMatchObject([{ state: 'granted', decidedBy: 'Owner' }])
    sam.approvals.seen({})
    expect(sam.approvals.count({}).answered).toBe(0)
    expect(
      company.reader.all(
        `SELECT procedure, user_name AS user, facts LIKE '%access.allowed%' AS isAllowed FROM audit_entry
         WHERE procedure IN ('sales.confirmOrder', 'approvals.decide') AND outcome = 'done' ORDER BY id`,
      ),
    ).toEqual([
      { procedure: 'sales.confirmOrder', user: 'Sam', isAllowed: 1 },
      { procedure: 'approvals.decide', user: 'Owner', isAllowed: 0 },
    ])
    expect(refusalOf(() => company.owner.approvals.decide({ id: request, isGranted: true })).code).toBe(
      'approvals.alreadyDecided',
    )
  })

  it('is refused with a reason, or withdrawn by whoever asked; nothing is done then', () => {
    open()
    const [first, second] = [ask(draft()).id, ask(draft()).id]
    expect(refusalOf(() => company.owner.approvals.decide({ id: first, isGranted: false })).code).toBe(
      'approvals.needsReason',
    )
    company.owner.approvals.decide({ id: first, isGranted: false, reason: 'Too cheap' })
    expect(sam.approvals.list({ show: 'asked' }).rows[1]).toMatchObject({ state: 'refused', decision: 'Too cheap' })
    expect(refusalOf(() => company.owner.approvals.withdraw({ id: second })).code).toBe('approvals.unknown')
    sam.approvals.withdraw({ id: second })
    expect(inbox(company.owner)).toEqual([])
    expect(company.reader.first("SELECT count(*) AS count FROM sales_order WHERE state <> 'draft'")).toEqual({
      count: 0,
    })
  })

  it('is not needed for what one may do, and helps nobody against a rule that has no exception', () => {
    open()
    expect(refusalOf(() => ask(draft(20_000_000))).code).toBe('approvals.notNeeded')
    expect(refusalOf(() => ask(999)).code).toBe('sales.orderUnknown')
    const people = { procedure: 'access.addUser', input: { login: 'x', name: 'x', role: 'owner' }, reason: '' }
    expect(refusalOf(() => sam.approvals.ask(people)).code).toBe('app.unknownProcedure')
  })

  it('is not granted by the asker, nor by somebody who may not do it either; what fails then stays open', () => {
    open()
    const id = draft(5_000_000)
    // Below cost (10.00): that is the owner's word, not the bookkeeper's.
    const { id: request } = ask(id)
    expect(inbox(company.bookkeeper)).toEqual([])
    expect(refusalOf(() => company.bookkeeper.approvals.decide({ id: request, isGranted: true })).code).toBe(
      'access.approverLacksRight',
    )
    expect(refusalOf(() => sam.approvals.decide({ id: request, isGranted: true })).code).toBe('approvals.ownRequest')
    company.owner.warehouse.adjustStock({
      warehouseId: supplies.warehouseId,
      adjustedOn: '2026-03-02',
      reason: 'broken',
      lines: [{ binId: stockBin(), itemId: supplies.bolt.id, quantityMicro: -10 * PIECE }],
    } as never)
    expect(refusalOf(() => company.owner.approvals.decide({ id: request, isGranted: true })).code).toBe(
      'inventory.insufficientStock',
    )
    expect(inbox(company.owner)).toHaveLength(1)
  })

  it('lends a right that is missing altogether', () => {
    open()
    const { id: request } = sam.approvals.ask({
      procedure: 'company.rename',
      input: { name: 'Test & Sons' },
      reason: 'The sign is up',
    })
    company.owner.approvals.decide({ id: request, isGranted: true })
    expect(company.owner.company.profile({}).name).toBe('Test & Sons')
  })
})

const stockBin = (): number =>
  company.reader.first<{ id: number }>(
    'SELECT bin_id AS id FROM inventory_balance WHERE item_id = ? AND quantity_micro > 0',
    [supplies.bolt.id],
  )?.id ?? 0
