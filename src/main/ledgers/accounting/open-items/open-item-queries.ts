import { sql } from 'kysely'
import { localDate } from '../../../../shared/values/date'
import { compiler, type Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { AccountingDatabase } from '../tables'

const db = compiler<AccountingDatabase>()

export interface OpenItemListInput extends ListInput {
  readonly role: 'receivable' | 'payable'
  readonly partnerId?: number | undefined
  /** What was open at the end of that day; left out: now. */
  readonly asOf?: string | undefined
}

const SORTS = {
  dueOn: 'dueOn',
  postedOn: 'postedOn',
  partnerName: 'partnerName',
  documentNumber: 'documentNumber',
  amountMinor: 'amountMinor',
  openMinor: 'openMinor',
} as const

/** What is open now is kept on the item; what was open on a day is what had not been settled by then. */
function openOn(asOf: string | undefined) {
  return asOf === undefined
    ? sql<number>`i.open_minor`
    : sql<number>`i.amount_minor - coalesce((SELECT sum(s.amount_minor) FROM accounting_settlement AS s
        WHERE s.open_item_id = i.id AND s.settled_on <= ${asOf}), 0)`
}

function foreignOn(asOf: string | undefined) {
  return asOf === undefined
    ? sql<number | null>`i.foreign_open_minor`
    : sql<number | null>`i.foreign_minor - coalesce((SELECT sum(s.foreign_minor) FROM accounting_settlement AS s
        WHERE s.open_item_id = i.id AND s.settled_on <= ${asOf}), 0)`
}

function filtered(input: OpenItemListInput) {
  const open = openOn(input.asOf)
  let query = db
    .selectFrom('accounting_open_item as i')
    .innerJoin('v_parties_partner as p', 'p.id', 'i.partner_id')
    .where('i.role', '=', input.role)
  query =
    input.asOf === undefined
      ? query.where('i.open_minor', '<>', sql.lit(0))
      : query.where('i.posted_on', '<=', input.asOf).where(open, '<>', 0)
  if (input.partnerId !== undefined) query = query.where('i.partner_id', '=', input.partnerId)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    query = query.where((e) =>
      e.or([e('i.document_number', 'like', like), e('p.code', 'like', like), e('p.name', 'like', like)]),
    )
  }
  return query
}

export function listOpenItems(reader: Reader, input: OpenItemListInput) {
  const open = openOn(input.asOf)
  const sort = SORTS[input.sort as keyof typeof SORTS] ?? 'dueOn'
  const direction = input.descending ? 'desc' : 'asc'
  const on = input.asOf ?? localDate(reader.now)
  const rows = reader.query(
    filtered(input)
      .select([
        'i.id',
        'i.partner_id as partnerId',
        'p.name as partnerName',
        'i.document_number as documentNumber',
        'i.source_kind as sourceKind',
        'i.source_id as sourceId',
        'i.posted_on as postedOn',
        'i.due_on as dueOn',
        'i.amount_minor as amountMinor',
        open.as('openMinor'),
        'i.currency',
        'i.foreign_minor as foreignMinor',
        foreignOn(input.asOf).as('foreignOpenMinor'),
        sql<number>`cast(max(0, julianday(${on}) - julianday(i.due_on)) AS INTEGER)`.as('daysOverdue'),
      ])
      .orderBy(sort, direction)
      .orderBy('i.id', direction)
      .limit(input.limit)
      .offset(input.offset),
  )
  const [sums] = reader.query(
    filtered(input).select((e) => [
      e.fn.countAll<number>().as('total'),
      sql<number>`coalesce(sum(${open}), 0)`.as('openMinor'),
    ]),
  )
  return { rows, total: Number(sums?.total ?? 0), sums: { openMinor: Number(sums?.openMinor ?? 0) } }
}
