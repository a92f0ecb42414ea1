import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { actorOfUser } from '../../../src/main/foundation/access'
import { contract } from '../../../src/shared/contracts'
import { RIGHTS, type Right } from '../../../src/shared/contracts/procedure'
import {
  brokenChecks,
  openTestCompany,
  PASSWORD,
  refusalOf,
  type Client,
  type TestCompany,
} from '../../support/company'
import { Refusal } from '../../../src/shared/errors'
import { fitting } from '../../support/input-from-schema'
import { addSupplies, PIECE } from '../../support/supplies'
import { stockUp } from '../../support/warehouse-day'

let company: TestCompany
afterEach(() => {
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

const NO_LIMITS = { discountMicro: null, purchaseMinor: null }

function person(login: string, role: string, pin = '1357'): Client {
  company.owner.access.addUser({ login, name: login, role, password: PASSWORD, pin })
  return again(login)
}

/** Rights are read at each call of a session; here a person is read anew. */
function again(login: string): Client {
  const actor = actorOfUser(company.reader, login, 'test')
  if (actor === undefined) throw new Error(`no user ${login}`)
  return company.as(actor)
}

const roleOf = (code: string) => {
  const found = company.owner.access.listRoles({}).rows.find((row) => row.code === code)
  if (found === undefined) throw new Error(`no role ${code}`)
  return found
}

describe('roles', () => {
  it('come as presets, and the owner has every right there is', () => {
    company = openTestCompany()
    const roles = company.owner.access.listRoles({}).rows
    expect(roles.map(({ code, users }) => [code, users])).toEqual(
      expect.arrayContaining([
        ['owner', 1],
        ['bookkeeper', 1],
        ['clerk', 1],
        ['salesperson', 0],
        ['accountant', 0],
      ]),
    )
    expect(new Set(roleOf('owner').rights)).toEqual(new Set(RIGHTS))
    expect(roleOf('salesperson').rights).not.toContain('cost.see')
    expect(roleOf('accountant').rights).not.toContain('treasury.write')
    for (const role of roles) expect(new Set(role.presetRights)).toEqual(new Set(role.rights))
  })

  it('of one’s own hold at once, keep what differs from the preset, and go back to it', () => {
    company = openTestCompany()
    const clerk = roleOf('clerk')
    const { code } = company.owner.access.saveRole({
      name: 'Shop',
      basedOn: 'clerk',
      rights: [...clerk.rights.filter((right) => right !== 'shipping.write'), 'sales.write'],
      limits: NO_LIMITS,
      warehouseIds: [],
    })
    expect(roleOf(code)).toMatchObject({ name: 'Shop', basedOn: 'clerk', users: 0 })
    expect(
      company.reader.all('SELECT right_name AS name, granted FROM access_role_change WHERE role = ?', [code]),
    ).toEqual([
      { name: 'sales.write', granted: 1 },
      { name: 'shipping.write', granted: 0 },
    ])
    const ann = person('ann', code)
    expect(ann.access.me({})).toMatchObject({ role: code, roleName: 'Shop' })
    expect(refusalOf(() => ann.shipping.shipOrder({ orderId: 1, shippedOn: '2026-03-02' })).code).toBe(
      'access.rightMissing',
    )
    company.owner.access.saveRole({
      code,
      name: 'Shop',
      basedOn: 'clerk',
      rights: clerk.rights,
      limits: NO_LIMITS,
      warehouseIds: [],
    })
    expect(company.reader.all('SELECT * FROM access_role_change')).toEqual([])
    expect(again('ann').access.me({}).rights.toSorted()).toEqual(clerk.rights.toSorted())
    expect(refusalOf(() => company.owner.access.removeRole({ code })).code).toBe('access.roleInUse')
  })

  it('can not lock the owner out, nor be handed out by somebody with less', () => {
    company = openTestCompany()
    const empty = { name: '', rights: [] as Right[], limits: NO_LIMITS, warehouseIds: [] }
    expect(refusalOf(() => company.owner.access.saveRole({ ...empty, code: 'owner', basedOn: 'clerk' })).code).toBe(
      'access.ownerRoleFixed',
    )
    expect(refusalOf(() => company.owner.access.changeUser({ userId: 1, name: 'Owner', role: 'clerk' })).code).toBe(
      'access.lastOwner',
    )
    // Somebody who manages people, but is no owner.
    const clerk = roleOf('clerk')
    const { code } = company.owner.access.saveRole({
      ...empty,
      name: 'Front office',
      basedOn: 'clerk',
      rights: [...clerk.rights, 'access.manage'],
    })
    const office = person('office', code)
    const evil = { login: 'evil', name: 'Evil', password: PASSWORD }
    for (const role of ['owner', 'bookkeeper']) {
      expect(refusalOf(() => office.access.addUser({ ...evil, role })).code).toBe('access.moreThanYourRights')
    }
    expect(refusalOf(() => office.access.changeUser({ userId: 1, name: 'Gone', role: 'clerk' })).code).toBe(
      'access.moreThanYourRights',
    )
    expect(
      refusalOf(() => office.access.saveRole({ ...empty, code, name: 'x', basedOn: 'clerk', rights: [...RIGHTS] }))
        .code,
    ).toBe('access.moreThanYourRights')
    expect(refusalOf(() => office.access.saveRole({ ...empty, code: 'bookkeeper', basedOn: 'bookkeeper' })).code).toBe(
      'access.moreThanYourRights',
    )
    expect(office.access.addUser({ ...evil, role: 'clerk' }).id).toBeGreaterThan(0)
    expect(refusalOf(() => company.owner.access.removeRole({ code: 'clerk' })).code).toBe('access.presetStays')
  })
})

describe('limits', () => {
  it('of discount hold in the engine, and somebody with a wider one allows it by PIN', () => {
    company = openTestCompany()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    const item = company.owner.items.getItem({ id: supplies.bolt.id })
    const sam = person('sam', 'salesperson')
    const draft = (priceMicro: number): number =>
      sam.sales.saveOrder({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        orderedOn: '2026-03-02',
        promisedOn: '2026-03-02',
        lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro }],
      }).id
    const full = item.salesPriceMicro
    // 10 percent is the preset's limit: at it, and one micro below the price that it gives.
    expect(sam.sales.confirmOrder({ id: draft(full * 0.9) }).state).toBe('confirmed')
    const tooCheap = draft(full * 0.85)
    const refusal = refusalOf(() => sam.sales.confirmOrder({ id: tooCheap }))
    expect(refusal).toMatchObject({
      code: 'sales.discountOverLimit',
      params: { lines: '1', given: 150_000, most: 100_000 },
      need: 'discountMicro:150000',
    })
    const allow = (login: string, pin: string) => sam.sales.confirmOrder({ id: tooCheap, approval: { login, pin } })
    expect(refusalOf(() => allow('owner', 'wrong words')).code).toBe('access.signInFailed')
    expect(refusalOf(() => allow('sam', '1357')).code).toBe('sales.discountOverLimit')
    expect(allow('owner', PASSWORD).state).toBe('confirmed')
    const line = company.reader.first<{ facts: string; user: string }>(
      `SELECT facts, user_name AS user FROM audit_entry WHERE procedure = 'sales.confirmOrder' AND outcome = 'done' ORDER BY id DESC LIMIT 1`,
    )
    expect(line?.user).toBe('sam')
    expect(line?.facts).toContain('"access.allowed"')
    expect(JSON.stringify(company.reader.all('SELECT * FROM audit_entry'))).not.toContain(PASSWORD)
  })

  it('of a purchase order too', () => {
    company = openTestCompany()
    const supplies = addSupplies(company)
    const bookkeeper = roleOf('bookkeeper')
    company.owner.access.saveRole({
      code: 'bookkeeper',
      name: '',
      basedOn: 'bookkeeper',
      rights: bookkeeper.rights,
      limits: { discountMicro: null, purchaseMinor: 100_00 },
      warehouseIds: [],
    })
    const buyer = again('bookkeeper')
    const { id } = buyer.purchasing.saveOrder({
      supplierId: supplies.supplierId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      expectedOn: '2026-03-05',
      lines: [
        { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 1000 * PIECE, priceMicro: 1_000_000 },
      ],
    })
    expect(refusalOf(() => buyer.purchasing.confirmOrder({ id })).code).toBe('purchasing.orderOverLimit')
    expect(buyer.purchasing.confirmOrder({ id, approval: { login: 'owner', pin: PASSWORD } }).state).toBe('confirmed')
  })
})

