import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { multiplyDivide } from '../../../../shared/values/integers'
import {
  documentAmounts,
  foreignGross,
  lineAmounts,
  type DocumentMoney,
} from '../../../../shared/values/exchange/line-amounts'
import { companyProfile, nextNumber } from '../../../foundation/company'
import { documentMoney } from '../../../foundation/currencies'
import { requireItem } from '../../../foundation/items'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import {
  addOpenItem,
  inputTaxRole,
  chartOf,
  closeOpenItemForReversal,
  postJournal,
  reverseJournal,
  suppliersTaxRateMicro,
} from '../../../ledgers/accounting'
import type { DocumentAnswer } from '../orders/order'
import type { ReversalInput } from '../receipts/reverse-receipt'
import { receiptStore } from '../receipts/receipt-store'
import { requireReturn, settleReturn, supplierName } from './plan-return'
import { creditJournal } from './return-posting'
import { returnStore, type NewCreditLine, type ReturnLineRow } from './return-store'

export const CREDIT = 'purchasing.credit'

export interface PostCredit {
  readonly returnId: number
  readonly supplierReference: string
  readonly creditedOn: BusinessDate
  /** What the prices are in, as in the orders; null: the currency of the books. */
  readonly currency?: string | null
  /** Left out: the rate of the day. */
  readonly rateMicro?: number | undefined
  readonly pricesIncludeTax?: boolean | undefined
  readonly lines: readonly {
    readonly returnLineId: number
    readonly quantityMicro: number
    readonly priceMicro: number
  }[]
}

/** What the supplier credits for goods that were invoiced before they went back: less is owed from now on. */
export function postCredit(tx: Tx, actor: Actor, input: PostCredit): DocumentAnswer {
  const sent = requireReturn(tx, input.returnId)
  if (sent.state !== 'sent') refuse('purchasing.returnNotToCredit', { number: sent.number }, 'returnId')
  const { supplierId } = sent
  const { supplierReference, creditedOn } = input
  const earlier = returnStore.postedByReference(tx, supplierId, supplierReference)
  if (earlier !== undefined) {
    const params = { reference: supplierReference, invoice: earlier.number }
    refuse('purchasing.referenceTaken', params, 'supplierReference')
  }
  const money = documentMoney(tx, { ...input, currency: input.currency ?? null }, creditedOn)
  const lines = creditedLines(tx, input, money)
  const amounts = documentAmounts(lines, money)
  const whole = foreignGross(amounts)
  const foreign = whole === undefined ? undefined : { ...whole, amountMinor: 0 - whole.amountMinor }
  const number = nextNumber(tx, 'PC', creditedOn)
  const head = { number, returnId: sent.id, supplierId, supplierReference, creditedOn }
  const id = returnStore.insertCredit(tx, { ...head, ...amounts, by: actor.userId })
  for (const line of lines) {
    returnStore.insertCreditLine(tx, id, line)
    returnStore.addCredited(tx, line.returnLineId, line.quantityMicro, line.expectedMinor)
  }
  const source = { kind: CREDIT, id }
  const supplier = supplierName(tx, sent)
  const { reversal } = chartOf(companyProfile(tx).pack)
  postJournal(tx, actor, {
    postedOn: creditedOn,
    memo: `${number} ${supplier} ${supplierReference}`,
    source,
    lines: creditJournal({ supplierId, lines, foreign }, reversal, inputTaxRole(tx, input.creditedOn)),
  })
  addOpenItem(tx, {
    role: 'payable',
    partnerId: supplierId,
    source,
    documentNumber: number,
    postedOn: creditedOn,
    dueOn: creditedOn,
    amountMinor: 0 - amounts.grossMinor,
    foreign,
  })
  settleReturn(tx, sent.id, { isEnded: false })
  index(tx, { kind: CREDIT, id, title: number, subtitle: supplier, words: [supplierReference, sent.number] })
  tx.announce({ kind: 'purchasing.credited', id })
  return { id, number, state: 'posted' }
}

