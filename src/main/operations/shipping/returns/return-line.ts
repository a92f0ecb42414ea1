import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatScaled, microDecimals } from '../../../../shared/values/format'
import { requireItem, type Item } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import { ensureLot, findLot } from '../../../ledgers/inventory'
import { requireOrder } from '../../sales'
import { presentValueMinor, quarantineBin, returnsBin } from '../../warehouse'
import { shipmentStore, type ShipmentLineRow } from '../shipments/shipment-store'
import { returnedCostMinor } from './return-posting'

type ReturnStatus = 'available' | 'quarantine' | 'damaged'

export interface ReturnEntry {
  readonly shipmentLineId?: number | undefined
  readonly itemId: number
  readonly quantityMicro: number
  readonly priceMicro: number
  readonly lotCode?: string | undefined
  readonly expiresOn?: BusinessDate | undefined
  readonly status: ReturnStatus
}

export interface ReturnLine {
  readonly shipmentId: number | null
  readonly shipmentLineId: number | null
  readonly itemId: number
  /** 0 = not tracked by lot */
  readonly lotId: number
  /** null for a service: nothing comes back but money */
  readonly binId: number | null
  readonly status: ReturnStatus
  readonly quantityMicro: number
  readonly priceMicro: number
  readonly taxCode: string
  readonly costMinor: number
}

interface ReturnHead {
  readonly customerId: number
  readonly warehouseId: number
  readonly shipmentId?: number | undefined
}

/**
 * What one line brings back, where to and at which cost: that of its shipment line, else the present average. Marks the
 * shipment line, so that two lines of one return cannot bring back the same piece.
 */
export function readReturnLine(tx: Tx, head: ReturnHead, entry: ReturnEntry, field: string): ReturnLine {
  const item = requireItem(tx, entry.itemId)
  if (entry.shipmentLineId !== undefined) return ofShipment(tx, head, entry, item, entry.shipmentLineId, field)
  const { itemId, quantityMicro, priceMicro, status } = entry
  const line = {
    shipmentId: null,
    shipmentLineId: null,
    itemId,
    status,
    quantityMicro,
    priceMicro,
    taxCode: item.taxCode,
  }
  if (item.kind === 'service') return { ...line, lotId: 0, binId: null, costMinor: 0 }
  const costMinor = presentValueMinor(tx, head.warehouseId, itemId, quantityMicro)
  return { ...line, lotId: lotOf(tx, item, entry, field), binId: binFor(tx, head.warehouseId, status), costMinor }
}

function ofShipment(
  tx: Tx,
  head: ReturnHead,
  entry: ReturnEntry,
  item: Item,
  shipmentLineId: number,
  field: string,
): ReturnLine {
  const shipped = requireShippedLine(tx, head, entry, shipmentLineId, field)
  const { quantityMicro, priceMicro, status, itemId } = entry
  const restMicro = shipped.quantity_micro - shipped.returned_micro
  if (quantityMicro > restMicro) {
    const params = { item: `${item.code} ${item.name}`, open: text(restMicro), wanted: text(quantityMicro) }
    refuse('shipping.returnedTooMany', params, `${field}.quantityMicro`)
  }
  const costMinor = returnedCostMinor(
    {
      quantityMicro: shipped.quantity_micro,
      costMinor: shipped.cost_minor,
      returnedMicro: shipped.returned_micro,
      returnedCostMinor: shipped.returned_cost_minor,
    },
    quantityMicro,
  )
  shipmentStore.addReturned(tx, shipmentLineId, quantityMicro, costMinor)
  return {
    shipmentId: shipped.shipment_id,
    shipmentLineId,
    itemId,
    lotId: shipped.lot_id,
    binId: binFor(tx, head.warehouseId, status),
    status,
    quantityMicro,
    priceMicro,
    taxCode: taxCodeOf(tx, shipped) ?? item.taxCode,
    costMinor,
  }
}

function requireShippedLine(tx: Tx, head: ReturnHead, entry: ReturnEntry, id: number, field: string): ShipmentLineRow {
  const line = shipmentStore.lineById(tx, id)
  const shipment = line === undefined ? undefined : shipmentStore.byId(tx, line.shipment_id)
  if (line === undefined || shipment === undefined || line.item_id !== entry.itemId) {
    return refuse('shipping.shipmentLineUnknown', {}, `${field}.shipmentLineId`)
  }
  const { number } = shipment
  if (shipment.state === 'reversed') refuse('shipping.shipmentReversed', { number }, `${field}.shipmentLineId`)
  if (shipment.customer_id !== head.customerId) refuse('shipping.shipmentOfOther', { number }, 'customerId')
  if (head.shipmentId !== undefined && head.shipmentId !== shipment.id) {
    refuse('shipping.shipmentLineUnknown', {}, `${field}.shipmentLineId`)
  }
  return line
}

/** The code under which it was sold. */
function taxCodeOf(tx: Tx, shipped: ShipmentLineRow): string | undefined {
  const shipment = shipmentStore.byId(tx, shipped.shipment_id)
  if (shipment === undefined) return undefined
  return requireOrder(tx, shipment.order_id).lines.find((line) => line.id === shipped.order_line_id)?.taxCode
}

function lotOf(tx: Tx, item: Item, entry: ReturnEntry, field: string): number {
  if (!item.lotTracked) return 0
  const { lotCode } = entry
  if (lotCode === undefined || lotCode === '') {
    return refuse('warehouse.lotNeeded', { item: `${item.code} ${item.name}` }, `${field}.lotCode`)
  }
  if (item.serialTracked && findLot(tx, item.id, lotCode) === undefined) {
    const params = { item: `${item.code} ${item.name}`, serial: lotCode }
    refuse('shipping.serialNeverSold', params, `${field}.lotCode`)
  }
  return ensureLot(tx, { itemId: item.id, code: lotCode, expiresOn: entry.expiresOn ?? null, supplierId: null })
}

function binFor(tx: Tx, warehouseId: number, status: ReturnStatus): number {
  return status === 'available' ? returnsBin(tx, warehouseId) : quarantineBin(tx, warehouseId)
}

function text(quantityMicro: number): string {
  return formatScaled(quantityMicro, microDecimals, { minDecimals: 0 })
}
