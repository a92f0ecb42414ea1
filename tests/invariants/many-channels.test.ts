import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startHost, type Host } from '../../src/main/edge/host'
import { brokenChecks, openTestCompany, PASSWORD, type TestCompany } from '../support/company'
import { addSupplies, PIECE, type Supplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

const CLIENTS = 20
const ORDERS_EACH = 6
const PIECES = 60

let company: TestCompany
let supplies: Supplies
let host: Host
let cookie = ''

beforeAll(async () => {
  // The host asks the real clock how long a session lasts.
  company = openTestCompany({ now: new Date().toISOString() })
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: PIECES }])
  host = await startHost({ company: company.company, port: 0, rendererFolder: company.path })
  const answer = await post('access.signIn', { login: 'bookkeeper', password: PASSWORD, station: 'web' })
  cookie = answer.cookie
})
afterAll(async () => {
  await host.close()
  company.close()
})

interface Answer {
  readonly status: number
  readonly body: { id?: number; state?: string; orderId?: number | null; code?: string }
  readonly cookie: string
}

async function post(procedure: string, input: object, idempotencyKey: string = randomUUID()): Promise<Answer> {
  const response = await fetch(`${host.address}/api/${procedure.replace('.', '/')}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body: JSON.stringify({ ...input, idempotencyKey }),
  })
  const set = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { status: response.status, body: (await response.json()) as Answer['body'], cookie: set }
}

/** Repeatable chaos: the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % sides
  }
}

it('20 clients on the last pieces: never oversold, none lost, none doubled', { timeout: 120_000 }, async () => {
  const channels = ['WEB', 'PHONE', 'MARKET'].map((code) => company.owner.prices.saveChannel({ code, name: code }).id)
  const sent: { readonly channelId: number; readonly externalNumber: string }[] = []

  const client = async (nth: number): Promise<void> => {
    const roll = dice(nth + 7)
    const mine: number[] = []
    for (let at = 0; at < ORDERS_EACH; at += 1) {
      const channelId = channels[roll(3)]!
      const externalNumber = `${nth}-${at}`
      const order = {
        channelId,
        externalNumber,
        warehouseId: supplies.warehouseId,
        customer: 'C1',
        shipTo: `door ${nth}`,
        promisedOn: '2026-03-03',
        lines: [{ item: 'BOLT', countMicro: (1 + roll(3)) * PIECE }],
        release: roll(2) === 0,
      }
      sent.push({ channelId, externalNumber })
      // The answer got lost on its way: the same order once more, half of the time as a new attempt.
      const key = randomUUID()
      const [first, again] = await Promise.all([
        post('orders.takeOrder', order, key),
        post('orders.takeOrder', order, roll(2) === 0 ? key : randomUUID()),
      ])
      expect([first.status, again.status]).toEqual([200, 200])
      expect(again.body.id).toBe(first.body.id)
      mine.push(first.body.id!)
      const chosen = mine[roll(mine.length)]!
      if (roll(3) === 0) await post('orders.mergeRequests', { ids: [chosen, first.body.id!] })
      if (roll(3) === 0) await post('orders.releaseOrder', { id: chosen, backOrder: roll(4) === 0 })
      if (roll(4) === 0) await post('orders.cancelRequest', { id: chosen })
    }
    await Promise.all(mine.map((id) => post('orders.releaseOrder', { id })))
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, nth) => client(nth)))

  expect(brokenChecks(company.reader)).toEqual([])
  const [stock] = company.reader.all<{ available: number; reserved: number }>(
    'SELECT available_micro AS available, reserved_micro AS reserved FROM inventory_stock WHERE item_id = ?',
    [supplies.bolt.id],
  )
  expect(stock!.available).toBe(PIECES * PIECE)
  expect(stock!.reserved).toBeLessThanOrEqual(stock!.available)
  // More was wanted than there is, so the last pieces were fought for.
  const { rows } = company.owner.orders.listQueue({ show: 'all', limit: 500 })
  expect(rows.map((row) => row.externalNumber).toSorted()).toEqual(sent.map((order) => order.externalNumber).toSorted())
  expect(rows.some((row) => row.state === 'open' && row.problems.includes('stock'))).toBe(true)
  expect(new Set(rows.flatMap((row) => row.orderId ?? [])).size).toBe(rows.filter((row) => row.orderId !== null).length)
  for (const state of ['placed', 'merged', 'cancelled']) expect(rows.map((row) => row.state)).toContain(state)
})
