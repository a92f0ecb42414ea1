import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { documentAmounts, lineAmounts, type DocumentMoney } from '../../../../shared/values/exchange/line-amounts'
import { documentMoney } from '../../../foundation/currencies'
import { requireItem, requirePack } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { taxRateMicro } from '../../../ledgers/accounting'
import { requireWarehouse } from '../../warehouse'
import { quotationStore, requireDraft, type QuotedLine } from './quotation-store'

interface EnteredLine {
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
  readonly priceMicro: number
  /** The price includes the tax. */
  readonly includesTax?: boolean | undefined
}

export interface SaveQuotation {
  /** Left out: a new draft. */
  readonly id?: number | undefined
  readonly customerId: number
  readonly warehouseId: number
  readonly quotedOn: BusinessDate
  readonly validUntil: BusinessDate
  readonly customerReference: string
  readonly note: string
  readonly pricesIncludeTax?: boolean | undefined
  /** What the prices are in; null: the currency of the books. */
  readonly currency: string | null
  readonly rateMicro?: number | undefined
  readonly lines: readonly EnteredLine[]
}

/** Saves a draft, new or anew. A revision stays with its customer: the number is known there. */
export function saveQuotation(tx: Tx, actor: Actor, input: SaveQuotation) {
  const draft = input.id === undefined ? undefined : requireDraft(tx, input.id)
  requireCustomer(tx, input.customerId)
  requireWarehouse(tx, input.warehouseId)
  if (draft !== undefined && draft.revision > 1 && draft.customerId !== input.customerId) {
    refuse('offers.customerStays', { number: draft.number ?? '' }, 'customerId')
  }
  if (input.validUntil < input.quotedOn) refuse('offers.endsBeforeItBegins', {}, 'validUntil')
  const money = documentMoney(tx, input, input.quotedOn)
  const entered = input.lines.map((line) => ({ ...line, includesTax: input.pricesIncludeTax }))
  const lines = pricedLines(tx, entered, money, input.quotedOn)
  const head = { ...input, ...documentAmounts(lines, money) }
  const id = draft?.id ?? quotationStore.insert(tx, head, actor.userId)
  if (draft !== undefined) quotationStore.change(tx, id, head)
  quotationStore.writeLines(tx, id, draft?.revision ?? 1, lines)
  tx.announce({ kind: 'offers.quotationSaved', id })
  return { id, number: draft?.number ?? null, state: 'draft' }
}

export function deleteQuotation(tx: Tx, input: { id: number }): { done: true } {
  const draft = requireDraft(tx, input.id)
  if (draft.revision > 1) quotationStore.dropRevision(tx, draft)
  else quotationStore.remove(tx, draft.id)
  tx.announce({ kind: 'offers.quotationDeleted', id: input.id })
  return { done: true }
}

/** Net and tax of each line, rounded once, at the rate of the quotation's day. */
export function pricedLines(
  tx: Tx,
  lines: readonly EnteredLine[],
  money: DocumentMoney,
  on: BusinessDate,
): QuotedLine[] {
  return lines.map((line, at) => {
    const item = requireItem(tx, line.itemId)
    if (!item.active) refuse('sales.itemArchived', { item: `${item.code} ${item.name}` }, `lines.${at}.itemId`)
    requirePack(tx, item.id, line.packId)
    const { taxCode } = item
    const { itemId, packId, quantityMicro, priceMicro, includesTax = false } = line
    const price = { quantityMicro, priceMicro, includesTax }
    return { itemId, packId, quantityMicro, taxCode, ...lineAmounts(price, taxRateMicro(tx, taxCode, on), money) }
  })
}
