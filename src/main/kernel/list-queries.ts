import type { Reader } from './db'
import type { ListInput } from './list-input'

export interface ListQuery {
  /** What a row shows. */
  readonly columns: string
  /** `FROM ... WHERE ...` with the list's own parameters, numbered from ?1. */
  readonly from: string
  /** The columns a person may sort by, by their name in the contract. */
  readonly sorts: Readonly<Record<string, string>>
  /** What makes the order certain; without a sort the newest stand first. */
  readonly byId: string
  readonly params: readonly (string | number | null)[]
}

/** One page of a list and how many there are in all. */
export function listed<Row>(reader: Reader, input: ListInput, query: ListQuery): { rows: Row[]; total: number } {
  const { columns, from, sorts, byId, params } = query
  const column = input.sort === undefined ? undefined : sorts[input.sort]
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const order = `ORDER BY ${column === undefined ? '' : `${column} ${direction}, `}${byId} DESC`
  const page = `LIMIT ?${params.length + 1} OFFSET ?${params.length + 2}`
  return {
    rows: reader.all<Row>(`SELECT ${columns} ${from} ${order} ${page}`, [...params, input.limit, input.offset]),
    total: reader.first<{ total: number }>(`SELECT count(*) AS total ${from}`, [...params])?.total ?? 0,
  }
}
