import type { TestCompany } from './company'
import { order, PIECE, type Supplies } from './supplies'

interface Goods {
  readonly item: { readonly id: number; readonly packId: number }
  readonly pieces: number
  readonly priceMicro?: number
  readonly lotCode?: string
  readonly expiresOn?: string
}

/** Buys goods, receives them at the dock and puts them where the program proposes. */
export function stockUp(company: TestCompany, supplies: Supplies, goods: readonly Goods[]): void {
  receive(company, supplies, goods)
  putAllAway(company, supplies)
}

export function receive(company: TestCompany, supplies: Supplies, goods: readonly Goods[]): void {
  const bought = order(
    company.owner,
    supplies,
    goods.map(({ item, pieces, priceMicro = 10_000_000 }) => ({ item, pieces, priceMicro })),
  )
  company.clerk.purchasing.receiveGoods({
    orderId: bought.id,
    receivedOn: '2026-03-02',
    lines: goods.map(({ pieces, lotCode, expiresOn }, at) => ({
      orderLineId: bought.lineIds[at] ?? 0,
      quantityMicro: pieces * PIECE,
      ...(lotCode === undefined ? {} : { lotCode }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    })),
  })
}

export function putAllAway(company: TestCompany, supplies: Supplies): void {
  for (const task of company.clerk.warehouse.listPutaway({ warehouseId: supplies.warehouseId }).tasks) {
    company.clerk.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
  }
}

interface Wanted {
  readonly item: { readonly id: number; readonly packId: number }
  readonly pieces: number
  readonly priceMicro?: number
}

/** A draft order of the customer; answers its id. */
export function draftOrder(
  company: TestCompany,
  supplies: Supplies,
  wanted: readonly Wanted[],
  customerId = supplies.customerId,
): number {
  return company.bookkeeper.sales.saveOrder({
    customerId,
    warehouseId: supplies.warehouseId,
    orderedOn: '2026-03-02',
    promisedOn: '2026-03-03',
    lines: wanted.map(({ item, pieces, priceMicro = 20_000_000 }) => ({
      itemId: item.id,
      packId: item.packId,
      quantityMicro: pieces * PIECE,
      priceMicro,
    })),
  }).id
}

export function sell(company: TestCompany, supplies: Supplies, wanted: readonly Wanted[], customerId?: number): number {
  const id = draftOrder(company, supplies, wanted, customerId)
  company.bookkeeper.sales.confirmOrder({ id })
  return id
}

/** Releases orders and answers their picks in walking order. */
export function release(company: TestCompany, supplies: Supplies, orderIds: readonly number[] = []) {
  const wave = company.clerk.warehouse.releaseWave({
    warehouseId: supplies.warehouseId,
    orderIds: [...orderIds],
    releasedOn: '2026-03-02',
  })
  return wave.batches.flatMap((batch) => company.clerk.warehouse.takeBatch({ batchId: batch.id }).tasks)
}

export function pickAll(company: TestCompany, tasks: ReturnType<typeof release>): void {
  for (const task of tasks) {
    company.clerk.warehouse.confirmPick({
      taskId: task.id,
      binScan: task.fromBin.code,
      itemScan: task.barcodes[0] ?? task.item.code,
    })
  }
}

export function packAll(company: TestCompany, orderId: number): void {
  for (const row of company.clerk.warehouse.packingList({ orderId }).rows) {
    const quantityMicro = row.pickedMicro - row.packedMicro
    if (quantityMicro > 0) {
      company.clerk.warehouse.packScan({ orderId, itemScan: row.barcodes[0] ?? row.item.code, quantityMicro })
    }
  }
}

/** From the confirmed order to the shipment; answers the shipment's id. */
export function ship(company: TestCompany, supplies: Supplies, orderId: number): number {
  pickAll(company, release(company, supplies, [orderId]))
  packAll(company, orderId)
  return company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' }).id
}
