/**
 * Metres walked on the busiest day: order by order in an S, and as the waves walk it. Prints the table of
 * docs/performance.md.
 *
 *     node tests/bench/walks.ts [--retail ../shared/data/online-retail.csv.gz] [--company demo.kontor]
 *
 * Needs Node 24 or later. The retail year is laid out as `kontor replay` lays it: a bin for every code, the nearest to
 * what sold first. A company is read as it was picked: its own bins, batches and walks.
 */
import Database from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'

// Imports in src name no file extension; Node wants one.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('.') && !specifier.endsWith('.ts') ? `${specifier}.ts` : specifier, context),
})
const { planBatches, route } = await import('../../src/main/operations/routing/index.ts')

interface Stop {
  readonly aisle: number
  readonly y: number
  readonly units: number
}

interface Layout {
  readonly aisles: number
  readonly aisleGap: number
  readonly aisleLength: number
}

/** As a wave of the program is planned: so many lines a batch, so many orders looked at together, so long a search. */
const LINES_PER_BATCH = 60
const TOGETHER = 200
const ROUNDS = 2000
/** As the replay builds its house. */
const BAYS = 20
const LEVELS = 4
const AISLE_GAP = 3
const BAY_WIDTH = 1

const { values: asked } = parseArgs({
  options: {
    retail: { type: 'string', default: resolve(import.meta.dirname, '../../../shared/data/online-retail.csv.gz') },
    company: { type: 'string' },
  },
})

console.log('| day | orders | lines | order by order, S-shape | order by order, shortest | our waves | saved |')
console.log('|---|--:|--:|--:|--:|--:|--:|')
console.log(retailDay())
if (asked.company !== undefined) console.log(companyDay(asked.company))

function rowOf(name: string, layout: Layout, orders: Stop[][], ours?: number): string {
  const lines = orders.reduce((sum, stops) => sum + stops.length, 0)
  const walked = (policy: 's-shape' | 'optimal'): number =>
    orders.reduce((sum, stops) => sum + route(layout, stops, policy).length, 0)
  const sShape = walked('s-shape')
  const waves = ours ?? wavesOf(layout, orders)
  const metres = (length: number): string => `${Math.round(length).toLocaleString('en')} m`
  const saved = `${((1 - waves / sShape) * 100).toFixed(1)} %`
  return `| ${[name, orders.length, lines, metres(sShape), metres(walked('optimal')), metres(waves), saved].join(' | ')} |`
}

function wavesOf(layout: Layout, orders: Stop[][]): number {
  const isLarge = (stops: Stop[]): boolean => stops.length > LINES_PER_BATCH
  let length = orders.filter(isLarge).reduce((sum, stops) => sum + route(layout, stops).length, 0)
  const shared = orders.filter((stops) => !isLarge(stops))
  for (let from = 0; from < shared.length; from += TOGETHER) {
    const batches = planBatches({
      layout,
      orders: shared.slice(from, from + TOGETHER).map((stops, id) => ({ id, stops })),
      capacity: LINES_PER_BATCH,
      budget: { iterations: ROUNDS },
    })
    length += batches.reduce((sum, batch) => sum + batch.length, 0)
  }
  return length
}

function retailDay(): string {
  const rows = parse(gunzipSync(readFileSync(asked.retail)), { columns: true }) as Record<string, string>[]
  const sales = rows.filter((row) => !row['InvoiceNo']!.startsWith('C') && Number(row['Quantity']) > 0)
  const codes = [...new Set(sales.map((row) => row['StockCode']!))]
  const aisles = Math.min(100, Math.max(2, Math.ceil((codes.length * 1.2) / (BAYS * LEVELS))))
  // Nearest first, low shelves before high ones, as putaway proposes empty bins.
  const bins = Array.from({ length: aisles * BAYS * LEVELS }, (_, at) => ({
    aisle: Math.floor(at / (BAYS * LEVELS)),
    y: (Math.floor(at / LEVELS) % BAYS) * BAY_WIDTH + BAY_WIDTH / 2,
    level: at % LEVELS,
  })).sort((a, b) => a.level - b.level || a.aisle * AISLE_GAP + a.y - (b.aisle * AISLE_GAP + b.y))
  const binOf = new Map(codes.map((code, at) => [code, bins[at]!]))
  const days = new Map<string, Map<string, Stop[]>>()
  for (const row of sales) {
    const day = row['InvoiceDate']!.slice(0, 10)
    const orders = days.get(day) ?? new Map<string, Stop[]>()
    days.set(day, orders)
    const { aisle, y } = binOf.get(row['StockCode']!)!
    orders.set(row['InvoiceNo']!, [...(orders.get(row['InvoiceNo']!) ?? []), { aisle, y, units: 1 }])
  }
  const linesOf = (orders: Map<string, Stop[]>): number => [...orders.values()].flat().length
  const [day, orders] = [...days].reduce((busiest, next) => (linesOf(next[1]) > linesOf(busiest[1]) ? next : busiest))
  const layout = { aisles, aisleGap: AISLE_GAP, aisleLength: BAYS * BAY_WIDTH }
  return rowOf(`Online Retail, ${day}`, layout, [...orders.values()])
}

interface PickRow {
  readonly orderId: number
  readonly aisle: number
  readonly y: number
  readonly aisles: number
  readonly gap: number
  readonly length: number
}

function companyDay(path: string): string {
  const file = new Database(path, { readonly: true })
  const ofDay = `FROM warehouse_wave w JOIN warehouse_batch b ON b.wave_id = w.id`
  const { day } = file
    .prepare(
      `SELECT w.released_on AS day ${ofDay} JOIN warehouse_task t ON t.batch_id = b.id
       GROUP BY day ORDER BY count(*) DESC LIMIT 1`,
    )
    .get() as { day: string }
  const picks = file
    .prepare(
      `SELECT d.source_id AS orderId, max(n.aisle - 1, 0) AS aisle, min(n.y_millimetres, h.aisle_length_millimetres) AS y,
         (SELECT max(aisle) FROM warehouse_bin WHERE warehouse_id = h.id) AS aisles,
         h.aisle_gap_millimetres AS gap, h.aisle_length_millimetres AS length
       ${ofDay}
       JOIN warehouse_warehouse h ON h.id = w.warehouse_id
       JOIN warehouse_task t ON t.batch_id = b.id
       JOIN warehouse_bin n ON n.id = t.from_bin_id
       JOIN warehouse_demand d ON d.id = t.demand_id
       WHERE w.released_on = ? ORDER BY t.id`,
    )
    .all(day) as PickRow[]
  const { walk } = file.prepare(`SELECT sum(b.walk_millimetres) AS walk ${ofDay} WHERE w.released_on = ?`).get(day) as {
    walk: number
  }
  const orders = new Map<number, Stop[]>()
  for (const { orderId, aisle, y } of picks) {
    orders.set(orderId, [...(orders.get(orderId) ?? []), { aisle, y: y / 1000, units: 1 }])
  }
  const [first] = picks
  const layout = { aisles: first!.aisles, aisleGap: first!.gap / 1000, aisleLength: first!.length / 1000 }
  return rowOf(`Demonstration, ${day}`, layout, [...orders.values()], walk / 1000)
}
