import { useQuery } from '@tanstack/react-query'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useSession } from '../../app/session'
import { EmptyState, MoneyText, PageHeader, Waiting } from '../../ui'

const SIDES = [
  'openingDebitMinor',
  'openingCreditMinor',
  'debitMinor',
  'creditMinor',
  'closingDebitMinor',
  'closingCreditMinor',
] as const

/** Opening, movement and closing of every account for some months; an account opens its entries. */
export function TrialBalance(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [range, setRange] = useState(() => {
    const today = dayjs(company.today)
    return [today.startOf('month'), today.endOf('month')] as const
  })
  const [from, to] = range.map((day) => day.format('YYYY-MM-DD')) as [string, string]
  const { data } = useQuery(api.accounting.trialBalance.queryOptions({ input: { from, to } }))
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('accounting.trialBalance')}
        actions={
          <DatePicker.RangePicker
            picker="month"
            allowClear={false}
            value={[range[0], range[1]]}
            onChange={(chosen) => {
              const [first, last] = chosen ?? []
              if (first && last) setRange([first.startOf('month'), last.endOf('month')])
            }}
          />
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
                {(['opening', 'movement', 'closing'] as const).map((group) => (
                  <th key={group} scope="colgroup" colSpan={2} className="k-center">
                    {t(`accounting.${group}`)}
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
                  <td>
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('accounting.journal', { accountCode: row.accountCode, from, to })}
                    >
                      {row.accountCode}
                    </button>{' '}
                    {row.accountName}
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
