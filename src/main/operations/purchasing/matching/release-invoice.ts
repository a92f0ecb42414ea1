import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { releaseOpenItem } from '../../../ledgers/accounting'
import { invoiceStore } from '../invoices/invoice-store'
import { INVOICE } from '../invoices/post-invoice'
import { requireInvoice } from '../invoices/reverse-invoice'
import type { DocumentAnswer } from '../orders/order'

/** Somebody has looked at the difference: it may be paid. */
export function releaseInvoice(tx: Tx, actor: Actor, input: { id: number; note: string }): DocumentAnswer {
  const { id, number, state } = requireInvoice(tx, input.id)
  if (!invoiceStore.release(tx, id, actor.userId, input.note)) {
    refuse('purchasing.invoiceNotHeld', { invoice: number }, 'id')
  }
  releaseOpenItem(tx, { kind: INVOICE, id })
  tx.announce({ kind: 'purchasing.invoiceReleased', id })
  return { id, number, state }
}
