import { settableClock } from '../../kernel/clock'
import { commandLineActor } from '../../foundation/access'
import { createCompanyFile, openCompany } from '../../rooms'
import { MICRO } from '../../../shared/values/integers'
import { directClient, risingKeys, type Client, type InputOf } from '../direct'

export const BENCH_DAY = '2026-03-02'
const ITEMS = 100
const INVOICES = 200
const RECEIPTS = 200
const PICK_ORDERS = 200
const CHANNEL_ORDERS = 200
const LINES = 5

export interface BenchWork {
  readonly invoiceOrders: readonly number[]
  readonly receipts: readonly InputOf<'purchasing', 'receiveGoods'>[]
  /** of a channel, to be taken, checked, priced and allocated at once */
  readonly orders: readonly InputOf<'orders', 'takeOrder'>[]
  readonly picks: readonly InputOf<'warehouse', 'confirmPick'>[]
}

/** A small company with work that waits: shipped orders to invoice, orders to receive, a wave to pick. */
export function benchCompany(path: string): BenchWork {
  createCompanyFile(path)
  const company = openCompany(path, { mode: 'write', clock: settableClock(`${BENCH_DAY}T06:00:00Z`) })
  try {
    const client = directClient(company.dispatcher, commandLineActor('bench'), risingKeys('setup'))
    return company.dispatcher.group(() => prepare(client))
  } finally {
    company.close()
  }
}

function prepare(client: Client): BenchWork {
  const password = 'kontor-bench'
  client.company.establish({
    name: 'Bench',
    pack: 'cn-sbe',
    currency: 'CNY',
    locale: 'en',
    login: 'owner',
    userName: 'Owner',
    password,
    startsOn: '2026-01-01',
  })
  client.access.addUser({ login: 'bookkeeper', name: 'Bookkeeper', role: 'bookkeeper', password })
  client.access.addUser({ login: 'clerk', name: 'Clerk', role: 'clerk', password })
  const { id: warehouseId } = client.warehouse.addWarehouse({
    code: 'W1',
    name: 'Warehouse',
    zones: [{ code: 'A', name: 'All', categories: [], aisles: 10, baysPerAisle: 20, levels: 4 }],
  })
  const partner = (code: string, side: 'customer' | 'supplier'): number =>
    client.parties.addPartner({
      code,
      name: code,
      isCustomer: side === 'customer',
      isSupplier: side === 'supplier',
      paymentTermsDays: 30,
      creditLimitMinor: null,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: '',
    }).id
  const house: House = {
    client,
    warehouseId,
    customerId: partner('C1', 'customer'),
    supplierId: partner('S1', 'supplier'),
    items: addItems(client),
  }
  stockUp(house)
  const shipped = Array.from({ length: INVOICES }, (_, nth) => sell(house, nth))
  pickAndShip(house, shipped)
  const receipts = Array.from({ length: RECEIPTS }, (_, nth) => buy(house, nth, 20))
  const picked = Array.from({ length: PICK_ORDERS }, (_, nth) => sell(house, nth))
  return { invoiceOrders: shipped, receipts, orders: channelOrders(house), picks: picksOf(house, picked) }
}

interface House {
  readonly client: Client
  readonly warehouseId: number
  readonly customerId: number
  readonly supplierId: number
  readonly items: readonly { readonly id: number; readonly code: string; readonly packId: number }[]
}

function addItems(client: Client): House['items'] {
  return Array.from({ length: ITEMS }, (_, nth) => {
    const code = `I${String(nth).padStart(3, '0')}`
    const { id } = client.items.addItem({
      code,
      name: `Item ${code}`,
      otherName: '',
      kind: 'stock',
      category: '',
      baseUnit: 'pc',
      lotTracked: true,
      shelfLifeDays: 365,
      taxCode: 'standard',
      salesPriceMicro: 12_500_000,
      purchasePriceMicro: 8_000_000,
      supplierId: null,
      weightGrams: 500,
      volumeMillilitres: 700,
      packs: [{ unit: 'pc', baseQuantity: 1, barcodes: [] }],
    })
    return { id, code, packId: client.items.getItem({ id }).packs[0]?.id ?? 0 }
  })
}

