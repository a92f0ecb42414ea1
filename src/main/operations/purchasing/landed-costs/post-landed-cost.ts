import { refuse } from '../../../../shared/errors'
import { addDays } from '../../../../shared/values/date'
import { toSafeNumber } from '../../../../shared/values/integers'
import { nextNumber } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import { requireSupplier } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import {
  addOpenItem,
  closeOpenItemForReversal,
  inputTaxRole,
  postJournal,
  reverseJournal,
  type JournalLine,
} from '../../../ledgers/accounting'
import { reverseRevaluations, spreadPriceDifference } from '../../../ledgers/inventory'
import type { DocumentAnswer } from '../orders/order'
import { stockDifferenceJournal } from '../receipts/receipt-posting'
import { RECEIPT } from '../receipts/receive-goods'
import { requireReceipt, type ReversalInput } from '../receipts/reverse-receipt'
import {
  landedCostStore,
  type Basis,
  type LandedCostHead,
  type ReceivedLine,
  type StoredLandedCost,
} from './landed-cost-store'
import { spread } from './spread'

export const LANDED_COST = 'purchasing.landedCost'

export interface LandedCostInput extends Omit<LandedCostHead, 'number' | 'dueOn'> {
  readonly dueOn?: string | undefined
  readonly receiptIds: readonly number[]
}

export function requireLandedCost(reader: Reader, id: number): StoredLandedCost {
  return landedCostStore.byId(reader, id) ?? refuse('purchasing.landedCostUnknown', {}, 'id')
}

/** Freight, duty and the like: each received line bears its share, on stock as far as it is here, else cost of sales. */
export function postLandedCost(tx: Tx, actor: Actor, input: LandedCostInput): DocumentAnswer {
  const supplier = requireSupplier(tx, input.supplierId)
  const { supplierId, supplierReference, invoicedOn, netMinor, taxMinor } = input
  const dueOn = input.dueOn ?? addDays(invoicedOn, supplier.paymentTermsDays)
  if (dueOn < invoicedOn) refuse('purchasing.dueBeforeInvoiced', {}, 'dueOn')
  const earlier = landedCostStore.postedByReference(tx, supplierId, supplierReference)
  if (earlier !== undefined) {
    refuse('purchasing.referenceTaken', { reference: supplierReference, invoice: earlier.number }, 'supplierReference')
  }
  const taxRole = inputTaxRole(tx, invoicedOn)
  if (taxRole === null && taxMinor !== 0) refuse('accounting.noInputTax', {}, 'taxMinor')
  const lines = receivedLines(tx, input.receiptIds)
  const amounts = spread(netMinor, weightsOf(tx, lines, input.basis))

  const number = nextNumber(tx, 'LC', invoicedOn)
  const id = landedCostStore.insert(tx, { ...input, number, dueOn }, actor.userId)
  const source = { kind: LANDED_COST, id }
  const journal: JournalLine[] = []
  for (const [at, line] of lines.entries()) {
    const amountMinor = amounts[at] ?? 0
    const { toStockMinor, toCostMinor } = spreadPriceDifference(tx, {
      postedOn: invoicedOn,
      source,
      warehouseId: line.warehouseId,
      itemId: line.itemId,
      receivedMicro: line.quantityMicro,
      differenceMinor: amountMinor,
      origin: { kind: RECEIPT, lineId: line.id },
    })
    const { itemId } = line
    landedCostStore.insertLine(tx, id, { receiptLineId: line.id, itemId, amountMinor, toStockMinor, toCostMinor })
    journal.push({ role: 'stock', debitMinor: toStockMinor, itemId })
    journal.push({ role: 'cost-of-sales', debitMinor: toCostMinor, itemId })
  }
  postJournal(tx, actor, {
    postedOn: invoicedOn,
    memo: `${number} ${supplier.name} ${supplierReference}`,
    source,
    lines: [
      ...journal,
      { role: taxRole ?? 'input-tax', debitMinor: taxMinor, partnerId: supplierId },
      { role: 'payable', creditMinor: netMinor + taxMinor, partnerId: supplierId },
    ],
  })
  addOpenItem(tx, {
    role: 'payable',
    partnerId: supplierId,
    source,
    documentNumber: number,
    postedOn: invoicedOn,
    dueOn,
    amountMinor: netMinor + taxMinor,
  })
  index(tx, {
    kind: LANDED_COST,
    id,
    title: number,
    subtitle: supplier.name,
    words: [supplierReference, supplier.code],
  })
  tx.announce({ kind: 'purchasing.landedCostPosted', id })
  return { id, number, state: 'posted' }
}

function receivedLines(tx: Tx, receiptIds: readonly number[]): ReceivedLine[] {
  return [...new Set(receiptIds)].flatMap((receiptId, at) => {
    const receipt = requireReceipt(tx, receiptId)
    if (receipt.state === 'reversed') {
      refuse('purchasing.receiptReversed', { receipt: receipt.number }, `receiptIds.${at}`)
    }
    if (receipt.terms === 'consigned') {
      refuse('purchasing.receiptOnConsignment', { receipt: receipt.number }, `receiptIds.${at}`)
    }
    if (receipt.terms === 'direct') {
      refuse('purchasing.receiptIsDirect', { receipt: receipt.number }, `receiptIds.${at}`)
    }
    return landedCostStore.receivedLines(tx, receiptId)
  })
}

/** By weight or volume every item must have one, else it would ride for nothing. */
function weightsOf(tx: Tx, lines: readonly ReceivedLine[], basis: Basis): number[] {
  const weights = lines.map((line) => weightOf(line, basis))
  const without = basis === 'weight' || basis === 'volume' ? weights.indexOf(0) : -1
  if (without >= 0) {
    const item = requireItem(tx, lines[without]?.itemId ?? 0)
    refuse('purchasing.landedBasisMissing', { item: `${item.code} ${item.name}`, basis }, 'basis')
  }
  if (weights.every((weight) => weight === 0)) refuse('purchasing.landedBasisZero', {}, 'basis')
  return weights
}

function weightOf(line: ReceivedLine, basis: Basis): number {
  if (basis === 'value') return line.valueMinor
  if (basis === 'quantity') return line.quantityMicro
  const each = basis === 'weight' ? line.weightGrams : line.volumeMillilitres
  return toSafeNumber((BigInt(line.quantityMicro) * BigInt(each)) / 1000n)
}

/** Takes it back as far as stock still carries it; what has left with sales stays there, on the other side. */
export function reverseLandedCost(tx: Tx, actor: Actor, input: ReversalInput): DocumentAnswer {
  const { id, number, state } = requireLandedCost(tx, input.id)
  if (state === 'reversed') refuse('purchasing.landedCostReversed', { number }, 'id')
  const source = { kind: LANDED_COST, id }
  const postedOn = input.reversedOn
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  closeOpenItemForReversal(tx, source, { settledOn: postedOn })
  const reversed = reverseRevaluations(tx, source, { postedOn })
  reverseJournal(tx, actor, source, { postedOn, memo })
  const differences = reversed.map(({ itemId, originalMinor, reversedMinor }) => ({
    itemId,
    differenceMinor: originalMinor + reversedMinor,
  }))
  postJournal(tx, actor, { postedOn, memo, source, lines: stockDifferenceJournal(differences) })
  landedCostStore.setReversed(tx, id)
  tx.announce({ kind: 'purchasing.landedCostReversed', id })
  return { id, number, state: 'reversed' }
}
