import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import dayjs from 'dayjs'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { resources } from '../../../shared/i18n'
import { readTable, writeWorkbook } from '../../../shared/tables'
import { useCommand } from '../../app/commands'
import { api, asRefusal, engine, type Engine } from '../../app/engine'
import { useLongWork } from '../../app/lists/long-work'
import { EXCEL, saveFile } from '../../app/lists/save-file'
import { useCan } from '../../app/session'
import { PageHeader, RefusalAlert } from '../../ui'
import type { Refusal } from '../../../shared/errors'

type Check = Awaited<ReturnType<Engine['items']['checkImport']>>
type Column = keyof typeof resources.en.translation.items.import.columns

interface Chosen {
  readonly fileName: string
  readonly rows: string[][]
  readonly unread: readonly string[]
  readonly check: Check
}

const COLUMNS = Object.keys(resources.en.translation.items.import.columns) as Column[]
/** A title in either language, or the engine's own name. */
const KNOWN = new Map<string, Column>(
  COLUMNS.flatMap((column) =>
    [column, ...Object.values(resources).map(({ translation }) => translation.items.import.columns[column])].map(
      (title) => [title.toLowerCase(), column] as const,
    ),
  ),
)
const PAGE = 5000
const SHOWN = 200

/** Items from a table: checked cell by cell, then all of it or nothing; and the way back. */
export function ItemImport(): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const canExport = useCan('cost.see')
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [refusal, setRefusal] = useState<Refusal>()
  const load = useCommand(engine.items.importItems)
  const undo = useCommand(engine.items.undoImport)
  const work = useLongWork(t('items.import.export'))
  const { data: history } = useQuery(api.items.listImports.queryOptions({ input: { limit: 50 } }))

  const read = async (file: File): Promise<void> => {
    setChosen(undefined)
    setRefusal(undefined)
    try {
      const [head = [], ...body] = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
      const titles = head.map((title) => KNOWN.get(title.trim().toLowerCase()) ?? '')
      const rows = [titles as string[], ...body]
      const check = await engine.items.checkImport({ fileName: file.name, rows })
      const unread = head.filter((title, at) => title !== '' && titles[at] === '')
      setChosen({ fileName: file.name, rows, unread, check })
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  const save = async (rows: readonly (readonly string[])[], name: string): Promise<void> => {
    const columns = COLUMNS.map((column) => ({ title: t(`items.import.columns.${column}`), width: 18 }))
    const bytes = await writeWorkbook([{ name, columns, rows }])
    saveFile(`${name}.xlsx`, new Blob([new Uint8Array(bytes)], { type: EXCEL }))
  }
  const exportAll = (): void =>
    work.start(async (signal, onProgress) => {
      const rows: string[][] = []
      for (;;) {
        const page = await engine.items.exportItems({ offset: rows.length, limit: PAGE }, { signal })
        rows.push(...page.rows)
        onProgress(rows.length, page.total)
        if (page.rows.length === 0 || rows.length >= page.total) break
      }
      await save(rows, t('app.rooms.items'))
    })
  const submit = async (): Promise<void> => {
    if (chosen === undefined) return
    const answer = await load.run({ fileName: chosen.fileName, rows: chosen.rows })
    if (answer === undefined) return
    setChosen(undefined)
    await queries.invalidateQueries()
  }
  const canImport =
    chosen !== undefined && chosen.check.errors.length === 0 && chosen.check.added + chosen.check.changed > 0
  const shown = refusal ?? load.refusal ?? undo.refusal
  return (
    <section className="k-form-page">
      <PageHeader
        title={t('items.import.title')}
        hint={t('items.import.hint')}
        actions={
          canImport ? (
            <Button type="primary" loading={load.isRunning} onClick={() => void submit()}>
              {t('items.import.do')}
            </Button>
          ) : null
        }
      />
      {shown === undefined ? null : <RefusalAlert refusal={shown} />}
      {work.progress}
      <div className="k-toolbar-line">
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.txt"
          aria-label={t('items.import.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file !== undefined) void read(file)
          }}
        />
        <Button onClick={() => input.current?.click()}>{t('items.import.choose')}</Button>
        <Button onClick={() => void save([], t('items.import.template'))}>{t('items.import.template')}</Button>
        {canExport ? <Button onClick={exportAll}>{t('items.import.export')}</Button> : null}
      </div>
      {chosen === undefined ? null : <Checked chosen={chosen} />}
      <table className="k-table">
        <caption>{t('items.import.history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('items.import.file')}</th>
            <th scope="col">{t('items.import.at')}</th>
            <th scope="col" className="k-right">
              {t('items.import.added')}
            </th>
            <th scope="col" className="k-right">
              {t('items.import.changed')}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {(history?.rows ?? []).length === 0 ? (
            <tr>
              <td colSpan={5} className="k-soft">
                {t('items.import.none')}
              </td>
            </tr>
          ) : null}
          {(history?.rows ?? []).map((row) => (
            <tr key={row.id}>
              <td>{row.fileName}</td>
              <td className="k-num">{dayjs(row.importedAt).format('YYYY-MM-DD HH:mm')}</td>
              <td className="k-right k-num">{row.added}</td>
              <td className="k-right k-num">{row.changed}</td>
              <td>
                {row.undoneAt === null ? (
                  <Button
                    size="small"
                    loading={undo.isRunning}
                    onClick={() => void undo.run({ id: row.id }).then(() => queries.invalidateQueries())}
                  >
                    {t('items.import.undo')}
                  </Button>
                ) : (
                  <span className="k-soft">{t('items.import.undone')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Checked({ chosen }: { readonly chosen: Chosen }): ReactNode {
  const { t } = useTranslation()
  const { check, fileName, unread } = chosen
  const { added, changed, same, errors } = check
  return (
    <div className="k-fieldset">
      <p>
        <strong>{fileName}</strong>: {t('items.import.found', { added, changed, same })}
      </p>
      {unread.length === 0 ? null : (
        <p className="k-soft">{t('items.import.unread', { columns: unread.join(', ') })}</p>
      )}
      {errors.length === 0 ? null : (
        <>
          <p>{t('items.import.errors', { count: errors.length })}</p>
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col" className="k-right">
                  {t('items.import.row')}
                </th>
                <th scope="col">{t('items.import.column')}</th>
                <th scope="col">{t('items.import.value')}</th>
                <th scope="col">{t('items.import.problem')}</th>
              </tr>
            </thead>
            <tbody>
              {errors.slice(0, SHOWN).map((error, at) => (
                <tr key={at}>
                  <td className="k-right k-num">{error.row}</td>
                  <td>{t(`items.import.columns.${error.column}`)}</td>
                  <td>{error.value}</td>
                  <td>{t(`items.import.problems.${error.code}`, { value: error.value })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}
