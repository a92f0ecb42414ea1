import { refuse } from '../../../../shared/errors'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import {
  CASH_ENTRY,
  exchanged,
  findMoneyAccount,
  PAYMENT,
  postCashEntry,
  postPayment,
  postTransfer,
  TRANSFER,
  writtenIn,
} from '../../treasury'
import type { BankLine } from '../imports/statement-store'
import { patternOf } from './confidence'
import { matchStore, type MatchedBy } from './match-store'
import { booked, requireBankLine } from './propose'
import { ruleStore } from './rule-store'

interface BookLineId {
  readonly entryId: number
  readonly lineNumber: number
}

function requireOpen(tx: Tx, id: number): BankLine {
  const line = requireBankLine(tx, id)
  if (line.matchId !== null) refuse('banking.lineMatched', {}, 'lineId')
  return line
}

/** Ties lines of the bank to lines of the books of the same sum: one to one, one to several, several to one. */
export function acceptBooked(
  tx: Tx,
  actor: Actor,
  input: { lineIds: readonly number[]; bookLines: readonly BookLineId[]; confidence?: number },
): { matchId: number } {
  const lines = [...new Set(input.lineIds)].map((id) => requireOpen(tx, id))
  const accountId = lines[0]?.accountId ?? 0
  if (lines.some((line) => line.accountId !== accountId)) refuse('banking.otherAccountsLines', {}, 'lineIds')
  const bookMinor = input.bookLines.reduce((sum, { entryId, lineNumber }) => {
    const found = matchStore.bookLine(tx, accountId, entryId, lineNumber)
    return sum + (found?.amountMinor ?? refuse('banking.bookLineTaken', {}, 'bookLines'))
  }, 0)
  const bankMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  if (bookMinor !== bankMinor) {
    const written = (amountMinor: number): string =>
      writtenIn(tx, findMoneyAccount(tx, accountId).currency, amountMinor)
    refuse('banking.sumsDiffer', { bank: written(bankMinor), books: written(bookMinor) }, 'bookLines')
  }
  return tie(tx, actor, { lines, bookLines: input.bookLines, how: 'book', confidence: input.confidence ?? 100 })
}

function tie(
  tx: Tx,
  actor: Actor,
  match: {
    readonly lines: readonly BankLine[]
    readonly bookLines: readonly BookLineId[]
    readonly how: MatchedBy
    readonly confidence: number
    readonly source?: { readonly kind: string; readonly id: number }
  },
): { matchId: number } {
  const { lines, bookLines, how, confidence, source } = match
  const accountId = lines[0]?.accountId ?? 0
  const made = { sourceKind: source?.kind ?? null, sourceId: source?.id ?? null }
  const matchId = matchStore.insertMatch(tx, { accountId, how, confidence, ...made, matchedBy: actor.userId })
  for (const { id } of lines) assert(matchStore.setMatch(tx, id, matchId), 'an open line takes a match')
  for (const { entryId, lineNumber } of new Map(
    bookLines.map((line) => [`${line.entryId} ${line.lineNumber}`, line]),
  ).values()) {
    matchStore.insertBookLine(tx, { entryId, lineNumber, matchId })
  }
  tx.announce({ kind: 'banking.lineMatched', id: matchId })
  return { matchId }
}

/** The document just made from a bank's line, tied to it. */
function tieMade(
  tx: Tx,
  actor: Actor,
  line: BankLine,
  made: { readonly how: MatchedBy; readonly source: { readonly kind: string; readonly id: number } },
): { matchId: number } {
  const found = matchStore.lineOfSource(tx, {
    accountId: line.accountId,
    amountMinor: line.amountMinor,
    sourceKind: made.source.kind,
    sourceId: made.source.id,
  })
  assert(found !== undefined, 'the document has a line on the account of the bank')
  return tie(tx, actor, { ...made, lines: [line], bookLines: [found], confidence: 100 })
}

const directionOf = ({ amountMinor }: BankLine): 'in' | 'out' => (amountMinor > 0 ? 'in' : 'out')
/** What was given to the bank, as the document keeps it. */
const referenceOf = ({ text, bankReference }: BankLine): string => (text === '' ? bankReference : text).slice(0, 60)

