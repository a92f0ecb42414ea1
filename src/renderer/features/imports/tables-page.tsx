import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readTable, writeCsv, writeWorkbook } from '../../../shared/tables'
import type { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { api, asRefusal, engine, type Engine } from '../../app/engine'
import { useLongWork } from '../../app/lists/long-work'
import { EXCEL, saveFile } from '../../app/lists/save-file'
import { useCan } from '../../app/session'
import { Field, PageHeader, RefusalAlert } from '../../ui'
import { CheckedTable } from './checked-table'
import { namedRows } from './column-names'
import { LoadHistory } from './load-history'

type Kinds = Awaited<ReturnType<Engine['imports']['listKinds']>>['rows']
export type KindName = Kinds[number]['kind']
export type Outcome = Awaited<ReturnType<Engine['imports']['loadTable']>>

interface Chosen {
  readonly fileName: string
  readonly rows: string[][]
  readonly unread: readonly string[]
  readonly outcome: Outcome
}

const PAGE = 5000
/** Rows of one trial: accounts may be parts of others of the file, and are few. */
const CHECKED_AT_ONCE = 2000
/** With so many a table is mended before the rest of it is read. */
const MOST_ERRORS = 500

/** Master data as tables: taken out, changed in a worksheet, tried out, read in, and back again. */
export function TablesPage(): ReactNode {
  const { t } = useTranslation()
  const [kind, setKind] = useState<KindName>('partners')
  const { data } = useQuery(api.imports.listKinds.queryOptions({ input: {} }))
  const shown = data?.rows.find((one) => one.kind === kind)
  return (
    <section className="k-form-page">
      <PageHeader title={t('imports.title')} hint={t('imports.hint')} />
      <Field label={t('imports.kind')} hint={t('imports.items')}>
        {(control) => (
          <Select
            id={control.id}
            style={{ minWidth: 260 }}
            value={kind}
            options={(data?.rows ?? []).map((one) => ({ value: one.kind, label: t(`imports.kinds.${one.kind}`) }))}
            onChange={setKind}
          />
        )}
      </Field>
      {shown === undefined ? null : <OneKind key={kind} kind={kind} columns={shown.columns} />}
      <LoadHistory kind={kind} />
    </section>
  )
}

function OneKind(props: { readonly kind: KindName; readonly columns: Kinds[number]['columns'] }): ReactNode {
  const { kind } = props
  const { t } = useTranslation()
  const queries = useQueryClient()
  const canExport = useCan('data.export')
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [refusal, setRefusal] = useState<Refusal>()
  const load = useCommand(engine.imports.loadTable)
  const work = useLongWork(t(`imports.kinds.${kind}`))
  const names = props.columns.map(({ name }) => name)
  const titles = names.map((name) => t(`imports.columns.${name}`))

  const read = async (file: File): Promise<void> => {
    setChosen(undefined)
    setRefusal(undefined)
    load.clearRefusal()
    try {
      const table = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
      const { rows, unread } = namedRows(table, names)
      check(file.name, rows, unread)
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  /** Tried out part by part, so that a long table shows how far it is and may be stopped; read in as one. */
  const check = (fileName: string, rows: string[][], unread: readonly string[]): void =>
    work.start(async (signal, onProgress) => {
      const [head = [], ...body] = rows
      const outcome: Outcome = { id: null, added: 0, changed: 0, same: 0, errors: [] }
      for (let at = 0; at === 0 || at < body.length; at += CHECKED_AT_ONCE) {
        const part = [head, ...body.slice(at, at + CHECKED_AT_ONCE)]
        const answer = await load.run({ kind, fileName, rows: part, isTrial: true })
        if (answer === undefined || signal.aborted) return
        outcome.added += answer.added
        outcome.changed += answer.changed
        outcome.same += answer.same
        outcome.errors.push(...answer.errors.map((error) => ({ ...error, row: error.row + at })))
        onProgress(Math.min(at + CHECKED_AT_ONCE, body.length), body.length)
        if (outcome.errors.length > MOST_ERRORS) break
      }
      setChosen({ fileName, rows, unread, outcome })
    })
  const save = async (rows: readonly (readonly string[])[], as: 'xlsx' | 'csv'): Promise<void> => {
    const name = t(`imports.kinds.${kind}`)
    if (as === 'csv') return saveFile(`${name}.csv`, new Blob([writeCsv(titles, rows)], { type: 'text/csv' }))
    const columns = titles.map((title) => ({ title, width: 18 }))
    const bytes = await writeWorkbook([{ name, columns, rows }])
    saveFile(`${name}.xlsx`, new Blob([new Uint8Array(bytes)], { type: EXCEL }))
  }
  const exportAll = (as: 'xlsx' | 'csv'): void =>
    work.start(async (signal, onProgress) => {
      const rows: string[][] = []
      for (;;) {
        const page = await engine.imports.exportTable({ kind, offset: rows.length, limit: PAGE }, { signal })
        rows.push(...page.rows)
        onProgress(rows.length, page.total)
        if (page.rows.length === 0 || rows.length >= page.total) break
      }
      await save(rows, as)
    })
  const submit = async (): Promise<void> => {
    if (chosen === undefined) return
    const answer = await load.run({ kind, fileName: chosen.fileName, rows: chosen.rows, isTrial: false })
    if (answer === undefined) return
    if (answer.errors.length > 0) return setChosen({ ...chosen, outcome: answer })
    setChosen(undefined)
    await queries.invalidateQueries()
  }
  const keys = props.columns.flatMap(({ isKey }, at) => (isKey ? [titles[at] ?? ''] : []))
  const fault = refusal ?? load.refusal
  return (
    <>
      <p className="k-soft">{t('imports.keys', { columns: keys.join(', ') })}</p>
      {fault === undefined ? null : <RefusalAlert refusal={fault} />}
      {work.progress}
      <div className="k-toolbar-line">
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.txt"
          aria-label={t('imports.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file !== undefined) void read(file)
          }}
        />
        <Button loading={load.isRunning && chosen === undefined} onClick={() => input.current?.click()}>
          {t('imports.choose')}
        </Button>
        <Button onClick={() => void save([], 'xlsx')}>{t('imports.template')}</Button>
        {canExport ? <Button onClick={() => exportAll('xlsx')}>{t('imports.excel')}</Button> : null}
        {canExport ? <Button onClick={() => exportAll('csv')}>{t('imports.csv')}</Button> : null}
      </div>
      {chosen === undefined ? null : (
        <CheckedTable
          fileName={chosen.fileName}
          unread={chosen.unread}
          outcome={chosen.outcome}
          isRunning={load.isRunning}
          onImport={() => void submit()}
        />
      )}
    </>
  )
}
