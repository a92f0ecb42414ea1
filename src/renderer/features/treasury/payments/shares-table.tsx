import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cashDiscountMinor, discountUntil, type CashDiscountTerms } from '../../../../shared/values/cash-discount'
import { formatPercent } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { currencyDecimals } from '../../../../shared/values/money'
import { useSession } from '../../../app/session'
import { DateText, MoneyText, ScaledInput, useLanguage } from '../../../ui'
import { withPart, type OpenItem, type Share, type Shares } from './open-items-of'

/** Open items to choose from, and what is settled of each; discount and write-off only where money is paid. */
export function SharesTable(props: {
  readonly label: string
  readonly items: readonly OpenItem[]
  readonly shares: Shares
  readonly hasParts: boolean
  /** What the partner is offered for paying early, and the day of the payment. */
  readonly terms?: CashDiscountTerms | undefined
  readonly paidOn?: string
  readonly onChange: (shares: Shares) => void
}): ReactNode {
  const { label, items, shares, hasParts, terms, paidOn, onChange } = props
  const language = useLanguage()
  const { t } = useTranslation()
  const decimals = currencyDecimals(useSession().company.currency)
  const input = (item: OpenItem, part: keyof Share, name: string): ReactNode => (
    <td className="k-right k-narrow">
      <ScaledInput
        decimals={decimals}
        aria-label={name}
        value={shares.get(item.id)?.[part] || null}
        disabled={part !== 'amountMinor' && !shares.has(item.id)}
        onChange={(value) => onChange(withPart(shares, item.id, part, value))}
      />
    </td>
  )
  return (
    <table className="k-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('treasury.document')}</th>
          <th scope="col">{t('treasury.dueOn')}</th>
          <th scope="col" className="k-right">
            {t('treasury.total')}
          </th>
          <th scope="col" className="k-right">
            {t('treasury.open')}
          </th>
          <th scope="col" className="k-right">
            {t('treasury.pays')}
          </th>
          {hasParts ? (
            <>
              <th scope="col" className="k-right">
                {t('treasury.discount')}
              </th>
              <th scope="col" className="k-right">
                {t('treasury.writeOff')}
              </th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              {item.documentNumber}
              {terms === undefined || paidOn === undefined || cashDiscountMinor(terms, item, paidOn) === 0 ? null : (
                <span className="k-soft">
                  {' '}
                  {t('treasury.discountTerms', {
                    rate: formatPercent(terms.cashDiscountMicro),
                    until: formatDate(discountUntil(terms, item.postedOn) ?? '', language),
                  })}
                </span>
              )}
            </td>
            <td>
              <DateText date={item.dueOn} />
              {item.daysOverdue > 0 ? (
                <span className="k-soft"> {t('treasury.overdue', { days: item.daysOverdue })}</span>
              ) : null}
            </td>
            <td className="k-right">
              <MoneyText amountMinor={item.amountMinor} />
            </td>
            <td className="k-right">
              <MoneyText amountMinor={item.openMinor} />
            </td>
            {input(item, 'amountMinor', t('treasury.paysOf', { number: item.documentNumber }))}
            {hasParts ? (
              <>
                {input(item, 'discountMinor', t('treasury.discountOf', { number: item.documentNumber }))}
                {input(item, 'writeOffMinor', t('treasury.writeOffOf', { number: item.documentNumber }))}
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