/** A payment by (or to) a partner, made from the bank's line. The partner is remembered for such lines. */
export function acceptPayment(
  tx: Tx,
  actor: Actor,
  input: {
    lineId: number
    partnerId: number
    applications: readonly {
      openItemId: number
      amountMinor: number
      paidMinor?: number | undefined
      discountMinor: number
      writeOffMinor: number
    }[]
    differenceMinor: number
  },
): { matchId: number } {
  const line = requireOpen(tx, input.lineId)
  const direction = directionOf(line)
  const { id } = postPayment(tx, actor, {
    direction,
    partnerId: input.partnerId,
    paidOn: line.bookedOn,
    method: 'bank',
    accountId: line.accountId,
    amountMinor: Math.abs(line.amountMinor),
    differenceMinor: input.differenceMinor,
    reference: referenceOf(line),
    note: '',
    applications: input.applications,
  })
  learn(tx, line, { partnerId: input.partnerId, accountCode: null })
  return tieMade(tx, actor, line, { how: 'payment', source: { kind: PAYMENT, id } })
}

/** Charges, interest, wages: posted onto accounts from the bank's line. One account is remembered for such lines. */
export function acceptEntry(
  tx: Tx,
  actor: Actor,
  input: { lineId: number; lines: readonly { accountCode: string; amountMinor: number; text: string }[] },
): { matchId: number } {
  const line = requireOpen(tx, input.lineId)
  const sum = input.lines.reduce((total, { amountMinor }) => total + amountMinor, 0)
  if (sum !== Math.abs(line.amountMinor)) {
    const written = (amountMinor: number): string =>
      writtenIn(tx, findMoneyAccount(tx, line.accountId).currency, amountMinor)
    refuse('banking.sumsDiffer', { bank: written(Math.abs(line.amountMinor)), books: written(sum) }, 'lines')
  }
  const { id } = postCashEntry(tx, actor, {
    direction: directionOf(line),
    accountId: line.accountId,
    enteredOn: line.bookedOn,
    counterparty: line.counterparty,
    reference: referenceOf(line),
    note: '',
    lines: input.lines,
  })
  const [only, ...others] = input.lines
  if (only !== undefined && others.length === 0) learn(tx, line, { partnerId: null, accountCode: only.accountCode })
  return tieMade(tx, actor, line, { how: 'entry', source: { kind: CASH_ENTRY, id } })
}

/** Money to or from another of our accounts; one in another currency has its own amount, as the day's rates say or named. */
export function acceptTransfer(
  tx: Tx,
  actor: Actor,
  input: { lineId: number; otherId: number; otherMinor?: number | undefined },
): { matchId: number } {
  const line = requireOpen(tx, input.lineId)
  const amountMinor = Math.abs(line.amountMinor)
  const [ours, theirs] = [findMoneyAccount(tx, line.accountId), findMoneyAccount(tx, input.otherId)]
  const otherMinor =
    ours.currency === theirs.currency
      ? amountMinor
      : (input.otherMinor ?? exchanged(tx, amountMinor, ours.currency, theirs.currency, line.bookedOn))
  const isIn = line.amountMinor > 0
  const { id } = postTransfer(tx, actor, {
    fromId: isIn ? theirs.id : ours.id,
    toId: isIn ? ours.id : theirs.id,
    transferredOn: line.bookedOn,
    amountMinor: isIn ? otherMinor : amountMinor,
    arrivesMinor: isIn ? amountMinor : otherMinor,
    feeMinor: 0,
    reference: referenceOf(line),
    note: '',
  })
  return tieMade(tx, actor, line, { how: 'transfer', source: { kind: TRANSFER, id } })
}

function learn(tx: Tx, line: BankLine, what: { partnerId: number | null; accountCode: string | null }): void {
  const pattern = patternOf(line)
  if (pattern.length >= 2) ruleStore.learn(tx, { direction: directionOf(line), pattern, ...what })
}

/** Sure enough to need no person. */
const CERTAIN = 70

/**
 * Ties every open line to the one booking that it must be: nothing else fits it nearly as well, and no other line of
 * the bank wants the same booking.
 */
export function matchCertain(tx: Tx, actor: Actor, accountId: number): { matched: number } {
  const wishes = matchStore.openLines(tx, accountId).flatMap((line) => {
    const [best, second] = booked(tx, line).toSorted((a, b) => b.confidence - a.confidence)
    const isAlone = second === undefined || (best !== undefined && best.confidence - second.confidence >= 20)
    return best !== undefined && best.confidence >= CERTAIN && isAlone ? [{ line, best }] : []
  })
  const wanted = new Map<string, number>()
  const keyOf = ({ best }: (typeof wishes)[number]): string => `${best.book.entryId} ${best.book.lineNumber}`
  for (const wish of wishes) wanted.set(keyOf(wish), (wanted.get(keyOf(wish)) ?? 0) + 1)
  const certain = wishes.filter((wish) => wanted.get(keyOf(wish)) === 1)
  for (const { line, best } of certain) {
    tie(tx, actor, { lines: [line], bookLines: [best.book], how: 'book', confidence: best.confidence })
  }
  return { matched: certain.length }
}
