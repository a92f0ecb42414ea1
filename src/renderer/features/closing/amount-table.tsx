import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui'
import type { Cockpit } from './closing-page'

/** Accounts with a debit and a credit each. */
export function AmountTable(props: { readonly label: string; readonly rows: Cockpit['changes'] }): ReactNode {
  const { label, rows } = props
  const { t } = useTranslation()
  return (
    <table className="k-table k-closing-amounts" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('app.journal.account')}</th>
          <th scope="col" className="k-right">
            {t('app.journal.debit')}
          </th>
          <th scope="col" className="k-right">
            {t('app.journal.credit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            <td>
              {row.accountCode} {row.accountName}
            </td>
            <td className="k-right">{row.debitMinor === 0 ? null : <MoneyText amountMinor={row.debitMinor} />}</td>
            <td className="k-right">{row.creditMinor === 0 ? null : <MoneyText amountMinor={row.creditMinor} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
