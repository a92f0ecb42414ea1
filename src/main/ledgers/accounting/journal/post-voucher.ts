import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { bookOf } from '../chart/book'
import { CONTROLLED_ROLES } from '../chart/chart'
import { entryLabel } from './entries'
import { journalStore, type NewLine } from './journal-store'
import { writeEntry } from './post-journal'
import { reverseEntry } from './reverse-journal'

export interface VoucherInput {
  readonly postedOn: string
  readonly memo: string
  readonly lines: readonly {
    readonly accountCode: string
    readonly debitMinor: number
    readonly creditMinor: number
    readonly partnerId?: number | undefined
  }[]
}

interface VoucherAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

const KIND = 'accounting.voucher'

/** A voucher by hand. Its id is its entry's; accounts that documents prove take none. */
export function postVoucher(tx: Tx, actor: Actor, input: VoucherInput): VoucherAnswer {
  const lines = input.lines.map((line, at) => voucherLine(tx, line, `lines.${at}`))
  const difference = lines.reduce((sum, line) => sum + line.debitMinor - line.creditMinor, 0)
  if (difference !== 0) {
    refuse('accounting.notBalanced', { difference: decimalText(difference, currencyDecimalsOf(tx)) }, 'lines')
  }
  // The source of a voucher is the voucher: one writer, so the next id is known before the row.
  const id = journalStore.lastEntryId(tx) + 1
  const entryId = writeEntry(tx, actor, {
    postedOn: input.postedOn,
    memo: input.memo,
    source: { kind: KIND, id },
    lines,
    reversesEntryId: null,
  })
  assert(entryId === id, 'entries are numbered one after the other')
  const number = labelOf(tx, entryId)
  index(tx, { kind: KIND, id, title: `${number} ${input.memo}`, subtitle: input.postedOn, words: [input.memo] })
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
  tx.announce({ kind: 'accounting.voucherReversed', id: stored.id })
  return { id: stored.id, number, state: 'reversed' }
}

function voucherLine(tx: Tx, line: VoucherInput['lines'][number], field: string): NewLine {
  const { accountCode, debitMinor, creditMinor, partnerId } = line
  const account = journalStore.accountByCode(tx, accountCode)
  if (account === undefined) refuse('accounting.accountUnknown', { account: accountCode }, `${field}.accountCode`)
  if (account.isPostable !== 1) refuse('accounting.accountHasParts', { account: accountCode }, `${field}.accountCode`)
  const { accountOfRole } = bookOf(tx)
  if (CONTROLLED_ROLES.some((role) => accountOfRole.get(role) === account.id)) {
    refuse('accounting.accountControlled', { account: accountCode }, `${field}.accountCode`)
  }
  if ((debitMinor === 0) === (creditMinor === 0)) refuse('accounting.lineNeedsOneSide', { account: accountCode }, field)
  if (partnerId !== undefined) requirePartner(tx, partnerId)
  return {
    accountId: account.id,
    debitMinor,
    creditMinor,
    partnerId: partnerId ?? null,
    itemId: null,
    quantityMicro: null,
    cashFlowItem: null,
  }
}

function labelOf(tx: Tx, entryId: number): string {
  const entry = journalStore.findEntry(tx, entryId)
  assert(entry !== undefined, 'the entry was just written')
  return entryLabel({ voucherType: entry.voucher_type, number: entry.number })
}