function creditedLines(
  tx: Tx,
  input: PostCredit,
  money: DocumentMoney,
): (NewCreditLine & { readonly itemId: number })[] {
  const known = new Map(returnStore.linesOf(tx, input.returnId).map((line) => [line.id, line]))
  return input.lines.map(({ returnLineId, quantityMicro, priceMicro }, at) => {
    const line = known.get(returnLineId)
    // Named once each: a line that stands there twice is not found the second time.
    known.delete(returnLineId)
    if (line === undefined) return refuse('purchasing.returnLineUnknown', {}, `lines.${at}.returnLineId`)
    const openMicro = line.sentMicro - line.uninvoicedMicro - line.creditedMicro
    if (quantityMicro > openMicro) {
      const item = requireItem(tx, line.itemId)
      const text = (micro: number): string => formatQuantity(micro, { group: false })
      refuse(
        'purchasing.creditedTooMany',
        { item: `${item.code} ${item.name}`, open: text(openMicro), wanted: text(quantityMicro) },
        `lines.${at}.quantityMicro`,
      )
    }
    requireCurrencyOf(tx, line, money, `lines.${at}.returnLineId`)
    const { itemId, taxCode } = line
    const price = { quantityMicro, priceMicro, includesTax: input.pricesIncludeTax ?? false }
    return {
      returnLineId,
      itemId,
      quantityMicro,
      taxCode,
      ...lineAmounts(price, suppliersTaxRateMicro(tx, taxCode, input.creditedOn), money),
      expectedMinor: expectedPart(line, quantityMicro),
    }
  })
}

/** What was bought in a currency is credited in it; goods out of stock are of no receipt and of any. */
function requireCurrencyOf(tx: Tx, { receiptLineId }: ReturnLineRow, money: DocumentMoney, field: string): void {
  const received = receiptLineId === null ? undefined : receiptStore.invoiceable(tx, receiptLineId)
  if (received === undefined || received.currency === (money.rate?.currency ?? null)) return
  const params = { receipt: received.receiptNumber, currency: received.currency ?? money.base }
  refuse('purchasing.lineOfOtherCurrency', params, field)
}

/** In proportion to all credited so far, so that parts never drift from the whole; the last one takes what is left. */
function expectedPart(line: ReturnLineRow, quantityMicro: number): number {
  const invoicedMicro = line.sentMicro - line.uninvoicedMicro
  const doneMicro = line.creditedMicro + quantityMicro
  const upTo =
    doneMicro === invoicedMicro ? line.expectedMinor : multiplyDivide(line.expectedMinor, doneMicro, invoicedMicro)
  return upTo - line.creditedExpectedMinor
}

/** Takes a credit note back that nothing is paid or netted with. */
export function reverseCredit(tx: Tx, actor: Actor, input: ReversalInput): DocumentAnswer {
  const credit = returnStore.credit(tx, input.id) ?? refuse('purchasing.creditUnknown', {}, 'id')
  const { id, number, returnId } = credit
  if (credit.state === 'reversed') refuse('purchasing.creditReversed', { number }, 'id')
  const source = { kind: CREDIT, id }
  const postedOn = input.reversedOn
  const memo = [number, input.reason].filter((part) => part !== '').join(' ')
  closeOpenItemForReversal(tx, source, { settledOn: postedOn })
  reverseJournal(tx, actor, source, { postedOn, memo })
  for (const line of returnStore.creditLines(tx, id)) {
    returnStore.addCredited(tx, line.returnLineId, 0 - line.quantityMicro, 0 - line.expectedMinor)
  }
  returnStore.markCreditReversed(tx, id)
  settleReturn(tx, returnId, { isEnded: false })
  tx.announce({ kind: 'purchasing.creditReversed', id })
  return { id, number, state: 'reversed' }
}
