import { copyFileSync, rmSync } from 'node:fs'
import { settableClock } from '../../kernel/clock'
import { commandLineActor } from '../../foundation/access'
import { createCompanyFile, openCompany } from '../../rooms'
import { MICRO } from '../../../shared/values/integers'
import { directClient, risingKeys, type Client, type InputOf } from '../direct'
import { BENCH_DAY } from './bench-company'
import { heardBeside, runBeside, type Pair } from './floor-store'
import { withHistory } from './history-store'
import { median, percentile, timed, type Measure } from './measure'
import { plainSearch } from './search-store'

export interface WideOptions {
  readonly items: number
  readonly orders: number
  readonly movements: number
}

/** Items that have stock, at most; each order takes five of them. */
const STOCKED = 5000
const LINES = 5
/** What a document may adjust at once. */
const ADJUSTED = 2000
/** The first of a kind compile what is used first. */
const WARM_UP = 50

/** A company of many items: read in at once, searched as one types, and orders taken until what is asked for is promised. */
export function wideMeasures(path: string, options: WideOptions): Measure[] {
  createCompanyFile(path)
  const imported = foundWith(path, options)
  withHistory(path, options.movements)
  const search = searchMeasures(path)
  return [imported, ...search, ...intakeMeasures(path, options)]
}

const KINDS = ['绿茶 Green tea', '可乐 Cola', '燕麦奶 Oat milk', '螺栓 Bolt', '纸箱 Carton', '洗手液 Hand soap']
const SIZES = ['250ml', '500ml', '1L', 'M8', '40x30', 'XL', 'Red', 'Blue']

const codeOf = (nth: number): string => `I${String(nth).padStart(6, '0')}`

function itemTable(items: number): string[][] {
  const rows = Array.from({ length: items }, (_, nth) => [
    codeOf(nth),
    `${KINDS[nth % KINDS.length]} ${SIZES[Math.floor(nth / KINDS.length) % SIZES.length]} ${nth}`,
    'pc',
    `Group ${nth % 40}`,
    '12.5',
    '8',
    String(6_900_000_000_000 + nth),
  ])
  return [['code', 'name', 'baseUnit', 'category', 'salesPrice', 'purchasePrice', 'barcodes'], ...rows]
}

/** The company, its items in one import, and stock of some of them. */
function foundWith(path: string, { items }: WideOptions): Measure {
  const company = openCompany(path, { mode: 'write', clock: settableClock(`${BENCH_DAY}T06:00:00Z`) })
  const client = directClient(company.dispatcher, commandLineActor('bench'), risingKeys('wide'))
  try {
    client.company.establish({
      name: 'Wide',
      pack: 'cn-sbe',
      currency: 'CNY',
      locale: 'en',
      login: 'owner',
      userName: 'Owner',
      password: 'kontor-bench',
      startsOn: '2026-01-01',
    })
    const twin = `${path}.items`
    company.file.tx.all('PRAGMA wal_checkpoint(TRUNCATE)')
    copyFileSync(path, twin)
    const rows = itemTable(items)
    const { ours, floor } = heardBeside(company, twin, () => client.items.importItems({ fileName: 'items.csv', rows }))
    rmSync(twin)
    stock(client, items)
    client.access.addUser({ login: 'bookkeeper', name: 'Bookkeeper', role: 'bookkeeper', password: 'kontor-bench' })
    client.access.addUser({ login: 'clerk', name: 'Clerk', role: 'clerk', password: 'kontor-bench' })
    return measureOf(`import of ${items} items in one go`, ours, floor, null)
  } finally {
    company.close()
  }
}

