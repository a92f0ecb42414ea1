/**
 * Replenishment and its forecasts on a real sales year: prints the tables of docs/performance.md.
 *
 *     node tests/bench/replenishment.ts [--data ../shared/data/online-retail.csv.gz]
 *
 * Needs Node 24 or later, which runs TypeScript as it is. The method of each item is chosen on its first 40 weeks alone;
 * every policy is then played on the 13 weeks that follow, so nothing is judged on what it was chosen by.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('.') && !specifier.endsWith('.ts') ? `${specifier}.ts` : specifier, context),
})
const { chooseMethod, costOf, play } = await import('../../src/main/operations/suppliers/replenishment/back-test.ts')
const { forecasts, patternOf, quantile } = await import('../../src/main/operations/suppliers/replenishment/forecast.ts')
const { BENCHMARKS, METHODS } = await import('../../src/main/operations/suppliers/replenishment/policies.ts')

const { values: asked } = parseArgs({
  options: {
    data: { type: 'string', default: resolve(import.meta.dirname, '../../../shared/data/online-retail.csv.gz') },
  },
})

const WEEKS = 53
const CHOSEN_BY = 40
const DAY = 86_400_000
const circumstances = { leadPeriods: 2, leadDeviation: 0.5, z: quantile(0.95) }

/** Units sold of each item by week and by month; cancellations and services (codes without five digits) left out. */
function readDemand(): { weekly: Map<string, number[]>; monthly: Map<string, number[]> } {
  const weekly = new Map<string, number[]>()
  const monthly = new Map<string, number[]>()
  const first = Date.UTC(2010, 11, 1)
  const add = (into: Map<string, number[]>, code: string, length: number, at: number, quantity: number): void => {
    const kept = into.get(code) ?? Array.from({ length }, () => 0)
    if (at >= 0 && at < length) kept[at] = (kept[at] ?? 0) + quantity
    into.set(code, kept)
  }
  for (const line of gunzipSync(readFileSync(asked.data)).toString().split('\n').slice(1)) {
    const [, code = ''] = /^[^,]*,([^,]*),/.exec(line) ?? []
    const tail = /,(-?\d+),(\d{4})-(\d\d)-(\d\d) [\d:]+,(-?[\d.]+),[^,]*,[^,]*$/.exec(line.trim())
    if (tail === null || !/^\d{5}/.test(code)) continue
    const [quantity = 0, year = 0, month = 0, day = 0, price = 0] = tail.slice(1).map(Number)
    if (quantity <= 0 || price <= 0) continue
    add(weekly, code, WEEKS, Math.floor((Date.UTC(year, month - 1, day) - first) / DAY / 7), quantity)
    add(monthly, code, 12, (year - 2010) * 12 + month - 12, quantity)
  }
  return { weekly, monthly }
}

/** From an item's first sale on. */
const since = (demand: readonly number[]): number[] =>
  demand.slice(
    Math.max(
      0,
      demand.findIndex((value) => value > 0),
    ),
  )

interface Sums {
  items: number
  error: number
  naiveError: number
  wanted: number
  missed: number
  stock: number
  cost: number
}
const tables = new Map<string, Map<string, Sums>>()

function count(group: string, policy: string, part: Omit<Sums, 'items'>): void {
  const table = tables.get(group) ?? new Map<string, Sums>()
  tables.set(group, table)
  const sums = table.get(policy) ?? { items: 0, error: 0, naiveError: 0, wanted: 0, missed: 0, stock: 0, cost: 0 }
  table.set(policy, sums)
  sums.items += 1
  sums.error += part.error
  sums.naiveError += part.naiveError
  sums.wanted += part.wanted
  sums.missed += part.missed
  sums.stock += part.stock
  sums.cost += part.cost
}

const { weekly, monthly } = readDemand()
const chosen = new Map<string, number>()
for (const year of weekly.values()) {
  const demand = since(year)
  const learned = demand.length - (WEEKS - CHOSEN_BY)
  const known = demand.slice(0, learned)
  if (learned < 17 || known.every((value) => value === 0)) continue
  const pattern = patternOf(known)
  const { method } = chooseMethod(known, circumstances)
  chosen.set(method, (chosen.get(method) ?? 0) + 1)
  const naive = play('naive', demand, circumstances, learned)
  for (const policy of ['chosen', ...METHODS, ...BENCHMARKS] as const) {
    const outcome = play(policy === 'chosen' ? method : policy, demand, circumstances, learned)
    const part = {
      error: outcome.absoluteError,
      naiveError: naive.absoluteError,
      wanted: outcome.wanted,
      missed: outcome.missed,
      stock: outcome.averageStock * outcome.periods,
      cost: costOf(outcome),
    }
    count('all', policy, part)
    count(pattern, policy, part)
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
for (const [group, table] of tables) {
  console.info(`\n${group}: ${table.get('chosen')?.items ?? 0} items`)
  console.info('| policy | error against naive | served | weeks of stock held | cost against naive |')
  console.info('|---|---|---|---|---|')
  const naiveCost = table.get('naive')?.cost ?? 1
  for (const [policy, sums] of table) {
    console.info(
      `| ${policy} | ${(sums.error / sums.naiveError).toFixed(2)} | ${percent(1 - sums.missed / sums.wanted)} | ${(sums.stock / sums.wanted).toFixed(2)} | ${(sums.cost / naiveCost).toFixed(2)} |`,
    )
  }
}
console.info('\nchosen:', [...chosen].map(([method, items]) => `${method} ${items}`).join(', '))

const errors = new Map<string, number>()
let items = 0
for (const year of monthly.values()) {
  const demand = since(year)
  if (demand.length < 8) continue
  items += 1
  for (const [name, forecast] of Object.entries(forecasts)) {
    for (let at = 6; at < demand.length; at += 1) {
      const error = Math.abs((demand[at] ?? 0) - forecast(demand.slice(0, at)).mean)
      errors.set(name, (errors.get(name) ?? 0) + error)
    }
  }
}
console.info(`\nmonthly, ${items} items, from the seventh month on, error against naive:`)
for (const [name, error] of errors) console.info(`| ${name} | ${(error / (errors.get('naive') ?? 1)).toFixed(2)} |`)
