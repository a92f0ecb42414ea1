import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, dirname } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startHost, type Host } from '../../src/main/edge/host'
import { openDatabase } from '../../src/main/kernel/db'
import { brokenChecks, openTestCompany, PASSWORD, type TestCompany } from '../support/company'
import { addSupplies, PIECE, type Supplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

/** Ten stations, five scans a second each. A minute of it is measured by `KONTOR_STORM_SECONDS=60`; the proof needs two. */
const STATIONS = 10
const EVERY_MILLISECONDS = 200
const SECONDS = Number(process.env['KONTOR_STORM_SECONDS'] ?? 2)
const SCANS_EACH = (SECONDS * 1000) / EVERY_MILLISECONDS

let company: TestCompany
let supplies: Supplies
let host: Host

beforeAll(async () => {
  // The host asks the real clock how long a session lasts.
  company = openTestCompany({ now: new Date().toISOString() })
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 100 }])
  host = await startHost({ company: company.company, port: 0, rendererFolder: company.path })
})
afterAll(async () => {
  await host.close()
  company.close()
})

async function post(address: string, procedure: string, input: object, cookie = ''): Promise<Response> {
  const response = await fetch(`${address}/api/${procedure.replace('.', '/')}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body: JSON.stringify({ ...input, idempotencyKey: randomUUID() }),
  })
  expect(response.status).toBe(200)
  return response
}

/**
 * Every station scans at its own beat, whatever the others do; a scan that waits for the one before begins late, and the
 * lateness counts. Milliseconds from the beat to the answer.
 */
async function storm(scan: (station: number, nth: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  const begin = performance.now() + 50
  const station = async (number: number): Promise<void> => {
    for (let nth = 0; nth < SCANS_EACH; nth += 1) {
      const due = begin + nth * EVERY_MILLISECONDS + (number * EVERY_MILLISECONDS) / STATIONS
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
      await scan(number, nth)
      times.push(performance.now() - due)
    }
  }
  await Promise.all(Array.from({ length: STATIONS }, (_, number) => station(number)))
  return times
}

const percentile = (times: readonly number[], percent: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.ceil((percent / 100) * times.length) - 1)] ?? 0

/** As little as a scan can be: a request, one row made durable, an answer. */
async function bareServer(): Promise<{ address: string; close(): void }> {
  const file = openDatabase(join(dirname(company.path), 'floor.sqlite'))
  file.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE scan (id INTEGER PRIMARY KEY, body TEXT)')
  const insert = file.prepare('INSERT INTO scan (body) VALUES (?)')
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      insert.run(body)
      response.setHeader('Content-Type', 'application/json').end('{"done":true}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      file.close()
    },
  }
}

it('ten stations scan at once: none lost, none doubled, each in its order', { timeout: 240_000 }, async () => {
  const cookies: string[] = []
  for (let station = 0; station < STATIONS; station += 1) {
    const signedIn = await post(host.address, 'access.signIn', {
      login: 'owner',
      password: PASSWORD,
      station: `S${station}`,
    })
    cookies.push(signedIn.headers.get('set-cookie')?.split(';')[0] ?? '')
  }
  const [from, to] = ['A01-01-1', 'A02-02-1'] as const
  // The quantity tells which scan it was: the nth moves n millionths of a piece, there and back.
  const ours = await storm((station, nth) =>
    post(
      host.address,
      'warehouse.moveStock',
      {
        fromBinScan: nth % 2 === 0 ? from : to,
        toBinScan: nth % 2 === 0 ? to : from,
        itemId: supplies.bolt.id,
        lotId: null,
        quantityMicro: nth % 2 === 0 ? nth + 2 : nth,
      },
      cookies[station],
    ),
  )
  const kept = company.reader.all<{ station: string; quantity: number }>(
    `SELECT station, quantity_micro AS quantity FROM warehouse_scan WHERE step = 'move' ORDER BY id`,
    [],
  )
  expect(kept).toHaveLength(STATIONS * SCANS_EACH)
  const sent = Array.from({ length: SCANS_EACH }, (_, nth) => (nth % 2 === 0 ? nth + 2 : nth))
  for (let station = 0; station < STATIONS; station += 1) {
    const mine = kept.filter((row) => row.station === `S${station}`).map((row) => row.quantity)
    expect(mine, `the scans of station ${station}, in their order`).toEqual(sent)
  }
  const there = company.owner.warehouse.binContent({ scan: to }).rows.reduce((sum, row) => sum + row.quantityMicro, 0)
  const here = company.owner.warehouse.binContent({ scan: from }).rows.reduce((sum, row) => sum + row.quantityMicro, 0)
  expect(there + here).toBe(100 * PIECE)
  expect(brokenChecks(company.reader)).toEqual([])

  const bare = await bareServer()
  const floor = await storm((_station, nth) => post(bare.address, 'floor.scan', { nth }))
  bare.close()
  const shown = (times: readonly number[]): string =>
    `median ${percentile(times, 50).toFixed(1)} ms, p99 ${percentile(times, 99).toFixed(1)} ms`
  console.info(
    `${kept.length} scans in ${SECONDS} s from ${STATIONS} stations: ${shown(ours)}; floor ${shown(floor)}; ` +
      `p99 ratio ${(percentile(ours, 99) / percentile(floor, 99)).toFixed(2)}`,
  )
})
