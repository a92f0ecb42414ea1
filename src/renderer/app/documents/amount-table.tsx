import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui'
import { ForeignText } from '../currencies/foreign-text'

interface AmountRow {
  readonly accountCode: string
  readonly accountName: string
  readonly debitMinor: number
  readonly creditMinor: number
  readonly partnerName?: string | null
  readonly itemName?: string | null
  readonly currency?: string | null
  readonly foreignMinor?: number | null
}

/** Accounts with a debit or a credit each, as an entry writes them. */
export function AmountTable(props: {
  readonly label?: string
  readonly caption?: ReactNode
  readonly className: string
  readonly rows: readonly AmountRow[]
}): ReactNode {
  const { label, caption, className, rows } = props
  const { t } = useTranslation()
  return (
    <table className={`k-table ${className}`} aria-label={label}>
      {caption === undefined ? null : <caption>{caption}</caption>}
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
              <span className="k-soft"> {[row.partnerName, row.itemName].filter(Boolean).join(' · ')}</span>
              <ForeignText currency={row.currency} amountMinor={row.foreignMinor} />
            </td>
            <td className="k-right">{row.debitMinor === 0 ? null : <MoneyText amountMinor={row.debitMinor} />}</td>
            <td className="k-right">{row.creditMinor === 0 ? null : <MoneyText amountMinor={row.creditMinor} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
