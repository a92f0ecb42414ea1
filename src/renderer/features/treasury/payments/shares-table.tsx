import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cashDiscountMinor, discountUntil, type CashDiscountTerms } from '../../../../shared/values/cash-discount'
import { formatPercent } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { currencyDecimals } from '../../../../shared/values/money'
import { useSession } from '../../../app/session'
import { DateText, MoneyText, ScaledInput, useLanguage } from '../../../ui'
import { withPart, type OpenItem, type Shares } from './open-items-of'

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
  /** The money that pays, where items may be in another currency; null: that of the books. */
  readonly money?: { readonly currency: string | null; paidOf(item: OpenItem): number }
}): ReactNode {
  const { label, items, shares, hasParts, terms, paidOn, onChange, money } = props
  const language = useLanguage()
  const { t } = useTranslation()
  const base = useSession().company.currency
  const crosses = money !== undefined && items.some(({ currency }) => currency !== money.currency)
  const input = (item: OpenItem, part: 'amountMinor' | 'discountMinor' | 'writeOffMinor', name: string): ReactNode => (
    <td className="k-right k-narrow">
      <ScaledInput
        decimals={currencyDecimals(item.currency ?? base)}
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
          {crosses ? (
            <th scope="col" className="k-right">
              {t('currencies.paid', { currency: money.currency ?? base })}
            </th>
          ) : null}
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
              <MoneyText
                amountMinor={item.amountMinor}
                currency={item.currency ?? undefined}
                symbol={item.currency !== null}
              />
            </td>
            <td className="k-right">
              <MoneyText
                amountMinor={item.openMinor}
                currency={item.currency ?? undefined}
                symbol={item.currency !== null}
              />
            </td>
            {input(item, 'amountMinor', t('treasury.paysOf', { number: item.documentNumber }))}
            {crosses ? (
              <td className="k-right k-narrow">
                {item.currency === money.currency ? null : (
                  <ScaledInput
                    decimals={currencyDecimals(money.currency ?? base)}
                    aria-label={`${t('currencies.paid', { currency: money.currency ?? base })} ${item.documentNumber}`}
                    value={money.paidOf(item) || null}
                    disabled={!shares.has(item.id)}
                    onChange={(value) => onChange(withPart(shares, item.id, 'paidMinor', value))}
                  />
                )}
              </td>
            ) : null}
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
