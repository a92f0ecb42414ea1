import type { BusinessDate } from '../../../../shared/values/date'
import { lineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { fromBasePriceMicro } from '../../../../shared/values/exchange/rate'
import { nextNumber } from '../../../foundation/company'
import { documentMoney, rateFor } from '../../../foundation/currencies'
import { requirePartner } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { taxRateMicro } from '../../../ledgers/accounting'
import { requireOrderRow } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { postInvoice } from './post-invoice'

export interface CreditNoteDraft {
  readonly customerId: number
  readonly returnId: number
  readonly orderId?: number
  readonly invoicedOn: BusinessDate
  /** Left out: the prices are net, in the currency of the books. */
  readonly pricesIncludeTax?: boolean | undefined
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
  readonly lines: readonly { readonly priceMicro: number; readonly netMinor: number; readonly taxMinor: number }[]
}

function grossPriceOf(
  tx: Tx,
  orderId: number,
  { itemId, priceMicro }: { readonly itemId: number; readonly priceMicro: number },
): number | null {
  const line = orderStore
    .linesOf(tx, orderId)
    .find((each) => each.item_id === itemId && each.price_micro === priceMicro)
  return line?.gross_price_micro ?? null
}

/** Credits goods that came back: an invoice with negative lines, and what the customer owes less. */
export function issueCreditNote(tx: Tx, actor: Actor, draft: CreditNoteDraft): CreditNote {
  // What goods were sold in they are credited in, at the rate of the day on which they came back.
  const order = draft.orderId === undefined ? undefined : requireOrderRow(tx, draft.orderId)
  const currency = order?.currency ?? null
  const money = documentMoney(tx, { currency }, draft.invoicedOn)
  const sold = currency === null ? null : rateFor(tx, currency, draft.invoicedOn, order?.rate_micro)
  const credited = draft.lines.map((line) => {
    // Sold at a price with tax and credited at the same: by that price, so that both come to the same cent.
    const sameAsSold = order === undefined ? null : grossPriceOf(tx, order.id, line)
    const withTax = draft.pricesIncludeTax === true ? line.priceMicro : sameAsSold
    const net = sold === null ? line.priceMicro : fromBasePriceMicro(line.priceMicro, sold)
    const price = { priceMicro: withTax ?? net, includesTax: withTax !== null }
    return { ...line, ...lineAmounts({ ...line, ...price }, taxRateMicro(tx, line.taxCode, draft.invoicedOn), money) }
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
    money,
    lines: credited.map((line) => ({
      ...line,
      orderLineId: null,
      quantityMicro: 0 - line.quantityMicro,
      netMinor: 0 - line.netMinor,
      taxMinor: 0 - line.taxMinor,
      foreignNetMinor: line.foreignNetMinor === null ? null : 0 - line.foreignNetMinor,
      foreignTaxMinor: line.foreignTaxMinor === null ? null : 0 - line.foreignTaxMinor,
    })),
  })
  tx.announce({ kind: 'sales.credited', id })
  return { id, number, netMinor: 0 - netMinor, taxMinor: 0 - tax, lines: credited }
}
