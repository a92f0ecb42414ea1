import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { decimalText, multiplyDivide } from '../../../../shared/values/integers'
import { currencyDecimals } from '../../../../shared/values/money'
import { companyProfile, currencyDecimalsOf } from '../../../foundation/company'
import type { Reader, Tx } from '../../../kernel/db'
import { openItemStore, type OpenItem } from './open-item-store'
import type { ForeignAmount, Source } from '../journal/post-journal'

export type OpenItemRole = 'receivable' | 'payable'

export interface OpenItemDraft {
  readonly role: OpenItemRole
  readonly partnerId: number
  readonly source: Source
  readonly documentNumber: string
  readonly postedOn: BusinessDate
  readonly dueOn: BusinessDate
  /** Negative for a credit note. */
  readonly amountMinor: number
  /** The same in the document's currency where that is not the books' own. */
  readonly foreign?: ForeignAmount | undefined
}

/** Keeps what a partner owes (receivable) or is owed (payable) by one document. Returns the item's id. */
export function addOpenItem(tx: Tx, draft: OpenItemDraft): number {
  const { source, foreign, ...item } = draft
  return openItemStore.insert(tx, {
    ...item,
    sourceKind: source.kind,
    sourceId: source.id,
    currency: foreign?.currency ?? null,
    foreignMinor: foreign?.amountMinor ?? null,
  })
}

export interface Settlement {
  readonly openItemId: number
  readonly role: OpenItemRole
  readonly partnerId: number
  readonly source: Source
  readonly settledOn: BusinessDate
  /** Has the sign of the item and moves what is open towards zero. Of a foreign item: `carriedMinor`. */
  readonly amountMinor: number
  /** What is settled of a foreign item in its currency. */
  readonly foreignMinor?: number | undefined
}

/**
 * What a part of an item stands for in the books: itself, or for a foreign item its share at the rate of the document.
 * What is left decides, so that parts never drift from the whole and the last one takes what is left.
 */
export function carriedMinor(item: OpenItem, amountMinor: number): number {
  if (item.currency === null || item.foreignMinor === null || item.foreignOpenMinor === null) return amountMinor
  const leftForeign = item.foreignOpenMinor - amountMinor
  // More than is open is refused by the settlement itself; here it is only kept from being divided.
  if (leftForeign === 0 || item.foreignMinor === 0) return item.openMinor
  const share = multiplyDivide(item.amountMinor, leftForeign, item.foreignMinor)
  // As long as something is open in the foreign currency a cent of ours is open too: else no list would show it.
  const left = item.amountMinor > 0 ? Math.max(share, 1) : Math.min(share, -1)
  const carried = item.openMinor - left
  if (carried === 0) refuse('accounting.amountTooSmall', { currency: item.currency }, 'applications')
  return carried
}

/** Keeps a document's open item from being settled until it is released: the document waits for somebody's approval. */
export function holdOpenItem(tx: Tx, source: Source, reason: string): void {
  const item = openItemOf(tx, source)
  if (item !== undefined) openItemStore.hold(tx, item.id, reason)
}

export function releaseOpenItem(tx: Tx, source: Source): void {
  const item = openItemOf(tx, source)
  if (item !== undefined) openItemStore.release(tx, item.id)
}

function requireNotHeld(tx: Tx, openItemId: number): void {
  const reason = openItemStore.heldReason(tx, openItemId)
  if (reason === undefined) return
  refuse('accounting.openItemHeld', { document: openItemStore.find(tx, openItemId)?.documentNumber ?? '', reason })
}

/** Refuses `accounting.openItemExceeded`, `openItemOfOther`, `openItemUnknown`, `openItemHeld`. */
export function settleOpenItem(tx: Tx, settlement: Settlement): void {
  const { openItemId, role, partnerId, amountMinor, foreignMinor, source, settledOn } = settlement
  requireNotHeld(tx, openItemId)
  const wanted = { id: openItemId, role, partnerId, settledOn, amountMinor }
  const isSettled =
    foreignMinor === undefined
      ? openItemStore.settle(tx, wanted)
      : openItemStore.settleForeign(tx, { ...wanted, foreignMinor })
  if (!isSettled) explainRefusal(tx, settlement)
  openItemStore.insertSettlement(tx, {
    openItemId,
    sourceKind: source.kind,
    sourceId: source.id,
    settledOn,
    amountMinor,
    foreignMinor: foreignMinor ?? null,
  })
}

