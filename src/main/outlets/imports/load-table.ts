import { Refusal, refuse, type RefusalParams } from '../../../shared/errors'
import type { IMPORT_KINDS } from '../../../shared/contracts/imports'
import { localDate } from '../../../shared/values/date'
import { currencyDecimalsOf } from '../../foundation/company'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor, GivenCommand, GivingPort } from '../../kernel/dispatch'
import { forgetBook } from '../../ledgers/accounting'
import { canonical, type Cells, type Column } from './cells'
import { findKept } from './import-queries'
import { importStore } from './import-store'
import type { Context, Kind } from './kind'
import { kinds } from './kinds'

export type KindName = (typeof IMPORT_KINDS)[number]

interface LoadInput {
  readonly kind: KindName
  readonly fileName: string
  readonly rows: readonly (readonly string[])[]
  readonly isTrial: boolean
}

interface CellError {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly code: string
  readonly params: RefusalParams
}

interface Outcome {
  readonly errors: CellError[]
  readonly written: { readonly before: Cells | undefined; readonly after: Cells }[]
  same: number
}

/** Errors that are told at most; a file with more is mended step by step. */
const TOLD = 500

export const contextOf = (reader: Reader): Context => ({
  reader,
  today: localDate(reader.now),
  moneyDecimals: currencyDecimalsOf(reader),
})

/**
 * Reads a table in: each row becomes the commands that a person would give, so whatever a page refuses is refused here,
 * at its row and column. One row that is wrong, and nothing is kept.
 */
export function loadTable(port: GivingPort, tx: Tx, actor: Actor, input: LoadInput) {
  const kind = kinds[input.kind]
  const { errors, written, same } = port.tryOut(() => giveAll(port, tx, actor, kind, input.rows))
  forgetBook(tx)
  const added = written.filter(({ before }) => before === undefined).length
  const counts = { added, changed: written.length - added, same, errors }
  if (input.isTrial || errors.length > 0 || written.length === 0) return { id: null, ...counts }
  giveAll(port, tx, actor, kind, input.rows)
  const { fileName } = input
  const id = importStore.insert(tx, { kind: input.kind, fileName, by: actor.userId, added, changed: counts.changed })
  for (const [position, { before, after }] of written.entries()) {
    const beforeJson = before === undefined ? null : JSON.stringify(before)
    importStore.insertRow(tx, id, position, { beforeJson, afterJson: JSON.stringify(after) })
  }
  tx.announce({ kind: 'imports.loaded', id })
  return { id, ...counts }
}

