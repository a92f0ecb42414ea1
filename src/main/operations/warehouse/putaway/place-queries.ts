import type { Reader } from '../../../kernel/db'
import type { Climate } from './places'

export interface ListItemPlaces {
  readonly warehouseId: number
  readonly only: 'all' | 'withBin' | 'withoutBin' | 'climate'
  readonly offset: number
  readonly limit: number
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly filter: string
}

interface PlaceRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly category: string
  readonly temperature: Climate['temperature']
  readonly binId: number | null
  readonly binCode: string | null
  readonly minimumMicro: number | null
  readonly maximumMicro: number | null
  readonly class: 'A' | 'B' | 'C' | null
  readonly picks: number
}

const FROM = `
  FROM v_items_item i
  LEFT JOIN warehouse_pick_face f ON f.item_id = i.id AND f.warehouse_id = ?1
  LEFT JOIN warehouse_bin b ON b.id = f.bin_id
  LEFT JOIN warehouse_item_climate c ON c.item_id = i.id
  LEFT JOIN warehouse_velocity v ON v.item_id = i.id AND v.warehouse_id = ?1
  WHERE i.kind = 'stock' AND i.active = 1
    AND (?2 = '' OR i.code LIKE ?3 OR i.name LIKE ?3 OR b.code LIKE ?3)`
const ONLY = {
  all: '',
  withBin: 'AND f.bin_id IS NOT NULL',
  withoutBin: 'AND f.bin_id IS NULL',
  climate: 'AND c.temperature IS NOT NULL',
} as const
const SORTS = {
  code: 'i.code',
  name: 'i.name',
  category: 'i.category',
  binCode: 'b.code',
  class: 'v.class',
  picks: 'v.picks',
} as const

/** Items with the place they belong to in a house. */
export function listItemPlaces(reader: Reader, input: ListItemPlaces) {
  const { warehouseId, filter, offset, limit } = input
  const where = `${FROM} ${ONLY[input.only]}`
  const bound = [warehouseId, filter, `%${filter}%`]
  const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${where}`, bound)?.total ?? 0
  const sort = SORTS[input.sort as keyof typeof SORTS] ?? SORTS.code
  const rows = reader.all<PlaceRow>(
    `SELECT i.id, i.code, i.name, i.base_unit AS baseUnit, i.category, coalesce(c.temperature, '') AS temperature,
      f.bin_id AS binId, b.code AS binCode, f.minimum_micro AS minimumMicro, f.maximum_micro AS maximumMicro, v.class,
      coalesce(v.picks, 0) AS picks
    ${where} ORDER BY ${sort} IS NULL, ${sort} ${input.descending ? 'DESC' : 'ASC'}, i.id LIMIT ?4 OFFSET ?5`,
    [...bound, limit, offset],
  )
  return {
    rows: rows.map(({ id, code, name, baseUnit, binId, binCode, ...rest }) => ({
      id,
      item: { id, code, name, baseUnit },
      bin: binId === null || binCode === null ? null : { id: binId, code: binCode },
      ...rest,
    })),
    total,
    sums: {},
  }
}
