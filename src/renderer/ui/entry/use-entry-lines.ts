import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDate } from '../../../shared/values/date'
import { useLanguage } from '../theme/ui-provider'
import { type EntryColumn, type EntryError, isEditable, type LookupItem } from './entry-columns'
import { type Cell, fillDown, replaceLine, writeCell } from './entry-moves'
import { type CellProblem, cellText, formatOf, meantItem, readCell } from './entry-text'

export interface EntryLinesInput<Line> {
  readonly columns: readonly EntryColumn<Line>[]
  readonly lines: readonly Line[]
  readonly onChange: (lines: readonly Line[]) => void
  readonly newLine: () => Line
  readonly lineKey: (line: Line) => string
}

/** Text that could not be taken into the line (yet): it stays visible, so that nothing typed is lost. */
interface Kept {
  readonly text: string
  /** Undefined while it is being looked up. */
  readonly message: string | undefined
}

export interface EntryLines<Line> {
  /** The line at a row; a fresh one at the row after the last. */
  readonly lineAt: (row: number) => Line
  readonly textAt: (row: number, column: EntryColumn<Line>) => string
  /** Takes typed text into a cell. A lookup is resolved in the background; anything unclear stays with its reason. */
  readonly enter: (cell: Cell, text: string) => void
  readonly choose: (cell: Cell, item: LookupItem) => void
  readonly paste: (at: Cell, table: readonly (readonly string[])[]) => Promise<void>
  readonly fill: (column: number, range: readonly [number, number]) => void
  readonly remove: (first: number, last: number) => void
  /** Drops text that was not taken. */
  readonly forget: (cell: Cell) => void
  readonly errors: readonly EntryError[]
}

const searchesAtOnce = 6

/** Looks up each different text once. */
async function findAll<Line>(column: EntryColumn<Line>, texts: readonly string[]) {
  const found = new Map<string, readonly LookupItem[]>()
  const open = [...new Set(texts)].filter((text) => text !== '')
  const work = async (): Promise<void> => {
    for (let text = open.pop(); text !== undefined; text = open.pop()) {
      const items = column.lookup?.search(text, new AbortController().signal)
      found.set(text, (await items?.catch(() => [])) ?? [])
    }
  }
  await Promise.all(Array.from({ length: searchesAtOnce }, work))
  return found
}

/** Remembers text that cells did not take, by line and column. */
function useKept<Line>(lineKey: (line: Line) => string) {
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map())
  const id = (line: Line, column: EntryColumn<Line>): string => `${lineKey(line)}\n${column.key}`
  return {
    get: (line: Line, column: EntryColumn<Line>): Kept | undefined => kept.get(id(line, column)),
    set: (line: Line, column: EntryColumn<Line>, value: Kept | undefined): void =>
      setKept((before) => {
        if (value === undefined && !before.has(id(line, column))) return before
        const after = new Map(before)
        if (value === undefined) after.delete(id(line, column))
        else after.set(id(line, column), value)
        return after
      }),
  }
}

function useProblemText(): (problem: CellProblem, text: string, decimals?: number) => string {
  const { t } = useTranslation()
  return (problem, text, decimals = 0) => {
    if (problem === 'tooManyDecimals') return t('ui.entry.tooManyDecimals', { text, decimals })
    if (problem === 'tooLarge') return t('ui.entry.tooLarge', { text })
    if (problem === 'notADate') return t('ui.entry.notADate', { text })
    if (problem === 'notFound') return t('ui.entry.notFound', { text })
    if (problem === 'ambiguous') return t('ui.entry.ambiguous', { text })
    return t('ui.entry.notANumber', { text })
  }
}

