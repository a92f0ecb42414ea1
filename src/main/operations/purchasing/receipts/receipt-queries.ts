import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { PurchasingDatabase } from '../tables'

const db = compiler<PurchasingDatabase>()

const SORTS = { number: 'r.number', state: 'r.state', supplier: 'p.name', receivedOn: 'r.received_on' } as const

function filtered(input: ListInput) {
  const query = db.selectFrom('purchasing_receipt as r')
  if (input.filter === '') return query
  const like = `%${input.filter}%`
  return query.where((e) =>
    e.or([
      e('r.number', 'like', like),
      e('r.supplier_id', 'in', (f) =>
        f
          .selectFrom('v_parties_partner')
          .where((g) => g.or([g('code', 'like', like), g('name', 'like', like)]))
          .select('id'),
      ),
    ]),
  )
}

export function listReceipts(reader: Reader, input: ListInput) {
  const sort = SORTS[input.sort as keyof typeof SORTS]
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  let query = filtered(input)
    .innerJoin('v_parties_partner as p', 'p.id', 'r.supplier_id')
    .select([
      'r.id',
      'r.number',
      'r.state',
      'p.id as supplierId',
      'p.code as supplierCode',
      'p.name as supplierName',
      'r.received_on as receivedOn',
      'r.terms',
    ])
  if (sort !== undefined) query = query.orderBy(sort, direction)
  const rows = reader.query(query.orderBy('r.id', direction).limit(input.limit).offset(input.offset))
  const [count] = reader.query(filtered(input).select((e) => e.fn.countAll<number>().as('total')))
  const worthOf = worthOfReceipts(
    reader,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      supplier: { id: row.supplierId, code: row.supplierCode, name: row.supplierName },
      receivedOn: row.receivedOn,
      terms: row.terms,
      valueMinor: worthOf.get(row.id)?.valueMinor ?? 0,
      isInvoiced: worthOf.get(row.id)?.isInvoiced === 1,
    })),
    total: Number(count?.total ?? 0),
    sums: {},
  }
}

/** Summed for the page alone: the list stays quick however many receipts there are. */
function worthOfReceipts(reader: Reader, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { valueMinor: number; isInvoiced: number }>()
  const rows = reader.query(
    db
      .selectFrom('purchasing_receipt_line')
      .where('receipt_id', 'in', ids)
      .groupBy('receipt_id')
      .select((e) => [
        'receipt_id as id',
        e.fn.sum<number>('value_minor').as('valueMinor'),
        sql<number>`min(invoiced_micro = quantity_micro)`.as('isInvoiced'),
      ]),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const lines = statement((p: { receiptId: number }) =>
  db
    .selectFrom('purchasing_receipt_line as l')
    .innerJoin('v_items_item as i', 'i.id', 'l.item_id')
    .leftJoin('v_inventory_lot as t', 't.id', 'l.lot_id')
    .leftJoin('v_warehouse_bin as b', 'b.id', 'l.bin_id')
    .where('l.receipt_id', '=', p.receiptId)
    .orderBy('l.id')
    .select([
      'l.id',
      'i.id as itemId',
      'i.code as itemCode',
      'i.name as itemName',
      'i.base_unit as baseUnit',
      't.code as lotCode',
      't.expires_on as expiresOn',
      'b.id as binId',
      'b.code as binCode',
      'l.quantity_micro as quantityMicro',
      'l.status',
      'l.over_micro as overMicro',
      'l.value_minor as valueMinor',
      'l.invoiced_micro as invoicedMicro',
    ]),
)

const order = statement((p: { orderId: number }) =>
  db
    .selectFrom('purchasing_order')
    .where('id', '=', p.orderId)
    .select([sql.lit('purchasing.order').as('kind'), 'id', 'number', 'state']),
)

const invoices = statement((p: { receiptId: number }) =>
  db
    .selectFrom('purchasing_receipt_line as l')
    .innerJoin('purchasing_invoice_line as m', 'm.receipt_line_id', 'l.id')
    .innerJoin('purchasing_invoice as i', 'i.id', 'm.invoice_id')
    .where('l.receipt_id', '=', p.receiptId)
    .groupBy('i.id')
    .orderBy('i.id')
    .select([sql.lit('purchasing.invoice').as('kind'), 'i.id', 'i.number', 'i.state']),
)

const toInvoice = statement((p: { supplierId: number }) =>
  db
    .selectFrom('purchasing_receipt as r')
    .innerJoin('purchasing_receipt_line as l', 'l.receipt_id', 'r.id')
    .innerJoin('purchasing_order_line as o', 'o.id', 'l.order_line_id')
    .innerJoin('purchasing_order as h', 'h.id', 'o.order_id')
    .innerJoin('v_items_item as i', 'i.id', 'l.item_id')
    .where('r.supplier_id', '=', p.supplierId)
    .where('r.state', '=', 'posted')
    .where('r.terms', '<>', sql.lit('consigned'))
    .where(sql<boolean>`l.invoiced_micro < l.quantity_micro`)
    .orderBy('r.received_on')
    .orderBy('l.id')
    .select((e) => [
      'l.id as receiptLineId',
      'r.id as receiptId',
      'r.number as receiptNumber',
      'r.received_on as receivedOn',
      'i.id as itemId',
      'i.code as itemCode',
      'i.name as itemName',
      'i.base_unit as baseUnit',
      e('l.quantity_micro', '-', e.ref('l.invoiced_micro')).as('openMicro'),
      sql<number>`coalesce(o.foreign_price_micro, o.price_micro)`.as('priceMicro'),
      'o.gross_price_micro as grossPriceMicro',
      'o.tax_code as taxCode',
      'h.currency',
    ]),
)

const USES = `
  SELECT DISTINCT 'purchasing.receipt' AS kind, e.id, e.number, e.state FROM purchasing_receipt_line l
  JOIN purchasing_receipt_line u ON u.used_of_id = l.id JOIN purchasing_receipt e ON e.id = u.receipt_id
  WHERE l.receipt_id = ? ORDER BY e.id`
const DELIVERY = `
  SELECT DISTINCT 'purchasing.receipt' AS kind, d.id, d.number, d.state FROM purchasing_receipt_line u
  JOIN purchasing_receipt_line l ON l.id = u.used_of_id JOIN purchasing_receipt d ON d.id = l.receipt_id
  WHERE u.receipt_id = ? ORDER BY d.id`

interface DocumentLink {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

export const receiptQueries = {
  /** What was bought out of a consigned delivery, and the delivery that goods were bought out of. */
  uses: (reader: Reader, receiptId: number) => reader.all<DocumentLink>(USES, [receiptId]),
  delivery: (reader: Reader, receiptId: number) => reader.all<DocumentLink>(DELIVERY, [receiptId]),
  lines: (reader: Reader, receiptId: number) => lines.all(reader, { receiptId }),
  order: (reader: Reader, orderId: number) => order.all(reader, { orderId }),
  invoices: (reader: Reader, receiptId: number) => invoices.all(reader, { receiptId }),
  toInvoice: (reader: Reader, supplierId: number) => toInvoice.all(reader, { supplierId }),
}
