import { refuse } from '../../../../shared/errors'
import { nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { addOpenItem, closeOpenItemForReversal, postJournal, reverseJournal } from '../../../ledgers/accounting'
import { moneyAccountFor, moneyLine } from '../accounts/accounts'
import type { DocumentAnswer } from '../payments/post-payment'
import { noteEventJournal } from './note-posting'
import { noteStore, type NoteEventKind, type StoredNote } from './note-store'
import { requireNotBefore, requireNote, requireState } from './take-note'

const NOTE_EVENT = 'treasury.noteEvent'

interface NoteEventInput {
  readonly noteId: number
  readonly kind: NoteEventKind
  readonly happenedOn: string
  readonly accountId?: number | undefined
  readonly chargeMinor: number
}

/** What became of a note. Its answer's id is the event's: that is what can be reversed. */
export function recordNoteEvent(tx: Tx, actor: Actor, input: NoteEventInput): DocumentAnswer {
  const note = requireNote(tx, input.noteId)
  requirePossible(tx, note, input)
  const { kind, happenedOn, chargeMinor } = input
  const account = kind === 'dishonoured' ? undefined : moneyAccountFor(tx, input.accountId, 'bank')
  const number = nextNumber(tx, 'NE', happenedOn)
  const event = { number, noteId: note.id, kind, happenedOn, accountId: account?.id ?? null, chargeMinor }
  const id = noteStore.insertEvent(tx, event)
  noteStore.setState(tx, note.id, kind)
  const partner = requirePartner(tx, note.partnerId)
  const source = { kind: NOTE_EVENT, id }
  if (kind === 'dishonoured') {
    addOpenItem(tx, {
      role: note.direction === 'in' ? 'receivable' : 'payable',
      partnerId: note.partnerId,
      source,
      documentNumber: note.billNumber,
      postedOn: happenedOn,
      dueOn: happenedOn,
      amountMinor: note.amountMinor,
    })
  }
  postJournal(tx, actor, {
    postedOn: happenedOn,
    memo: `${number} ${note.billNumber} ${partner.name}`,
    source,
    lines: noteEventJournal({ ...note, kind, chargeMinor, money: account && moneyLine(account) }),
  })
  tx.announce({ kind: 'treasury.noteChanged', id: note.id })
  return { id, number, state: kind }
}

function requirePossible(tx: Tx, note: StoredNote, { kind, happenedOn, chargeMinor }: NoteEventInput): void {
  const isReceived = note.direction === 'in'
  if (isReceived === (kind === 'paid') && kind !== 'dishonoured') {
    refuse(isReceived ? 'treasury.noteIsReceived' : 'treasury.noteIsIssued', { bill: note.billNumber }, 'kind')
  }
  requireState(note, isReceived ? 'held' : 'issued')
  requireNotBefore(tx, note, happenedOn, 'happenedOn')
  if (kind === 'discounted' && note.kind === 'cheque') refuse('treasury.chequeNotDiscounted', {}, 'kind')
  if (kind === 'discounted' && happenedOn > note.dueOn)
    refuse('treasury.billOverdue', { dueOn: note.dueOn }, 'happenedOn')
  // A cheque is paid at sight; a bill only when it is due.
  const waits = kind !== 'discounted' && note.kind !== 'cheque'
  if (waits && happenedOn < note.dueOn) refuse('treasury.noteNotDue', { dueOn: note.dueOn }, 'happenedOn')
  if (chargeMinor >= note.amountMinor || (kind === 'dishonoured' && chargeMinor > 0)) {
    refuse('treasury.chargeBeyondNote', {}, 'chargeMinor')
  }
}

/** Takes back what was recorded of a note: it is held (or issued) again. */
export function reverseNoteEvent(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const event = noteStore.findEvent(tx, input.id) ?? refuse('treasury.noteUnknown', {})
  const note = requireNote(tx, event.noteId)
  if (event.state === 'reversed') refuse('treasury.documentReversed', { number: event.number })
  const source = { kind: NOTE_EVENT, id: event.id }
  if (event.kind === 'dishonoured') closeOpenItemForReversal(tx, source, { settledOn: input.reversedOn })
  reverseJournal(tx, actor, source, {
    postedOn: input.reversedOn,
    memo: [event.number, note.billNumber, input.reason].filter((text) => text !== '').join(' '),
  })
  noteStore.reverseEvent(tx, event.id)
  noteStore.setState(tx, note.id, note.direction === 'in' ? 'held' : 'issued')
  tx.announce({ kind: 'treasury.noteChanged', id: note.id })
  return { id: event.id, number: event.number, state: 'reversed' }
}
