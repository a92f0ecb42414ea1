import type { TFunction } from 'i18next'
import type { Refusal } from '../../../shared/errors'
import type { EntryColumn } from '../../ui'
import { itemLookup } from './item-lookup'

/** Goods as one types them: an item and how many. */
export interface GoodsLine {
  readonly key: string
  readonly itemId: number | undefined
  readonly itemText: string
  readonly quantityMicro: number | undefined
}

export interface LotLine extends GoodsLine {
  readonly lotCode: string
}

export const newGoodsLine = (): GoodsLine => ({
  key: crypto.randomUUID(),
  itemId: undefined,
  itemText: '',
  quantityMicro: undefined,
})
export const newLotLine = (): LotLine => ({ ...newGoodsLine(), lotCode: '' })

/** The item, looked up by code, name, barcode or pinyin. */
export const itemColumn = <Line extends Pick<GoodsLine, 'itemId' | 'itemText'>>(title: string): EntryColumn<Line> => ({
  key: 'itemId',
  title,
  kind: 'lookup',
  read: (line) => line.itemText,
  lookup: itemLookup<Line>({
    choose: (line, item) => ({ ...line, itemId: Number(item.key), itemText: `${item.code} ${item.name}` }),
    clear: (line) => ({ ...line, itemId: undefined, itemText: '' }),
  }),
})

export const quantityColumn = <Line extends Pick<GoodsLine, 'quantityMicro'>>(title: string): EntryColumn<Line> => ({
  key: 'quantityMicro',
  title,
  kind: 'quantity',
  width: 130,
  read: (line) => line.quantityMicro,
  write: (line, value) => ({ ...line, quantityMicro: typeof value === 'number' ? value : undefined }),
})

export const priceColumn = <Line extends { readonly priceMicro: number | undefined }>(
  title: string,
): EntryColumn<Line> => ({
  key: 'priceMicro',
  title,
  kind: 'price',
  width: 130,
  read: (line) => line.priceMicro,
  write: (line, value) => ({ ...line, priceMicro: typeof value === 'number' ? value : undefined }),
})

export const lotColumn = <Line extends Pick<LotLine, 'lotCode'>>(title: string): EntryColumn<Line> => ({
  key: 'lotCode',
  title,
  kind: 'text',
  width: 150,
  read: (line) => line.lotCode,
  write: (line, value) => ({ ...line, lotCode: typeof value === 'string' ? value.trim() : '' }),
})

export const expiryColumn = <Line extends { readonly expiresOn: string | undefined }>(
  title: string,
): EntryColumn<Line> => ({
  key: 'expiresOn',
  title,
  kind: 'date',
  width: 140,
  read: (line) => line.expiresOn,
  write: (line, value) => ({ ...line, expiresOn: typeof value === 'string' && value !== '' ? value : undefined }),
})

/** Item, lot, quantity. */
export const lotColumns = <Line extends LotLine>(t: TFunction): EntryColumn<Line>[] => [
  itemColumn(t('stock.item')),
  lotColumn(t('stock.lot')),
  quantityColumn(t('stock.quantity')),
]

type Whole<Line> = Line & { readonly itemId: number; readonly quantityMicro: number }

/** The lines that name an item and how many; undefined while one is begun and not finished. None begun: an empty list. */
export function begunGoods<Line extends GoodsLine>(lines: readonly Line[]): Whole<Line>[] | undefined {
  const begun = lines.filter((line) => line.itemId !== undefined)
  const whole = begun.filter((line): line is Whole<Line> => (line.quantityMicro ?? 0) > 0)
  return whole.length === begun.length ? whole : undefined
}

/** As `begunGoods`, and undefined where there is none. */
export function wholeGoods<Line extends GoodsLine>(lines: readonly Line[]): Whole<Line>[] | undefined {
  const whole = begunGoods(lines)
  return whole?.length === 0 ? undefined : whole
}

/** A lot as the contract wants it: left out where none is named. */
export const namedLot = (lotCode: string): { lotCode?: string } => (lotCode === '' ? {} : { lotCode })

/** Where a refusal stands in a grid of such lines: `lines.2.lotCode`. */
export function gridErrors(refusal: Refusal | undefined, part: string, text: (refusal: Refusal) => string) {
  const [name, line, column] = (refusal?.field ?? '').split('.')
  if (refusal === undefined || name !== part || line === undefined) return []
  return [{ line: Number(line), column: column ?? 'quantityMicro', message: text(refusal) }]
}
