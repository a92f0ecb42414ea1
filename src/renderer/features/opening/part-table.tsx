import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { resources } from '../../../shared/i18n'
import { readTable, writeWorkbook } from '../../../shared/tables'
import { useForeignCurrencies } from '../../app/currencies/foreign-currencies'
import { useCommand } from '../../app/commands'
import { api, asRefusal, engine } from '../../app/engine'
import { EXCEL, saveFile } from '../../app/lists/save-file'
import { StateTag } from '../../ui'
import type { Check } from './balances-page'

type Part = keyof typeof resources.en.translation.opening.parts

const PARTS = Object.keys(resources.en.translation.opening.parts) as Part[]
/** Titles that a file may have instead of others; a template shows one way. */
const LEFT_OUT: ReadonlySet<string> = new Set(['side', 'balance'])
/** Titles that only a company with foreign currencies needs. */
const ABROAD: ReadonlySet<string> = new Set(['currency', 'foreign'])

/** Each part with its file, how much of it was understood, and its template. Files are read here, in the window's sandbox. */
export function PartTable(props: {
  readonly check: Check
  readonly isFixed: boolean
  readonly onRefused: (refusal: Refusal | undefined) => void
}): ReactNode {
  const { check, isFixed, onRefused } = props
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const chosen = useRef<Part>('trial-balance')
  const [reading, setReading] = useState<string>()
  const drop = useCommand(engine.opening.dropTable)
  const dealsAbroad = useForeignCurrencies().length > 0
  const { data: accounts } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))

  const read = async (file: File): Promise<void> => {
    onRefused(undefined)
    setReading(file.name)
    try {
      const rows = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
      await engine.opening.putTable({
        part: chosen.current,
        fileName: file.name.slice(0, 200),
        rows,
        idempotencyKey: crypto.randomUUID(),
      })
    } catch (error) {
      onRefused(asRefusal(error))
    } finally {
      setReading(undefined)
    }
  }
  const template = async (part: Part): Promise<void> => {
    const titles = Object.keys(resources.en.translation.opening.columns[part]).filter(
      (key) => !LEFT_OUT.has(key) && (dealsAbroad || !ABROAD.has(key)),
    )
    const columns = titles.map((key) => ({ title: t(`opening.columns.${part}.${key}`), width: 20 }))
    // The chart of these books is a good beginning for balances that come from paper.
    const rows =
      part === 'trial-balance'
        ? (accounts?.rows ?? []).filter(({ isPostable }) => isPostable).map(({ code, name }) => [code, name, '', ''])
        : []
    const name = `${t('opening.title')} ${t(`opening.parts.${part}`)}`
    const bytes = await writeWorkbook([{ name: t(`opening.parts.${part}`), columns, rows }])
    saveFile(`${name}.xlsx`, new Blob([new Uint8Array(bytes)], { type: EXCEL }))
  }
  const choose = (part: Part): void => {
    chosen.current = part
    input.current?.click()
  }
  return (
    <section aria-label={t('opening.tables')}>
      <h2>{t('opening.tables')}</h2>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        aria-label={t('opening.choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      {reading === undefined ? null : <p role="status">{t('opening.reading', { file: reading })}</p>}
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('opening.part')}</th>
            <th scope="col">{t('opening.file')}</th>
            <th scope="col" className="k-right">
              {t('opening.rows')}
            </th>
            <th scope="col">{t('opening.problemsFound')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => {
            const table = check.tables.find((one) => one.part === part)
            const problems = check.errors.filter((error) => error.part === part).length
            return (
              <tr key={part}>
                <td className="k-opening-part">
                  <strong>{t(`opening.parts.${part}`)}</strong>
                  <p className="k-soft">{t(`opening.partHints.${part}`)}</p>
                </td>
                <td>
                  {table?.fileName ?? (
                    <span className="k-soft">
                      {t(part === 'trial-balance' ? 'opening.needed' : 'opening.optional')}
                    </span>
                  )}
                </td>
                <td className="k-right k-num">{table?.rows ?? ''}</td>
                <td>
                  {table === undefined ? null : (
                    <StateTag
                      tone={problems === 0 ? 'good' : 'bad'}
                      label={problems === 0 ? t('opening.fine') : String(problems)}
                    />
                  )}
                </td>
                <td>
                  <span className="k-buttons">
                    <Button
                      size="small"
                      disabled={isFixed}
                      aria-label={`${t(table === undefined ? 'opening.choose' : 'opening.replace')}: ${t(`opening.parts.${part}`)}`}
                      onClick={() => choose(part)}
                    >
                      {t(table === undefined ? 'opening.choose' : 'opening.replace')}
                    </Button>
                    {table === undefined ? (
                      <Button size="small" onClick={() => void template(part)}>
                        {t('opening.template')}
                      </Button>
                    ) : (
                      <Button
                        size="small"
                        disabled={isFixed}
                        loading={drop.isRunning}
                        onClick={() => void drop.run({ part })}
                      >
                        {t('opening.remove')}
                      </Button>
                    )}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="k-soft">
        {check.newPartners === 0 ? null : <>{t('opening.adds', { count: check.newPartners })} </>}
        {check.newCategories.length === 0
          ? null
          : t('opening.addsCategories', { categories: check.newCategories.join(', ') })}
      </p>
    </section>
  )
}
