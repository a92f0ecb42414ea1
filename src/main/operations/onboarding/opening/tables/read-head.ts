import { resources } from '../../../../../shared/i18n'
import { plain, type CellError } from './cells'

/** Titles of a part's columns by which other programs call them, the best first. */
export type Titles<Column extends string> = Readonly<Record<Column, readonly string[]>>

export interface ReadTable<Column extends string> {
  /** Rows below the titles, with the row of the file they stand in. */
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<Column, string>> }[]
  readonly found: ReadonlySet<Column>
  readonly errors: readonly CellError[]
}

type PartName = keyof typeof resources.en.translation.opening.columns

const HEAD_ROWS = 15

/**
 * Finds the titles of a table, wherever a report puts them: below headings, or in two rows where the upper one spans
 * several columns. A column that none of the titles names reads as empty.
 */
export function readHead<Column extends string>(
  table: readonly (readonly string[])[],
  part: PartName,
  titles: Titles<Column>,
  needed: readonly NoInfer<Column>[],
): ReadTable<Column> {
  const columns = Object.keys(titles) as Column[]
  const known = knownTitles(part, titles)
  let best: { places: ReadonlyMap<Column, number>; bodyAt: number } = { places: new Map(), bodyAt: 1 }
  for (let at = 0; at < Math.min(table.length, HEAD_ROWS); at += 1) {
    const single = (table[at] ?? []).map(plain)
    const double = joined(table[at] ?? [], table[at + 1] ?? [])
    for (const [places, bodyAt] of [
      [placesOf(single, known), at + 1],
      [placesOf(double, known), at + 2],
    ] as const) {
      if (places.size > best.places.size) best = { places, bodyAt }
    }
  }
  const missing = needed.filter((column) => !best.places.has(column))
  if (missing.length > 0) {
    const errors = missing.map((column) => ({ row: 0, column, code: 'columnMissing', value: '' }))
    return { rows: [], found: new Set(best.places.keys()), errors }
  }
  const rows = table.slice(best.bodyAt).flatMap((cells, at) => {
    if (cells.every((cell) => cell === '')) return []
    const read = columns.map((column) => [column, (cells[best.places.get(column) ?? -1] ?? '').trim()] as const)
    return [{ row: best.bodyAt + at + 1, cells: Object.fromEntries(read) as Record<Column, string> }]
  })
  return { rows, found: new Set(best.places.keys()), errors: [] }
}

/** What a title stands for, and how good a title for it that is: the lower the better. */
function knownTitles<Column extends string>(part: PartName, titles: Titles<Column>) {
  const known = new Map<string, { column: Column; rank: number }>()
  for (const column of Object.keys(titles) as Column[]) {
    const ours = Object.values(resources).map(
      ({ translation }) => (translation.opening.columns[part] as Readonly<Record<string, string>>)[column] ?? '',
    )
    for (const [rank, title] of [column, ...ours, ...titles[column]].entries()) {
      const text = plain(title)
      if (text !== '' && !known.has(text)) known.set(text, { column, rank })
    }
  }
  return known
}

/** Two rows of titles: each lower one behind the upper one that spans it. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let span = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const below = plain(lower[at] ?? '')
    const above = plain(upper[at] ?? '')
    if (above !== '') span = above
    return below === '' ? above : span + below
  })
}

function placesOf<Column extends string>(
  row: readonly string[],
  known: ReadonlyMap<string, { column: Column; rank: number }>,
): ReadonlyMap<Column, number> {
  const ranks = new Map<Column, number>()
  const places = new Map<Column, number>()
  for (const [at, title] of row.entries()) {
    const meant = known.get(title)
    if (meant === undefined || meant.rank >= (ranks.get(meant.column) ?? Infinity)) continue
    ranks.set(meant.column, meant.rank)
    places.set(meant.column, at)
  }
  return places
}
