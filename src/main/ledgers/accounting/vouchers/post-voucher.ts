import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { entryLabel } from '../journal/entries'
import { journalStore } from '../journal/journal-store'
import { writeEntry } from '../journal/post-journal'
import { reverseEntry } from '../journal/reverse-journal'
import { dueStore } from './due-store'
import { isReviewRequired } from './settings'
import { checkedLine, type VoucherLineInput } from './voucher-lines'
import { checkedWord } from './voucher-word'

export interface VoucherInput {
  readonly postedOn: string
  readonly memo: string
  readonly word?: string | undefined
  /** Papers that are bound with it. */
  readonly attachments: number
  readonly lines: readonly VoucherLineInput[]
  /** An accrual: on that day it takes itself back. */
  readonly reversesOn?: string | undefined
}

export interface VoucherAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

interface Hands {
  readonly preparedBy: number
  readonly reviewedBy?: number
}

const KIND = 'accounting.voucher'

/** A voucher by hand that needs no second pair of eyes. Its id is its entry's; accounts that documents prove take none. */
export function postVoucher(tx: Tx, actor: Actor, input: VoucherInput): VoucherAnswer {
  if (isReviewRequired(tx)) refuse('accounting.reviewRequired', {})
  return writeVoucher(tx, actor, input, { preparedBy: actor.userId })
}

export function writeVoucher(tx: Tx, actor: Actor, input: VoucherInput, hands: Hands): VoucherAnswer {
  const lines = input.lines.map((line, at) => checkedLine(tx, line, `lines.${at}`, input.postedOn))
  const difference = lines.reduce((sum, line) => sum + line.debitMinor - line.creditMinor, 0)
  if (difference !== 0) {
    refuse('accounting.notBalanced', { difference: decimalText(difference, currencyDecimalsOf(tx)) }, 'lines')
  }
  const { reversesOn, postedOn } = input
  if (reversesOn !== undefined && reversesOn <= postedOn) {
    refuse('accounting.reversalBeforeEntry', { date: reversesOn, postedOn }, 'reversesOn')
  }
  // The source of a voucher is the voucher: one writer, so the next id is known before the row.
  const id = journalStore.lastEntryId(tx) + 1
  const entryId = writeEntry(tx, actor, {
    postedOn,
    memo: input.memo,
    source: { kind: KIND, id },
    voucherType: checkedWord(tx, input.word, lines),
    lines,
    reversesEntryId: null,
    attachments: input.attachments,
    ...hands,
  })
  assert(entryId === id, 'entries are numbered one after the other')
  if (reversesOn !== undefined) dueStore.insert(tx, entryId, reversesOn)
  const number = labelOf(tx, entryId)
  index(tx, { kind: KIND, id, title: `${number} ${input.memo}`, subtitle: postedOn, words: [input.memo] })
  tx.announce({ kind: 'accounting.voucherPosted', id })
  return { id, number, state: 'posted' }
}

export function reverseVoucher(
  tx: Tx,
  actor: Actor,
  input: { entryId: number; reversedOn: string; reason: string },
): VoucherAnswer {
  const stored = journalStore.findEntry(tx, input.entryId) ?? refuse('accounting.entryUnknown', {})
  if (stored.source_kind !== KIND) refuse('accounting.reverseTheDocument', {})
  const entry = journalStore.unreversedOfSource(tx, KIND, stored.source_id).find(({ id }) => id === stored.id)
  const number = entryLabel({ voucherType: stored.voucher_type, number: stored.number })
  if (entry === undefined) refuse('accounting.alreadyReversed', { number })
  reverseEntry(
    tx,
    actor,
    entry,
    { kind: KIND, id: stored.source_id },
    {
      postedOn: input.reversedOn,
      memo: [number, input.reason].filter((text) => text !== '').join(' '),
    },
  )
  dueStore.remove(tx, stored.id)
  tx.announce({ kind: 'accounting.voucherReversed', id: stored.id })
  return { id: stored.id, number, state: 'reversed' }
}

function labelOf(tx: Tx, entryId: number): string {
  const entry = journalStore.findEntry(tx, entryId)
  assert(entry !== undefined, 'the entry was just written')
  return entryLabel({ voucherType: entry.voucher_type, number: entry.number })
}
