import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import type { Reader, Tx } from '../../../kernel/db'
import { openItemStore, type OpenItem } from './open-item-store'
import type { Source } from '../journal/post-journal'

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
}

/** Keeps what a partner owes (receivable) or is owed (payable) by one document. Returns the item's id. */
export function addOpenItem(tx: Tx, draft: OpenItemDraft): number {
  const { source, ...item } = draft
  return openItemStore.insert(tx, { ...item, sourceKind: source.kind, sourceId: source.id })
}

export interface Settlement {
  readonly openItemId: number
  readonly role: OpenItemRole
  readonly partnerId: number
  readonly source: Source
  readonly settledOn: BusinessDate
  /** Has the sign of the item and moves what is open towards zero. */
  readonly amountMinor: number
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
  const { openItemId, role, partnerId, amountMinor, source, settledOn } = settlement
  requireNotHeld(tx, openItemId)
  if (!openItemStore.settle(tx, { id: openItemId, role, partnerId, settledOn, amountMinor }))
    explainRefusal(tx, settlement)
  openItemStore.insertSettlement(tx, {
    openItemId,
    sourceKind: source.kind,
    sourceId: source.id,
    settledOn,
    amountMinor,
  })
}

function explainRefusal(tx: Tx, { openItemId, role, partnerId, settledOn, amountMinor }: Settlement): never {
  const item = openItemStore.find(tx, openItemId)
  if (item === undefined) refuse('accounting.openItemUnknown', {})
  const document = item.documentNumber
  if (item.role !== role || item.partnerId !== partnerId) refuse('accounting.openItemOfOther', { document })
  // Else the items open on a day and their account would not agree on the days between.
  if (settledOn < item.postedOn) refuse('accounting.settledBeforePosted', { document, postedOn: item.postedOn })
  const decimals = currencyDecimalsOf(tx)
  return refuse('accounting.openItemExceeded', {
    document,
    open: decimalText(item.openMinor, decimals),
    wanted: decimalText(amountMinor, decimals),
  })
}

/** Takes back every settlement that a document made (a payment that is reversed): the items are open again. */
export function reopenSettledBy(tx: Tx, source: Source, { settledOn }: { settledOn: BusinessDate }): void {
  for (const { openItemId, amountMinor } of openItemStore.settledBySource(tx, source.kind, source.id)) {
    openItemStore.reopen(tx, openItemId, amountMinor)
    openItemStore.insertSettlement(tx, {
      openItemId,
      sourceKind: source.kind,
      sourceId: source.id,
      settledOn,
      amountMinor: 0 - amountMinor,
    })
  }
}

/** What a document holds settled, item by item. */
export function settledBy(reader: Reader, source: Source) {
  return openItemStore.settledBySource(reader, source.kind, source.id)
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
    })
  }
}

/** What a partner owes (or is owed) now, credit notes taken off. */
export function openBalanceMinor(reader: Reader, role: OpenItemRole, partnerId: number): number {
  return openItemStore.openBalance(reader, role, partnerId)
}
