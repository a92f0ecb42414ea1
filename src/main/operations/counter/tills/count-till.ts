import { refuse, refuseUnlessAllowed } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf, nextNumber } from '../../../foundation/company'
import { answerableFor } from '../../../foundation/access'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import { moneyAccountFor, postTransfer, writeOffLimitMinor, type MoneyAccount } from '../../treasury'
import { differenceJournal } from './till-posting'
import { requireTill, tillStore, type Pieces, type Till } from './till-store'

const TILL = 'counter.till'

interface Counted {
  readonly countedMinor: number
  /** Note by note; empty where only the total was counted. */
  readonly pieces: readonly Pieces[]
  readonly reason: string
}

export interface OpenTill extends Counted {
  readonly accountId?: number | undefined
  readonly openedOn: BusinessDate
}

export interface CloseTill extends Counted {
  readonly id: number
  readonly closedOn: BusinessDate
  /** Taken out of the till, to a bank account or a safe. */
  readonly takenMinor: number
  readonly takenToId?: number | undefined
}

/** The float is counted in. What it differs from the books by is posted, so that the day begins with what is there. */
export function openTill(tx: Tx, actor: Actor, input: OpenTill) {
  const account = cashAccount(tx, input.accountId)
  const open = tillStore.openAt(tx, account.id)
  if (open !== undefined) refuse('counter.tillIsOpen', { till: open.number, account: account.name }, 'accountId')
  const { countedMinor, openedOn } = input
  const difference = countedMinor - tillStore.balanceMinor(tx, account.id)
  requirePieces(input)
  requireAllowed(tx, actor, difference, input.reason)
  const number = nextNumber(tx, 'TL', openedOn)
  const id = tillStore.open(tx, {
    number,
    accountId: account.id,
    station: actor.station,
    openedOn,
    openedBy: actor.userId,
    floatMinor: countedMinor,
    openingDifferenceMinor: difference,
  })
  tillStore.writePieces(tx, id, 'opening', input.pieces)
  postDifference(tx, actor, { id, number }, account, { difference, on: openedOn, reason: input.reason })
  tillStore.begin(tx, id)
  index(tx, { kind: TILL, id, title: number, subtitle: account.name, words: [] })
  tx.announce({ kind: 'counter.tillOpened', id })
  return { id, number, state: 'open' }
}

/**
 * The cash is counted without being told what should be there; what is more or less goes to its own account of the
 * books, over the limit only with somebody who may allow it. The rest may be taken out in the same step.
 */
export function closeTill(tx: Tx, actor: Actor, input: CloseTill) {
  const till = requireOpenTill(tx, input.id)
  const account = moneyAccountFor(tx, till.accountId, 'cash')
  requireCashier(tx, actor, till)
  if (input.closedOn < till.openedOn) refuse('counter.closedBeforeOpened', { day: till.openedOn }, 'closedOn')
  requirePieces(input)
  const { countedMinor, takenMinor, closedOn, reason } = input
  if (takenMinor > countedMinor) refuse('counter.takesTooMuch', {}, 'takenMinor')
  const expectedMinor = tillStore.balanceMinor(tx, account.id)
  const difference = countedMinor - expectedMinor
  const isOver = requireAllowed(tx, actor, difference, reason)
  tillStore.writePieces(tx, till.id, 'closing', input.pieces)
  postDifference(tx, actor, till, account, { difference, on: closedOn, reason })
  const closingEntryId = tillStore.lastEntryId(tx)
  const transferId = takenMinor === 0 ? null : takeOut(tx, actor, till, input)
  tillStore.close(tx, till.id, {
    closedOn,
    closedBy: actor.userId,
    allowedBy: isOver ? answerableFor(actor) : null,
    expectedMinor,
    countedMinor,
    takenMinor,
    transferId,
    reason,
    closingEntryId,
  })
  tx.announce({ kind: 'counter.tillClosed', id: till.id })
  return { id: till.id, number: till.number, state: 'closed', differenceMinor: difference }
}

/** The till that takes a sale: none where nobody ever counted this cash in. */
export function tillForSale(tx: Tx, actor: Actor, accountId: number | undefined): number | null {
  const account = cashAccount(tx, accountId)
  const till = tillStore.openAt(tx, account.id)
  if (till === undefined) {
    return tillStore.isKept(tx, account.id) ? refuse('counter.tillClosed', { account: account.name }) : null
  }
  if (till.openedBy !== actor.userId) refuse('counter.tillOfOther', { till: till.number })
  return till.id
}

function cashAccount(tx: Tx, id: number | undefined): MoneyAccount {
  const account = moneyAccountFor(tx, id, 'cash')
  if (account.kind === 'bank') refuse('counter.notCash', { account: account.name }, 'accountId')
  if (account.currency !== null) refuse('counter.notCash', { account: account.name }, 'accountId')
  return account
}

function requireOpenTill(tx: Tx, id: number): Till {
  const till = requireTill(tx, id)
  return till.state === 'open' ? till : refuse('counter.tillIsClosed', { till: till.number }, 'id')
}

/** Another one's till is closed by whoever may answer for its difference. */
function requireCashier(tx: Tx, actor: Actor, till: Till): void {
  if (till.openedBy === actor.userId || actor.rights.has('treasury.writeOff')) return
  refuseUnlessAllowed('right:treasury.writeOff', 'counter.tillOfOther', { till: till.number })
}

function requirePieces({ countedMinor, pieces }: Counted): void {
  if (pieces.length === 0) return
  const sum = pieces.reduce((total, { faceMinor, pieces: count }) => total + faceMinor * count, 0)
  if (sum !== countedMinor) refuse('counter.piecesDiffer', {}, 'pieces')
  if (new Set(pieces.map(({ faceMinor }) => faceMinor)).size < pieces.length) refuse('counter.faceTwice', {}, 'pieces')
}

/** Whether it goes over the limit, and somebody allows it. */
function requireAllowed(tx: Tx, actor: Actor, difference: number, reason: string): boolean {
  const limitMinor = writeOffLimitMinor(tx)
  if (Math.abs(difference) <= limitMinor) return false
  const decimals = currencyDecimalsOf(tx)
  const params = { difference: decimalText(difference, decimals), limit: decimalText(limitMinor, decimals) }
  if (reason === '') refuse('counter.reasonWanted', params, 'reason')
  if (!actor.rights.has('treasury.writeOff')) {
    refuseUnlessAllowed('right:treasury.writeOff', 'counter.differenceOverLimit', params)
  }
  return true
}

function postDifference(
  tx: Tx,
  actor: Actor,
  till: { readonly id: number; readonly number: string },
  account: MoneyAccount,
  what: { readonly difference: number; readonly on: BusinessDate; readonly reason: string },
): void {
  if (what.difference === 0) return
  postJournal(tx, actor, {
    postedOn: what.on,
    memo: [till.number, account.name, what.reason].filter((text) => text !== '').join(' '),
    source: { kind: TILL, id: till.id },
    lines: differenceJournal(account.accountId, what.difference),
  })
}

function takeOut(tx: Tx, actor: Actor, till: Till, { takenMinor, takenToId, closedOn }: CloseTill): number {
  if (takenToId === undefined) return refuse('counter.takenWhere', {}, 'takenToId')
  return postTransfer(tx, actor, {
    fromId: till.accountId,
    toId: takenToId,
    transferredOn: closedOn,
    amountMinor: takenMinor,
    feeMinor: 0,
    reference: till.number,
    note: '',
  }).id
}
