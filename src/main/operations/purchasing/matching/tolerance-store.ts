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

const SET = `INSERT INTO purchasing_tolerance (supplier_id, over_receipt_micro, price_micro, price_minor, quantity_micro)
   VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (supplier_id) DO UPDATE SET over_receipt_micro = excluded.over_receipt_micro,
     price_micro = excluded.price_micro, price_minor = excluded.price_minor, quantity_micro = excluded.quantity_micro`

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

export const toleranceStore = {
  forSupplier: (reader: Reader, supplierId: number) => reader.first<Tolerance>(OF_SUPPLIER, [supplierId]),
  all: (reader: Reader) => reader.all<Row>(ALL),
  set(tx: Tx, supplierId: number, { overReceiptMicro, priceMicro, priceMinor, quantityMicro }: Tolerance): void {
    tx.run(SET, [supplierId, overReceiptMicro, priceMicro, priceMinor, quantityMicro])
  },
  remove(tx: Tx, supplierId: number): void {
    tx.run('DELETE FROM purchasing_tolerance WHERE supplier_id = ?', [supplierId])
  },
}
