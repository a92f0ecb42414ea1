/**
 * Picking routes and batches against the published instances: prints the table of docs/performance.md.
 *
 *     node tests/bench/picking.ts [--data ../shared/data/picking] [--routing optimal|s-shape|largest-gap]
 *                                 [--seconds S] [--orders 60-100] [--every N]
 *
 * Needs Node 24 or later, which runs TypeScript as it is. Each instance gets 1 s up to 20 orders and 10 s above, unless
 * told otherwise; half an hour in all. The share at the end tells how much of that time the processor was given.
 */
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
const { solveInstance } = await import('../../src/main/operations/routing/index.ts')

interface Instance {
  readonly id: string
  readonly set: string
  readonly capacity: number
  readonly orders: [aisle: number, y: number, units: number][][]
  readonly published: Record<string, { ub: number }>
  readonly exact?: { optimal: number }
}

interface Outcome {
  readonly set: string
  readonly orders: number
  readonly ours: number
  /** The best value published for this routing and, under shortest routes, for any other: it bounds those too. */
  readonly published: number
  readonly optimum: number | undefined
  /** Values of one source are rounded to whole numbers. */
  readonly tolerance: number
}

const PUBLISHED_NAME = { optimal: 'optimal', 's-shape': 'traversal', 'largest-gap': 'largest_gap' } as const

const { values: asked } = parseArgs({
  options: {
    data: { type: 'string', default: resolve(import.meta.dirname, '../../../shared/data/picking') },
    routing: { type: 'string', default: 'optimal' },
    seconds: { type: 'string' },
    orders: { type: 'string', default: '1-100' },
    every: { type: 'string', default: '1' },
  },
})
const routing = asked.routing as keyof typeof PUBLISHED_NAME
const [fewest, most] = asked.orders.split('-').map(Number) as [number, number]

const instances = ['bahceci-oncan', 'muter-oncan', 'henn-waescher-sshape']
  .flatMap((file) =>
    gunzipSync(readFileSync(resolve(asked.data, `${file}.jsonl.gz`)))
      .toString()
      .trim()
      .split('\n'),
  )
  .map((line) => JSON.parse(line) as Instance)
  .filter(({ orders, published }) => {
    return orders.length >= fewest && orders.length <= most && PUBLISHED_NAME[routing] in published
  })
  .filter((_, index) => index % Number(asked.every) === 0)

const started = performance.now()
const processor = process.cpuUsage()
const outcomes = instances.map(outcomeOf)
const { user, system } = process.cpuUsage(processor)
const share = (user + system) / 1000 / (performance.now() - started)

console.log(tableOf(outcomes))
console.log(`${routing}, processor share ${(share * 100).toFixed(0)} %`)

function outcomeOf(instance: Instance): Outcome {
  const seconds = asked.seconds ? Number(asked.seconds) : instance.orders.length > 20 ? 10 : 1
  const { batches, length } = solveInstance(instance, { seconds, routing })
  checkBatches(instance, batches)
  const values =
    routing === 'optimal' ? Object.values(instance.published) : [instance.published[PUBLISHED_NAME[routing]]!]
  return {
    set: instance.set,
    orders: instance.orders.length,
    ours: length,
    published: Math.min(...values.map(({ ub }) => ub)),
    optimum: routing === 'optimal' ? instance.exact?.optimal : undefined,
    tolerance: instance.set.startsWith('muter') ? 0.5 : 1e-6,
  }
}

function checkBatches(instance: Instance, batches: number[][]): void {
  const once = batches.flat().toSorted((a, b) => a - b)
  const whole = once.length === instance.orders.length && once.every((order, index) => order === index)
  const loads = batches.map((batch) =>
    batch.flatMap((order) => instance.orders[order]!).reduce((sum, [, , units]) => sum + units, 0),
  )
  if (!whole || loads.some((load) => load > instance.capacity)) throw new Error(`${instance.id}: not a plan`)
}

function tableOf(all: Outcome[]): string {
  const groups = new Map<string, Outcome[]>()
  for (const outcome of all.toSorted((a, b) => Number(a.set > b.set) - Number(a.set < b.set) || a.orders - b.orders)) {
    const name = `${outcome.set} | ${outcome.orders}`
    groups.set(name, [...(groups.get(name) ?? []), outcome])
  }
  const large = all.filter(({ orders }) => orders >= 60)
  const small = all.filter(({ orders }) => orders <= 20)
  return [
    '| set | orders | instances | ours, mean | published, mean | optimum, mean | ours to optimum | ours to published | shorter / same / longer |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...[...groups].map(([name, group]) => rowOf(name, group)),
    ...(small.length > 0 ? [rowOf('**all** | **8-20**', small)] : []),
    ...(large.length > 0 ? [rowOf('**all** | **60-100**', large)] : []),
  ].join('\n')
}

function rowOf(name: string, group: Outcome[]): string {
  const proven = group.flatMap(({ ours, optimum }) => (optimum === undefined ? [] : [{ ours, optimum }]))
  const toOptimum = proven.map(({ ours, optimum }) => ours / optimum - 1)
  const toPublished = group.map(({ ours, published }) => ours / published - 1)
  const shorter = group.filter(({ ours, published, tolerance }) => ours < published - tolerance).length
  const longer = group.filter(({ ours, published, tolerance }) => ours > published + tolerance).length
  const cells = [
    name,
    group.length,
    mean(group.map(({ ours }) => ours)).toFixed(1),
    mean(group.map(({ published }) => published)).toFixed(1),
    proven.length === group.length ? mean(proven.map(({ optimum }) => optimum)).toFixed(1) : 'not known',
    proven.length === group.length ? percent(mean(toOptimum)) : '',
    percent(mean(toPublished)),
    `${shorter} / ${group.length - shorter - longer} / ${longer}`,
  ]
  return `| ${cells.join(' | ')} |`
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2).replace('-0.00', '0.00')} %`
}
