import { sql } from 'kysely'
import type { DocumentAmounts, LineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { OrderState, SalesTables } from '../tables'

const db = compiler<SalesTables>()

interface OrderHead extends DocumentAmounts {
  readonly customerId: number
  readonly warehouseId: number
  readonly orderedOn: string
  readonly promisedOn: string
  readonly customerReference: string
  readonly channelId: number | null
  readonly priority: number
  readonly note: string
}

const insert = statement((p: OrderHead & { by: number; at: string }) =>
  db.insertInto('sales_order').values({
    number: null,
    state: 'draft',
    customer_id: p.customerId,
    warehouse_id: p.warehouseId,
    ordered_on: p.orderedOn,
    promised_on: p.promisedOn,
    customer_reference: p.customerReference,
    channel_id: p.channelId,
    priority: p.priority,
    net_minor: p.netMinor,
    tax_minor: p.taxMinor,
    gross_minor: p.grossMinor,
    currency: p.currency,
    rate_micro: p.rateMicro,
    foreign_net_minor: p.foreignNetMinor,
    foreign_tax_minor: p.foreignTaxMinor,
    note: p.note,
    created_by: p.by,
    created_at: p.at,
  }),
)

const change = statement((p: OrderHead & { id: number }) =>
  db
    .updateTable('sales_order')
    .set({
      customer_id: p.customerId,
      warehouse_id: p.warehouseId,
      ordered_on: p.orderedOn,
      promised_on: p.promisedOn,
      customer_reference: p.customerReference,
      channel_id: p.channelId,
      priority: p.priority,
      net_minor: p.netMinor,
      tax_minor: p.taxMinor,
      gross_minor: p.grossMinor,
      currency: p.currency,
      rate_micro: p.rateMicro,
      foreign_net_minor: p.foreignNetMinor,
      foreign_tax_minor: p.foreignTaxMinor,
      note: p.note,
    })
    .where('id', '=', p.id),
)

interface NewLine extends LineAmounts {
  readonly orderId: number
  readonly lineNumber: number
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
  readonly taxCode: string
  /** The line of the kit that this is a part of, and what a base unit stands for in its price. */
  readonly kitLineId: number | null
  readonly kitShareMicro: number | null
}

const insertLine = statement((p: NewLine) =>
  db.insertInto('sales_order_line').values({
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
    kit_line_id: p.kitLineId,
    kit_share_micro: p.kitShareMicro,
  }),
)

const deleteLines = statement((p: { orderId: number }) =>
  db.deleteFrom('sales_order_line').where('order_id', '=', p.orderId),
)

const remove = statement((p: { id: number }) => db.deleteFrom('sales_order').where('id', '=', p.id))

const byId = statement((p: { id: number }) => db.selectFrom('sales_order').selectAll().where('id', '=', p.id))

const linesOf = statement((p: { orderId: number }) =>
  db.selectFrom('sales_order_line').selectAll().where('order_id', '=', p.orderId).orderBy('line_number'),
)

const confirm = statement((p: { id: number; number: string; state: OrderState }) =>
  db.updateTable('sales_order').set({ number: p.number, state: p.state }).where('id', '=', p.id),
)

const approveBelowCost = statement((p: { id: number; by: number }) =>
  db.updateTable('sales_order').set({ below_cost_approved_by: p.by }).where('id', '=', p.id),
)

const setState = statement((p: { id: number; state: OrderState }) =>
  db.updateTable('sales_order').set({ state: p.state }).where('id', '=', p.id),
)

const addShipped = statement((p: { lineId: number; orderId: number; quantity: number }) =>
  db
    .updateTable('sales_order_line')
    .set((e) => ({ shipped_micro: e('shipped_micro', '+', p.quantity) }))
    .where('id', '=', p.lineId)
    .where('order_id', '=', p.orderId),
)

const addInvoiced = statement((p: { lineId: number; quantity: number }) =>
  db
    .updateTable('sales_order_line')
    .set((e) => ({ invoiced_micro: e('invoiced_micro', '+', p.quantity) }))
    .where('id', '=', p.lineId),
)

const addCancelled = statement((p: { lineId: number; quantity: number; shipped: number }) =>
  db
    .updateTable('sales_order_line')
    .set((e) => ({
      cancelled_micro: e('cancelled_micro', '+', p.quantity),
      shipped_micro: e('shipped_micro', '-', p.shipped),
    }))
    .where('id', '=', p.lineId),
)

const addBackordered = statement((p: { lineId: number; quantity: number }) =>
  db
    .updateTable('sales_order_line')
    .set((e) => ({ backordered_micro: e('backordered_micro', '+', p.quantity) }))
    .where('id', '=', p.lineId),
)

const addDirect = statement((p: { lineId: number; quantity: number }) =>
  db
    .updateTable('sales_order_line')
    .set((e) => ({ direct_micro: e('direct_micro', '+', p.quantity) }))
    .where('id', '=', p.lineId),
)

/** Given up while it waited for stock. */
const dropBackordered = statement((p: { lineId: number }) =>
  db
    .updateTable('sales_order_line')
    .set((e) => ({
      cancelled_micro: e('cancelled_micro', '+', e.ref('backordered_micro')),
      backordered_micro: sql.lit(0),
    }))
    .where('id', '=', p.lineId),
)

const hold = statement((p: { id: number; reason: string | null; ownerId: number | null }) =>
  db.updateTable('sales_order').set({ hold_reason: p.reason, hold_owner_id: p.ownerId }).where('id', '=', p.id),
)

const releaseCredit = statement((p: { id: number; amountMinor: number; by: number }) =>
  db
    .updateTable('sales_order')
    .set({ credit_released_minor: p.amountMinor, credit_released_by: p.by })
    .where('id', '=', p.id),
)

const PROGRESS = `
  SELECT o.state, max(l.quantity_micro > l.shipped_micro + l.cancelled_micro) AS isOpen,
    max(l.shipped_micro > l.invoiced_micro) AS isToInvoice,
    max(l.shipped_micro > 0 AND i.kind = 'stock') AS hasShippedGoods,
    max(l.shipped_micro > 0) AS hasShipped
  FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id JOIN v_items_item i ON i.id = l.item_id
  WHERE o.id = ?`

export interface OrderProgress {
  readonly state: OrderState
  readonly isOpen: number
  readonly isToInvoice: number
  readonly hasShippedGoods: number
  readonly hasShipped: number
}

/** What a customer has ordered and not been invoiced, line by line where a part is. */
const UNINVOICED = `
  SELECT l.quantity_micro AS quantityMicro, l.invoiced_micro + l.cancelled_micro AS doneMicro,
    l.net_minor + l.tax_minor AS grossMinor
  FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
  WHERE o.customer_id = ? AND o.state IN ('confirmed', 'partly-shipped', 'shipped')
    AND l.invoiced_micro + l.cancelled_micro < l.quantity_micro`

const SETTLE_LINE = `
  UPDATE sales_order_line SET quantity_micro = ?2, net_minor = ?3, tax_minor = ?4, foreign_net_minor = ?5,
    foreign_tax_minor = ?6
  WHERE id = ?1`
/** Over all lines: an order's totals are their sums. */
const SUM_TOTALS = `
  UPDATE sales_order SET net_minor = l.net, tax_minor = l.tax, gross_minor = l.net + l.tax,
    foreign_net_minor = l.foreign_net, foreign_tax_minor = l.foreign_tax
  FROM (SELECT sum(net_minor) AS net, sum(tax_minor) AS tax, sum(foreign_net_minor) AS foreign_net,
    sum(foreign_tax_minor) AS foreign_tax FROM sales_order_line WHERE order_id = ?1) l
  WHERE id = ?1`

interface SettledLine extends LineAmounts {
  readonly orderId: number
  readonly lineId: number
  readonly quantityMicro: number
}

export type OrderRow = NonNullable<ReturnType<(typeof byId)['first']>>
export type OrderLineRow = ReturnType<(typeof linesOf)['all']>[number]

export const orderStore = {
  insert: (tx: Tx, row: OrderHead & { by: number }): number => insert.run(tx, { ...row, at: tx.now.toISOString() }).id,
  change: (tx: Tx, row: OrderHead & { id: number }) => change.run(tx, row),
  insertLine: (tx: Tx, row: Omit<NewLine, 'kitLineId' | 'kitShareMicro'> & Partial<NewLine>) =>
    insertLine.run(tx, { kitLineId: null, kitShareMicro: null, ...row }),
  deleteLines: (tx: Tx, orderId: number) => deleteLines.run(tx, { orderId }),
  remove(tx: Tx, id: number): void {
    deleteLines.run(tx, { orderId: id })
    remove.run(tx, { id })
  },
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  linesOf: (reader: Reader, orderId: number) => linesOf.all(reader, { orderId }),
  confirm: (tx: Tx, id: number, number: string, state: OrderState) => confirm.run(tx, { id, number, state }),
  approveBelowCost: (tx: Tx, id: number, by: number) => approveBelowCost.run(tx, { id, by }),
  setState: (tx: Tx, id: number, state: OrderState) => setState.run(tx, { id, state }),
  /** Negative quantities take back. False where the line is not of the order. */
  addShipped: (tx: Tx, orderId: number, lineId: number, quantity: number): boolean =>
    addShipped.run(tx, { orderId, lineId, quantity }).changes === 1,
  /** What was weighed in place of what was reckoned. */
  settleWeight(tx: Tx, line: SettledLine): void {
    const { lineId, quantityMicro, netMinor, taxMinor, foreignNetMinor, foreignTaxMinor } = line
    tx.run(SETTLE_LINE, [lineId, quantityMicro, netMinor, taxMinor, foreignNetMinor, foreignTaxMinor])
    orderStore.sumTotals(tx, line.orderId)
  },
  /** A line has changed or come in: the order comes to what its lines do. */
  sumTotals: (tx: Tx, orderId: number) => tx.run(SUM_TOTALS, [orderId]),
  addInvoiced: (tx: Tx, lineId: number, quantity: number) => addInvoiced.run(tx, { lineId, quantity }),
  /** `shipped`: what a service counted as shipped and is given up with it. */
  addCancelled: (tx: Tx, lineId: number, quantity: number, shipped: number) =>
    addCancelled.run(tx, { lineId, quantity, shipped }),
  /** Negative: stock was found for it. */
  addBackordered: (tx: Tx, lineId: number, quantity: number) => addBackordered.run(tx, { lineId, quantity }),
  /** Negative: it was sent, or will not be. */
  addDirect: (tx: Tx, lineId: number, quantity: number): boolean =>
    addDirect.run(tx, { lineId, quantity }).changes === 1,
  dropBackordered: (tx: Tx, lineId: number) => dropBackordered.run(tx, { lineId }),
  /** Without a reason: no longer. */
  hold: (tx: Tx, id: number, reason: string | null, ownerId: number | null) => hold.run(tx, { id, reason, ownerId }),
  releaseCredit: (tx: Tx, id: number, amountMinor: number, by: number) =>
    releaseCredit.run(tx, { id, amountMinor, by }),
  progress: (reader: Reader, id: number) => reader.first<OrderProgress>(PROGRESS, [id]),
  uninvoiced: (reader: Reader, customerId: number) =>
    reader.all<{ quantityMicro: number; doneMicro: number; grossMinor: number }>(UNINVOICED, [customerId]),
}
