import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../../shared/errors'
import { resources } from '../../../../shared/i18n'
import { readTable, writeWorkbook } from '../../../../shared/tables'
import { parseScaled } from '../../../../shared/values/format'
import { parseDate } from '../../../../shared/values/format-date'
import { useCommand } from '../../../app/commands'
import { asRefusal, engine, type Engine } from '../../../app/engine'
import { EXCEL, saveFile } from '../../../app/lists/save-file'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DateText, MoneyText, PageHeader, RefusalAlert, StateTag } from '../../../ui'
import { BillLines } from './bill-lines'
import { useMatchTag } from './match-tag'

type Preview = Awaited<ReturnType<Engine['purchasing']['previewBills']>>
type Rows = Parameters<Engine['purchasing']['previewBills']>[0]['rows']
const COLUMNS = ['supplier', 'reference', 'invoicedOn', 'document', 'item', 'quantity', 'price'] as const
type Column = (typeof COLUMNS)[number]

/** A title in either language. */
const KNOWN = new Map<string, Column>(
  COLUMNS.flatMap((column) =>
    [column, ...Object.values(resources).map(({ translation }) => translation.purchasing.match.columns[column])].map(
      (title) => [title.toLowerCase(), column] as const,
    ),
  ),
)

/** A list of suppliers' invoices: read, compared with what came, then taken. */
export function BillImport(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<{ readonly rows: Rows; readonly preview: Preview }>()
  const [refusal, setRefusal] = useState<Refusal>()
  const load = useCommand(engine.purchasing.importBills)
  const choose = async (file: File): Promise<void> => {
    setRead(undefined)
    setRefusal(undefined)
    try {
      const table = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
      const rows = rowsOf(table, company.today)
      setRead({ rows, preview: await engine.purchasing.previewBills({ rows }) })
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  const template = async (): Promise<void> => {
    const name = t('purchasing.match.template')
    const columns = COLUMNS.map((column) => ({ title: t(`purchasing.match.columns.${column}`), width: 18 }))
    const bytes = await writeWorkbook([{ name, columns, rows: [] }])
    saveFile(`${name}.xlsx`, new Blob([new Uint8Array(bytes)], { type: EXCEL }))
  }
  const submit = async (): Promise<void> => {
    if (read === undefined) return
    if ((await load.run({ rows: read.rows })) === undefined) return
    await queries.invalidateQueries()
    open('purchasing.bills')
  }
  const shown = refusal ?? load.refusal
  return (
    <section className="k-form-page">
      <PageHeader
        title={t('purchasing.match.import')}
        hint={t('purchasing.match.importHint')}
        actions={
          read === undefined || read.preview.bills.length === 0 ? null : (
            <Button type="primary" loading={load.isRunning} onClick={() => void submit()}>
              {t('purchasing.match.take', { count: read.preview.bills.length })}
            </Button>
          )
        }
      />
      {shown === undefined ? null : <RefusalAlert refusal={shown} />}
      <div className="k-toolbar-line">
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.txt"
          aria-label={t('purchasing.match.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file !== undefined) void choose(file)
          }}
        />
        <Button onClick={() => input.current?.click()}>{t('purchasing.match.choose')}</Button>
        <Button onClick={() => void template()}>{t('purchasing.match.template')}</Button>
      </div>
      {read === undefined ? null : <Found preview={read.preview} />}
    </section>
  )
}

function Found({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation()
  const tag = useMatchTag()
  return (
    <>
      {preview.errors.length === 0 ? null : (
        <ul role="alert">
          {preview.errors.map((error, at) => (
            <li key={at}>{t(`purchasing.match.errors.${error.code}`, { row: error.row, text: error.text })}</li>
          ))}
        </ul>
      )}
      {preview.bills.map((bill) => (
        <section key={`${bill.supplier.id}-${bill.reference}`}>
          <h2 className="k-section">
            {bill.supplier.name} · {bill.reference} · <DateText date={bill.invoicedOn} />{' '}
            {bill.netMinor === null ? null : <MoneyText amountMinor={bill.netMinor} />}{' '}
            <StateTag {...tag(bill.result)} />
          </h2>
          <BillLines label={bill.reference} lines={bill.lines} />
        </section>
      ))}
    </>
  )
}

/** Rows as the engine takes them; refuses the first cell that says nothing. */
function rowsOf(table: readonly (readonly string[])[], today: string): Rows {
  const [head = [], ...body] = table
  const titles = head.map((title) => KNOWN.get(title.trim().toLowerCase()))
  for (const column of COLUMNS) {
    if (column !== 'document' && !titles.includes(column)) {
      throw new Refusal('purchasing.columnMissing', {
        column: resources.en.translation.purchasing.match.columns[column],
      })
    }
  }
  return body
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells, at) => {
      const cell = (column: Column): string => (cells[titles.indexOf(column)] ?? '').trim()
      const number = (column: 'quantity' | 'price'): number => {
        const read = parseScaled(cell(column), 6)
        if (!read.ok || read.value < 0) throw new Refusal('purchasing.cellNotRead', { row: at + 1, text: cell(column) })
        return read.value
      }
      const invoicedOn = parseDate(cell('invoicedOn'), today)
      if (invoicedOn === undefined) {
        throw new Refusal('purchasing.cellNotRead', { row: at + 1, text: cell('invoicedOn') })
      }
      return {
        supplier: cell('supplier'),
        reference: cell('reference'),
        invoicedOn,
        document: titles.includes('document') ? cell('document') : '',
        item: cell('item'),
        quantityMicro: number('quantity'),
        priceMicro: number('price'),
      }
    })
}
