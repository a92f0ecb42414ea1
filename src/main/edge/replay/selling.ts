import type { Crew } from './crew'
import { unitsMicro, type PeopleAndGoods } from './people-and-goods'
import type { RetailLine } from './retail-line'

/** As many lines as one document takes; a longer invoice becomes several. */
const LINES_PER_DOCUMENT = 2_000
const LINES_PER_BATCH = 200

interface Sold {
  readonly orderId: number
  readonly customer: string
  /** False where the whole order is charges: there is nothing to pick or pack. */
  readonly hasGoods: boolean
}

/** Every sale of the day from its order to its invoice. Returns the customers that were invoiced. */
export function sellDay(
  crew: Crew,
  world: PeopleAndGoods,
  warehouseId: number,
  lines: readonly RetailLine[],
): Set<string> {
  const sold = [...byInvoice(lines)].flatMap(([invoice, ofInvoice]) =>
    chunks(ofInvoice).map((chunk) => order(crew, world, warehouseId, invoice, chunk)),
  )
  pick(crew, warehouseId)
  for (const { orderId, hasGoods } of sold) {
    if (hasGoods) {
      pack(crew, orderId)
      crew.clerk.shipping.shipOrder({ orderId, shippedOn: crew.day })
      crew.document('shipping.shipment')
    }
    crew.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: crew.day })
  }
  crew.document('sales.invoice', sold.length)
  return new Set(sold.map(({ customer }) => customer))
}

function order(
  crew: Crew,
  world: PeopleAndGoods,
  warehouseId: number,
  invoice: string,
  lines: readonly RetailLine[],
): Sold {
  const customer = lines[0]?.customer ?? ''
  const { id: orderId } = crew.bookkeeper.sales.saveOrder({
    customerId: world.customer(customer).id,
    warehouseId,
    orderedOn: crew.day,
    promisedOn: crew.day,
    customerReference: invoice,
    lines: lines.map((line) => {
      const goods = world.goods(line.code)
      if (!goods.isService) goods.onHand -= line.units
      return {
        itemId: goods.id,
        packId: goods.packId,
        quantityMicro: unitsMicro(line.units),
        priceMicro: line.priceMicro,
      }
    }),
  })
  // Some real lines were sold below what they are made to cost here: the owner allows them.
  crew.owner.sales.confirmOrder({ id: orderId })
  crew.document('sales.order')
  return { orderId, customer, hasGoods: lines.some((line) => !world.goods(line.code).isService) }
}

function pick(crew: Crew, warehouseId: number): void {
  const { clerk } = crew
  if (clerk.warehouse.listWaiting({ warehouseId }).rows.length === 0) return
  const wave = clerk.warehouse.releaseWave({
    warehouseId,
    orderIds: [],
    releasedOn: crew.day,
    batchCapacity: LINES_PER_BATCH,
  })
  crew.document('warehouse.wave')
  for (const batch of wave.batches) {
    const { tasks } = clerk.warehouse.takeBatch({ batchId: batch.id })
    for (const task of tasks) {
      clerk.warehouse.confirmPick({
        taskId: task.id,
        binScan: task.fromBin.code,
        itemScan: task.barcodes[0] ?? task.item.code,
      })
    }
    crew.scans += tasks.length
  }
}

function pack(crew: Crew, orderId: number): void {
  const { rows } = crew.clerk.warehouse.packingList({ orderId })
  for (const row of rows) {
    const quantityMicro = row.pickedMicro - row.packedMicro
    if (quantityMicro <= 0) continue
    crew.clerk.warehouse.packScan({ orderId, itemScan: row.barcodes[0] ?? row.item.code, quantityMicro })
    crew.scans += 1
  }
}

/** Lines of one invoice number, in the order in which the numbers appear. */
export function byInvoice(lines: readonly RetailLine[]): Map<string, RetailLine[]> {
  const grouped = new Map<string, RetailLine[]>()
  for (const line of lines) {
    // Two customers on one number would be two documents.
    const key = `${line.invoice} ${line.customer}`
    const group = grouped.get(key)
    if (group === undefined) grouped.set(key, [line])
    else group.push(line)
  }
  return new Map([...grouped].map(([key, group]) => [key.trimEnd(), group]))
}

export function chunks(lines: readonly RetailLine[]): RetailLine[][] {
  const parts: RetailLine[][] = []
  for (let at = 0; at < lines.length; at += LINES_PER_DOCUMENT) parts.push(lines.slice(at, at + LINES_PER_DOCUMENT))
  return parts
}
