import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { PurchasingDatabase } from '../tables'

const db = compiler<PurchasingDatabase>()

const SORTS = {
  number: 'i.number',
  state: 'i.state',
  supplier: 'p.name',
  supplierReference: 'i.supplier_reference',
  invoicedOn: 'i.invoiced_on',
  dueOn: 'i.due_on',
  grossMinor: 'i.gross_minor',
  openMinor: 'openMinor',
} as const

function filtered(input: ListInput & { isHeld?: boolean | undefined }) {
  let query = db.selectFrom('purchasing_invoice as i')
  if (input.isHeld === true) query = query.where('i.held', '=', 1).where('i.state', '=', 'posted')
  if (input.filter === '') return query
  const like = `%${input.filter}%`
  return query.where((e) =>
    e.or([
      e('i.number', 'like', like),
      e('i.supplier_reference', 'like', like),
      e('i.supplier_id', 'in', (f) =>
        f
          .selectFrom('v_parties_partner')
          .where((g) => g.or([g('code', 'like', like), g('name', 'like', like)]))
          .select('id'),
      ),
    ]),
  )
}

const openMinor = sql<number>`coalesce((SELECT o.open_minor FROM v_accounting_open_item AS o
  WHERE o.source_kind = 'purchasing.invoice' AND o.source_id = i.id), 0)`

export function listInvoices(reader: Reader, input: ListInput & { isHeld?: boolean | undefined }) {
  const sort = SORTS[input.sort as keyof typeof SORTS]
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  let query = filtered(input)
    .innerJoin('v_parties_partner as p', 'p.id', 'i.supplier_id')
    .select([
      'i.id',
      'i.number',
      'i.state',
      'p.id as supplierId',
      'p.code as supplierCode',
      'p.name as supplierName',
      'i.supplier_reference as supplierReference',
      'i.invoiced_on as invoicedOn',
      'i.due_on as dueOn',
      'i.gross_minor as grossMinor',
      'i.held',
      openMinor.as('openMinor'),
      'i.currency',
      sql<number | null>`i.foreign_net_minor + i.foreign_tax_minor`.as('foreignGrossMinor'),
    ])
  if (sort !== undefined) query = query.orderBy(sort, direction)
  const rows = reader.query(query.orderBy('i.id', direction).limit(input.limit).offset(input.offset))
  const [sums] = reader.query(
    filtered(input).select((e) => [
      e.fn.countAll<number>().as('total'),
      // A reversed invoice stays in the list and owes nothing.
      sql<number>`coalesce(sum(CASE WHEN i.state = 'posted' THEN i.gross_minor ELSE 0 END), 0)`.as('grossMinor'),
      sql<number>`coalesce(sum(${openMinor}), 0)`.as('openMinor'),
    ]),
  )
  return {
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      supplier: { id: row.supplierId, code: row.supplierCode, name: row.supplierName },
      supplierReference: row.supplierReference,
      invoicedOn: row.invoicedOn,
      dueOn: row.dueOn,
      grossMinor: row.grossMinor,
      openMinor: row.openMinor,
      isHeld: row.held === 1 && row.state === 'posted',
      currency: row.currency,
      foreignGrossMinor: row.foreignGrossMinor,
    })),
    total: Number(sums?.total ?? 0),
    sums: { grossMinor: Number(sums?.grossMinor ?? 0), openMinor: Number(sums?.openMinor ?? 0) },
  }
}

const lines = statement((p: { invoiceId: number }) =>
  db
    .selectFrom('purchasing_invoice_line as l')
    .leftJoin('purchasing_invoice_match as x', 'x.invoice_line_id', 'l.id')
    .innerJoin('v_items_item as i', 'i.id', 'l.item_id')
    .where('l.invoice_id', '=', p.invoiceId)
    .orderBy('l.id')
    .select([
      'l.id',
      'l.receipt_line_id as receiptLineId',
      'i.id as itemId',
      'i.code as itemCode',
      'i.name as itemName',
      'i.base_unit as baseUnit',
      'l.quantity_micro as quantityMicro',
      'l.billed_micro as billedMicro',
      'l.price_micro as priceMicro',
      'l.net_minor as netMinor',
      'l.tax_minor as taxMinor',
      'l.foreign_price_micro as foreignPriceMicro',
      'l.gross_price_micro as grossPriceMicro',
      'l.foreign_net_minor as foreignNetMinor',
      'l.foreign_tax_minor as foreignTaxMinor',
      'l.variance_minor as varianceMinor',
      'x.result as match',
      'x.order_price_micro as orderPriceMicro',
    ]),
)

const receipts = statement((p: { invoiceId: number }) =>
  db
    .selectFrom('purchasing_invoice_line as m')
    .innerJoin('purchasing_receipt_line as l', 'l.id', 'm.receipt_line_id')
    .innerJoin('purchasing_receipt as r', 'r.id', 'l.receipt_id')
    .where('m.invoice_id', '=', p.invoiceId)
    .groupBy('r.id')
    .orderBy('r.id')
    .select([sql.lit('purchasing.receipt').as('kind'), 'r.id', 'r.number', 'r.state']),
)

const link = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('v_document_link')
    .where('kind', '=', p.kind)
    .where('id', '=', p.id)
    .select(['kind', 'id', 'number', 'state']),
)

export const invoiceQueries = {
  lines: (reader: Reader, invoiceId: number) => lines.all(reader, { invoiceId }),
  receipts: (reader: Reader, invoiceId: number) => receipts.all(reader, { invoiceId }),
  link: (reader: Reader, kind: string, id: number) => link.first(reader, { kind, id }),
}
