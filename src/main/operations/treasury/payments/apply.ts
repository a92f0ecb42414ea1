import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requireOpenItem, settleOpenItem, type OpenItemRole } from '../../../ledgers/accounting'
import type { Tx } from '../../../kernel/db'
import { accountStore } from '../accounts/account-store'
import type { Application } from './payment-posting'
import { paymentStore } from './payment-store'

export const PAYMENT = 'treasury.payment'

export interface ApplicationInput {
  readonly openItemId: number
  /** What is settled of the item, by money and by the parts below. */
  readonly amountMinor: number
  readonly discountMinor?: number
  readonly writeOffMinor?: number
}

export interface FoundApplication extends Application {
  readonly openItemId: number
}

/** The items that a payment is to settle, with their side of the books. */
export function findApplications(tx: Tx, inputs: readonly ApplicationInput[]): FoundApplication[] {
  return inputs.map(({ openItemId, amountMinor, discountMinor = 0, writeOffMinor = 0 }) => ({
    openItemId,
    amountMinor,
    discountMinor,
    writeOffMinor,
    role: requireOpenItem(tx, openItemId).role as OpenItemRole,
  }))
}

/** What no money covers stays within the item, and a write-off within the company's limit for small differences. */
export function requireFairParts(tx: Tx, applications: readonly FoundApplication[], differenceMinor: number): void {
  const limitMinor = accountStore.writeOffLimitMinor(tx)
  const written = (amountMinor: number): string => decimalText(amountMinor, currencyDecimalsOf(tx))
  for (const { amountMinor, discountMinor = 0, writeOffMinor = 0 } of applications) {
    if (discountMinor + writeOffMinor > Math.max(amountMinor, 0)) {
      refuse('treasury.partsBeyondItem', { amount: written(amountMinor) }, 'applications')
    }
  }
  const small = applications.reduce((sum, { writeOffMinor = 0 }) => sum + writeOffMinor, differenceMinor)
  if (small > limitMinor) {
    refuse('treasury.writeOffBeyondLimit', { limit: written(limitMinor), wanted: written(small) }, 'applications')
  }
}

/** Settles the items and keeps that this payment did. */
export function applyPayment(
  tx: Tx,
  payment: { readonly id: number; readonly partnerId: number; readonly appliedOn: string },
  applications: readonly FoundApplication[],
): void {
  for (const { openItemId, role, amountMinor, discountMinor = 0, writeOffMinor = 0 } of applications) {
    settleOpenItem(tx, {
      openItemId,
      role,
      partnerId: payment.partnerId,
      source: { kind: PAYMENT, id: payment.id },
      settledOn: payment.appliedOn,
      amountMinor,
    })
    paymentStore.insertApplication(tx, { paymentId: payment.id, openItemId, amountMinor, discountMinor, writeOffMinor })
  }
}
