import type { Crew } from './crew'
import { unitsMicro, type Goods, type PeopleAndGoods } from './people-and-goods'
import type { RetailLine } from './retail-line'

/** How many days of usual sales are bought beyond what the day itself takes; at most so many times the day's need. */
const DAYS_AHEAD = 10
const MOST_TIMES_NEED = 4
const LINES_PER_ORDER = 500
const PUTAWAY_PAGE = 500

/** Orders, receipts and putaway that cover what the day's lines take out, with the suppliers' invoices. */
export function supplyDay(
  crew: Crew,
  world: PeopleAndGoods,
  warehouseId: number,
  lines: readonly RetailLine[],
  day: number,
): void {
  const wanted = new Map<number, { goods: Goods; units: number }[]>()
  for (const [goods, units] of unitsTaken(world, lines)) {
    goods.outgoing += units
    const missing = units - goods.onHand
    if (missing <= 0) continue
    const usual = Math.ceil((goods.outgoing / (day - goods.firstDay + 1)) * DAYS_AHEAD)
    const bought = missing + Math.min(usual, units * MOST_TIMES_NEED)
    goods.onHand += bought
    const list = wanted.get(goods.supplier)
    if (list === undefined) wanted.set(goods.supplier, [{ goods, units: bought }])
    else list.push({ goods, units: bought })
  }
  for (const [supplierId, list] of wanted) {
    for (let at = 0; at < list.length; at += LINES_PER_ORDER) {
      buy(crew, warehouseId, supplierId, list.slice(at, at + LINES_PER_ORDER))
    }
  }
  putAwayAll(crew, warehouseId)
  for (const supplierId of wanted.keys()) enterInvoices(crew, supplierId)
}

function unitsTaken(world: PeopleAndGoods, lines: readonly RetailLine[]): Map<Goods, number> {
  const taken = new Map<Goods, number>()
  for (const { kind, code, units } of lines) {
    if (kind !== 'sale' && kind !== 'adjustment') continue
    const goods = world.goods(code)
    if (!goods.isService) taken.set(goods, (taken.get(goods) ?? 0) + units)
  }
  return taken
}

function buy(
  crew: Crew,
  warehouseId: number,
  supplierId: number,
  list: readonly { goods: Goods; units: number }[],
): void {
  const { id } = crew.bookkeeper.purchasing.saveOrder({
    supplierId,
    warehouseId,
    orderedOn: crew.day,
    expectedOn: crew.day,
    lines: list.map(({ goods, units }) => ({
      itemId: goods.id,
      packId: goods.packId,
      quantityMicro: unitsMicro(units),
      priceMicro: goods.costMicro,
    })),
  })
  crew.bookkeeper.purchasing.confirmOrder({ id })
  crew.document('purchasing.order')
  const order = crew.clerk.purchasing.getOrder({ id })
  crew.clerk.purchasing.receiveGoods({
    orderId: id,
    receivedOn: crew.day,
    lines: order.lines.map((line) => ({ orderLineId: line.id, quantityMicro: line.quantityMicro })),
  })
  crew.document('purchasing.receipt')
}

export function putAwayAll(crew: Crew, warehouseId: number): void {
  for (;;) {
    const { tasks } = crew.clerk.warehouse.listPutaway({ warehouseId, limit: PUTAWAY_PAGE })
    if (tasks.length === 0) return
    for (const task of tasks) crew.clerk.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
    crew.scans += tasks.length
  }
}

function enterInvoices(crew: Crew, supplierId: number): void {
  const { rows } = crew.bookkeeper.purchasing.linesToInvoice({ supplierId })
  for (let at = 0; at < rows.length; at += LINES_PER_ORDER) {
    crew.bookkeeper.purchasing.postInvoice({
      supplierId,
      supplierReference: `${crew.day}-${supplierId}-${at / LINES_PER_ORDER + 1}`,
      invoicedOn: crew.day,
      lines: rows.slice(at, at + LINES_PER_ORDER).map((row) => ({
        receiptLineId: row.receiptLineId,
        quantityMicro: row.openMicro,
        priceMicro: row.priceMicro ?? 0,
      })),
    })
    crew.document('purchasing.invoice')
  }
}
