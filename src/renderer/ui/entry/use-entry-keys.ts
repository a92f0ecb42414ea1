import { type KeyboardEvent, useRef, useState } from 'react'
import { type EntryColumn, isEditable, type LookupItem } from './entry-columns'
import { type Cell, type GridShape, moveCell, nextCell } from './entry-moves'
import { meantItem } from './entry-text'
import type { EntryLines } from './use-entry-lines'
import { type Lookup, useLookup } from './use-lookup'

export interface EntryKeysInput<Line> {
  readonly columns: readonly EntryColumn<Line>[]
  readonly lineCount: number
  readonly rows: number
  readonly entry: EntryLines<Line>
  /** Enter on the empty new line: the lines are complete. */
  readonly onFinish: (() => void) | undefined
}

export interface EntryKeys {
  readonly active: Cell
  /** First and last row of the marked part of the column. */
  readonly range: readonly [number, number]
  /** What is being typed, or undefined while the cell shows its value. */
  readonly draft: string | undefined
  readonly lookup: Lookup
  readonly type: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  /** Takes what is typed into the line. `byHand`: Enter or Tab, which may take the highlighted choice. */
  readonly commit: (byHand: boolean) => void
  readonly activate: (cell: Cell) => void
  readonly pick: (index: number) => void
}

function clampCell(cell: Cell, rows: number, columns: number): Cell {
  return { row: Math.min(cell.row, Math.max(0, rows - 1)), column: Math.min(cell.column, Math.max(0, columns - 1)) }
}

/** The item Enter takes: what the text means exactly, else what is highlighted on the screen. */
function chosenItem(lookup: Lookup, text: string): LookupItem | undefined {
  if (lookup.current === undefined) return undefined
  return lookup.highlighted === 0 ? (meantItem(text, lookup.items) ?? lookup.current) : lookup.current
}

/** The keyboard of an entry grid: one cell is active, typing edits it, keys move it. */
export function useEntryKeys<Line>(input: EntryKeysInput<Line>): EntryKeys {
  const { columns, lineCount, rows, entry, onFinish } = input
  const shape: GridShape = {
    rows,
    columns: columns.length,
    canEnter: ({ row, column: at }) => {
      const column = columns[at]
      return column !== undefined && isEditable(column, entry.lineAt(row))
    },
  }
  const [stored, setActive] = useState<Cell>(() => nextCell(shape, { row: 0, column: -1 }, 1) ?? { row: 0, column: 0 })
  const [draft, setDraft] = useState<string>()
  const [anchorRow, setAnchorRow] = useState<number>()
  const active = clampCell(stored, rows, columns.length)
  const lookup = useLookup(columns[active.column]?.lookup)
  // A draft is taken once, though Enter is followed by the blur of the cell that it leaves.
  const isTaken = useRef(true)

  const endEdit = (): void => {
    isTaken.current = true
    setDraft(undefined)
    lookup.close()
  }
  const create = async (cell: Cell, text: string): Promise<void> => {
    const item = await columns[cell.column]?.lookup?.create?.(text)
    if (item === undefined) entry.enter(cell, text)
    else entry.choose(cell, item)
  }
  const commit = (byHand: boolean): void => {
    const item = byHand && lookup.isOpen && draft?.trim() !== '' ? chosenItem(lookup, draft ?? '') : undefined
    if (item !== undefined) entry.choose(active, item)
    else if (byHand && lookup.isCreateCurrent) void create(active, lookup.text.trim())
    else if (draft !== undefined && !isTaken.current) entry.enter(active, draft)
    endEdit()
  }
  const activate = (cell: Cell): void => {
    setAnchorRow(undefined)
    setActive(cell)
  }
  const go = (cell: Cell | undefined, event: KeyboardEvent): void => {
    if (cell === undefined) return
    activate(cell)
    event.preventDefault()
  }
  const sideways = (step: 1 | -1, event: KeyboardEvent): void => {
    const next = nextCell(shape, active, step)
    if (next?.row === active.row) go(next, event)
  }
  const vertical = (step: number, event: KeyboardEvent): void => {
    commit(false)
    if (event.shiftKey) setAnchorRow(anchorRow ?? active.row)
    const target = moveCell(shape, active, step, 0)
    if (event.shiftKey) setActive(target)
    else activate(target)
    event.preventDefault()
  }
  const range: readonly [number, number] = [
    Math.min(anchorRow ?? active.row, active.row),
    Math.max(anchorRow ?? active.row, active.row),
  ]

  const onForward = (event: KeyboardEvent): void => {
    const isEnter = event.key === 'Enter'
    const isAtEnd = isEnter && active.row >= lineCount && draft === undefined && !event.shiftKey
    commit(true)
    if (isAtEnd && onFinish !== undefined) {
      onFinish()
      event.preventDefault()
      return
    }
    // From the empty new line Tab leaves the grid.
    if (!isEnter && !event.shiftKey && active.row >= lineCount && (draft ?? '') === '' && !lookup.isOpen) return
    const step = event.shiftKey ? -1 : 1
    // The row that this entry just made is not drawn yet, but it is where the next cell is.
    const grown = { ...shape, rows: active.row >= lineCount ? rows + 1 : rows }
    const next = nextCell(grown, active, step)
    if (next !== undefined) go(next, event)
    else if (isEnter) event.preventDefault()
  }
  const onControl = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter') commit(true)
    else if (event.key.toLowerCase() === 'd') {
      commit(false)
      entry.fill(active.column, range)
      event.preventDefault()
    } else if (event.key === 'Delete') {
      endEdit()
      entry.remove(range[0], Math.min(range[1], lineCount - 1))
      activate({ ...active, row: range[0] })
      event.preventDefault()
    } else if (event.key === 'Home' || event.key === 'End') {
      commit(false)
      go(moveCell(shape, active, event.key === 'Home' ? -rows : rows, 0), event)
    } else return false
    return true
  }
  const onEditing = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') {
      if (draft === undefined && !lookup.isOpen) {
        entry.forget(active)
        return
      }
      endEdit()
      event.stopPropagation()
    } else if (event.key === 'F2' && draft === undefined) {
      isTaken.current = false
      setDraft(event.currentTarget.value)
    } else if (event.key === 'F4' || (event.key === 'ArrowDown' && event.altKey)) lookup.open(draft ?? '')
    else return
    event.preventDefault()
  }

  return {
    active,
    range,
    draft,
    lookup,
    type: (text) => {
      isTaken.current = false
      setDraft(text)
      if (columns[active.column]?.kind === 'lookup') lookup.open(text)
    },
    commit,
    activate,
    pick: (index) => {
      const item = lookup.items[index]
      if (item === undefined) void create(active, lookup.text.trim())
      else entry.choose(active, item)
      endEdit()
    },
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        onControl(event)
        return
      }
      const isVertical = event.key === 'ArrowDown' || event.key === 'ArrowUp'
      const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : -1
      if (isVertical && !event.altKey && lookup.isOpen) {
        lookup.move(step)
        event.preventDefault()
      } else if (event.key === 'Enter' || event.key === 'Tab') onForward(event)
      else if (isVertical && !event.altKey) vertical(step, event)
      else if (draft === undefined && !event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
        sideways(step, event)
      } else onEditing(event)
    },
  }
}
