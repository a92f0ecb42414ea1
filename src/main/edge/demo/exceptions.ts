import { MICRO } from '../../../shared/values/integers'
import type { Crew } from './crew'
import type { Chance } from './random'
import type { DemoState } from './state'

const RECENT = 100

/** A customer sends a few pieces back and gets a credit note; what is broken does not go back to stock. */
export function takeReturn(crew: Crew, state: DemoState, chance: Chance): void {
  const shipments = crew.clerk.shipping.listShipments({ limit: RECENT, sort: 'shippedOn', descending: true }).rows
  const candidates = shipments.filter((row) => row.state === 'posted' && row.shippedOn < crew.day)
  if (candidates.length === 0) return
  const shipment = crew.bookkeeper.shipping.getShipment({
    id: chance.pick(candidates.toSorted((a, b) => a.id - b.id)).id,
  })
  const open = shipment.lines.filter((line) => line.quantityMicro - line.returnedMicro >= MICRO)
  if (open.length === 0) return
  const line = chance.pick(open)
  const units = Math.min(chance.whole(1, 3), Math.floor((line.quantityMicro - line.returnedMicro) / MICRO))
  const isBroken = chance.happens(40)
  crew.bookkeeper.shipping.receiveReturn({
    customerId: shipment.customer.id,
    warehouseId: state.warehouseId,
    shipmentId: shipment.id,
    returnedOn: crew.day,
    reason: isBroken ? crew.words.brokenOnTheWay : crew.words.orderedByMistake,
    lines: [
      {
        shipmentLineId: line.id,
        itemId: line.item.id,
        quantityMicro: units * MICRO,
        priceMicro: line.priceMicro,
        ...(line.lot === null ? {} : { lotCode: line.lot.code }),
        status: isBroken ? 'damaged' : 'available',
      },
    ],
  })
  crew.document('shipping.return')
  crew.document('sales.credit-note')
}

/** The weekly count of some bins: blind, and one of them is a piece short. */
export function countBins(crew: Crew, state: DemoState, chance: Chance): void {
  const { warehouseId } = state
  const { rows } = crew.clerk.warehouse.listBins({ warehouseId, kind: 'storage', limit: 500 })
  const bins = chance.shuffled(rows.filter((bin) => bin.items > 0)).slice(0, 8)
  if (bins.length === 0) return
  const count = crew.clerk.warehouse.startCount({ warehouseId, binIds: bins.map((bin) => bin.id), countedOn: crew.day })
  const shortBin = chance.pick(bins).id
  for (const bin of bins) {
    const content = crew.clerk.warehouse.binContent({ scan: bin.code }).rows.filter((row) => row.status === 'available')
    crew.clerk.warehouse.countBin({
      countId: count.id,
      binScan: bin.code,
      lines: content.map((row, index) => ({
        itemId: row.item.id,
        ...(row.lot === null ? {} : { lotCode: row.lot.code }),
        countedMicro: row.quantityMicro - (bin.id === shortBin && index === 0 && isFree(crew, row.item.id) ? MICRO : 0),
      })),
    })
    crew.scans += 1 + content.length
  }
  crew.bookkeeper.warehouse.approveCount({ countId: count.id, approvedOn: crew.day })
  crew.document('warehouse.count')
}

/** A loss can only be booked of what no order has been promised. */
function isFree(crew: Crew, itemId: number): boolean {
  return crew.clerk.inventory.itemStock({ itemId }).freeMicro >= 2 * MICRO
}

/** Something falls off a pallet: it is set aside as damaged, and written off. */
export function breakSomething(crew: Crew, state: DemoState, chance: Chance): void {
  const item = chance.pickOften(state.items)
  const stock = crew.clerk.inventory.itemStock({ itemId: item.id })
  const place = stock.balances.find(
    (balance) => balance.status === 'available' && balance.quantityMicro - balance.allocatedMicro >= 2 * MICRO,
  )
  if (place === undefined || stock.freeMicro < 2 * MICRO) return
  const { rows } = crew.clerk.warehouse.listBins({ warehouseId: state.warehouseId, kind: 'quarantine' })
  const quarantine = rows[0]
  if (quarantine === undefined) return
  crew.clerk.warehouse.moveStock({
    fromBinScan: place.bin.code,
    toBinScan: quarantine.code,
    itemId: item.id,
    lotId: place.lot?.id ?? null,
    quantityMicro: 2 * MICRO,
    toStatus: 'damaged',
  })
  crew.scans += 2
  crew.bookkeeper.warehouse.adjustStock({
    warehouseId: state.warehouseId,
    adjustedOn: crew.day,
    reason: crew.words.brokenInWarehouse,
    lines: [
      {
        binId: quarantine.id,
        itemId: item.id,
        ...(place.lot === null ? {} : { lotCode: place.lot.code }),
        quantityMicro: -2 * MICRO,
      },
    ],
  })
  crew.document('warehouse.adjustment')
}

/** An invoice with a wrong note is taken back and written again. */
export function correctInvoice(crew: Crew): void {
  const { rows } = crew.bookkeeper.sales.listInvoices({
    kind: 'invoice',
    sort: 'invoicedOn',
    descending: true,
    limit: RECENT,
  })
  const today = rows.filter(
    (row) => row.state === 'posted' && row.invoicedOn === crew.day && row.openMinor === row.grossMinor,
  )
  const wrong = today.toSorted((a, b) => a.id - b.id)[0]
  if (wrong === undefined) return
  const invoice = crew.bookkeeper.sales.getInvoice({ id: wrong.id })
  const order = invoice.chain.from.find((link) => link.kind === 'sales.order')
  if (order === undefined) return
  crew.bookkeeper.sales.reverseInvoice({ id: wrong.id, reversedOn: crew.day, reason: crew.words.wrongAddress })
  crew.document('reversal')
  crew.bookkeeper.sales.invoiceOrder({ orderId: order.id, invoicedOn: crew.day })
  crew.document('sales.invoice')
}
