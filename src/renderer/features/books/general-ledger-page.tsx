import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMonth } from '../../../shared/values/format-date'
import { api } from '../../app/engine'
import type { Sheet } from '../../app/lists/sheet'
import { SheetButton } from '../../app/lists/sheet-button'
import { useNavigation, type PageParams } from '../../app/pages'
import { EmptyState, MoneyText, PageHeader, useLanguage, Waiting } from '../../ui'
import { useSpan } from '../../app/lists/span'

const TITLES = ['debit', 'credit', 'yearDebit', 'yearCredit', 'balance'] as const

/** 总账: every account of the first level by month, with the year so far; an account opens its lines. */
export function GeneralLedgerPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { open } = useNavigation()
  const { from, to, about, picker } = useSpan(params)
  const { data } = useQuery(api.books.generalLedger.queryOptions({ input: { from, to } }))
  const sheetOf = ({ rows }: NonNullable<typeof data>): Sheet => ({
    title: t('books.generalLedger'),
    about,
    columns: [
      { title: t('app.journal.account') },
      { title: t('books.month') },
      ...TITLES.map((title) => ({ title: t(`books.${title}`), kind: 'money' as const })),
    ],
    rows: rows.flatMap(({ account, openingMinor, months }) => [
      {
        isStrong: true,
        cells: [
          { value: `${account.code} ${account.name}` },
          { value: t('books.opening') },
          ...TITLES.map((title) => ({ value: title === 'balance' ? openingMinor : null })),
        ],
      },
      ...months.map((month) => ({
        cells: [
          { value: '' },
          { value: formatMonth(month.month, language) },
          ...TITLES.map((title) => ({ value: month[`${title}Minor` as const] })),
        ],
      })),
    ]),
  })
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('books.generalLedger')}
        actions={
          <>
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
          <table className="k-table k-sticky k-even" aria-label={t('books.generalLedger')}>
            <thead>
              <tr>
                <th scope="col">{t('app.journal.account')}</th>
                <th scope="col">{t('books.month')}</th>
                {TITLES.map((title) => (
                  <th key={title} scope="col" className="k-right">
                    {t(`books.${title}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map(({ account, openingMinor, months }) => (
                <Fragment key={account.code}>
                  <tr>
                    <td>
                      <button
                        type="button"
                        className="k-plain k-link"
                        onClick={() => open('books.subsidiary', { accountCode: account.code, from, to })}
                      >
                        {account.code}
                      </button>{' '}
                      {account.name}
                    </td>
                    <td>{t('books.opening')}</td>
                    <td colSpan={4} />
                    <td className="k-right">
                      <Balance amountMinor={openingMinor} />
                    </td>
                  </tr>
                  {months.map((row) => (
                    <tr key={row.month}>
                      <td />
                      <td>{formatMonth(row.month, language)}</td>
                      {(['debitMinor', 'creditMinor', 'yearDebitMinor', 'yearCreditMinor'] as const).map((side) => (
                        <td key={side} className="k-right">
                          <MoneyText amountMinor={row[side]} />
                        </td>
                      ))}
                      <td className="k-right">
                        <Balance amountMinor={row.balanceMinor} />
                      </td>
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** A balance with the side it stands on, as a ledger writes it. */
function Balance({ amountMinor }: { readonly amountMinor: number }): ReactNode {
  const { t } = useTranslation()
  const side = amountMinor === 0 ? 'flat' : amountMinor > 0 ? 'debit' : 'credit'
  return (
    <>
      <span className="k-soft">{t(`books.sides.${side}`)}</span> <MoneyText amountMinor={Math.abs(amountMinor)} />
    </>
  )
}
