import { addDays } from '../../../shared/values/date'
import { MICRO } from '../../../shared/values/integers'
import type { OutputOf } from '../direct'
import { unlessRefused, type Crew } from './crew'
import type { Chance } from './random'
import type { DemoState, StockedItem } from './state'

type PickTask = OutputOf<'warehouse', 'takeBatch'>['tasks'][number]

/** Customers order: stock and credit are checked, the goods are theirs from now on. */
export function takeOrders(crew: Crew, state: DemoState, chance: Chance, orders: number): void {
  const free = state.freeUnits()
  for (let taken = 0; taken < orders; taken += 1) {
    const lines = wishes(state, free, chance)
    if (lines.length === 0) continue
    const { id } = crew.bookkeeper.sales.saveOrder({
      customerId: chance.pickOften(state.customerIds),
      warehouseId: state.warehouseId,
      orderedOn: crew.day,
      promisedOn: addDays(crew.day, chance.whole(0, 2)),
      customerReference: `${crew.day.slice(5).replace('-', '')}-${taken + 1}`,
      lines,
    })
    const confirmed = unlessRefused(() => crew.bookkeeper.sales.confirmOrder({ id }), 'sales.creditExceeded')
    if (confirmed === undefined) crew.bookkeeper.sales.deleteOrder({ id })
    else crew.document('sales.order')
  }
}

function wishes(state: DemoState, free: Map<number, number>, chance: Chance) {
  const wanted = new Set<StockedItem>()
  for (let line = chance.whole(2, 8); line > 0; line -= 1) wanted.add(chance.pickOften(state.items))
  return [...wanted].flatMap((item) => {
    const [packId, inPack] = chance.happens(25) ? [item.casePackId, item.inCase] : packOf(item, chance)
    const packs = Math.min(chance.whole(1, inPack === 1 ? 6 : 2), Math.floor((free.get(item.id) ?? 0) / inPack))
    if (packs === 0) return []
    free.set(item.id, (free.get(item.id) ?? 0) - packs * inPack)
    return [{ itemId: item.id, packId, quantityMicro: packs * inPack * MICRO, priceMicro: item.salesPriceMicro }]
  })
}

function packOf(item: StockedItem, chance: Chance): readonly [number, number] {
  return chance.happens(50) ? [item.innerPackId, item.inInner] : [item.basePackId, 1]
}

/** A wave of all that waits, picked batch by batch along its route. */
export function pickWave(crew: Crew, state: DemoState, chance: Chance): void {
  const { warehouseId } = state
  if (crew.clerk.warehouse.listWaiting({ warehouseId }).rows.length === 0) return
  const wave = crew.clerk.warehouse.releaseWave({ warehouseId, orderIds: [], releasedOn: crew.day, batchCapacity: 40 })
  crew.document('warehouse.wave')
  // Once in a while a shelf holds less than the books say; the count of the week finds it.
  let isShortDay = chance.happens(12)
  for (const batch of wave.batches) {
    for (const task of crew.clerk.warehouse.takeBatch({ batchId: batch.id }).tasks) {
      if (isShortDay && task.quantityMicro > 2 * MICRO) {
        isShortDay = false
        pickShort(crew, batch.id, task)
      } else pick(crew, task)
    }
  }
}

function pick(crew: Crew, task: PickTask): void {
  crew.clerk.warehouse.confirmPick({
    taskId: task.id,
    binScan: task.fromBin.code,
    itemScan: task.barcodes[0] ?? task.item.code,
  })
  crew.scans += 2
}

function pickShort(crew: Crew, batchId: number, task: PickTask): void {
  const foundMicro = task.quantityMicro - MICRO
  const { replacementTaskIds } = crew.clerk.warehouse.shortPick({ taskId: task.id, foundMicro })
  const replacements = new Set(replacementTaskIds)
  if (replacements.size === 0) return
  const { tasks } = crew.clerk.warehouse.takeBatch({ batchId })
  for (const other of tasks) if (replacements.has(other.id)) pick(crew, other)
}

/** Every picked piece goes into a carton by scan; then the carton leaves, and its invoice follows. */
export function packAndShip(crew: Crew, state: DemoState, chance: Chance): void {
  const { warehouseId } = state
  for (const { orderId } of crew.clerk.warehouse.listToPack({ warehouseId }).rows) {
    const list = crew.clerk.warehouse.packingList({ orderId })
    for (const row of list.rows) {
      const open = row.pickedMicro - row.packedMicro
      if (open <= 0) continue
      crew.clerk.warehouse.packScan({ orderId, itemScan: row.barcodes[0] ?? row.item.code, quantityMicro: open })
      crew.scans += 1
    }
    crew.clerk.shipping.shipOrder({
      orderId,
      shippedOn: crew.day,
      carrier: chance.pick(['A', 'B']) === 'A' ? crew.words.ownVan : crew.words.parcelService,
      cartons: chance.whole(1, 3),
      weightGrams: list.expectedWeightGrams,
    })
    crew.document('shipping.shipment')
    crew.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: crew.day })
    crew.document('sales.invoice')
  }
}
