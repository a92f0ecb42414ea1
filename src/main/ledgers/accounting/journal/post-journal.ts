import type { BusinessDate } from '../../../../shared/values/date'
import { refuse } from '../../../../shared/errors'
import { companyProfile } from '../../../foundation/company'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { accountOfRole, bookOf } from '../chart/book'
import type { Role } from '../chart/chart'
import { withCashFlow } from './cash-flow-items'
import { journalStore, type NewLine } from './journal-store'
import { periodToPost } from '../chart/periods'

/** The document that makes an entry, by the kind its room publishes. */
export interface Source {
  readonly kind: string
  readonly id: number
}

/** Negative amounts are entries in red. */
interface LineAmounts {
  readonly debitMinor?: number
  readonly creditMinor?: number
  readonly partnerId?: number
  readonly itemId?: number
  readonly quantityMicro?: number
  readonly cashFlowItem?: string
  readonly memo?: string
  readonly departmentId?: number
  readonly projectId?: number
  readonly personId?: number
  /** What the line is in a foreign currency, debit above zero; the entry balances in the books' own. */
  readonly foreign?: ForeignAmount
}

export interface ForeignAmount {
  readonly currency: string
  readonly amountMinor: number
}

/** One side of an entry, on the account that plays a role. */
export interface JournalLine extends LineAmounts {
  readonly role: Role
}

/** One side of an entry, on an account that a person or the books themselves chose: a bank account, one that is closed. */
export interface AccountLine extends LineAmounts {
  readonly accountId: number
}

export interface JournalDraft {
  readonly postedOn: BusinessDate
  readonly memo: string
  readonly source: Source
  readonly lines: readonly (JournalLine | AccountLine)[]
  /** Left out: the pack's general voucher. */
  readonly voucherType?: string
}

/**
 * Posts a balanced entry; lines of zero are dropped. Returns its id, or null when nothing is left. Refuses
 * `accounting.periodClosed` and `accounting.periodMissing`.
 */
export function postJournal(tx: Tx, actor: Actor, draft: JournalDraft): number | null {
  const lines: NewLine[] = []
  for (const line of draft.lines) {
    const debitMinor = line.debitMinor ?? 0
    const creditMinor = line.creditMinor ?? 0
    if (debitMinor === 0 && creditMinor === 0) {
      const { foreign } = line
      // A line that is nothing in the books can't be written, and its foreign side must not be lost.
      if (foreign !== undefined && foreign.amountMinor !== 0) {
        refuse('accounting.amountTooSmall', { currency: foreign.currency })
      }
      continue
    }
    lines.push({
      accountId: 'role' in line ? accountOfRole(tx, line.role) : line.accountId,
      debitMinor,
      creditMinor,
      partnerId: line.partnerId ?? null,
      itemId: line.itemId ?? null,
      quantityMicro: line.quantityMicro ?? null,
      cashFlowItem: line.cashFlowItem ?? null,
      memo: line.memo ?? null,
      departmentId: line.departmentId ?? null,
      projectId: line.projectId ?? null,
      personId: line.personId ?? null,
      currency: line.foreign?.currency ?? null,
      foreignMinor: line.foreign?.amountMinor ?? null,
    })
  }
  if (lines.length === 0) return null
  return writeEntry(tx, actor, { ...draft, lines, reversesEntryId: null })
}

interface EntryDraft extends Omit<JournalDraft, 'lines'> {
  readonly lines: readonly NewLine[]
  readonly reversesEntryId: number | null
  readonly attachments?: number
  readonly preparedBy?: number
  readonly reviewedBy?: number
}

/** The one place where entries are written: balance asserted, period open, turnover kept. */
export function writeEntry(tx: Tx, actor: Actor, draft: EntryDraft): number {
  const turnover = new Map<number, { debitMinor: number; creditMinor: number }>()
  let balance = 0
  for (const line of draft.lines) {
    assert((line.debitMinor === 0) !== (line.creditMinor === 0), 'a journal line has one side')
    balance += line.debitMinor - line.creditMinor
    requireOwnCurrency(tx, line)
    const sum = turnover.get(line.accountId)
    if (sum === undefined) {
      turnover.set(line.accountId, { debitMinor: line.debitMinor, creditMinor: line.creditMinor })
    } else {
      sum.debitMinor += line.debitMinor
      sum.creditMinor += line.creditMinor
    }
  }
  assert(balance === 0, `the entry of ${draft.source.kind} ${draft.source.id} is out of balance by ${balance}`)
  const periodId = periodToPost(tx, actor, draft.postedOn)
  const entryId = journalStore.insertEntry(tx, {
    voucherType: draft.voucherType ?? bookOf(tx).chart.voucherTypes.general,
    periodId,
    postedOn: draft.postedOn,
    sourceKind: draft.source.kind,
    sourceId: draft.source.id,
    memo: draft.memo,
    reversesEntryId: draft.reversesEntryId,
    postedBy: actor.userId,
    attachments: draft.attachments ?? 0,
    preparedBy: draft.preparedBy ?? null,
    reviewedBy: draft.reviewedBy ?? null,
  })
  let lineNumber = 0
  for (const line of withCashFlow(tx, draft.lines)) {
    lineNumber += 1
    journalStore.insertLine(tx, entryId, draft.postedOn, lineNumber, line)
  }
  for (const [accountId, sum] of turnover) {
    journalStore.addToBalance(tx, periodId, accountId, sum.debitMinor, sum.creditMinor)
  }
  return entryId
}

/** Accounts whose lines are told apart by open items and payments: each of them carries its own currency. */
const OF_ANY_CURRENCY: readonly Role[] = ['receivable', 'payable', 'advance-from-customer', 'advance-to-supplier']

/** An account kept in a currency takes lines in it and no others; one of the books' own takes none of a foreign one. */
function requireOwnCurrency(tx: Tx, line: NewLine): void {
  const { accounts, accountOfRole: players } = bookOf(tx)
  const account = accounts.get(line.accountId)
  const currency = line.currency ?? null
  if (account === undefined || account.currency === currency) return
  if (account.currency === null && OF_ANY_CURRENCY.some((role) => players.get(role) === line.accountId)) return
  const base = companyProfile(tx).currency
  refuse('accounting.wrongCurrency', {
    account: account.code,
    own: account.currency ?? base,
    currency: currency ?? base,
  })
}
