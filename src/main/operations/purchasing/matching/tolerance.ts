import { MICRO, multiplyDivide } from '../../../../shared/values/integers'
import { requireSupplier } from '../../../foundation/parties'
import type { Reader, Tx } from '../../../kernel/db'
import { toleranceStore, type Tolerance } from './tolerance-store'

export type { Tolerance }

/** The supplier's own rule, else the house's; undefined where there is none: then nothing is held. */
export function toleranceFor(reader: Reader, supplierId: number): Tolerance | undefined {
  return toleranceStore.forSupplier(reader, supplierId)
}

/** How much of an order line may come in altogether. */
export function receivableOf(orderedMicro: number, tolerance: Tolerance | undefined): number {
  if (tolerance === undefined) return orderedMicro
  return orderedMicro + multiplyDivide(orderedMicro, tolerance.overReceiptMicro, MICRO)
}

/** How much an invoice may ask for where so much came and is not invoiced. */
export function billableOf(openMicro: number, tolerance: Tolerance | undefined): number {
  return tolerance === undefined ? openMicro : openMicro + multiplyDivide(openMicro, tolerance.quantityMicro, MICRO)
}

export interface LineMatch {
  readonly result: 'matched' | 'price-difference'
  readonly orderPriceMicro: number
  /** Asked less agreed, net. */
  readonly differenceMinor: number
  /** null: no rule says. */
  readonly allowedMinor: number | null
}

/** What an invoice asks for a line against what was agreed: within the greater of the share and the amount it matches. */
export function matchPrice(
  line: { readonly netMinor: number; readonly agreedMinor: number; readonly orderPriceMicro: number },
  tolerance: Tolerance | undefined,
): LineMatch {
  const differenceMinor = line.netMinor - line.agreedMinor
  const allowedMinor =
    tolerance === undefined
      ? null
      : Math.max(tolerance.priceMinor, multiplyDivide(line.agreedMinor, tolerance.priceMicro, MICRO))
  const result = Math.abs(differenceMinor) <= (allowedMinor ?? 0) ? 'matched' : 'price-difference'
  return { result, orderPriceMicro: line.orderPriceMicro, differenceMinor, allowedMinor }
}

interface SetTolerance extends Tolerance {
  readonly supplierId: number | null
}

export function setTolerance(tx: Tx, input: SetTolerance): { done: true } {
  if (input.supplierId !== null) requireSupplier(tx, input.supplierId)
  toleranceStore.set(tx, input.supplierId ?? 0, input)
  tx.announce({ kind: 'purchasing.toleranceSet', id: input.supplierId ?? 0 })
  return { done: true }
}

export function removeTolerance(tx: Tx, input: { supplierId: number | null }): { done: true } {
  toleranceStore.remove(tx, input.supplierId ?? 0)
  tx.announce({ kind: 'purchasing.toleranceRemoved', id: input.supplierId ?? 0 })
  return { done: true }
}

export function listTolerances(reader: Reader) {
  return {
    rows: toleranceStore.all(reader).map(({ supplierId, code, name, ...rule }) => ({
      ...rule,
      supplier: supplierId === 0 ? null : { id: supplierId, code: code ?? '', name: name ?? '' },
    })),
  }
}