/** All that changes the lines. Lines belong to the caller; answers that come late are put into the lines of that moment. */
export function useEntryLines<Line>(input: EntryLinesInput<Line>): EntryLines<Line> {
  const { columns, lines, onChange, newLine, lineKey } = input
  const language = useLanguage()
  const problemText = useProblemText()
  const kept = useKept(lineKey)
  const latest = useRef(lines)
  useEffect(() => {
    latest.current = lines
  }, [lines])

  const put = (next: readonly Line[]): void => {
    if (next === latest.current) return
    latest.current = next
    onChange(next)
  }
  const change = (row: number, act: (line: Line) => Line): Line => {
    const changed = act(latest.current[row] ?? newLine())
    put(replaceLine(latest.current, row, changed))
    return changed
  }
  /** The same line later, wherever it stands by then. */
  const changeLater = (line: Line, act: (line: Line) => Line): void => {
    const row = latest.current.findIndex((one) => lineKey(one) === lineKey(line))
    if (row >= 0) change(row, act)
  }
  const takeFound = (line: Line, column: EntryColumn<Line>, text: string, items: readonly LookupItem[]): void => {
    const item = meantItem(text, items)
    const problem = items.length === 0 ? 'notFound' : 'ambiguous'
    kept.set(line, column, item === undefined ? { text, message: problemText(problem, text) } : undefined)
    if (item !== undefined) changeLater(line, (now) => column.lookup?.choose(now, item) ?? now)
  }
  /** A cell that needs no search. Returns the line as it is afterwards. */
  const takeText = (row: number, column: EntryColumn<Line>, text: string): void => {
    const before = latest.current[row] ?? newLine()
    const meant = column.meaning?.(text.trim(), before, latest.current)
    const reading =
      meant === undefined
        ? readCell(formatOf(column, before), text, localDate(new Date()))
        : ({ ok: true, value: meant } as const)
    const isNew = row >= latest.current.length
    if (reading.ok) {
      if (isNew && reading.value === undefined) return
      kept.set(
        change(row, (line) => writeCell(column, line, reading.value)),
        column,
        undefined,
      )
    } else {
      const line = change(row, (now) => now)
      kept.set(line, column, { text, message: problemText(reading.problem, text.trim(), reading.decimals) })
    }
  }

  return {
    lineAt: (row) => lines[row] ?? newLine(),
    textAt: (row, column) => {
      const line = lines[row]
      return line === undefined
        ? ''
        : (kept.get(line, column)?.text ?? cellText(formatOf(column, line), column.read(line), language))
    },
    enter: ({ row, column: at }, text) => {
      const column = columns[at]
      if (column === undefined) return
      if (column.kind !== 'lookup' || text.trim() === '') {
        takeText(row, column, text)
        return
      }
      const line = change(row, (now) => now)
      kept.set(line, column, { text, message: undefined })
      void findAll(column, [text.trim()]).then((found) =>
        takeFound(line, column, text.trim(), found.get(text.trim()) ?? []),
      )
    },
    choose: ({ row, column: at }, item) => {
      const column = columns[at]
      if (column?.lookup === undefined) return
      const { choose } = column.lookup
      kept.set(
        change(row, (line) => choose(line, item)),
        column,
        undefined,
      )
    },
    paste: async (at, table) => {
      const width = Math.max(0, ...table.map((row) => row.length))
      const targets = columns.slice(at.column, at.column + width)
      const textsOf = (offset: number): string[] => table.map((row) => (row[offset] ?? '').trim())
      const found = await Promise.all(
        targets.map((column, offset) => (column.kind === 'lookup' ? findAll(column, textsOf(offset)) : undefined)),
      )
      table.forEach((cells, offset) => {
        const row = at.row + offset
        const line = change(row, (now) => now)
        const usable = targets.map((column, index) => ({ column, index, text: (cells[index] ?? '').trim() }))
        const editable = usable.filter(({ column }) => isEditable(column, line))
        // Lookups first: choosing an item sets price and tax, which the pasted ones then replace.
        for (const { column, index, text } of editable.filter(({ column: { kind } }) => kind === 'lookup')) {
          if (text !== '') takeFound(line, column, text, found[index]?.get(text) ?? [])
        }
        for (const { column, text } of editable.filter(({ column: { kind } }) => kind !== 'lookup')) {
          if (text !== '') takeText(row, column, text)
        }
      })
    },
    fill: (at, range) => {
      const column = columns[at]
      if (column === undefined) return
      const before = latest.current
      put(fillDown(before, column, range, newLine))
      latest.current.forEach((line, row) => {
        if (line !== before[row]) kept.set(line, column, undefined)
      })
    },
    remove: (first, last) => put(latest.current.filter((_line, row) => row < first || row > last)),
    forget: ({ row, column: at }) => {
      const [line, column] = [lines[row], columns[at]]
      if (line !== undefined && column !== undefined) kept.set(line, column, undefined)
    },
    errors: lines.flatMap((line, row) =>
      columns.flatMap((column): EntryError[] => {
        const message = kept.get(line, column)?.message
        return message === undefined ? [] : [{ line: row, column: column.key, message }]
      }),
    ),
  }
}
