import type { TFunction } from 'i18next'
import { itemLookup } from '../../../app/orders/item-lookup'
import type { EntryColumn } from '../../../ui'
import type { Refusal } from '../../../../shared/errors'

/** Goods as one types them: an item, perhaps its lot, how many. */
export interface GoodsLine {
  readonly key: string
  readonly itemId: number | undefined
  readonly itemText: string
  readonly lotCode: string
  readonly quantityMicro: number | undefined
}

let lastKey = 0
export const newGoodsLine = (): GoodsLine => {
  lastKey += 1
  return { key: `goods-${String(lastKey)}`, itemId: undefined, itemText: '', lotCode: '', quantityMicro: undefined }
}

export function goodsColumns<Line extends GoodsLine>(t: TFunction): EntryColumn<Line>[] {
  return [
    {
      key: 'itemId',
      title: t('stock.item'),
      kind: 'lookup',
      read: (line) => line.itemText,
      lookup: itemLookup<Line>({
        choose: (line, item) => ({ ...line, itemId: Number(item.key), itemText: `${item.code} ${item.name}` }),
        clear: (line) => ({ ...line, itemId: undefined, itemText: '' }),
      }),
    },
    {
      key: 'lotCode',
      title: t('stock.lot'),
      kind: 'text',
      width: 160,
      read: (line) => line.lotCode,
      write: (line, value) => ({ ...line, lotCode: typeof value === 'string' ? value : '' }),
    },
    {
      key: 'quantityMicro',
      title: t('stock.quantity'),
      kind: 'quantity',
      width: 130,
      read: (line) => line.quantityMicro,
      write: (line, value) => ({ ...line, quantityMicro: typeof value === 'number' ? value : undefined }),
    },
  ]
}

/** The lines that are whole; undefined while one is begun and not finished, or there is none. */
export function wholeGoods<Line extends GoodsLine>(
  lines: readonly Line[],
): { line: Line; itemId: number; lotCode: string | undefined; quantityMicro: number }[] | undefined {
  const started = lines.filter((line) => line.itemId !== undefined)
  const whole = started.flatMap((line) => {
    const { itemId, quantityMicro } = line
    if (itemId === undefined || quantityMicro === undefined || quantityMicro <= 0) return []
    return [{ line, itemId, quantityMicro, lotCode: line.lotCode.trim() === '' ? undefined : line.lotCode.trim() }]
  })
  return whole.length === 0 || whole.length !== started.length ? undefined : whole
}

/** Where a refusal stands in a grid of such lines: `lines.2.lotCode`. */
export function gridErrors(refusal: Refusal | undefined, part: string, text: (refusal: Refusal) => string) {
  const [name, line, column] = (refusal?.field ?? '').split('.')
  if (refusal === undefined || name !== part || line === undefined) return []
  return [{ line: Number(line), column: column ?? 'quantityMicro', message: text(refusal) }]
}
