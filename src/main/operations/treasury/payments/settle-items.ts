import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import {
  carriedMinor,
  postJournal,
  requireOpenItem,
  requireOpenPeriod,
  settleOpenItem,
  type JournalLine,
  type OpenItemRole,
} from '../../../ledgers/accounting'
import type { Actor } from '../../../kernel/dispatch'
import type { ApplicationInput } from './apply'
import { inCurrency, requireSameCurrency, writtenIn } from './money'

/** Sets credit notes against invoices of one partner: no money moves, and it all adds up to zero. */
export function settleItems(
  tx: Tx,
  actor: Actor,
  input: { partnerId: number; settledOn: string; applications: readonly ApplicationInput[] },
): { settled: number } {
  const { partnerId, settledOn, applications } = input
  requireOpenPeriod(tx, settledOn, actor)
  const items = applications.map(({ openItemId }) => requireOpenItem(tx, openItemId))
  if (new Set(items.map(({ role }) => role)).size !== 1) refuse('treasury.settlementMixed', {}, 'applications')
  const currency = items[0]?.currency ?? null
  for (const item of items) requireSameCurrency(tx, currency, item.currency, 'applications')
  const difference = applications.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  if (difference !== 0) {
    refuse('treasury.settlementNotEven', { difference: writtenIn(tx, currency, difference) }, 'applications')
  }
  // The credit note is what settles: its chain shows which invoices took it.
  const settler = items.find((_item, at) => (applications[at]?.amountMinor ?? 0) < 0) ?? items[0]
  if (settler === undefined) return { settled: 0 }
  const source = { kind: settler.sourceKind, id: settler.sourceId }
  let carried = 0
  for (const [at, item] of items.entries()) {
    const settled = applications[at]?.amountMinor ?? 0
    const amountMinor = carriedMinor(item, settled)
    carried += amountMinor
    settleOpenItem(tx, {
      openItemId: item.id,
      role: item.role as OpenItemRole,
      partnerId,
      source,
      settledOn,
      amountMinor,
      foreignMinor: item.currency === null ? undefined : settled,
    })
  }
  // Even in their currency, items of different days are not even in the books: their rates differ.
  postJournal(tx, actor, {
    postedOn: settledOn,
    memo: items.map(({ documentNumber }) => documentNumber).join(' '),
    source,
    lines: exchangeJournal(settler.role as OpenItemRole, partnerId, carried, currency),
  })
  tx.announce({ kind: 'treasury.itemsSettled', id: partnerId })
  return { settled: items.length }
}

/** What one side of the books loses or gains without money: against the gain or loss of exchange. */
function exchangeJournal(
  role: OpenItemRole,
  partnerId: number,
  lessMinor: number,
  currency: string | null,
): JournalLine[] {
  const gain = role === 'receivable' ? 0 - lessMinor : lessMinor
  const item: JournalLine = { role, partnerId, ...inCurrency(currency, 0) }
  return gain >= 0
    ? [
        { ...item, debitMinor: gain },
        { role: 'exchange-gain', creditMinor: gain },
      ]
    : [
        { role: 'exchange-loss', debitMinor: 0 - gain },
        { ...item, creditMinor: 0 - gain },
      ]
}
