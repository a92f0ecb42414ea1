/** Where the keys lead in a grid, and what they do to the lines. Pure. */
import { type EntryColumn, type EntryValue, isEditable } from './entry-columns'

export interface Cell {
  readonly row: number
  readonly column: number
}

export interface GridShape {
  /** Rows that can be entered, including the new one at the end. */
  readonly rows: number
  readonly columns: number
  readonly canEnter: (cell: Cell) => boolean
}

/** The next cell to type in, to the right and then down; undefined at the end of the grid. */
export function nextCell(shape: GridShape, from: Cell, step: 1 | -1): Cell | undefined {
  const last = shape.rows * shape.columns
  for (let at = from.row * shape.columns + from.column + step; at >= 0 && at < last; at += step) {
    const cell = { row: Math.floor(at / shape.columns), column: at % shape.columns }
    if (shape.canEnter(cell)) return cell
  }
  return undefined
}

/** Up, down, left and right: to any cell, entered or not, and never beyond the edge. */
export function moveCell(shape: GridShape, from: Cell, rows: number, columns: number): Cell {
  const clamp = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value))
  return { row: clamp(from.row + rows, shape.rows), column: clamp(from.column + columns, shape.columns) }
}

export function replaceLine<Line>(lines: readonly Line[], row: number, line: Line): Line[] {
  return row < lines.length ? lines.with(row, line) : [...lines, line]
}

export function writeCell<Line>(column: EntryColumn<Line>, line: Line, value: EntryValue): Line {
  if (column.kind === 'lookup') return value === undefined ? (column.lookup?.clear(line) ?? line) : line
  return column.write?.(line, value) ?? line
}

/**
 * Fill down: the value of the first row into the rows below it; with a single row, the value above into it.
 * A lookup is copied by its own `copy`, because its choice is more than the text shown.
 */
export function fillDown<Line>(
  lines: readonly Line[],
  column: EntryColumn<Line>,
  range: readonly [first: number, last: number],
  newLine: () => Line,
): readonly Line[] {
  const [first, last] = range
  const sourceAt = first === last ? first - 1 : first
  const source = lines[sourceAt]
  const copy = column.kind === 'lookup' ? column.lookup?.copy : undefined
  if (source === undefined || column.isUnique === true || (column.kind === 'lookup' && copy === undefined)) return lines
  const filled = [...lines]
  for (let row = sourceAt + 1; row <= last; row += 1) {
    const line = filled[row] ?? newLine()
    if (!isEditable(column, line)) continue
    filled[row] = copy === undefined ? writeCell(column, line, column.read(source)) : copy(source, line)
  }
  return filled
}
