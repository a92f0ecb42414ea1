import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import type { Reader, Tx } from '../../../kernel/db'
import type { NoteKind } from '../tables'
import { noteStore, type StoredNote } from './note-store'

export interface BillInput {
  readonly kind: NoteKind
  readonly billNumber: string
  readonly drawnOn: string
  readonly dueOn: string
  readonly drawer: string
}

export function requireNote(reader: Reader, id: number): StoredNote {
  return noteStore.find(reader, id) ?? refuse('treasury.noteUnknown', {})
}

/** Longest term of a bill of exchange: a year on paper and electronic ones alike were never longer (票据法, ECDS). */
const LONGEST_TERM_YEARS = 1

/** Keeps the bill that a payment brings (held) or that we issue. Returns its id. */
export function receiveOrIssueNote(
  tx: Tx,
  payment: { direction: 'in' | 'out'; partnerId: number; paidOn: string; amountMinor: number; bill: BillInput },
): number {
  const { direction, partnerId, amountMinor, bill } = payment
  if (bill.dueOn < bill.drawnOn) refuse('treasury.billDueBeforeDrawn', {}, 'bill.dueOn')
  const longest = `${Number(bill.drawnOn.slice(0, 4)) + LONGEST_TERM_YEARS}${bill.drawnOn.slice(4)}`
  if (bill.dueOn > longest) refuse('treasury.billTermTooLong', { dueOn: longest }, 'bill.dueOn')
  if (payment.paidOn > bill.dueOn) refuse('treasury.billOverdue', { dueOn: bill.dueOn }, 'paidOn')
  if (noteStore.ofBill(tx, direction, bill.billNumber) !== undefined) {
    refuse('treasury.billKnown', { bill: bill.billNumber }, 'bill.billNumber')
  }
  const state = direction === 'in' ? 'held' : 'issued'
  return noteStore.insert(tx, { ...bill, direction, partnerId, amountMinor, state })
}

/** Passes a bill that is held on to a supplier: all of it, as the paper goes. */
export function endorseNote(
  tx: Tx,
  payment: { direction: 'in' | 'out'; paidOn: string; amountMinor: number; noteId: number },
): number {
  const note = requireNote(tx, payment.noteId)
  if (payment.direction !== 'out') refuse('treasury.endorseOutOnly', {}, 'endorsedNoteId')
  requireState(note, 'held')
  requireNotBefore(tx, note, payment.paidOn, 'paidOn')
  if (payment.paidOn > note.dueOn) refuse('treasury.billOverdue', { dueOn: note.dueOn }, 'paidOn')
  if (payment.amountMinor !== note.amountMinor) {
    const amount = decimalText(note.amountMinor, currencyDecimalsOf(tx))
    refuse('treasury.endorseWhole', { bill: note.billNumber, amount }, 'amountMinor')
  }
  noteStore.setState(tx, note.id, 'endorsed')
  return note.id
}

/** The payment that took, issued or endorsed a note is reversed: the note is where it was before. */
export function takeNoteBack(tx: Tx, noteId: number, direction: 'in' | 'out'): void {
  const note = requireNote(tx, noteId)
  if (note.direction === 'in' && direction === 'out') {
    requireState(note, 'endorsed')
    noteStore.setState(tx, noteId, 'held')
    return
  }
  requireState(note, note.direction === 'in' ? 'held' : 'issued')
  noteStore.setState(tx, noteId, 'reversed')
}

export function requireState(note: StoredNote, state: 'held' | 'issued' | 'endorsed'): void {
  if (note.state !== state) refuse('treasury.noteElsewhere', { bill: note.billNumber })
}

/** Nothing happens to a note before the day it came. */
export function requireNotBefore(reader: Reader, note: StoredNote, on: string, field: string): void {
  const received = noteStore.receivedOn(reader, note.id)
  if (on < received) refuse('treasury.noteBefore', { bill: note.billNumber, receivedOn: received }, field)
}
