import { requireOpenItem, settleOpenItem, type OpenItemRole } from '../../ledgers/accounting'
import type { Tx } from '../../kernel/db'
import type { Application } from './payment-posting'
import { paymentStore } from './payment-store'

export const PAYMENT = 'treasury.payment'

export interface ApplicationInput {
  readonly openItemId: number
  readonly amountMinor: number
}

export interface FoundApplication extends Application {
  readonly openItemId: number
}

/** The items that a payment is to settle, with their side of the books. */
export function findApplications(tx: Tx, inputs: readonly ApplicationInput[]): FoundApplication[] {
  return inputs.map(({ openItemId, amountMinor }) => ({
    openItemId,
    amountMinor,
    role: requireOpenItem(tx, openItemId).role as OpenItemRole,
  }))
}

/** Settles the items and keeps that this payment did. */
export function applyPayment(
  tx: Tx,
  payment: { readonly id: number; readonly partnerId: number; readonly appliedOn: string },
  applications: readonly FoundApplication[],
): void {
  for (const { openItemId, role, amountMinor } of applications) {
    settleOpenItem(tx, {
      openItemId,
      role,
      partnerId: payment.partnerId,
      source: { kind: PAYMENT, id: payment.id },
      settledOn: payment.appliedOn,
      amountMinor,
    })
    paymentStore.insertApplication(tx, payment.id, openItemId, amountMinor)
  }
}
