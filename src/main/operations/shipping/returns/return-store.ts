import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { ShippingTables } from '../tables'

const db = compiler<ShippingTables>()

interface NewReturn {
  readonly number: string
  readonly customerId: number
  readonly shipmentId: number | null
  readonly warehouseId: number
  readonly returnedOn: string
  readonly reason: string
  readonly by: number
}

const insert = statement((p: NewReturn & { at: string }) =>
  db.insertInto('shipping_return').values({
    number: p.number,
    state: 'posted',
    customer_id: p.customerId,
    shipment_id: p.shipmentId,
    warehouse_id: p.warehouseId,
    returned_on: p.returnedOn,
    reason: p.reason,
    note: '',
    created_by: p.by,
    created_at: p.at,
  }),
)

interface NewLine {
  readonly returnId: number
  readonly shipmentLineId: number | null
  readonly itemId: number
  readonly lotId: number
  readonly binId: number | null
  readonly status: string
  readonly quantityMicro: number
  readonly priceMicro: number
  readonly taxCode: string
  readonly netMinor: number
  readonly taxMinor: number
  readonly costMinor: number
}

const insertLine = statement((p: NewLine) =>
  db.insertInto('shipping_return_line').values({
    return_id: p.returnId,
    shipment_line_id: p.shipmentLineId,
    item_id: p.itemId,
    lot_id: p.lotId,
    bin_id: p.binId,
    status: p.status,
    quantity_micro: p.quantityMicro,
    price_micro: p.priceMicro,
    tax_code: p.taxCode,
    net_minor: p.netMinor,
    tax_minor: p.taxMinor,
    cost_minor: p.costMinor,
  }),
)

const byId = statement((p: { id: number }) => db.selectFrom('shipping_return').selectAll().where('id', '=', p.id))

const linesOf = statement((p: { returnId: number }) =>
  db
    .selectFrom('shipping_return_line')
    .select(['shipment_line_id', 'quantity_micro', 'cost_minor'])
    .where('return_id', '=', p.returnId),
)

const setReversed = statement((p: { id: number }) =>
  db.updateTable('shipping_return').set({ state: 'reversed' }).where('id', '=', p.id),
)

export type ReturnRow = NonNullable<ReturnType<(typeof byId)['first']>>

export const returnStore = {
  insert: (tx: Tx, row: NewReturn): number => insert.run(tx, { ...row, at: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, row: NewLine): number => insertLine.run(tx, row).id,
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  linesOf: (reader: Reader, returnId: number) => linesOf.all(reader, { returnId }),
  setReversed: (tx: Tx, id: number) => setReversed.run(tx, { id }),
}