describe('a right that is missing', () => {
  it('may be lent for one command by somebody who has it, never for signing in or people', () => {
    company = openTestCompany()
    const approval = { login: 'owner', pin: PASSWORD }
    expect(company.clerk.company.rename({ name: 'New name', approval }).done).toBe(true)
    expect(refusalOf(() => company.clerk.company.rename({ name: 'Again' })).need).toBe('right:company.manage')
    expect(
      refusalOf(() => company.clerk.company.rename({ name: 'Again', approval: { login: 'clerk', pin: '2468' } })).code,
    ).toBe('access.approverLacksRight')
    const refusal = refusalOf(() =>
      company.clerk.access.addUser({ login: 'x', name: 'x', role: 'clerk', password: PASSWORD, approval }),
    )
    expect(refusal).toMatchObject({ code: 'access.rightMissing', need: undefined })
  })

  it('asks slower and slower after wrong PINs', () => {
    company = openTestCompany()
    const attempt = () =>
      refusalOf(() => company.clerk.company.rename({ name: 'x', approval: { login: 'owner', pin: '0000' } })).code
    expect([1, 2, 3, 4, 5].map(attempt)).toEqual([
      ...Array.from({ length: 4 }, () => 'access.signInFailed'),
      'access.tooManyAttempts',
    ])
  })
})

