import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import { itemStore, type ItemRow } from './item-store'

export interface Item {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly otherName: string
  readonly kind: 'stock' | 'service'
  readonly category: string
  readonly baseUnit: string
  readonly lotTracked: boolean
  readonly shelfLifeDays: number | null
  readonly taxCode: string
  readonly salesPriceMicro: number
  readonly purchasePriceMicro: number
  readonly supplierId: number | null
  readonly weightGrams: number
  readonly volumeMillilitres: number
  /** Each piece has a number of its own: a lot of one. */
  readonly serialTracked: boolean
  readonly brand: string
  /** Sold as one, kept as its parts. */
  readonly isKit: boolean
  readonly active: boolean
}

export function toItem(row: ItemRow): Item {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    otherName: row.other_name,
    kind: row.kind,
    category: row.category,
    baseUnit: row.base_unit,
    lotTracked: row.lot_tracked === 1,
    shelfLifeDays: row.shelf_life_days,
    taxCode: row.tax_code,
    salesPriceMicro: row.sales_price_micro,
    purchasePriceMicro: row.purchase_price_micro,
    supplierId: row.supplier_id,
    weightGrams: row.weight_grams,
    volumeMillilitres: row.volume_millilitres,
    serialTracked: row.serial_tracked === 1,
    brand: row.brand,
    isKit: row.is_kit === 1,
    active: row.active === 1,
  }
}

export function requireItem(reader: Reader, id: number): Item {
  const row = itemStore.byId(reader, id)
  return row === undefined ? refuse('items.itemUnknown') : toItem(row)
}
