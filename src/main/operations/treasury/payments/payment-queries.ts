import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

export interface PaymentListInput extends ListInput {
  readonly direction: 'in' | 'out' | 'any'
}

const SORTS = {
  number: 'm.number',
  state: 'm.state',
  direction: 'm.direction',
  partner: 'p.name',
  paidOn: 'm.paid_on',
  method: 'm.method',
  amountMinor: 'm.amount_minor',
  unappliedMinor: 'm.unapplied_minor',
} as const

function filtered(input: PaymentListInput) {
  let query = db.selectFrom('treasury_payment as m')
  if (input.direction !== 'any') query = query.where('m.direction', '=', input.direction)
  if (input.filter === '') return query
  const like = `%${input.filter}%`
  return query.where((e) =>
    e.or([
      e('m.number', 'like', like),
      e('m.reference', 'like', like),
      e('m.partner_id', 'in', (f) =>
        f
          .selectFrom('v_parties_partner')
          .where((g) => g.or([g('code', 'like', like), g('name', 'like', like)]))
          .select('id'),
      ),
    ]),
  )
}

export function listPayments(reader: Reader, input: PaymentListInput) {
  const sort = SORTS[input.sort as keyof typeof SORTS]
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  let query = filtered(input)
    .innerJoin('v_parties_partner as p', 'p.id', 'm.partner_id')
    .leftJoin('treasury_account as a', 'a.id', 'm.account_id')
    .select([
      'm.id',
      'm.number',
      'm.direction',
      'm.state',
      'p.id as partnerId',
      'p.code as partnerCode',
      'p.name as partnerName',
      'm.paid_on as paidOn',
      sql<string>`CASE WHEN m.note_id IS NULL THEN m.method ELSE 'note' END`.as('method'),
      sql<string>`coalesce(a.name, '')`.as('account'),
      'm.amount_minor as amountMinor',
      'm.unapplied_minor as unappliedMinor',
      'm.currency',
      'm.foreign_minor as foreignMinor',
      'm.foreign_unapplied_minor as foreignUnappliedMinor',
    ])
  if (sort !== undefined) query = query.orderBy(sort, direction)
  const rows = reader.query(query.orderBy('m.id', direction).limit(input.limit).offset(input.offset))
  // Money in less money out where both are listed; what was taken back counts for nothing.
  const [sums] = reader.query(
    filtered(input).select((e) => [
      e.fn.countAll<number>().as('total'),
      sql<number>`coalesce(sum(CASE WHEN m.state = 'reversed' THEN 0
        WHEN ${input.direction} = 'any' AND m.direction = 'out' THEN -m.amount_minor ELSE m.amount_minor END), 0)`.as(
        'amountMinor',
      ),
    ]),
  )
  return {
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      direction: row.direction,
      state: row.state,
      partner: { id: row.partnerId, code: row.partnerCode, name: row.partnerName },
      paidOn: row.paidOn,
      method: row.method,
      account: row.account,
      amountMinor: row.amountMinor,
      unappliedMinor: row.unappliedMinor,
      currency: row.currency,
      foreignMinor: row.foreignMinor,
      foreignUnappliedMinor: row.foreignUnappliedMinor,
    })),
    total: Number(sums?.total ?? 0),
    sums: { amountMinor: Number(sums?.amountMinor ?? 0) },
  }
}

const applications = statement((p: { paymentId: number }) =>
  db
    .selectFrom('treasury_application as a')
    .innerJoin('v_accounting_open_item as i', 'i.id', 'a.open_item_id')
    .where('a.payment_id', '=', p.paymentId)
    .orderBy('a.id')
    .select([
      'a.open_item_id as openItemId',
      'i.document_number as documentNumber',
      'i.source_kind as sourceKind',
      'i.source_id as sourceId',
      'a.amount_minor as amountMinor',
      'a.discount_minor as discountMinor',
      'a.write_off_minor as writeOffMinor',
      'i.currency',
      'a.foreign_minor as foreignMinor',
      'a.exchange_minor as exchangeMinor',
    ]),
)

const refunds = statement((p: { paymentId: number }) =>
  db.selectFrom('treasury_payment').where('refunds_id', '=', p.paymentId).orderBy('id').select('id'),
)

const link = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('v_document_link')
    .where('kind', '=', p.kind)
    .where('id', '=', p.id)
    .select(['kind', 'id', 'number', 'state']),
)

export const paymentQueries = {
  refunds: (reader: Reader, paymentId: number) => refunds.all(reader, { paymentId }),
  applications: (reader: Reader, paymentId: number) => applications.all(reader, { paymentId }),
  link: (reader: Reader, kind: string, id: number) => link.first(reader, { kind, id }),
}