describe('a person bound to a warehouse', () => {
  it('sees and moves nothing of another, whichever procedure is asked', () => {
    company = openTestCompany()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    const other = company.owner.warehouse.addWarehouse({
      code: 'W2',
      name: 'Second',
      zones: [{ code: 'A', name: 'Ambient', categories: [], aisles: 1, baysPerAisle: 1, levels: 1 }],
    })
    const clerk = roleOf('bookkeeper')
    const { code } = company.owner.access.saveRole({
      name: 'Second warehouse',
      basedOn: 'bookkeeper',
      rights: clerk.rights,
      limits: NO_LIMITS,
      warehouseIds: [other.id],
    })
    const bob = person('bob', code)
    expect(bob.warehouse.listWarehouses({}).rows.map((row) => row.code)).toEqual(['W2'])
    expect(bob.inventory.listStock({}).rows).toEqual([])
    expect(bob.purchasing.listOrders({}).total).toBe(0)
    expect(bob.purchasing.listReceipts({}).total).toBe(0)
    expect(refusalOf(() => bob.purchasing.getOrder({ id: 1 })).code).toBe('purchasing.orderUnknown')
    expect(company.bookkeeper.purchasing.listOrders({}).total).toBe(1)
    const { number } = company.bookkeeper.purchasing.getOrder({ id: 1 })
    const foundBy = (client: Client): string[] =>
      client.search
        .find({ text: number ?? '' })
        .hits.flatMap(({ kind }) => (kind.startsWith('purchasing.') ? [kind] : []))
    expect(foundBy(company.bookkeeper)).toContain('purchasing.order')
    expect(foundBy(bob)).toEqual([])
    // The books are whole for whoever may see them.
    const range = { from: '2026-01-01', to: '2026-12-31' }
    expect(bob.accounting.trialBalance(range)).toEqual(company.bookkeeper.accounting.trialBalance(range))

    const order = (warehouseId: number) => ({
      customerId: supplies.customerId,
      warehouseId,
      orderedOn: '2026-03-02',
      promisedOn: '2026-03-02',
      lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro: 20_000_000 }],
    })
    expect(bob.sales.saveOrder(order(other.id)).id).toBeGreaterThan(0)
    const refusal = refusalOf(() => bob.sales.saveOrder(order(supplies.warehouseId)))
    expect(refusal).toMatchObject({ code: 'access.warehouseOutOfScope', need: 'places' })
    const { id } = company.bookkeeper.sales.saveOrder(order(supplies.warehouseId))
    expect(refusalOf(() => bob.sales.confirmOrder({ id })).code).toBe('access.warehouseOutOfScope')
    expect(refusalOf(() => bob.sales.deleteOrder({ id })).code).toBe('access.warehouseOutOfScope')
    // Nothing of it holds for the next person.
    expect(company.bookkeeper.sales.confirmOrder({ id }).state).toBe('confirmed')
  })

  it('gets an answer or a clear refusal from every question there is', () => {
    company = openTestCompany()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    const owner = actorOfUser(company.reader, 'owner', 'test')
    if (owner === undefined) throw new Error('no owner')
    const bound = { ...owner, warehouseIds: [supplies.warehouseId] }
    let asked = 0
    const surprises: string[] = []
    for (const [room, verbs] of Object.entries(contract)) {
      for (const [verb, procedure] of Object.entries(verbs)) {
        const { inputSchema, meta } = (procedure as { '~orpc': { inputSchema: z.ZodType; meta: { kind: string } } })[
          '~orpc'
        ]
        if (meta.kind !== 'query') continue
        const [input] = fc.sample(fitting(inputSchema), { numRuns: 1, seed: 7 })
        asked += 1
        try {
          company.company.dispatcher.call(bound, `${room}.${verb}`, input)
        } catch (error) {
          if (!(error instanceof Refusal) || error.code === 'app.unexpected') surprises.push(`${room}.${verb}`)
        }
      }
    }
    expect(surprises).toEqual([])
    expect(asked).toBeGreaterThan(100)
  })
})
