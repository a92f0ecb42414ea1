import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import type { Tx } from '../../../kernel/db'
import { requireOpenItem, requireOpenPeriod, settleOpenItem, type OpenItemRole } from '../../../ledgers/accounting'
import type { Actor } from '../../../kernel/dispatch'
import type { ApplicationInput } from './apply'

/** Sets credit notes against invoices of one partner. No money moves and no account changes: it all adds up to zero. */
export function settleItems(
  tx: Tx,
  actor: Actor,
  input: { partnerId: number; settledOn: string; applications: readonly ApplicationInput[] },
): { settled: number } {
  const { partnerId, settledOn, applications } = input
  requireOpenPeriod(tx, settledOn, actor)
  const difference = applications.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  if (difference !== 0) {
    refuse(
      'treasury.settlementNotEven',
      { difference: decimalText(difference, currencyDecimalsOf(tx)) },
      'applications',
    )
  }
  const items = applications.map(({ openItemId }) => requireOpenItem(tx, openItemId))
  if (new Set(items.map(({ role }) => role)).size !== 1) refuse('treasury.settlementMixed', {}, 'applications')
  // The credit note is what settles: its chain shows which invoices took it.
  const settler = items.find((_item, at) => (applications[at]?.amountMinor ?? 0) < 0)
  for (const [at, item] of items.entries()) {
    settleOpenItem(tx, {
      openItemId: item.id,
      role: item.role as OpenItemRole,
      partnerId,
      source: { kind: settler?.sourceKind ?? item.sourceKind, id: settler?.sourceId ?? item.sourceId },
      settledOn,
      amountMinor: applications[at]?.amountMinor ?? 0,
    })
  }
  tx.announce({ kind: 'treasury.itemsSettled', id: partnerId })
  return { settled: items.length }
}