function stock(client: Client, items: number): void {
  const { id: warehouseId } = client.warehouse.addWarehouse({
    code: 'W1',
    name: 'Warehouse',
    zones: [{ code: 'A', name: 'All', categories: [], aisles: 10, baysPerAisle: 20, levels: 4 }],
  })
  client.parties.addPartner({
    code: 'C1',
    name: 'C1',
    isCustomer: true,
    isSupplier: false,
    paymentTermsDays: 30,
    creditLimitMinor: null,
    minimumRemainingLifeDays: 0,
    taxNumber: '',
    phone: '',
    email: '',
    address: '',
  })
  client.prices.saveChannel({ code: 'WEB', name: 'Web shop' })
  const first = client.items.findItems({ text: codeOf(0) }).rows[0]?.id ?? 0
  const step = Math.max(1, Math.floor(items / STOCKED))
  const stocked = Array.from({ length: Math.min(STOCKED, items) }, (_, nth) => first + nth * step)
  for (let at = 0; at < stocked.length; at += ADJUSTED) {
    const lines = stocked.slice(at, at + ADJUSTED).map((itemId) => ({ itemId, quantityMicro: 5000 * MICRO }))
    client.warehouse.adjustStock({ warehouseId, adjustedOn: BENCH_DAY, reason: 'opening', lines })
  }
}

function intakeMeasures(path: string, { items, orders, movements }: WideOptions): Measure[] {
  const step = Math.max(1, Math.floor(items / STOCKED))
  const stocked = Math.min(STOCKED, items)
  const taken = Array.from({ length: orders + WARM_UP }, (_, nth): InputOf<'orders', 'takeOrder'> => ({
    channelId: 1,
    externalNumber: `W-${nth}`,
    warehouseId: 1,
    customer: 'C1',
    shipTo: '1 Market Street',
    promisedOn: BENCH_DAY,
    lines: Array.from({ length: LINES }, (__, line) => ({
      item: codeOf(((nth * LINES + line * 701) % stocked) * step),
      countMicro: MICRO,
    })),
    release: true,
  }))
  const twin = `${path}.orders`
  copyFileSync(path, twin)
  const pairs = runBeside(path, twin, { invoiceOrders: [], receipts: [], orders: taken, picks: [] }).slice(WARM_UP)
  rmSync(twin)
  const sum = (side: (pair: Pair) => number): number => pairs.reduce((total, pair) => total + side(pair), 0)
  const early = pairs.slice(0, 1000)
  const suffix = ` at ${movements} movements and ${items} items`
  return [
    measureOf(
      `intake of ${orders} orders of ${LINES} lines to allocated, whole${suffix}`,
      sum(({ ours }) => ours),
      sum(({ floor }) => floor),
      2.5,
    ),
    measureOf(
      `one order to allocated, median${suffix}`,
      median(early.map(({ ours }) => ours)),
      median(early.map(({ floor }) => floor)),
      2.5,
    ),
    measureOf(
      'one order to allocated: growth from the first thousand to the last',
      median(pairs.slice(-1000).map(({ ours }) => ours)),
      median(early.map(({ ours }) => ours)),
      1.2,
    ),
  ]
}

const TYPED = ['green tea 500', '绿茶', 'lvcha', 'ymn', codeOf(4217), 'oat milk 1l 4', '6900000004217'] as const
const TIMES = 9

/** Every keystroke of what people type into an order line, against the index asked plainly. */
function searchMeasures(path: string): Measure[] {
  const company = openCompany(path, { mode: 'read' })
  const plain = plainSearch(path)
  try {
    const client = directClient(company.dispatcher, commandLineActor('bench'), risingKeys('search'))
    const often = (work: () => unknown): number => median(Array.from({ length: TIMES }, () => timed(work).milliseconds))
    const strokes = TYPED.flatMap((text) => Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1)))
    const timesOf = strokes.map((text) => ({
      ours: often(() => client.items.findItems({ text, limit: 12 })),
      floor: often(() => plain.find(text, 12)),
    }))
    const pages = strokes.map((text) => often(() => client.items.listItems({ filter: text, limit: 100 })))
    const ours = timesOf.map((stroke) => stroke.ours)
    const floor = timesOf.map((stroke) => stroke.floor)
    const name = `search as one types, ${strokes.length} keystrokes`
    return [
      measureOf(`${name}, median`, median(ours), median(floor), null),
      measureOf(`${name}, slowest`, percentile(ours, 100), percentile(floor, 100), null),
      measureOf(`${name}, a filtered page of the list of items, median`, median(pages), median(floor), null),
    ]
  } finally {
    plain.end()
    company.close()
  }
}

function measureOf(name: string, ours: number, floor: number, aim: number | null): Measure {
  return { name, oursMilliseconds: ours, floorMilliseconds: floor, ratio: ours / floor, aim }
}
