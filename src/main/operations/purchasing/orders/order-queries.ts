import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { PurchasingDatabase } from '../tables'

const db = compiler<PurchasingDatabase>()

export interface OrderListInput extends ListInput {
  readonly state?: string | undefined
}

const SORTS = {
  number: 'o.number',
  state: 'o.state',
  supplier: 'p.name',
  orderedOn: 'o.ordered_on',
  expectedOn: 'o.expected_on',
  grossMinor: 'o.gross_minor',
} as const

function filtered(input: OrderListInput) {
  let query = db.selectFrom('purchasing_order as o')
  if (input.state !== undefined) query = query.where('o.state', '=', input.state as never)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    query = query.where((e) =>
      e.or([
        e('o.number', 'like', like),
        e('o.supplier_id', 'in', (f) =>
          f
            .selectFrom('v_parties_partner')
            .where((g) => g.or([g('code', 'like', like), g('name', 'like', like)]))
            .select('id'),
        ),
      ]),
    )
  }
  return query
}

export function listOrders(reader: Reader, input: OrderListInput) {
  const sort = SORTS[input.sort as keyof typeof SORTS]
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  let query = filtered(input)
    .innerJoin('v_parties_partner as p', 'p.id', 'o.supplier_id')
    .select([
      'o.id',
      'o.number',
      'o.state',
      'p.id as supplierId',
      'p.code as supplierCode',
      'p.name as supplierName',
      'o.ordered_on as orderedOn',
      'o.expected_on as expectedOn',
      'o.gross_minor as grossMinor',
      'o.currency',
      sql<number | null>`o.foreign_net_minor + o.foreign_tax_minor`.as('foreignGrossMinor'),
    ])
  if (sort !== undefined) query = query.orderBy(sort, direction)
  const rows = reader.query(query.orderBy('o.id', direction).limit(input.limit).offset(input.offset))
  const [sums] = reader.query(
    filtered(input).select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn.sum<number | null>('o.gross_minor').as('grossMinor'),
    ]),
  )
  return {
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      supplier: { id: row.supplierId, code: row.supplierCode, name: row.supplierName },
      orderedOn: row.orderedOn,
      expectedOn: row.expectedOn,
      grossMinor: row.grossMinor,
      currency: row.currency,
      foreignGrossMinor: row.foreignGrossMinor,
    })),
    total: Number(sums?.total ?? 0),
    sums: { grossMinor: Number(sums?.grossMinor ?? 0) },
  }
}

const lines = statement((p: { orderId: number }) =>
  db
    .selectFrom('purchasing_order_line as l')
    .innerJoin('v_items_item as i', 'i.id', 'l.item_id')
    .innerJoin('v_items_pack as k', 'k.id', 'l.pack_id')
    .where('l.order_id', '=', p.orderId)
    .orderBy('l.line_number')
    .select([
      'l.id',
      'l.line_number as lineNumber',
      'i.id as itemId',
      'i.code as itemCode',
      'i.name as itemName',
      'i.base_unit as baseUnit',
      'i.lot_tracked as lotTracked',
      'l.pack_id as packId',
      'k.unit as packUnit',
      'k.base_quantity as packBaseQuantity',
      'l.quantity_micro as quantityMicro',
      'l.price_micro as priceMicro',
      'l.tax_code as taxCode',
      'l.net_minor as netMinor',
      'l.tax_minor as taxMinor',
      'l.foreign_price_micro as foreignPriceMicro',
      'l.gross_price_micro as grossPriceMicro',
      'l.foreign_net_minor as foreignNetMinor',
      'l.foreign_tax_minor as foreignTaxMinor',
      'l.promised_on as promisedOn',
      'l.received_micro as receivedMicro',
      'l.invoiced_micro as invoicedMicro',
    ]),
)

const receipts = statement((p: { orderId: number }) =>
  db
    .selectFrom('purchasing_receipt')
    .where('order_id', '=', p.orderId)
    .orderBy('id')
    .select([sql.lit('purchasing.receipt').as('kind'), 'id', 'number', 'state']),
)

/** The enquiry and the request that it came of. */
const ORIGINS = `
  SELECT d.kind, d.id, d.number, d.state FROM v_sourcing_award a
  JOIN v_document_link d ON (d.kind = 'sourcing.enquiry' AND d.id = a.enquiry_id)
    OR (d.kind = 'sourcing.request' AND d.id = a.request_id)
  WHERE a.order_id = ? ORDER BY d.kind DESC`

interface DocumentLink {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

const DEPOSITS = `
  SELECT 'deposits.deposit' AS kind, id, number, state FROM v_deposits_deposit
  WHERE direction = 'out' AND order_id = ? ORDER BY id`

export const orderQueries = {
  deposits: (reader: Reader, orderId: number): DocumentLink[] => reader.all<DocumentLink>(DEPOSITS, [orderId]),
  origins: (reader: Reader, orderId: number): DocumentLink[] => reader.all<DocumentLink>(ORIGINS, [orderId]),
  lines: (reader: Reader, orderId: number) => lines.all(reader, { orderId }),
  receipts: (reader: Reader, orderId: number) => receipts.all(reader, { orderId }),
}
