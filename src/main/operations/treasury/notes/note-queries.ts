import { compiler, statement, type Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { TreasuryDatabase } from '../tables'
import { requireNote } from './take-note'

const db = compiler<TreasuryDatabase>()

export interface NoteListInput extends ListInput {
  readonly direction: 'in' | 'out' | 'any'
  readonly isOpen: boolean
}

const SORTS = {
  billNumber: 'n.bill_number',
  partner: 'p.name',
  drawnOn: 'n.drawn_on',
  dueOn: 'n.due_on',
  amountMinor: 'n.amount_minor',
  state: 'n.state',
} as const

function filtered(input: NoteListInput) {
  let query = db.selectFrom('treasury_note as n').innerJoin('v_parties_partner as p', 'p.id', 'n.partner_id')
  if (input.direction !== 'any') query = query.where('n.direction', '=', input.direction)
  if (input.isOpen) query = query.where('n.state', 'in', ['held', 'issued'])
  if (input.filter === '') return query
  const like = `%${input.filter}%`
  return query.where((e) =>
    e.or([
      e('n.bill_number', 'like', like),
      e('n.drawer', 'like', like),
      e('p.code', 'like', like),
      e('p.name', 'like', like),
    ]),
  )
}

const columns = [
  'n.id',
  'n.direction',
  'n.kind',
  'p.id as partnerId',
  'p.code as partnerCode',
  'p.name as partnerName',
  'n.bill_number as billNumber',
  'n.drawn_on as drawnOn',
  'n.due_on as dueOn',
  'n.drawer',
  'n.amount_minor as amountMinor',
  'n.state',
] as const

function shown<Row extends { partnerId: number; partnerCode: string; partnerName: string }>(row: Row) {
  const { partnerId, partnerCode, partnerName, ...note } = row
  return { ...note, partner: { id: partnerId, code: partnerCode, name: partnerName } }
}

export function listNotes(reader: Reader, input: NoteListInput) {
  const direction = input.descending ? 'desc' : 'asc'
  const sort = SORTS[input.sort as keyof typeof SORTS] ?? 'n.due_on'
  const rows = reader.query(
    filtered(input)
      .select(columns)
      .orderBy(sort, direction)
      .orderBy('n.id', direction)
      .limit(input.limit)
      .offset(input.offset),
  )
  const [sums] = reader.query(
    filtered(input).select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn.sum<number | null>('n.amount_minor').as('amountMinor'),
    ]),
  )
  return {
    rows: rows.map(shown),
    total: Number(sums?.total ?? 0),
    sums: { amountMinor: Number(sums?.amountMinor ?? 0) },
  }
}

const one = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_note as n')
    .innerJoin('v_parties_partner as p', 'p.id', 'n.partner_id')
    .where('n.id', '=', p.id)
    .select(columns),
)
const payments = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_payment')
    .where('note_id', '=', p.id)
    .orderBy('id')
    .select(['id', 'number', 'direction', 'state']),
)
const events = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_note_event as e')
    .leftJoin('treasury_account as a', 'a.id', 'e.account_id')
    .where('e.note_id', '=', p.id)
    .orderBy('e.id')
    .select([
      'e.id',
      'e.number',
      'e.kind',
      'e.state',
      'e.happened_on as happenedOn',
      'a.name as account',
      'e.charge_minor as chargeMinor',
    ]),
)

export function noteRow(reader: Reader, id: number) {
  const row = one.first(reader, { id })
  return row === undefined ? null : shown(row)
}

export function getNote(reader: Reader, id: number) {
  requireNote(reader, id)
  const row = noteRow(reader, id)
  if (row === null) throw new Error(`the partner of note ${id} is gone`)
  return { ...row, payments: payments.all(reader, { id }), events: events.all(reader, { id }) }
}
