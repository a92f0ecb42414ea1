import type { AccountLine, JournalLine } from '../../../ledgers/accounting'
import type { NoteEventKind } from './note-store'

/**
 * A note at its bank. Discounted or collected: money for the bill, the bank's interest and fees as finance cost
 * (贴现息 5603). Paid: our own bill leaves the account. Dishonoured: the partner owes again, or we owe the partner.
 */
export function noteEventJournal(event: {
  readonly kind: NoteEventKind
  readonly direction: 'in' | 'out'
  readonly partnerId: number
  readonly amountMinor: number
  readonly chargeMinor: number
  readonly money: { readonly accountId: number } | undefined
}): (JournalLine | AccountLine)[] {
  const { kind, direction, partnerId, amountMinor, chargeMinor, money } = event
  const isReceived = direction === 'in'
  const note: JournalLine = isReceived
    ? { role: 'notes-receivable', partnerId, creditMinor: amountMinor }
    : { role: 'notes-payable', partnerId, debitMinor: amountMinor }
  if (kind === 'dishonoured' || money === undefined) {
    const owed: JournalLine = isReceived
      ? { role: 'receivable', partnerId, debitMinor: amountMinor }
      : { role: 'payable', partnerId, creditMinor: amountMinor }
    return [owed, note]
  }
  const moved: AccountLine = isReceived
    ? { ...money, partnerId, debitMinor: amountMinor - chargeMinor, cashFlowItem: 'receipts-from-customers' }
    : { ...money, partnerId, creditMinor: amountMinor + chargeMinor, cashFlowItem: 'payments-to-suppliers' }
  return [moved, { role: 'bank-charges', debitMinor: chargeMinor }, note]
}
