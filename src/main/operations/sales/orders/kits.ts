import { refuse } from '../../../../shared/errors'
import { MICRO, multiplyDivide } from '../../../../shared/values/integers'
import { kitParts, requireItem, type KitPart } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import { stockOf } from '../../../ledgers/inventory'
import { orderStore, type OrderLineRow } from './order-store'

/**
 * A kit is sold as one and kept as parts. Confirming the order puts the parts beside the kit as lines that cost nothing:
 * they are promised, picked and shipped like any goods, and the kit counts as delivered as far as whole kits have left.
 * Refuses `sales.kitWithoutParts` and `sales.kitNotWhole`.
 */
export function unpackKits(tx: Tx, orderId: number): void {
  const lines = orderStore.linesOf(tx, orderId)
  let lineNumber = Math.max(0, ...lines.map((line) => line.line_number))
  for (const [at, line] of lines.entries()) {
    const kit = requireItem(tx, line.item_id)
    if (!kit.isKit) continue
    const parts = kitParts(tx, kit.id)
    const item = `${kit.code} ${kit.name}`
    if (parts.length === 0) refuse('sales.kitWithoutParts', { item }, `lines.${at}.itemId`)
    if (line.quantity_micro % MICRO !== 0) refuse('sales.kitNotWhole', { item }, `lines.${at}.quantityMicro`)
    const shares = sharesOf(tx, parts, line.price_micro)
    for (const [part, { itemId, packId, quantityMicro }] of parts.entries()) {
      lineNumber += 1
      orderStore.insertLine(tx, {
        orderId,
        lineNumber,
        itemId,
        packId,
        quantityMicro: (line.quantity_micro / MICRO) * quantityMicro,
        taxCode: line.tax_code,
        ...withoutPrice(line),
        kitLineId: line.id,
        kitShareMicro: shares[part] ?? 0,
      })
    }
  }
}

const withoutPrice = (line: OrderLineRow) => ({
  priceMicro: 0,
  netMinor: 0,
  taxMinor: 0,
  foreignPriceMicro: line.foreign_price_micro === null ? null : 0,
  grossPriceMicro: line.gross_price_micro === null ? null : 0,
  foreignNetMinor: line.foreign_net_minor === null ? null : 0,
  foreignTaxMinor: line.foreign_tax_minor === null ? null : 0,
})

/** The kit's price on its parts by their own sales prices, evenly where none has one; per base unit, in micro. */
function sharesOf(reader: Reader, parts: readonly KitPart[], priceMicro: number): number[] {
  const worth = parts.map(({ itemId, quantityMicro }) =>
    multiplyDivide(requireItem(reader, itemId).salesPriceMicro, quantityMicro, MICRO),
  )
  const total = worth.reduce((sum, part) => sum + part, 0)
  return parts.map(({ quantityMicro }, at) => {
    const part =
      total === 0 ? multiplyDivide(priceMicro, 1, parts.length) : multiplyDivide(priceMicro, worth[at] ?? 0, total)
    return multiplyDivide(part, MICRO, quantityMicro)
  })
}

export const isKitPart = (line: OrderLineRow): boolean => line.kit_line_id !== null

interface Kit {
  readonly line: OrderLineRow
  readonly parts: readonly OrderLineRow[]
}

function kitsOf(lines: readonly OrderLineRow[]): Kit[] {
  const kits = lines.map((line) => ({ line, parts: lines.filter((part) => part.kit_line_id === line.id) }))
  return kits.filter(({ parts }) => parts.length > 0)
}

/** Kit lines go after their parts: delivered as whole kits left, given up as far as none can follow. */
export function settleKits(tx: Tx, orderId: number): void {
  const lines = orderStore.linesOf(tx, orderId)
  if (!lines.some(isKitPart)) return
  for (const part of lines.filter(isKitPart)) {
    const uncounted = part.shipped_micro - part.invoiced_micro
    if (uncounted !== 0) orderStore.addInvoiced(tx, part.id, uncounted)
  }
  for (const { line, parts } of kitsOf(lines)) {
    const shipped = wholeKits(line, parts, (part) => part.shipped_micro)
    if (shipped !== line.shipped_micro) orderStore.addShipped(tx, orderId, line.id, shipped - line.shipped_micro)
    const possible = wholeKits(line, parts, (part) => part.quantity_micro - part.cancelled_micro)
    const cancelled = line.quantity_micro - Math.max(possible, shipped)
    if (cancelled > line.cancelled_micro) orderStore.addCancelled(tx, line.id, cancelled - line.cancelled_micro, 0)
  }
}

/** Before parts come back from a shipment: what left counts as invoiced with its kit, and can't stay so. */
export function uncountParts(tx: Tx, orderId: number, back: ReadonlyMap<number, number>): void {
  for (const part of orderStore.linesOf(tx, orderId).filter(isKitPart)) {
    const quantity = back.get(part.id) ?? 0
    if (quantity > 0) orderStore.addInvoiced(tx, part.id, 0 - quantity)
  }
}

function wholeKits(line: OrderLineRow, parts: readonly OrderLineRow[], of: (part: OrderLineRow) => number): number {
  const whole = parts.map((part) => {
    const perKit = part.quantity_micro / (line.quantity_micro / MICRO)
    return Math.floor(of(part) / perKit)
  })
  return Math.min(...whole) * MICRO
}

/** What of a part an invoice has billed with its kit. */
export function billedWithKit(part: OrderLineRow, lines: readonly OrderLineRow[]): number {
  const kit = lines.find((line) => line.id === part.kit_line_id)
  return kit === undefined ? 0 : multiplyDivide(part.quantity_micro, kit.invoiced_micro, kit.quantity_micro)
}

/** Numbers of the kit lines that bring less than their parts cost on average. */
export function kitsBelowCost(reader: Reader, warehouseId: number, lines: readonly OrderLineRow[]): number[] {
  return kitsOf(lines)
    .filter(({ line, parts }) => {
      const costMinor = parts.reduce((sum, part) => {
        const { ownMicro, valueMinor } = stockOf(reader, warehouseId, part.item_id)
        return ownMicro === 0 ? sum : sum + multiplyDivide(valueMinor, part.quantity_micro, ownMicro)
      }, 0)
      return line.net_minor < costMinor
    })
    .map(({ line }) => line.line_number)
}
