import {
  type ClipboardEvent,
  type FocusEvent,
  type ReactNode,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../shell/use-shortcuts'
import { useLanguage } from '../theme/ui-provider'
import { type EntryColumn, type EntryError, entryTemplate, isNumberCell, numberKinds } from './entry-columns'
import { cellSeparator, EntryRow } from './entry-row'
import { copyText, readTable, writeTable } from './entry-text'
import './entry.css'
import { LookupPopup } from './lookup-popup'
import { type EntryKeys, useEntryKeys } from './use-entry-keys'
import { type EntryLines, useEntryLines } from './use-entry-lines'

export interface EntryGridProps<Line> {
  readonly label: string
  /** Keep the array stable between renders, or every row is drawn anew. */
  readonly columns: readonly EntryColumn<Line>[]
  readonly lines: readonly Line[]
  readonly onChange: (lines: readonly Line[]) => void
  /** An empty line with a key of its own. It must not change anything by itself. */
  readonly newLine: () => Line
  readonly lineKey: (line: Line) => string
  /** Refusals and checks, each at its cell. */
  readonly errors?: readonly EntryError[]
  readonly isReadOnly?: boolean
  /** Enter on the empty new line: go on to what follows the lines. */
  readonly onFinish?: () => void
}

const edges = [36, 36] as const
const noErrors: readonly EntryError[] = []

interface EditorProps<Line> {
  readonly id: string
  readonly column: EntryColumn<Line>
  readonly text: string
  readonly keys: EntryKeys
  readonly hasError: boolean
  readonly onPasteTable: (table: string[][]) => void
  readonly onCopyRange: () => string | undefined
}

/** The input of the active cell. It shows the value with all of it selected, so that typing replaces it, also through an input method. */
function Editor<Line>(props: EditorProps<Line>): ReactNode {
  const { id, column, text, keys, hasError, onPasteTable, onCopyRange } = props
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { active, draft, lookup } = keys
  const isLookup = column.kind === 'lookup'
  const focus = useEffectEvent((shown: string) => {
    const element = input.current
    // Only when the grid already had the focus: drawing a page must not pull it here.
    if (element?.closest('[data-entry-focused="true"]') != null) element.focus()
    if (element !== null && element === document.activeElement && element.value === shown) element.select()
  })
  // Mounted anew in each cell (see its key), and selected again when an edit ends, or when a value comes late under the
  // cursor: a price typed over it must not be appended to it.
  const isResting = draft === undefined
  useLayoutEffect(() => {
    if (isResting) focus(text)
  }, [isResting, text])

  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!/[\t\n\r]/.test(pasted.trim())) return
    event.preventDefault()
    onPasteTable(readTable(pasted))
  }
  const onCopy = (event: ClipboardEvent): void => {
    const copied = draft === undefined ? onCopyRange() : undefined
    if (copied === undefined) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copied)
  }
  const combobox = isLookup
    ? {
        role: 'combobox',
        'aria-expanded': lookup.isOpen,
        'aria-autocomplete': 'list' as const,
        ...(lookup.isOpen
          ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${String(lookup.highlighted)}` }
          : {}),
      }
    : {}
  return (
    <>
      <input
        {...combobox}
        ref={input}
        className="k-entry-input"
        aria-label={t('ui.entry.cell', { column: column.title, row: active.row + 1 })}
        aria-invalid={hasError}
        inputMode={numberKinds.has(column.kind) ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? text}
        onChange={(event) => keys.type(event.target.value)}
        onFocus={(event) => {
          if (draft === undefined) event.target.select()
        }}
        onKeyDown={keys.onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
      />
      {isLookup && lookup.isOpen ? (
        <LookupPopup id={id} label={column.title} lookup={lookup} anchor={input} onPick={keys.pick} />
      ) : null}
    </>
  )
}

function GridHead<Line>(props: { readonly columns: readonly EntryColumn<Line>[] }): ReactNode {
  const { t } = useTranslation()
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className="k-entry-row k-entry-head">
        <div role="columnheader">
          <span className="k-sr">{t('ui.entry.row')}</span>
        </div>
        {props.columns.map((column, at) => (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={at + 2}
            className={`k-entry-cell${isNumberCell(column) ? ' k-entry-right' : ''}`}
          >
            {column.title}
          </div>
        ))}
        <div role="columnheader" className="k-entry-end">
          <span className="k-sr">{t('ui.entry.keys.deleteLine')}</span>
        </div>
      </div>
    </div>
  )
}

/** The grid handles its keys itself; here they are only listed for `?`. */
function useEntryHelp(isEditable: boolean): void {
  const { t } = useTranslation()
  useShortcuts(
    t('ui.entry.keys.section'),
    [
      { keys: 'Tab', label: t('ui.entry.keys.next') },
      { keys: 'F4', label: t('ui.entry.keys.lookUp') },
      { keys: 'F2', label: t('ui.entry.keys.edit') },
      { keys: 'Ctrl+D', label: t('ui.entry.keys.fillDown') },
      { keys: 'Ctrl+V', label: t('ui.entry.keys.paste') },
      { keys: 'Ctrl+Delete', label: t('ui.entry.keys.deleteLine') },
      { keys: 'Escape', label: t('ui.entry.keys.undo') },
    ],
    isEditable,
  )
}

/** The marked cells of the active column as spreadsheet text; a single cell is left to the browser. */
function copyRange<Line>(
  keys: EntryKeys,
  columns: readonly EntryColumn<Line>[],
  entry: EntryLines<Line>,
  language: ReturnType<typeof useLanguage>,
): string | undefined {
  const column = columns[keys.active.column]
  const [first, last] = keys.range
  if (column === undefined || first === last) return undefined
  const rows = Array.from({ length: last - first + 1 }, (_, at) => [
    copyText(column, entry.lineAt(first + at), language),
  ])
  return writeTable(rows)
}

/**
 * Lines one types in like a spreadsheet. Tab and Enter go on, typing edits, F2 edits what is there, F4 looks up,
 * Ctrl+D fills down, Ctrl+Delete deletes the line, shift with arrows marks, tables are pasted from a spreadsheet.
 * The empty line at the end becomes a real one with the first entry. What can't be understood stays as it was typed,
 * with the reason below the line.
 */
export function EntryGrid<Line>(props: EntryGridProps<Line>): ReactNode {
  const { label, columns, lines, newLine, lineKey, errors = noErrors, isReadOnly = false, onFinish } = props
  const language = useLanguage()
  const id = useId()
  const grid = useRef<HTMLDivElement>(null)
  const entry = useEntryLines(props)
  useEntryHelp(!isReadOnly)
  const rows = lines.length + (isReadOnly ? 0 : 1)
  const keys = useEntryKeys({ columns, lineCount: lines.length, rows, entry, onFinish })
  const { template, minWidth } = useMemo(() => entryTemplate(columns, edges), [columns])
  const emptyLine = useMemo(() => newLine(), [newLine])

  const remove = useRef(entry.remove)
  useLayoutEffect(() => {
    remove.current = entry.remove
  })
  const onDelete = useMemo(() => (isReadOnly ? undefined : (row: number) => remove.current(row, row)), [isReadOnly])

  const onPointerDown = (event: React.PointerEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
    const row = cell?.closest<HTMLElement>('[data-row]')
    if (isReadOnly || cell == null || row == null || event.target instanceof HTMLInputElement) return
    const target = { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) }
    if (cell.classList.contains('k-entry-fixed')) return
    keys.commit(false)
    grid.current?.setAttribute('data-entry-focused', 'true')
    keys.activate(target)
    event.preventDefault()
  }
  const onBlur = (event: FocusEvent): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    grid.current?.removeAttribute('data-entry-focused')
    keys.commit(false)
  }
  const onPasteTable = (table: string[][]): void => {
    keys.commit(false)
    void entry.paste(keys.active, table)
  }
  const allErrors = [...entry.errors, ...errors]
  const editorColumn = columns[keys.active.column]
  const row = (index: number): ReactNode => {
    const line = lines[index]
    const rowErrors = allErrors.filter((error) => error.line === index)
    const isActive = index === keys.active.row && !isReadOnly && editorColumn !== undefined
    const isMarked = index >= keys.range[0] && index <= keys.range[1] && keys.range[0] !== keys.range[1]
    return (
      <EntryRow
        key={line === undefined ? '+new' : lineKey(line)}
        index={index}
        line={line ?? emptyLine}
        texts={columns.map((column) => entry.textAt(index, column)).join(cellSeparator)}
        columns={columns}
        errors={rowErrors.length === 0 ? noErrors : rowErrors}
        active={
          isActive
            ? {
                column: keys.active.column,
                editor: (
                  <Editor
                    key={`${String(index)} ${editorColumn.key}`}
                    id={id}
                    column={editorColumn}
                    text={entry.textAt(index, editorColumn)}
                    keys={keys}
                    hasError={rowErrors.some((error) => error.column === editorColumn.key)}
                    onPasteTable={onPasteTable}
                    onCopyRange={() => copyRange(keys, columns, entry, language)}
                  />
                ),
              }
            : undefined
        }
        marked={isMarked ? keys.active.column : -1}
        isNew={line === undefined}
        onDelete={onDelete}
      />
    )
  }

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rows + 1}
      aria-colcount={columns.length + 2}
      aria-readonly={isReadOnly}
      className="k-entry"
      // A read-only grid holds no input; it takes the focus itself, so that it can be scrolled by keyboard.
      tabIndex={isReadOnly ? 0 : undefined}
      style={{ '--k-columns': template, '--k-list-width': `${String(minWidth)}px` } as React.CSSProperties}
      onPointerDown={onPointerDown}
      onFocus={() => grid.current?.setAttribute('data-entry-focused', 'true')}
      onBlur={onBlur}
    >
      <GridHead columns={columns} />
      {Array.from({ length: rows }, (_, index) => row(index))}
    </div>
  )
}
