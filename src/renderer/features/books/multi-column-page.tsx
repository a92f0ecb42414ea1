import { useQuery } from '@tanstack/react-query'
import { Pagination, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, engine, type Engine } from '../../app/engine'
import type { Sheet } from '../../app/lists/sheet'
import { SheetButton } from '../../app/lists/sheet-button'
import { useNavigation, type PageParams } from '../../app/pages'
import { DateText, EmptyState, MoneyText, PageHeader, Waiting } from '../../ui'
import { useAccountChoice, useSpan } from '../../app/lists/span'

type Account = Awaited<ReturnType<Engine['accounting']['listAccounts']>>['rows'][number]

const BY = ['account', 'department', 'project', 'person', 'partner'] as const
const ROWS = 200
const MOST = 500
const canSplit = (account: Account): boolean => account.isUsed && account.level === 1
const hasParts = (account: Account): boolean => canSplit(account) && !account.isPostable

/** 多栏账: the lines of an account, each amount in the column of its part or dimension. */
export function MultiColumnPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { from, to, about, picker } = useSpan(params)
  const { code, select } = useAccountChoice(params, canSplit, hasParts)
  const [by, setBy] = useState<(typeof BY)[number]>('account')
  const [page, setPage] = useState(1)
  const { data } = useQuery(
    api.books.multiColumnLedger.queryOptions({
      input: { accountCode: code ?? '', by, from, to, offset: (page - 1) * ROWS, limit: ROWS },
      enabled: code !== undefined,
    }),
  )
  const sign = data?.account.normalSide === 'credit' ? -1 : 1
  /** The whole span, not the page that is shown. */
  const sheet = async (): Promise<Sheet> => {
    const input = { accountCode: code ?? '', by, from, to }
    const first = await engine.books.multiColumnLedger({ ...input, offset: 0, limit: MOST })
    const lines = [...first.rows]
    while (lines.length < first.total) {
      const next = await engine.books.multiColumnLedger({ ...input, offset: lines.length, limit: MOST })
      if (next.rows.length === 0) break
      lines.push(...next.rows)
    }
    const side = first.account.normalSide === 'credit' ? -1 : 1
    return {
      title: t('books.multiColumn'),
      about: `${first.account.code} ${first.account.name} ${about}`,
      columns: [
        { title: t('accounting.postedOn'), kind: 'date' },
        { title: t('accounting.voucher') },
        { title: t('accounting.memo') },
        ...first.columns.map(({ name }) => ({
          title: name === '' ? t('books.noValue') : name,
          kind: 'money' as const,
        })),
        { title: t('books.balance'), kind: 'money' },
      ],
      rows: [
        ...lines.map((line) => ({
          cells: [
            { value: line.postedOn },
            { value: line.label },
            { value: line.memo },
            ...first.columns.map(({ key }) => ({
              value: line.column === key ? side * (line.debitMinor - line.creditMinor) : null,
            })),
            { value: side * line.balanceMinor },
          ],
        })),
        {
          isStrong: true,
          cells: [
            { value: '' },
            { value: '' },
            { value: t('accounting.total') },
            ...first.columns.map(({ amountMinor }) => ({ value: amountMinor })),
            { value: null },
          ],
        },
      ],
    }
  }
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('books.multiColumn')}
        actions={
          <>
            <Segmented
              value={by}
              onChange={setBy}
              options={BY.map((value) => ({ value, label: t(`books.by.${value}`) }))}
            />
            {select}
            {picker}
            {data === undefined ? null : <SheetButton sheet={sheet} />}
          </>
        }
      />
      {data === undefined ? (
        code === undefined ? (
          <EmptyState title={t('accounting.noEntries')} hint={t('accounting.noEntriesHint')} />
        ) : (
          <Waiting />
        )
      ) : (
        <div>
          <table className="k-table k-sticky" aria-label={t('books.multiColumn')}>
            <thead>
              <tr>
                <th scope="col">{t('accounting.postedOn')}</th>
                <th scope="col">{t('accounting.voucher')}</th>
                <th scope="col">{t('accounting.memo')}</th>
                {data.columns.map(({ key, name }) => (
                  <th key={key} scope="col" className="k-right">
                    {name === '' ? t('books.noValue') : name}
                  </th>
                ))}
                <th scope="col" className="k-right">
                  {t('books.balance')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={`${row.entryId}-${row.lineNumber}`}>
                  <td>
                    <DateText date={row.postedOn} />
                  </td>
                  <td>
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('accounting.entry', { id: row.entryId })}
                    >
                      {row.label}
                    </button>
                  </td>
                  <td>{row.memo}</td>
                  {data.columns.map(({ key }) => (
                    <td key={key} className="k-right">
                      {row.column === key ? (
                        <MoneyText amountMinor={sign * (row.debitMinor - row.creditMinor)} />
                      ) : null}
                    </td>
                  ))}
                  <td className="k-right">
                    <MoneyText amountMinor={sign * row.balanceMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {t('accounting.total')}
                </th>
                {data.columns.map(({ key, amountMinor }) => (
                  <td key={key} className="k-right">
                    <strong>
                      <MoneyText amountMinor={amountMinor} />
                    </strong>
                  </td>
                ))}
                <td />
              </tr>
            </tfoot>
          </table>
          {data.total > ROWS ? (
            <Pagination
              size="small"
              current={page}
              pageSize={ROWS}
              total={data.total}
              showSizeChanger={false}
              onChange={setPage}
            />
          ) : null}
        </div>
      )}
    </section>
  )
}
