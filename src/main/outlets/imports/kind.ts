import type { BusinessDate } from '../../../shared/values/date'
import type { Reader } from '../../kernel/db'
import type { GivenCommand } from '../../kernel/dispatch'
import type { Cells, Column } from './cells'

export interface Context {
  readonly reader: Reader
  readonly today: BusinessDate
  readonly moneyDecimals: number
}

/** One table of master data: how its rows are read, what keeps them, and which commands bring them there and back. */
export interface Kind {
  readonly columns: readonly Column[]
  /** All rows, as `name AS column` by the columns' names, with `id` and `active` of what is kept. */
  readonly rows: string
  /** What SQL alone cannot say of a row. */
  readonly shape?: (context: Context, row: Row) => Row
  /** What of them has this key: conditions on `?1`, `?2`, … in the order of the key columns. */
  readonly byKey: string
  /** Conditions of the rows that an export shows. */
  readonly shown: string
  readonly order: string
  /** Brings a row to where its cells say; refuses, with the column as field, what does not fit. */
  readonly give: (context: Context, cells: Cells, kept: Kept | undefined) => readonly GivenCommand[]
  /** Takes away what an import had added. */
  readonly takeBack: (context: Context, cells: Cells, kept: Kept) => readonly GivenCommand[]
  /** Who may take all of it out; beside `data.export`. */
  readonly tellsCost?: true
}

export type Row = Readonly<Record<string, string | number | null>>

export interface Kept {
  readonly id: number
  /** Archived: a row of its key brings it back. */
  readonly isAway: boolean
  readonly row: Row
  readonly cells: Cells
}