const fiveOf = (house: House, nth: number) =>
  Array.from({ length: LINES }, (_, line) => house.items[(nth * LINES + line * 7) % ITEMS] as House['items'][number])

function buy(house: House, nth: number, pieces: number): InputOf<'purchasing', 'receiveGoods'> {
  const { client, warehouseId, supplierId } = house
  const lines = fiveOf(house, nth).map((item) => ({
    itemId: item.id,
    packId: item.packId,
    quantityMicro: pieces * MICRO,
    priceMicro: 8_000_000,
  }))
  const { id } = client.purchasing.saveOrder({
    supplierId,
    warehouseId,
    orderedOn: BENCH_DAY,
    expectedOn: BENCH_DAY,
    lines,
  })
  client.purchasing.confirmOrder({ id })
  return {
    orderId: id,
    receivedOn: BENCH_DAY,
    lines: client.purchasing.getOrder({ id }).lines.map((line) => ({
      orderLineId: line.id,
      quantityMicro: line.quantityMicro,
      lotCode: `L${nth}`,
      expiresOn: '2027-01-31',
    })),
  }
}

/** Enough of everything for all orders, put away where the program proposes. */
function stockUp(house: House): void {
  const { client, warehouseId } = house
  for (let nth = 0; nth < ITEMS / LINES; nth += 1) client.purchasing.receiveGoods(buy(house, nth, 400))
  for (let nth = 0; nth < ITEMS; nth += 1) client.purchasing.receiveGoods(buy(house, nth, 20))
  for (;;) {
    const { tasks } = client.warehouse.listPutaway({ warehouseId, limit: 500 })
    if (tasks.length === 0) return
    for (const task of tasks) client.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
  }
}

function sell(house: House, nth: number): number {
  const { client, customerId, warehouseId } = house
  const lines = fiveOf(house, nth).map((item) => ({
    itemId: item.id,
    packId: item.packId,
    quantityMicro: 2 * MICRO,
    priceMicro: 12_500_000,
  }))
  const { id } = client.sales.saveOrder({ customerId, warehouseId, orderedOn: BENCH_DAY, promisedOn: BENCH_DAY, lines })
  client.sales.confirmOrder({ id })
  return id
}

function channelOrders(house: House): InputOf<'orders', 'takeOrder'>[] {
  const { client, warehouseId } = house
  const { id: channelId } = client.prices.saveChannel({ code: 'WEB', name: 'Web shop' })
  return Array.from({ length: CHANNEL_ORDERS }, (_, nth) => ({
    channelId,
    externalNumber: `W-${nth}`,
    warehouseId,
    customer: 'C1',
    shipTo: '1 Market Street',
    promisedOn: BENCH_DAY,
    lines: fiveOf(house, nth).map((item) => ({ item: item.code, countMicro: 2 * MICRO })),
    release: true,
  }))
}

function picksOf(house: House, orderIds: readonly number[]): InputOf<'warehouse', 'confirmPick'>[] {
  const { client, warehouseId } = house
  const wave = client.warehouse.releaseWave({ warehouseId, orderIds: [...orderIds], releasedOn: BENCH_DAY })
  return wave.batches
    .flatMap((batch) => client.warehouse.takeBatch({ batchId: batch.id }).tasks)
    .map((task) => ({ taskId: task.id, binScan: task.fromBin.code, itemScan: task.item.code }))
}

function pickAndShip(house: House, orderIds: readonly number[]): void {
  const { client } = house
  for (const pick of picksOf(house, orderIds)) client.warehouse.confirmPick(pick)
  for (const orderId of orderIds) {
    for (const row of client.warehouse.packingList({ orderId }).rows) {
      client.warehouse.packScan({ orderId, itemScan: row.item.code, quantityMicro: row.pickedMicro })
    }
    client.shipping.shipOrder({ orderId, shippedOn: BENCH_DAY })
  }
}
