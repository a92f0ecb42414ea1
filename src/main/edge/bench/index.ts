/**
 * What a command costs, as a ratio to its floor: the very rows it writes, written by plain better-sqlite3 in one durable
 * transaction per document, on the same disk, in the same run. Owns no table.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchCompany, type BenchWork } from './bench-company'
import { runBeside } from './floor-store'
import { withHistory } from './history-store'
import { ledgerMeasures } from './ledger-measures'
import { median, percentile, type Measure } from './measure'
import { readMeasures } from './reads-queries'
import { startMeasure } from './start-up'
import { wideMeasures } from './wide'

export type { Measure } from './measure'

export interface BenchOptions {
  /** stock movements in the large company */
  readonly movements: number
  /** orders of channels, taken one after the other to allocated */
  readonly orders: number
  /** items in the company that takes them */
  readonly items: number
  /** also measures the start of the window, where there is an Electron */
  readonly window: boolean
  /** where to write; decides the disk that is measured */
  readonly dir?: string
  readonly onStep: (done: number, total: number, name: string) => void
}

export interface BenchResult {
  readonly ok: true
  readonly measures: readonly Measure[]
  readonly notes: readonly string[]
}

const STEPS = 7

export async function measure(options: BenchOptions): Promise<BenchResult> {
  const folder = mkdtempSync(join(options.dir ?? tmpdir(), 'kontor-bench-'))
  try {
    const step = (done: number, name: string): void => options.onStep(done, STEPS, name)
    const small = join(folder, 'small.kontor')
    step(0, 'company')
    const work = benchCompany(small)
    const large = join(folder, 'large.kontor')
    copyFileSync(small, large)
    step(1, 'small')
    const before = writeMeasures(small, work, '')
    step(2, `${options.movements} movements`)
    withHistory(large, options.movements)
    step(3, 'large')
    const after = writeMeasures(large, work, ` at ${options.movements} movements`)
    const reads = readMeasures(large)
    step(4, `${options.movements} journal lines`)
    const books = join(folder, 'books.kontor')
    copyFileSync(small, books)
    const ledgers = ledgerMeasures(books, options.movements)
    rmSync(books, { force: true })
    step(5, `${options.items} items, ${options.orders} orders`)
    const wide = wideMeasures(join(folder, 'wide.kontor'), options)
    step(6, 'start')
    const start = options.window ? await startMeasure(folder) : undefined
    const growth = before.medians.map(({ name, milliseconds }, index) => {
      const later = after.medians[index]?.milliseconds ?? 0
      return {
        name: `${name}: growth`,
        oursMilliseconds: later,
        floorMilliseconds: milliseconds,
        ratio: later / milliseconds,
        aim: 1.2,
      }
    })
    const measures = [
      ...before.measures,
      ...after.measures,
      ...growth,
      ...reads,
      ...ledgers,
      ...wide,
      ...(start === undefined ? [] : [start]),
    ]
    step(STEPS, '')
    return { ok: true, measures, notes: notesOf(options, start) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function notesOf(options: BenchOptions, start: Measure | undefined): string[] {
  if (!options.window || start !== undefined) return []
  return ['The start of the window was not measured: there is no Electron or no display here.']
}

interface WriteMeasures {
  readonly measures: readonly Measure[]
  readonly medians: readonly { readonly name: string; readonly milliseconds: number }[]
}

/** The first of each kind warm up what is compiled at first use; they are not counted. */
const WARM_UP = 20
const NAMES = {
  invoice: '5-line sales invoice',
  receipt: '5-line receipt',
  order: '5-line order of a channel, taken to allocated',
  pick: 'pick scan',
} as const

function writeMeasures(path: string, work: BenchWork, suffix: string): WriteMeasures {
  const twin = `${path}.floor`
  copyFileSync(path, twin)
  const pairs = runBeside(path, twin, work)
  rmSync(twin)
  const measures: Measure[] = []
  const medians: { name: string; milliseconds: number }[] = []
  for (const kind of ['invoice', 'receipt', 'order', 'pick'] as const) {
    const counted = pairs.filter((pair) => pair.kind === kind).slice(WARM_UP)
    const ours = counted.map((pair) => pair.ours)
    const floor = counted.map((pair) => pair.floor)
    const name = NAMES[kind]
    medians.push({ name, milliseconds: median(ours) })
    measures.push(ratio(`${name}, median${suffix}`, median(ours), median(floor), kind === 'pick' ? 3 : 2.5))
    if (kind === 'pick') measures.push(ratio(`${name}, p99${suffix}`, percentile(ours, 99), percentile(floor, 99), 3))
  }
  return { measures, medians }
}

function ratio(name: string, ours: number, floor: number, aim: number): Measure {
  return { name, oursMilliseconds: ours, floorMilliseconds: floor, ratio: ours / floor, aim }
}
