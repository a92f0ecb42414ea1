import { refuse } from '../../../shared/errors'
import type { LabelValues } from '../../../shared/labels/template'
import { dateForCode } from '../../../shared/values/barcodes'
import { formatQuantity, formatScaled } from '../../../shared/values/format'
import { companyProfile } from '../../foundation/company'
import { barcodesOfItems, requireItem } from '../../foundation/items'
import type { Reader } from '../../kernel/db'
import { jobStore } from './job-store'

export interface LabelContent {
  /** what the queue calls it */
  readonly title: string
  readonly values: LabelValues
}

/** The fields of an item: its EAN where it has one, else its own code stands in the barcode. */
export function itemContent(reader: Reader, itemId: number): LabelContent {
  const item = requireItem(reader, itemId)
  const ean = (barcodesOfItems(reader, [itemId]).get(itemId) ?? []).find((code) => /^\d{13}$/.test(code))
  const price = formatScaled(item.salesPriceMicro, 6, { minDecimals: 2 })
  return {
    title: `${item.code} ${item.name}`,
    values: {
      itemName: item.name,
      itemCode: item.code,
      unit: item.baseUnit,
      price: `${companyProfile(reader).currency} ${price}`,
      ...(ean === undefined ? { ownCode: 'yes' } : { ean }),
    },
  }
}

export function binContent(reader: Reader, binId: number): LabelContent {
  const bin = jobStore.bin(reader, binId) ?? refuse('labels.binUnknown')
  return { title: bin.code, values: { bin: bin.code, warehouse: bin.name } }
}

/** One label for each line of a goods receipt that has a lot. */
export function receiptContents(reader: Reader, receiptId: number, isChinese: boolean): LabelContent[] {
  const lines = jobStore.receiptLines(reader, receiptId)
  if (lines.length === 0) refuse('labels.receiptUnknown')
  return lines.flatMap((line) => {
    if (line.lot_code === null) return []
    const { values, title } = itemContent(reader, line.item_id)
    const { ean } = values
    const expires = line.expires_on
    return [
      {
        title: `${title} · ${line.lot_code}`,
        values: {
          ...values,
          lot: line.lot_code,
          lotWord: isChinese ? '批号' : 'Lot',
          expiryWord: isChinese ? '有效期至' : 'Use by',
          document: line.number,
          quantity: formatQuantity(line.quantity_micro, { unit: values['unit'] ?? '' }),
          ...(expires === null ? {} : { expiryShown: expires, expiry: dateForCode(expires) }),
          ...(ean === undefined ? { noGtin: 'yes' } : { gtin: ean.padStart(14, '0') }),
        },
      },
    ]
  })
}
