import { afterEach, describe, expect, it } from 'vitest'
import type { CommandMeta } from '../../src/shared/contracts/procedure'
import { contract } from '../../src/shared/contracts'
import { Refusal } from '../../src/shared/errors'
import { Connection, tokenInMemory } from '../../src/main/edge/wire'
import { brokenChecks, openTestCompany, PASSWORD, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, PIECE } from '../support/supplies'
import { draftOrder, sell, ship, stockUp } from '../support/warehouse-day'

let company: TestCompany
afterEach(() => {
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

/** Connections ask this computer's clock how old a session is. */
const openNow = (): TestCompany => openTestCompany({ now: new Date().toISOString() })

const count = (sql: string): number => company.reader.first<{ count: number }>(sql)?.count ?? 0

async function bookkeeperAt(station: string): Promise<Connection> {
  const connection = new Connection(company.company, undefined, tokenInMemory(), station)
  await connection.call('access.signIn', {
    login: 'bookkeeper',
    password: PASSWORD,
    station,
    idempotencyKey: `sign-in-${station}`,
  })
  return connection
}

describe('a key that is sent twice', () => {
  it('does one thing, whoever lost the first answer', () => {
    company = openTestCompany()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    ship(company, supplies, sell(company, supplies, [{ item: supplies.bolt, pieces: 4 }]))
    const invoice = { orderId: 1, invoicedOn: '2026-03-03', idempotencyKey: 'invoice-the-order' }
    const first = company.bookkeeper.sales.invoiceOrder(invoice)
    const entries = count('SELECT count(*) AS count FROM accounting_entry')
    expect(company.bookkeeper.sales.invoiceOrder(invoice)).toEqual(first)
    // Also after the program was closed in between.
    company.reopen()
    expect(company.bookkeeper.sales.invoiceOrder(invoice)).toEqual(first)
    expect(count('SELECT count(*) AS count FROM sales_invoice')).toBe(1)
    expect(count('SELECT count(*) AS count FROM accounting_entry')).toBe(entries)
  })
})

describe('the last piece', () => {
  it('goes to one of two who want it at once; the other hears who has it', async () => {
    company = openNow()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    const orders = [0, 1].map(() => draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 1 }]))
    const desks = await Promise.all([bookkeeperAt('desk 1'), bookkeeperAt('desk 2')])
    const answers = await Promise.allSettled(
      desks.map((desk, at) => desk.call('sales.confirmOrder', { id: orders[at], idempotencyKey: `confirm-at-${at}` })),
    )
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toBeInstanceOf(Refusal)
    expect(refused[0]).toMatchObject({
      code: 'inventory.insufficientStock',
      params: {
        wanted: '1',
        onHand: '1',
        reserved: '1',
        free: '0',
        documents: expect.stringMatching(/^SO-2026-/) as string,
      },
    })
    expect(company.reader.first('SELECT reserved_micro AS reserved FROM inventory_stock')).toEqual({ reserved: PIECE })
  })
})

describe('a clerk', () => {
  it('is refused every procedure of the desk, and each attempt is in the trail', async () => {
    company = openNow()
    const station = new Connection(company.company, undefined, tokenInMemory(), 'station 1')
    const sign = { badge: 'BADGE-001', pin: '2468', station: 'station 1', idempotencyKey: 'badge-at-the-gate' }
    const { rights } = (await station.call('access.signInByBadge', sign)) as { rights: string[] }
    const forbidden = Object.entries(contract).flatMap(([room, verbs]) =>
      Object.entries(verbs).flatMap(([verb, procedure]) => {
        const { right } = (procedure as { '~orpc': { meta: CommandMeta } })['~orpc'].meta
        return rights.includes(right) ? [] : [{ name: `${room}.${verb}`, right }]
      }),
    )
    expect(forbidden.length).toBeGreaterThan(35)
    const before = count('SELECT count(*) AS count FROM audit_entry')
    for (const { name, right } of forbidden) {
      const attempt = station.call(name, { idempotencyKey: `attempt-${name}` })
      await expect(attempt, name).rejects.toMatchObject({ code: 'access.rightMissing', params: { right } })
    }
    const trail = company.reader.all<{
      procedure: string
      outcome: string
      code: string
      user: string
      station: string
    }>(
      `SELECT procedure, outcome, refusal_code AS code, user_name AS user, station FROM audit_entry WHERE id > ? ORDER BY id`,
      [before],
    )
    expect(trail).toEqual(
      forbidden.map(({ name }) => ({
        procedure: name,
        outcome: 'refused',
        code: 'access.rightMissing',
        user: 'Clerk',
        station: 'station 1',
      })),
    )
  })

  it('sees no cost in any answer, wherever it stands', () => {
    company = openNow()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    expect(company.clerk.items.getItem({ id: supplies.bolt.id }).purchasePriceMicro).toBeNull()
    expect(company.clerk.inventory.itemStock({ itemId: supplies.bolt.id }).valueMinor).toBeNull()
    expect(company.clerk.purchasing.getOrder({ id: 1 }).lines[0]).toMatchObject({ priceMicro: null, netMinor: null })
    expect(refusalOf(() => company.clerk.reports.ownerPage({ on: '2026-03-02' })).code).toBe('access.rightMissing')
  })
})
