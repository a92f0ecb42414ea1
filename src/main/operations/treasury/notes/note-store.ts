import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { NoteKind, NoteState, TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

export interface NewNote {
  readonly direction: 'in' | 'out'
  readonly kind: NoteKind
  readonly partnerId: number
  readonly billNumber: string
  readonly drawnOn: string
  readonly dueOn: string
  readonly drawer: string
  readonly amountMinor: number
  readonly state: NoteState
}

export interface StoredNote extends NewNote {
  readonly id: number
}

export type NoteEventKind = 'discounted' | 'collected' | 'paid' | 'dishonoured'

export interface NoteEvent {
  readonly id: number
  readonly number: string
  readonly noteId: number
  readonly kind: NoteEventKind
  readonly state: 'posted' | 'reversed'
  readonly happenedOn: string
  readonly accountId: number | null
  readonly chargeMinor: number
}

const noteColumns = [
  'id',
  'direction',
  'kind',
  'partner_id as partnerId',
  'bill_number as billNumber',
  'drawn_on as drawnOn',
  'due_on as dueOn',
  'drawer',
  'amount_minor as amountMinor',
  'state',
] as const
const eventColumns = [
  'id',
  'number',
  'note_id as noteId',
  'kind',
  'state',
  'happened_on as happenedOn',
  'account_id as accountId',
  'charge_minor as chargeMinor',
] as const

const insert = statement((p: NewNote) =>
  db.insertInto('treasury_note').values({
    direction: p.direction,
    kind: p.kind,
    partner_id: p.partnerId,
    bill_number: p.billNumber,
    drawn_on: p.drawnOn,
    due_on: p.dueOn,
    drawer: p.drawer,
    amount_minor: p.amountMinor,
    state: p.state,
  }),
)
const find = statement((p: { id: number }) => db.selectFrom('treasury_note').where('id', '=', p.id).select(noteColumns))
const ofBill = statement((p: { direction: 'in' | 'out'; billNumber: string }) =>
  db
    .selectFrom('treasury_note')
    .where('direction', '=', p.direction)
    .where('bill_number', '=', p.billNumber)
    .where('state', '<>', 'reversed')
    .select(noteColumns),
)
const setState = statement((p: { id: number; state: NoteState }) =>
  db.updateTable('treasury_note').where('id', '=', p.id).set({ state: p.state }),
)
const insertEvent = statement((p: Omit<NoteEvent, 'id' | 'state'>) =>
  db.insertInto('treasury_note_event').values({
    number: p.number,
    note_id: p.noteId,
    kind: p.kind,
    happened_on: p.happenedOn,
    account_id: p.accountId,
    charge_minor: p.chargeMinor,
  }),
)
const findEvent = statement((p: { id: number }) =>
  db.selectFrom('treasury_note_event').where('id', '=', p.id).select(eventColumns),
)
const reverseEvent = statement((p: { id: number }) =>
  db.updateTable('treasury_note_event').where('id', '=', p.id).set({ state: 'reversed' }),
)
const receivedOn = statement((p: { noteId: number }) =>
  db
    .selectFrom('treasury_payment')
    .where('note_id', '=', p.noteId)
    .where('state', '=', 'posted')
    .select((e) => e.fn.max<string | null>('paid_on').as('on')),
)

export const noteStore = {
  insert: (tx: Tx, note: NewNote): number => insert.run(tx, note).id,
  find: (reader: Reader, id: number): StoredNote | undefined => find.first(reader, { id }),
  ofBill: (reader: Reader, direction: 'in' | 'out', billNumber: string): StoredNote | undefined =>
    ofBill.first(reader, { direction, billNumber }),
  setState: (tx: Tx, id: number, state: NoteState): void => {
    setState.run(tx, { id, state })
  },
  insertEvent: (tx: Tx, event: Omit<NoteEvent, 'id' | 'state'>): number => insertEvent.run(tx, event).id,
  findEvent: (reader: Reader, id: number): NoteEvent | undefined => findEvent.first(reader, { id }),
  reverseEvent: (tx: Tx, id: number): void => {
    reverseEvent.run(tx, { id })
  },
  /** The day of the last payment by this note. */
  receivedOn: (reader: Reader, noteId: number): string => receivedOn.first(reader, { noteId })?.on ?? '',
}
