import type { Reader } from '../../../kernel/db'
import type { BinKind } from '../tables'

const LABELS = `
  SELECT code FROM warehouse_bin
  WHERE warehouse_id = ?1 AND (?2 = '' OR code LIKE ?3) AND (?4 = '' OR kind = ?4)
  ORDER BY aisle, bay, level, id LIMIT ?5`

/** Codes of the bins that the filter names, in the order of the aisles; one more than `atMost` where there are more. */
export function binsToLabel(
  reader: Reader,
  input: {
    readonly warehouseId: number
    readonly filter: string
    readonly kind?: BinKind | undefined
    readonly atMost: number
  },
): { code: string }[] {
  const { warehouseId, filter, kind = '', atMost } = input
  return reader.all<{ code: string }>(LABELS, [warehouseId, filter, `%${filter}%`, kind, atMost + 1])
}
