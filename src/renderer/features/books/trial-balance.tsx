import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ForeignText } from '../../app/currencies/foreign-text'
import { api } from '../../app/engine'
import type { Sheet } from '../../app/lists/sheet'
import { SheetButton } from '../../app/lists/sheet-button'
import { useNavigation, type PageParams } from '../../app/pages'
import { EmptyState, MoneyText, PageHeader, Waiting } from '../../ui'
import { useSpan } from '../../app/lists/span'

const SIDES = [
  'openingDebitMinor',
  'openingCreditMinor',
  'debitMinor',
  'creditMinor',
  'yearDebitMinor',
  'yearCreditMinor',
  'closingDebitMinor',
  'closingCreditMinor',
] as const
const GROUPS = ['accounting.opening', 'accounting.movement', 'books.yearToDate', 'accounting.closing'] as const
const LEVELS = [1, 2, 9] as const

/** 科目余额表: opening, movement, year so far and closing of every account; an account opens its lines. */
export function TrialBalance({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { from, to, about, picker } = useSpan(params)
  const [level, setLevel] = useState<number>(9)
  const { data } = useQuery(api.books.trialBalance.queryOptions({ input: { from, to, level } }))
  const sheetOf = (answer: NonNullable<typeof data>): Sheet => ({
    title: t('accounting.trialBalance'),
    about,
    columns: [
      { title: t('accounting.code') },
      { title: t('app.journal.account') },
      ...SIDES.map((_side, at) => ({
        title: `${t(GROUPS[Math.floor(at / 2)]!)} ${t(at % 2 === 0 ? 'app.journal.debit' : 'app.journal.credit')}`,
        kind: 'money' as const,
      })),
    ],
    rows: [
      ...answer.rows.map((row) => ({
        isStrong: row.hasParts,
        cells: [
          { value: row.accountCode },
          { value: `${'　'.repeat(row.level - 1)}${row.accountName}` },
          ...SIDES.map((side) => ({ value: row[side] })),
        ],
      })),
      {
        isStrong: true,
        cells: [
          { value: '' },
          { value: t('accounting.total') },
          ...SIDES.map((side) => ({ value: answer.totals[side] })),
        ],
      },
    ],
  })
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('accounting.trialBalance')}
        actions={
          <>
            <Segmented
              value={level}
              onChange={setLevel}
              options={LEVELS.map((value) => ({
                value,
                label: t(value === 9 ? 'books.allLevels' : 'books.level', { value }),
              }))}
            />
            {picker}
            {data === undefined ? null : <SheetButton sheet={() => sheetOf(data)} />}
          </>
        }
      />
      {data === undefined ? (
        <Waiting />
      ) : data.rows.length === 0 ? (
        <EmptyState title={t('accounting.noEntries')} hint={t('accounting.noEntriesHint')} />
      ) : (
        <div>
          <table className="k-table k-sticky k-even" aria-label={t('accounting.trialBalance')}>
            <colgroup>
              <col />
              {SIDES.map((side) => (
                <col key={side} className="k-amount" />
              ))}
            </colgroup>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {t('app.journal.account')}
                </th>
                {GROUPS.map((group) => (
                  <th key={group} scope="colgroup" colSpan={2} className="k-center">
                    {t(group)}
                  </th>
                ))}
              </tr>
              <tr>
                {SIDES.map((side, at) => (
                  <th key={side} scope="col" className="k-right">
                    {t(at % 2 === 0 ? 'app.journal.debit' : 'app.journal.credit')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.accountCode}>
                  <td style={{ paddingInlineStart: 8 + (row.level - 1) * 16 }}>
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('books.subsidiary', { accountCode: row.accountCode, from, to })}
                    >
                      {row.accountCode}
                    </button>{' '}
                    {row.hasParts ? <strong>{row.accountName}</strong> : row.accountName}
                    <ForeignText currency={row.foreign?.currency} amountMinor={row.foreign?.closingMinor} />
                  </td>
                  {SIDES.map((side) => (
                    <td key={side} className="k-right">
                      <MoneyText amountMinor={row[side]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('accounting.total')}</th>
                {SIDES.map((side) => (
                  <td key={side} className="k-right">
                    <strong>
                      <MoneyText amountMinor={data.totals[side]} />
                    </strong>
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  )
}
