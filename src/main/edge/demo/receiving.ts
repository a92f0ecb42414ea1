import { addDays } from '../../../shared/values/date'
import { MICRO } from '../../../shared/values/integers'
import type { OutputOf } from '../direct'
import type { Crew } from './crew'
import type { DemoState, StockedItem } from './state'
import type { Chance } from './random'

type PurchaseOrder = OutputOf<'purchasing', 'getOrder'>

const GROUP_SEPARATOR = '\u001D'

/** Goods that are due today come to the dock, are scanned in and put away. */
export function receiveDue(crew: Crew, state: DemoState, chance: Chance): void {
  const open = ['confirmed', 'partly-received'].flatMap(
    (orderState) => crew.clerk.purchasing.listOrders({ state: orderState, limit: 500 }).rows,
  )
  const due = open.filter((order) => order.expectedOn <= crew.day).toSorted((a, b) => a.id - b.id)
  for (const { id } of due) {
    const order = crew.clerk.purchasing.getOrder({ id })
    const lines = order.lines.filter((line) => line.receivedMicro < line.quantityMicro)
    // Now and then a supplier is short of one line and sends it another day.
    const sent = lines.length > 2 && chance.happens(6) ? lines.slice(1) : lines
    if (sent.length === 0) continue
    crew.clerk.purchasing.receiveGoods({
      orderId: id,
      receivedOn: crew.day,
      lines: sent.map((line) => scanIn(crew, state, line, chance)),
    })
    crew.document('purchasing.receipt')
  }
  putAwayAll(crew, state)
}

/** The label of a case as its maker prints it, read by a scanner: GTIN, expiry, lot. */
function scanIn(crew: Crew, state: DemoState, line: PurchaseOrder['lines'][number], chance: Chance) {
  const item = state.item(line.item.id)
  const scan = item.shelfLifeDays === null ? item.caseBarcode : caseLabel(crew.day, item, chance)
  const reading = crew.clerk.items.readScan({ scan })
  crew.scans += 1
  if (reading.item?.id !== item.id)
    throw new Error(`the label of ${item.code} was read as ${reading.item?.code ?? 'nothing'}`)
  return {
    orderLineId: line.id,
    quantityMicro: line.quantityMicro - line.receivedMicro,
    ...(reading.lot === null ? {} : { lotCode: reading.lot }),
    ...(reading.expiresOn === null ? {} : { expiresOn: reading.expiresOn }),
  }
}

function caseLabel(day: string, item: StockedItem, chance: Chance): string {
  const life = item.shelfLifeDays ?? 0
  const age = chance.whole(1, Math.max(1, Math.floor(life / 6)))
  const madeOn = addDays(day, -age)
  const short = (date: string): string => date.slice(2).replaceAll('-', '')
  const lot = `L${short(madeOn)}${chance.pick(['A', 'B', 'C'])}`
  // AI 10 has no fixed length: a group separator ends it.
  return `]C101${item.caseBarcode}17${short(addDays(madeOn, life))}10${lot}${GROUP_SEPARATOR}`
}

function putAwayAll(crew: Crew, state: DemoState): void {
  for (;;) {
    const { tasks } = crew.clerk.warehouse.listPutaway({ warehouseId: state.warehouseId, limit: 500 })
    if (tasks.length === 0) return
    for (const task of tasks) {
      crew.clerk.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
      crew.scans += 1
    }
  }
}

/** The invoices for what came up to yesterday; sometimes at another price than was ordered. */
export function enterSupplierInvoices(crew: Crew, state: DemoState, chance: Chance): void {
  for (const supplierId of state.supplierIds) {
    const rows = crew.bookkeeper.purchasing
      .linesToInvoice({ supplierId })
      .rows.filter((row) => row.receivedOn < crew.day)
    if (rows.length === 0) continue
    const isDearer = chance.happens(8)
    crew.bookkeeper.purchasing.postInvoice({
      supplierId,
      supplierReference: `R${crew.day.replaceAll('-', '')}-${supplierId}`,
      invoicedOn: crew.day,
      lines: rows.map((row, index) => ({
        receiptLineId: row.receiptLineId,
        quantityMicro: row.openMicro,
        priceMicro: (row.priceMicro ?? 0) + (isDearer && index === 0 ? 10_000 : 0),
      })),
    })
    crew.document('purchasing.invoice')
  }
}

interface OrderingOptions {
  readonly suppliersAtMost: number
  /** days until the goods come, from and to */
  readonly leadDays: readonly [number, number]
}

/** Orders what will run out, from the suppliers with the longest lists first. */
export function orderGoods(crew: Crew, state: DemoState, chance: Chance, options: OrderingOptions): void {
  const wanted = new Map<number, { item: StockedItem; cases: number }[]>()
  for (const need of state.needs()) {
    if (need.item.supplierId === null) continue
    const list = wanted.get(need.item.supplierId)
    if (list === undefined) wanted.set(need.item.supplierId, [need])
    else list.push(need)
  }
  const longest = [...wanted]
    .toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0])
    .slice(0, options.suppliersAtMost)
  for (const [supplierId, needs] of longest) {
    const { id } = crew.bookkeeper.purchasing.saveOrder({
      supplierId,
      warehouseId: state.warehouseId,
      orderedOn: crew.day,
      expectedOn: addDays(crew.day, chance.whole(...options.leadDays)),
      lines: needs.map(({ item, cases }) => ({
        itemId: item.id,
        packId: item.casePackId,
        quantityMicro: cases * item.inCase * MICRO,
        priceMicro: item.purchasePriceMicro,
      })),
    })
    crew.bookkeeper.purchasing.confirmOrder({ id })
    crew.document('purchasing.order')
  }
}
