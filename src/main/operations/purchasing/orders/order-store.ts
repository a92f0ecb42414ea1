import { sql } from 'kysely'
import type { DocumentAmounts, LineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { OrderState, PurchasingTables } from '../tables'

const db = compiler<PurchasingTables>()

export interface OrderHead extends DocumentAmounts {
  readonly supplierId: number
  readonly warehouseId: number
  readonly orderedOn: string
  readonly expectedOn: string
  readonly note: string
  /** 1: the supplier's until they are used */
  readonly consigned: number
}

export interface StoredOrder extends OrderHead {
  readonly id: number
  readonly number: string | null
  readonly state: OrderState
  readonly acknowledgedOn: string | null
  readonly acknowledgedNumber: string
}

export interface NewOrderLine extends LineAmounts {
  readonly lineNumber: number
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
  readonly taxCode: string
}

export interface StoredOrderLine extends NewOrderLine {
  readonly id: number
  readonly receivedMicro: number
  readonly invoicedMicro: number
}

const headColumns = (p: OrderHead) => ({
  supplier_id: p.supplierId,
  warehouse_id: p.warehouseId,
  ordered_on: p.orderedOn,
  expected_on: p.expectedOn,
  note: p.note,
  consigned: p.consigned,
  net_minor: p.netMinor,
  tax_minor: p.taxMinor,
  gross_minor: p.grossMinor,
  currency: p.currency,
  rate_micro: p.rateMicro,
  foreign_net_minor: p.foreignNetMinor,
  foreign_tax_minor: p.foreignTaxMinor,
})

const insert = statement((p: OrderHead & { createdBy: number; createdAt: string }) =>
  db.insertInto('purchasing_order').values({
    ...headColumns(p),
    state: 'draft',
    created_by: p.createdBy,
    created_at: p.createdAt,
  }),
)
const update = statement((p: OrderHead & { id: number }) =>
  db.updateTable('purchasing_order').where('id', '=', p.id).set(headColumns(p)),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('purchasing_order')
    .where('id', '=', p.id)
    .select([
      'id',
      'number',
      'state',
      'supplier_id as supplierId',
      'warehouse_id as warehouseId',
      'ordered_on as orderedOn',
      'expected_on as expectedOn',
      'acknowledged_on as acknowledgedOn',
      'acknowledged_number as acknowledgedNumber',
      'note',
      'consigned',
      'net_minor as netMinor',
      'tax_minor as taxMinor',
      'gross_minor as grossMinor',
      'currency',
      'rate_micro as rateMicro',
      'foreign_net_minor as foreignNetMinor',
      'foreign_tax_minor as foreignTaxMinor',
    ]),
)
const remove = statement((p: { id: number }) => db.deleteFrom('purchasing_order').where('id', '=', p.id))
const removeLines = statement((p: { id: number }) =>
  db.deleteFrom('purchasing_order_line').where('order_id', '=', p.id),
)
const insertLine = statement((p: NewOrderLine & { orderId: number }) =>
  db.insertInto('purchasing_order_line').values({
    order_id: p.orderId,
    line_number: p.lineNumber,
    item_id: p.itemId,
    pack_id: p.packId,
    quantity_micro: p.quantityMicro,
    price_micro: p.priceMicro,
    tax_code: p.taxCode,
    net_minor: p.netMinor,
    tax_minor: p.taxMinor,
    foreign_price_micro: p.foreignPriceMicro,
    gross_price_micro: p.grossPriceMicro,
    foreign_net_minor: p.foreignNetMinor,
    foreign_tax_minor: p.foreignTaxMinor,
  }),
)
const lines = statement((p: { id: number }) =>
  db
    .selectFrom('purchasing_order_line')
    .where('order_id', '=', p.id)
    .orderBy('line_number')
    .select([
      'id',
      'line_number as lineNumber',
      'item_id as itemId',
      'pack_id as packId',
      'quantity_micro as quantityMicro',
      'price_micro as priceMicro',
      'tax_code as taxCode',
      'net_minor as netMinor',
      'tax_minor as taxMinor',
      'foreign_price_micro as foreignPriceMicro',
      'gross_price_micro as grossPriceMicro',
      'foreign_net_minor as foreignNetMinor',
      'foreign_tax_minor as foreignTaxMinor',
      'received_micro as receivedMicro',
      'invoiced_micro as invoicedMicro',
    ]),
)
const number = statement((p: { id: number; number: string }) =>
  db.updateTable('purchasing_order').where('id', '=', p.id).set({ number: p.number, state: 'confirmed' }),
)
const setState = statement((p: { id: number; state: OrderState }) =>
  db.updateTable('purchasing_order').where('id', '=', p.id).set({ state: p.state }),
)
const acknowledge = statement((p: { id: number; on: string; number: string }) =>
  db
    .updateTable('purchasing_order')
    .where('id', '=', p.id)
    .set({ acknowledged_on: p.on, acknowledged_number: p.number }),
)
const promise = statement((p: { lineId: number; orderId: number; on: string }) =>
  db
    .updateTable('purchasing_order_line')
    .where('id', '=', p.lineId)
    .where('order_id', '=', p.orderId)
    .set({ promised_on: p.on }),
)
const addReceived = statement((p: { lineId: number; quantityMicro: number }) =>
  db
    .updateTable('purchasing_order_line')
    .where('id', '=', p.lineId)
    .set({ received_micro: sql<number>`received_micro + ${p.quantityMicro}` }),
)
const addInvoiced = statement((p: { lineId: number; quantityMicro: number }) =>
  db
    .updateTable('purchasing_order_line')
    .where('id', '=', p.lineId)
    .set({ invoiced_micro: sql<number>`invoiced_micro + ${p.quantityMicro}` }),
)
const progress = statement((p: { id: number }) =>
  db
    .selectFrom('purchasing_order_line')
    .where('order_id', '=', p.id)
    .select([
      sql<number>`min(received_micro >= quantity_micro)`.as('isReceived'),
      sql<number>`min(invoiced_micro >= quantity_micro)`.as('isInvoiced'),
      sql<number>`max(received_micro > 0)`.as('isBegun'),
    ]),
)

const SETTLE_LINE = `
  UPDATE purchasing_order_line SET quantity_micro = ?2, net_minor = ?3, tax_minor = ?4, foreign_net_minor = ?5,
    foreign_tax_minor = ?6
  WHERE id = ?1`
/** Over all lines: an order's totals are their sums. */
const SETTLE_ORDER = `
  UPDATE purchasing_order SET net_minor = l.net, tax_minor = l.tax, gross_minor = l.net + l.tax,
    foreign_net_minor = l.foreign_net, foreign_tax_minor = l.foreign_tax
  FROM (SELECT sum(net_minor) AS net, sum(tax_minor) AS tax, sum(foreign_net_minor) AS foreign_net,
    sum(foreign_tax_minor) AS foreign_tax FROM purchasing_order_line WHERE order_id = ?1) l
  WHERE id = ?1`

interface SettledLine extends LineAmounts {
  readonly orderId: number
  readonly lineId: number
  readonly quantityMicro: number
}

export const orderStore = {
  insert: (tx: Tx, head: OrderHead, createdBy: number): number =>
    insert.run(tx, { ...head, createdBy, createdAt: tx.now.toISOString() }).id,
  update: (tx: Tx, id: number, head: OrderHead): void => {
    update.run(tx, { ...head, id })
  },
  find: (reader: Reader, id: number): StoredOrder | undefined => find.first(reader, { id }),
  remove: (tx: Tx, id: number): void => {
    remove.run(tx, { id })
  },
  removeLines: (tx: Tx, id: number): void => {
    removeLines.run(tx, { id })
  },
  insertLine: (tx: Tx, orderId: number, line: NewOrderLine): void => {
    insertLine.run(tx, { ...line, orderId })
  },
  lines: (reader: Reader, id: number): StoredOrderLine[] => lines.all(reader, { id }),
  confirm: (tx: Tx, id: number, orderNumber: string): void => {
    number.run(tx, { id, number: orderNumber })
  },
  setState: (tx: Tx, id: number, state: OrderState): void => {
    setState.run(tx, { id, state })
  },
  acknowledge: (tx: Tx, id: number, on: string, supplierNumber: string): void => {
    acknowledge.run(tx, { id, on, number: supplierNumber })
  },
  /** False where the line is not of the order. */
  promise: (tx: Tx, orderId: number, lineId: number, on: string): boolean =>
    promise.run(tx, { orderId, lineId, on }).changes === 1,
  addReceived: (tx: Tx, lineId: number, quantityMicro: number): void => {
    addReceived.run(tx, { lineId, quantityMicro })
  },
  addInvoiced: (tx: Tx, lineId: number, quantityMicro: number): void => {
    addInvoiced.run(tx, { lineId, quantityMicro })
  },
  /** What was weighed in place of what was reckoned. */
  settleWeight(tx: Tx, line: SettledLine): void {
    const { lineId, quantityMicro, netMinor, taxMinor, foreignNetMinor, foreignTaxMinor } = line
    tx.run(SETTLE_LINE, [lineId, quantityMicro, netMinor, taxMinor, foreignNetMinor, foreignTaxMinor])
    tx.run(SETTLE_ORDER, [line.orderId])
  },
  progress: (reader: Reader, id: number) => progress.first(reader, { id }),
}
