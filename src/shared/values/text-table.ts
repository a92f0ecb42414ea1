export interface TextColumn {
  readonly title: string
  /** Numbers stand at the right. */
  readonly right?: boolean
}

/** Lines of a table with aligned columns for a terminal or a printer with one width of letters. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  totals?: readonly string[],
): string {
  const all = totals === undefined ? rows : [...rows, totals]
  const widths = columns.map((column, index) =>
    all.reduce((widest, row) => Math.max(widest, textWidth(row[index] ?? '')), textWidth(column.title)),
  )
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => padded(cells[index] ?? '', widths[index] ?? 0, column.right === true))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  const foot = totals === undefined ? [] : [rule, line(totals)]
  return [line(columns.map((column) => column.title)), rule, ...rows.map(line), ...foot].join('\n')
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)))
  return right ? space + text : text + space
}

/** Wide and full-width characters of Unicode's East Asian Width (UAX #11), and emoji: two places each. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const NO_WIDTH = /[\p{Mark}\p{Format}]/u

/** Places that a text takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}