function giveAll(port: GivingPort, tx: Tx, actor: Actor, kind: Kind, table: LoadInput['rows']): Outcome {
  const context = contextOf(tx)
  const [head = [], ...body] = table
  const columns = head.map((title) => kind.columns.find(({ name }) => name === title.trim()))
  for (const { name, isKey, isNeeded } of kind.columns) {
    if (isKey === true && isNeeded === true && !columns.some((column) => column?.name === name)) {
      refuse('imports.columnMissing', { column: name }, 'rows')
    }
  }
  const outcome: Outcome = { errors: [], written: [], same: 0 }
  const seen = new Map<string, number>()
  for (const [at, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = at + 2
    const read = readRow(columns, cells, context.moneyDecimals)
    const key = keyOf(kind, read.cells)
    const twice = seen.get(key)
    if (twice !== undefined) read.errors.push(wrong(kind.columns[0], 'imports.rowTwice', read.cells, { row: twice }))
    seen.set(key, row)
    const found = read.errors.length > 0 ? read.errors : giveRow(port, context, actor, kind, read.cells, outcome)
    for (const error of found) if (outcome.errors.length < TOLD) outcome.errors.push({ ...error, row })
  }
  return outcome
}

type Wrong = Omit<CellError, 'row'>

const wrong = (column: Column | undefined, code: string, cells: Cells, params: RefusalParams = {}): Wrong => {
  const name = column?.name ?? ''
  return { column: name, value: cells[name] ?? '', code, params }
}

const keyOf = (kind: Kind, cells: Cells): string =>
  JSON.stringify(kind.columns.flatMap((column) => (column.isKey === true ? [cells[column.name]?.toLowerCase()] : [])))

/** The cells that the file has, each in the form of its column. */
function readRow(columns: readonly (Column | undefined)[], written: readonly string[], moneyDecimals: number) {
  const cells: Record<string, string> = {}
  const errors: Wrong[] = []
  for (const [at, column] of columns.entries()) {
    if (column === undefined) continue
    const text = written[at] ?? ''
    const cell = canonical(column.type, text, moneyDecimals)
    cells[column.name] = cell ?? text
    if (cell === undefined) errors.push(wrong(column, `imports.cell.${column.type}`, cells))
    else if (cell === '' && column.isNeeded === true) errors.push(wrong(column, 'imports.cell.missing', cells))
  }
  return { cells: cells as Cells, errors }
}

function giveRow(
  port: GivingPort,
  context: Context,
  actor: Actor,
  kind: Kind,
  read: Cells,
  outcome: Outcome,
): readonly Wrong[] {
  const kept = findKept(kind, context, read)
  const before = kept?.isAway === true ? undefined : kept?.cells
  const after = Object.fromEntries(
    kind.columns.map((column) => [column.name, cellAfter(column, read[column.name], kept?.cells[column.name])]),
  ) as Cells
  const missing = kind.columns.find(({ name, isNeeded }) => isNeeded === true && after[name] === '')
  if (missing !== undefined) return [wrong(missing, 'imports.cell.missing', after)]
  if (before !== undefined && JSON.stringify(before) === JSON.stringify(after)) {
    outcome.same += 1
    return []
  }
  const refusal = giveEach(port, actor, () => kind.give(context, after, kept))
  if (refusal !== undefined) {
    const column = kind.columns.find(({ name }) => name === refusal.field) ?? kind.columns[0]
    return [wrong(column, refusal.code, after, refusal.params)]
  }
  outcome.written.push({ before, after: findKept(kind, context, after)?.cells ?? after })
  return []
}

/** What the file says, where it has the column; an empty cell where there is a usual value leaves what is. */
function cellAfter({ isKey, whenNew }: Column, read: string | undefined, kept: string | undefined): string {
  if (isKey === true && kept !== undefined) return kept
  if (read === undefined || (read === '' && whenNew !== undefined)) return kept ?? whenNew ?? ''
  return read
}

/** The first refusal; what it is asked to give may refuse as well. */
function giveEach(port: GivingPort, actor: Actor, commands: () => readonly GivenCommand[]): Refusal | undefined {
  try {
    for (const { name, input } of commands()) {
      const given = port.giveInside(actor, name, input)
      if (given instanceof Refusal) return given
    }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return undefined
}

/** Puts every row back as it was, the last first; refuses where one has changed since. */
export function undoLoad(port: GivingPort, tx: Tx, actor: Actor, input: { readonly id: number }): { done: true } {
  const run = importStore.byId(tx, input.id) ?? refuse('imports.runUnknown', {}, 'id')
  if (run.undoneAt !== null) refuse('imports.undoneAlready', { file: run.fileName }, 'id')
  const kind = kinds[run.kind as KindName]
  const context = contextOf(tx)
  for (const { beforeJson, afterJson } of importStore.rowsOf(tx, run.id)) {
    const after = JSON.parse(afterJson) as Cells
    const kept = findKept(kind, context, after)
    const key = kind.columns.flatMap(({ name, isKey }) => (isKey === true ? [after[name] ?? ''] : [])).join(' ')
    if (kept === undefined || kept.isAway || JSON.stringify(kept.cells) !== JSON.stringify(after)) {
      refuse('imports.changedSince', { row: key }, 'id')
    }
    const refusal = giveEach(port, actor, () =>
      beforeJson === null
        ? kind.takeBack(context, after, kept)
        : kind.give(context, JSON.parse(beforeJson) as Cells, kept),
    )
    if (refusal !== undefined) throw refusal
  }
  importStore.setUndone(tx, run.id)
  tx.announce({ kind: 'imports.undone', id: run.id })
  return { done: true }
}
