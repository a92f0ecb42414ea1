import type { BusinessDate } from '../../../../shared/values/date'
import { lineAmountMinor, taxMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf, nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { taxRateMicro } from '../../../ledgers/accounting'
import { postInvoice } from './post-invoice'

export interface CreditNoteDraft {
  readonly customerId: number
  readonly returnId: number
  readonly orderId?: number
  readonly invoicedOn: BusinessDate
  readonly lines: readonly {
    readonly itemId: number
    readonly quantityMicro: number
    readonly priceMicro: number
    readonly taxCode: string
  }[]
}

export interface CreditNote {
  readonly id: number
  readonly number: string
  /** What is credited, above zero. */
  readonly netMinor: number
  readonly taxMinor: number
  readonly lines: readonly { readonly netMinor: number; readonly taxMinor: number }[]
}

/** Credits goods that came back: an invoice with negative lines, and what the customer owes less. */
export function issueCreditNote(tx: Tx, actor: Actor, draft: CreditNoteDraft): CreditNote {
  const decimals = currencyDecimalsOf(tx)
  const credited = draft.lines.map((line) => {
    const netMinor = lineAmountMinor(line.quantityMicro, line.priceMicro, decimals)
    return { ...line, netMinor, taxMinor: taxMinor(netMinor, taxRateMicro(tx, line.taxCode, draft.invoicedOn)) }
  })
  const number = nextNumber(tx, 'CN', draft.invoicedOn)
  const {
    id,
    netMinor,
    taxMinor: tax,
  } = postInvoice(tx, actor, {
    number,
    kind: 'credit-note',
    orderId: draft.orderId ?? null,
    returnId: draft.returnId,
    customer: requirePartner(tx, draft.customerId),
    invoicedOn: draft.invoicedOn,
    dueOn: draft.invoicedOn,
    note: '',
    lines: credited.map((line) => ({
      ...line,
      orderLineId: null,
      quantityMicro: 0 - line.quantityMicro,
      netMinor: 0 - line.netMinor,
      taxMinor: 0 - line.taxMinor,
    })),
  })
  tx.announce({ kind: 'sales.credited', id })
  return { id, number, netMinor: 0 - netMinor, taxMinor: 0 - tax, lines: credited }
}
