import type { ReactNode } from 'react'

export type EntryKind = 'text' | 'lookup' | 'quantity' | 'money' | 'price' | 'percent' | 'integer' | 'date' | 'readonly'

/** What a cell holds: text, an integer in its smallest unit, an ISO day; undefined where nothing is entered. */
export type EntryValue = string | number | undefined

export interface LookupItem {
  readonly key: string
  /** What identifies it on paper: item code, partner number. */
  readonly code: string
  readonly name: string
  /** A softer third text: barcode, stock, price. */
  readonly detail?: string
  /** Other texts that mean exactly this item: barcodes, old codes. */
  readonly aliases?: readonly string[]
  /** What was scanned for it, where the code says more than which item it is. */
  readonly scan?: string
}

export interface EntryLookup<Line, Item extends LookupItem = LookupItem> {
  /** Finds by code, name, barcode, pinyin, best first; about ten are enough. With no text: what is usual. */
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly Item[]>
  /** Takes the chosen item into the line, with all that follows from it (unit, price, tax). */
  readonly choose: (line: Line, item: Item) => Line
  /** Takes the item out of the line again. */
  readonly clear: (line: Line) => Line
  /** Puts the choice of one line into another, for fill down. Without it the column is not filled. */
  readonly copy?: (from: Line, to: Line) => Line
  /** Makes a new one from what was typed, without leaving the line; undefined when the person gave up. */
  readonly create?: (text: string) => Promise<Item | undefined>
}

export interface EntryColumn<Line> {
  readonly key: string
  readonly title: string
  readonly kind: EntryKind
  /** Pixels; text and lookup columns take what is left. */
  readonly width?: number
  /** Lookup: the text to show for the chosen item. Money in minor units; quantity, price, percent in micro. */
  readonly read: (line: Line) => EntryValue
  /** A new line with the value in it. Not needed for lookup and readonly. */
  readonly write?: (line: Line, value: EntryValue) => Line
  readonly lookup?: EntryLookup<Line>
  /** What a text stands for beside a number of its own: `=` for the amount that is still missing. */
  readonly meaning?: (text: string, line: Line, lines: readonly Line[]) => EntryValue
  /** False where this line's cell can't be changed. */
  readonly isEditable?: (line: Line) => boolean
  /** Numbers stand at the end by themselves; a readonly cell that shows one says so. */
  readonly isNumber?: boolean
  /** Draws a readonly cell. */
  readonly render?: (line: Line) => ReactNode
  /** Money: the currency that decides the decimals. */
  readonly currency?: string
  /** Money: where the line decides it. */
  readonly currencyOf?: (line: Line) => string | undefined
  /** Not copied by fill down, for example serial numbers. */
  readonly isUnique?: boolean
}

export interface EntryError {
  /** Place of the line. */
  readonly line: number
  readonly column: string
  readonly message: string
  readonly mend?: { readonly label: string; readonly onMend: () => void }
}

export const numberKinds: ReadonlySet<EntryKind> = new Set(['quantity', 'money', 'price', 'percent', 'integer'])

const widths: Readonly<Partial<Record<EntryKind, number>>> = {
  quantity: 104,
  money: 120,
  price: 112,
  percent: 80,
  integer: 80,
  date: 120,
}

export function isNumberCell(column: Pick<EntryColumn<never>, 'kind' | 'isNumber'>): boolean {
  return column.isNumber ?? numberKinds.has(column.kind)
}

export function isEditable<Line>(column: EntryColumn<Line>, line: Line): boolean {
  if (column.kind === 'readonly') return false
  if (column.kind === 'lookup' ? column.lookup === undefined : column.write === undefined) return false
  return column.isEditable?.(line) ?? true
}

export function entryTemplate<Line>(columns: readonly EntryColumn<Line>[], edges: readonly [number, number]) {
  const least = columns.map((column) => column.width ?? widths[column.kind] ?? 160)
  const grows = columns.map((column) => column.width === undefined && widths[column.kind] === undefined)
  const tracks = least.map((width, at) =>
    grows[at] === true ? `minmax(${String(width)}px, 1fr)` : `${String(width)}px`,
  )
  return {
    template: `${String(edges[0])}px ${tracks.join(' ')} ${String(edges[1])}px`,
    minWidth: least.reduce((sum, width) => sum + width, edges[0] + edges[1]),
  }
}
