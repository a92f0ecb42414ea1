import { MICRO, multiplyDivide } from '../../../../shared/values/integers'
import { requireSupplier } from '../../../foundation/parties'
import type { Reader, Tx } from '../../../kernel/db'

export interface Tolerance {
  /** Shares in micro: 50,000 is 5 %. */
  readonly overReceiptMicro: number
  readonly priceMicro: number
  /** A line may differ by this amount, whatever the share. */
  readonly priceMinor: number
  /** How much more than came an invoice may ask for. */
  readonly quantityMicro: number
}

const OF_SUPPLIER = `
  SELECT over_receipt_micro AS overReceiptMicro, price_micro AS priceMicro, price_minor AS priceMinor,
    quantity_micro AS quantityMicro
  FROM purchasing_tolerance WHERE supplier_id IN (?, 0) ORDER BY supplier_id DESC LIMIT 1`

/** The supplier's own rule, else the house's; undefined where there is none: then nothing is held. */
export function toleranceFor(reader: Reader, supplierId: number): Tolerance | undefined {
  return reader.first<Tolerance>(OF_SUPPLIER, [supplierId])
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
  tx.run(
    `INSERT INTO purchasing_tolerance (supplier_id, over_receipt_micro, price_micro, price_minor, quantity_micro)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (supplier_id) DO UPDATE SET over_receipt_micro = excluded.over_receipt_micro,
       price_micro = excluded.price_micro, price_minor = excluded.price_minor, quantity_micro = excluded.quantity_micro`,
    [input.supplierId ?? 0, input.overReceiptMicro, input.priceMicro, input.priceMinor, input.quantityMicro],
  )
  tx.announce({ kind: 'purchasing.toleranceSet', id: input.supplierId ?? 0 })
  return { done: true }
}

export function removeTolerance(tx: Tx, input: { supplierId: number | null }): { done: true } {
  tx.run('DELETE FROM purchasing_tolerance WHERE supplier_id = ?', [input.supplierId ?? 0])
  tx.announce({ kind: 'purchasing.toleranceRemoved', id: input.supplierId ?? 0 })
  return { done: true }
}

const ALL = `
  SELECT t.supplier_id AS supplierId, p.code, p.name, t.over_receipt_micro AS overReceiptMicro,
    t.price_micro AS priceMicro, t.price_minor AS priceMinor, t.quantity_micro AS quantityMicro
  FROM purchasing_tolerance t LEFT JOIN v_parties_partner p ON p.id = t.supplier_id
  ORDER BY t.supplier_id = 0 DESC, p.name`

interface Row extends Tolerance {
  readonly supplierId: number
  readonly code: string | null
  readonly name: string | null
}

export function listTolerances(reader: Reader) {
  return {
    rows: reader.all<Row>(ALL).map(({ supplierId, code, name, ...rule }) => ({
      ...rule,
      supplier: supplierId === 0 ? null : { id: supplierId, code: code ?? '', name: name ?? '' },
    })),
  }
}
