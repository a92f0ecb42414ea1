import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { lineAmountMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import { grouped } from '../../../kernel/grouped'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { ListInput } from '../../../kernel/list-input'
import { postInvoice } from '../invoices/post-invoice'
import { requireInvoice } from '../invoices/reverse-invoice'
import type { DocumentAnswer } from '../orders/order'
import {
  billById,
  billLines,
  isReferenceTaken,
  itemByText,
  itemRef,
  openReceiptLines,
  supplierByText,
  waitingBills,
  waitingPage,
  type BillLine,
  type BillRow,
  type NamedSupplier,
} from './bill-queries'
import { billStore } from './bill-store'
import { matchLines, worstOf, type MatchedLine } from './match-lines'
import { toleranceFor } from './tolerance'

export interface BillEntry {
  readonly supplier: string
  readonly reference: string
  readonly invoicedOn: BusinessDate
  readonly document: string
  readonly item: string
  readonly quantityMicro: number
  readonly priceMicro: number
}

interface RowError {
  readonly row: number
  readonly code: 'supplier-unknown' | 'item-unknown' | 'reference-taken' | 'days-differ'
  readonly text: string
}

interface ReadBill {
  readonly supplier: NamedSupplier
  readonly reference: string
  readonly invoicedOn: BusinessDate
  readonly netMinor: number
  readonly lines: readonly BillLine[]
}

/** Rows of one supplier and number are one invoice; an invoice with a row that is not understood is left out whole. */
function readRows(reader: Reader, rows: readonly BillEntry[]): { bills: ReadBill[]; errors: RowError[] } {
  const decimals = currencyDecimalsOf(reader)
  const errors: RowError[] = []
  const bills: ReadBill[] = []
  const numbered = rows.map((row, at) => ({ ...row, row: at + 1 }))
  for (const group of grouped(numbered, (row) => `${row.supplier}\n${row.reference}`).values()) {
    const [first] = group
    if (first === undefined) continue
    const supplier = supplierByText(reader, first.supplier)
    if (supplier === undefined) {
      errors.push({ row: first.row, code: 'supplier-unknown', text: first.supplier })
      continue
    }
    const before = errors.length
    if (isReferenceTaken(reader, supplier.id, first.reference)) {
      errors.push({ row: first.row, code: 'reference-taken', text: first.reference })
    }
    const lines = group.flatMap((row): BillLine[] => {
      if (row.invoicedOn !== first.invoicedOn) {
        errors.push({ row: row.row, code: 'days-differ', text: row.invoicedOn })
      }
      const itemId = itemByText(reader, row.item, supplier.id)
      if (itemId === undefined) {
        errors.push({ row: row.row, code: 'item-unknown', text: row.item })
        return []
      }
      const { document, quantityMicro, priceMicro } = row
      return [{ document, itemId, quantityMicro, priceMicro }]
    })
    if (errors.length > before) continue
    const netMinor = lines.reduce(
      (sum, line) => sum + lineAmountMinor(line.quantityMicro, line.priceMicro, decimals),
      0,
    )
    bills.push({ supplier, reference: first.reference, invoicedOn: first.invoicedOn, netMinor, lines })
  }
  return { bills, errors }
}

function matched(reader: Reader, supplierId: number, lines: readonly BillLine[]): MatchedLine[] {
  const tolerance = toleranceFor(reader, supplierId)
  return matchLines(lines, openReceiptLines(reader, supplierId), { tolerance, decimals: currencyDecimalsOf(reader) })
}

function shownLine(reader: Reader, line: MatchedLine) {
  const { itemId, parts: _parts, ...rest } = line
  return { ...rest, item: itemRef(reader, itemId) }
}

/** What the list would match, each invoice by itself; changes nothing. */
export function previewBills(reader: Reader, input: { rows: readonly BillEntry[] }) {
  const { bills, errors } = readRows(reader, input.rows)
  return {
    errors,
    bills: bills.map(({ supplier, reference, invoicedOn, netMinor, lines }) => {
      const found = matched(reader, supplier.id, lines)
      return {
        supplier,
        reference,
        invoicedOn,
        netMinor,
        result: worstOf(found),
        lines: found.map((line) => shownLine(reader, line)),
      }
    }),
  }
}

/** Takes the list and posts what has come, the oldest first. */
export function importBills(tx: Tx, actor: Actor, input: { rows: readonly BillEntry[] }) {
  const { bills, errors } = readRows(tx, input.rows)
  for (const { supplier, ...bill } of bills) billStore.insert(tx, { ...bill, supplierId: supplier.id }, actor.userId)
  return { errors, ...matchBills(tx, actor) }
}

export function matchBills(tx: Tx, actor: Actor): { posted: number; held: number; waiting: number } {
  const counts = { posted: 0, held: 0, waiting: 0 }
  for (const bill of waitingBills(tx)) {
    const lines = matched(tx, bill.supplierId, billLines(tx, bill.id))
    const isHere = lines.every(({ result }) => result === 'matched' || result === 'price-difference')
    if (!isHere) {
      counts.waiting += 1
      continue
    }
    const { id } = postBill(tx, actor, bill, lines, '')
    counts.posted += 1
    if (requireInvoice(tx, id).held === 1) counts.held += 1
  }
  tx.announce({ kind: 'purchasing.billsMatched' })
  return counts
}

function postBill(tx: Tx, actor: Actor, bill: BillRow, lines: readonly MatchedLine[], note: string): DocumentAnswer {
  const answer = postInvoice(tx, actor, {
    supplierId: bill.supplierId,
    supplierReference: bill.reference,
    invoicedOn: bill.invoicedOn,
    note,
    lines: invoiceLines(lines),
  })
  billStore.posted(tx, bill.id, answer.id, note)
  return answer
}

/** Two lines of the paper may draw on one receipt line: the invoice names it once for each price, one after the other. */
function invoiceLines(lines: readonly MatchedLine[]) {
  const parts = lines.flatMap((line) => line.parts.map((part) => ({ ...part, priceMicro: line.priceMicro })))
  return [...grouped(parts, (part) => part.receiptLineId).values()].map((same) => {
    const quantityMicro = same.reduce((sum, part) => sum + part.quantityMicro, 0)
    const [first] = same
    return { receiptLineId: first?.receiptLineId ?? 0, quantityMicro, priceMicro: averagePrice(same, quantityMicro) }
  })
}

function averagePrice(
  parts: readonly { readonly quantityMicro: number; readonly priceMicro: number }[],
  quantityMicro: number,
): number {
  const [first] = parts
  if (first === undefined || parts.every(({ priceMicro }) => priceMicro === first.priceMicro)) {
    return first?.priceMicro ?? 0
  }
  const total = parts.reduce((sum, part) => sum + BigInt(part.quantityMicro) * BigInt(part.priceMicro), 0n)
  return Number((total + BigInt(quantityMicro) / 2n) / BigInt(quantityMicro))
}

export function listBills(reader: Reader, input: ListInput) {
  const { rows, totals } = waitingPage(reader, input)
  return {
    rows: rows.map(({ supplierId, code, name, ...row }) => {
      const lines = matched(reader, supplierId, billLines(reader, row.id))
      return { ...row, supplier: { id: supplierId, code, name }, lines: lines.length, result: worstOf(lines) }
    }),
    total: totals.total,
    sums: { netMinor: totals.netMinor },
  }
}

export function getBill(reader: Reader, input: { id: number }) {
  const { supplierId, ...bill } = billById(reader, input.id) ?? refuse('purchasing.billUnknown', {}, 'id')
  const { code, name } = requirePartner(reader, supplierId)
  const lines = matched(reader, supplierId, billLines(reader, bill.id))
  return {
    ...bill,
    supplier: { id: supplierId, code, name },
    result: worstOf(lines),
    lines: lines.map((line) => shownLine(reader, line)),
  }
}

function requireWaiting(tx: Tx, id: number): BillRow {
  const bill = billById(tx, id) ?? refuse('purchasing.billUnknown', {}, 'id')
  return bill.state === 'waiting' ? bill : refuse('purchasing.billNotWaiting', { reference: bill.reference }, 'id')
}

/** Posts what had come; the rest of the paper is not paid, and the note says why. */
export function acceptBill(tx: Tx, actor: Actor, input: { id: number; note: string }): DocumentAnswer {
  const bill = requireWaiting(tx, input.id)
  const lines = matched(tx, bill.supplierId, billLines(tx, bill.id)).filter((line) => line.receivedMicro > 0)
  if (lines.length === 0) refuse('purchasing.billNothingReceived', { reference: bill.reference }, 'id')
  return postBill(tx, actor, bill, lines, input.note)
}

export function dropBill(tx: Tx, input: { id: number; note: string }): { done: true } {
  const bill = requireWaiting(tx, input.id)
  billStore.drop(tx, bill.id, input.note)
  tx.announce({ kind: 'purchasing.billDropped', id: bill.id })
  return { done: true }
}
