import {
  documentAmounts,
  foreignGross,
  type DocumentAmounts,
  type DocumentMoney,
} from '../../../../shared/values/exchange/line-amounts'
import type { Partner } from '../../../foundation/parties'
import { companyProfile } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { addOpenItem, chartOf, postJournal } from '../../../ledgers/accounting'
import { invoiceJournal } from './invoice-posting'
import { invoiceStore, type InvoiceLine, type NewInvoice } from './invoice-store'

interface InvoiceDraft extends Omit<NewInvoice, 'customerId' | 'by' | keyof DocumentAmounts> {
  readonly customer: Partner
  readonly money: DocumentMoney
  readonly lines: readonly InvoiceLine[]
}

export interface PostedInvoice {
  readonly id: number
  readonly netMinor: number
  readonly taxMinor: number
}

/** Document, journal and open item of an invoice or, with negative lines, a credit note. */
export function postInvoice(tx: Tx, actor: Actor, draft: InvoiceDraft): PostedInvoice {
  const { customer, lines, number } = draft
  const { money, ...head } = draft
  const amounts = documentAmounts(lines, money)
  const { netMinor, taxMinor, grossMinor } = amounts
  const id = invoiceStore.insert(tx, { ...head, ...amounts, customerId: customer.id, by: actor.userId })
  for (const line of lines) invoiceStore.insertLine(tx, id, line)
  const source = { kind: 'sales.invoice', id }
  const foreign = foreignGross(amounts)
  const { reversal } = chartOf(companyProfile(tx).pack)
  postJournal(tx, actor, {
    postedOn: draft.invoicedOn,
    memo: `${number} ${customer.name}`,
    source,
    lines: invoiceJournal({ customerId: customer.id, netMinor, taxMinor, foreign }, reversal),
  })
  addOpenItem(tx, {
    role: 'receivable',
    partnerId: customer.id,
    source,
    documentNumber: number,
    postedOn: draft.invoicedOn,
    dueOn: draft.dueOn,
    amountMinor: grossMinor,
    foreign,
  })
  index(tx, { kind: source.kind, id, title: number, subtitle: customer.name, words: [customer.code] })
  return { id, netMinor, taxMinor }
}