function explainRefusal(tx: Tx, settlement: Settlement): never {
  const { openItemId, role, partnerId, settledOn, amountMinor, foreignMinor } = settlement
  const item = openItemStore.find(tx, openItemId)
  if (item === undefined) refuse('accounting.openItemUnknown', {})
  const document = item.documentNumber
  if (item.role !== role || item.partnerId !== partnerId) refuse('accounting.openItemOfOther', { document })
  // Else the items open on a day and their account would not agree on the days between.
  if (settledOn < item.postedOn) refuse('accounting.settledBeforePosted', { document, postedOn: item.postedOn })
  if ((item.currency === null) !== (foreignMinor === undefined)) {
    const base = companyProfile(tx).currency
    refuse('accounting.itemOfOtherCurrency', { document, currency: item.currency ?? base })
  }
  const decimals = item.currency === null ? currencyDecimalsOf(tx) : currencyDecimals(item.currency)
  return refuse('accounting.openItemExceeded', {
    document,
    open: decimalText(item.foreignOpenMinor ?? item.openMinor, decimals),
    wanted: decimalText(foreignMinor ?? amountMinor, decimals),
  })
}

/** Takes back every settlement that a document made (a payment that is reversed): the items are open again. */
export function reopenSettledBy(tx: Tx, source: Source, { settledOn }: { settledOn: BusinessDate }): void {
  for (const { openItemId, amountMinor, foreignMinor } of openItemStore.settledBySource(tx, source.kind, source.id)) {
    openItemStore.reopen(tx, openItemId, amountMinor, foreignMinor)
    openItemStore.insertSettlement(tx, {
      openItemId,
      sourceKind: source.kind,
      sourceId: source.id,
      settledOn,
      amountMinor: 0 - amountMinor,
      foreignMinor: foreignMinor === null ? null : 0 - foreignMinor,
    })
  }
}

/** What a document holds settled, item by item, each with its document and, of a foreign item, in its currency. */
export function settledLines(reader: Reader, source: Source) {
  return openItemStore.settledLines(reader, source.kind, source.id)
}

export function openItemOf(reader: Reader, source: Source): OpenItem | undefined {
  return openItemStore.ofSource(reader, source.kind, source.id)
}

export function requireOpenItem(reader: Reader, id: number): OpenItem {
  return openItemStore.find(reader, id) ?? refuse('accounting.openItemUnknown', {})
}

/** Documents that hold a part of this document's open item settled: its payments. */
export function settlersOf(reader: Reader, source: Source): readonly Source[] {
  const item = openItemOf(reader, source)
  if (item === undefined) return []
  return openItemStore
    .settlersOf(reader, item.id)
    .filter(({ kind, id }) => kind !== source.kind || id !== source.id)
    .map(({ kind, id }) => ({ kind, id }))
}

/**
 * Settles the open items of a document that is reversed: one of an invoice, all that opening balances brought. Refuses
 * `accounting.openItemSettled` once money is applied.
 */
export function closeOpenItemForReversal(tx: Tx, source: Source, { settledOn }: { settledOn: BusinessDate }): void {
  for (const item of openItemStore.allOfSource(tx, source.kind, source.id)) {
    // What is taken back needs nobody's approval any more.
    openItemStore.release(tx, item.id)
    if (item.openMinor === 0 && item.amountMinor === 0) continue
    if (item.openMinor !== item.amountMinor) refuse('accounting.openItemSettled', { document: item.documentNumber })
    settleOpenItem(tx, {
      openItemId: item.id,
      role: item.role as OpenItemRole,
      partnerId: item.partnerId,
      source,
      settledOn,
      amountMinor: item.amountMinor,
      ...(item.foreignMinor === null ? {} : { foreignMinor: item.foreignMinor }),
    })
  }
}

/** What a partner owes (or is owed) now, credit notes taken off. */
export function openBalanceMinor(reader: Reader, role: OpenItemRole, partnerId: number): number {
  return openItemStore.openBalance(reader, role, partnerId)
}
