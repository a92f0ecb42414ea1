import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import type { Sheet } from '../../app/lists/sheet'
import { SheetButton } from '../../app/lists/sheet-button'
import { EmptyState, MoneyText, PageHeader, Waiting } from '../../ui'
import { MakeUp } from './make-up'
import type { StatementRow } from './statement-table'
import './statements.css'
import { useSpan } from '../../app/lists/span'

const DIMENSIONS = ['department', 'project'] as const

/** 部门利润表: what each department or project earned, side by side; a figure opens what it is made of. */
export function ByDimensionPage(): ReactNode {
  const { t } = useTranslation()
  const { from, to, about, picker } = useSpan()
  const [dimension, setDimension] = useState<(typeof DIMENSIONS)[number]>('department')
  const [shown, setShown] = useState<{
    readonly row: StatementRow
    readonly id: number | null
    readonly name: string
  }>()
  const { data } = useQuery(api.statements.incomeByDimension.queryOptions({ input: { dimension, from, to } }))
  const columns =
    data === undefined
      ? []
      : [
          ...data.columns,
          { ...data.unnamed, name: t('statements.unnamed') },
          { ...data.whole, name: t('statements.whole') },
        ]
  const rows = data?.whole.rows ?? []
  const sheet = (): Sheet => ({
    title: t('statements.byDimension'),
    about,
    columns: [{ title: t('statements.item') }, ...columns.map(({ name }) => ({ title: name, kind: 'money' as const }))],
    rows: rows.map((row, at) => ({
      isStrong: row.level === 0,
      cells: [
        { value: `${'　'.repeat(row.level)}${row.label}` },
        ...columns.map((column) => ({ value: column.rows[at]?.amountMinor })),
      ],
    })),
  })
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('statements.byDimension')}
        actions={
          <>
            <Segmented
              value={dimension}
              onChange={setDimension}
              options={DIMENSIONS.map((value) => ({ value, label: t(`accounting.dimensions.${value}`) }))}
            />
            {picker}
            {data === undefined ? null : <SheetButton sheet={sheet} />}
          </>
        }
      />
      {data === undefined ? (
        <Waiting />
      ) : data.columns.length === 0 ? (
        <EmptyState title={t('statements.noDimension')} hint={t('accounting.dimensionsHint')} />
      ) : (
        <div>
          <table className="k-table k-sticky k-statement" aria-label={t('statements.byDimension')}>
            <thead>
              <tr>
                <th scope="col">{t('statements.item')}</th>
                {columns.map(({ id, name }, at) => (
                  <th key={id ?? -at} scope="col" className="k-right">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at} className={row.level === 0 ? 'k-statement-strong' : undefined}>
                  <td style={{ paddingInlineStart: 8 + row.level * 16 }}>{row.label}</td>
                  {columns.map(({ id, name, rows: own }, place) => (
                    <td key={id ?? -place} className="k-right">
                      <Figure row={own[at]} onOpen={(opened) => setShown({ row: opened, id, name })} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown === undefined ? null : (
        <MakeUp
          row={shown.row}
          from={from}
          to={to}
          columns={[shown.name]}
          of={shown.id === null ? undefined : { [`${dimension}Id`]: shown.id, value: shown.name }}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  )
}

function Figure(props: {
  readonly row: StatementRow | undefined
  readonly onOpen: (row: StatementRow) => void
}): ReactNode {
  const { row, onOpen } = props
  if (row?.amountMinor == null) return null
  if (row.parts.length === 0) return <MoneyText amountMinor={row.amountMinor} />
  return (
    <button type="button" className="k-plain k-link" onClick={() => onOpen(row)}>
      <MoneyText amountMinor={row.amountMinor} />
    </button>
  )
}
