import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { ShippingTables } from '../tables'

const db = compiler<ShippingTables>()

interface NewShipment {
  readonly number: string
  readonly orderId: number
  readonly customerId: number
  readonly warehouseId: number
  readonly shippedOn: string
  readonly carrier: string
  readonly cartons: number
  readonly weightGrams: number
  readonly note: string
  readonly by: number
}

const insert = statement((p: NewShipment & { at: string }) =>
  db.insertInto('shipping_shipment').values({
    number: p.number,
    state: 'posted',
    order_id: p.orderId,
    customer_id: p.customerId,
    warehouse_id: p.warehouseId,
    shipped_on: p.shippedOn,
    carrier: p.carrier,
    cartons: p.cartons,
    weight_grams: p.weightGrams,
    note: p.note,
    created_by: p.by,
    created_at: p.at,
  }),
)

interface NewLine {
  readonly shipmentId: number
  readonly orderLineId: number
  readonly itemId: number
  readonly lotId: number
  /** null: it came straight from the supplier */
  readonly binId: number | null
  readonly quantityMicro: number
  readonly costMinor: number
}

const insertLine = statement((p: NewLine) =>
  db.insertInto('shipping_shipment_line').values({
    shipment_id: p.shipmentId,
    order_line_id: p.orderLineId,
    item_id: p.itemId,
    lot_id: p.lotId,
    bin_id: p.binId,
    quantity_micro: p.quantityMicro,
    cost_minor: p.costMinor,
  }),
)

const byId = statement((p: { id: number }) => db.selectFrom('shipping_shipment').selectAll().where('id', '=', p.id))

const linesOf = statement((p: { shipmentId: number }) =>
  db.selectFrom('shipping_shipment_line').selectAll().where('shipment_id', '=', p.shipmentId).orderBy('id'),
)

const lineById = statement((p: { id: number }) =>
  db.selectFrom('shipping_shipment_line').selectAll().where('id', '=', p.id),
)

const addReturned = statement((p: { id: number; quantity: number; cost: number }) =>
  db
    .updateTable('shipping_shipment_line')
    .set((e) => ({
      returned_micro: e('returned_micro', '+', p.quantity),
      returned_cost_minor: e('returned_cost_minor', '+', p.cost),
    }))
    .where('id', '=', p.id),
)

const setReversed = statement((p: { id: number }) =>
  db.updateTable('shipping_shipment').set({ state: 'reversed' }).where('id', '=', p.id),
)

const RETURNS_OF = `SELECT number FROM shipping_return WHERE shipment_id = ? AND state = 'posted' ORDER BY id`
const INVOICES_OF_ORDER = `
  SELECT number FROM v_sales_invoice WHERE order_id = ? AND kind = 'invoice' AND state = 'posted' ORDER BY id`

export type ShipmentRow = NonNullable<ReturnType<(typeof byId)['first']>>
export type ShipmentLineRow = ReturnType<(typeof linesOf)['all']>[number]

export const shipmentStore = {
  insert: (tx: Tx, row: NewShipment): number => insert.run(tx, { ...row, at: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, row: NewLine) => insertLine.run(tx, row),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  linesOf: (reader: Reader, shipmentId: number) => linesOf.all(reader, { shipmentId }),
  lineById: (reader: Reader, id: number) => lineById.first(reader, { id }),
  addReturned: (tx: Tx, id: number, quantity: number, cost: number) => addReturned.run(tx, { id, quantity, cost }),
  setReversed: (tx: Tx, id: number) => setReversed.run(tx, { id }),
  returnsOf: (reader: Reader, shipmentId: number): string[] =>
    reader.all<{ number: string }>(RETURNS_OF, [shipmentId]).map((row) => row.number),
  invoicesOfOrder: (reader: Reader, orderId: number): string[] =>
    reader.all<{ number: string }>(INVOICES_OF_ORDER, [orderId]).map((row) => row.number),
}
