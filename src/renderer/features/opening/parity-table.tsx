import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyText, StateTag } from '../../ui'
import type { Check } from './balances-page'

/** What an account holds against what its list adds up to, with the difference. */
export function ParityTable({ rows }: { readonly rows: Check['parity'] }): ReactNode {
  const { t } = useTranslation()
  return (
    <section aria-label={t('opening.parity')}>
      <h2>{t('opening.parity')}</h2>
      <p className="k-soft">{t('opening.parityHint')}</p>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{t('opening.account')}</th>
            <th scope="col" className="k-right">
              {t('opening.inBalance')}
            </th>
            <th scope="col" className="k-right">
              {t('opening.inList')}
            </th>
            <th scope="col" className="k-right">
              {t('opening.difference')}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, accountCode, accountName, balanceMinor, listedMinor }) => {
            const isEqual = balanceMinor === listedMinor
            return (
              <tr key={key}>
                <td>{t(`opening.parityRows.${key}`)}</td>
                <td>
                  {accountCode} {accountName}
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={balanceMinor} />
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={listedMinor} />
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={balanceMinor - listedMinor} />
                </td>
                <td>
                  <StateTag tone={isEqual ? 'good' : 'bad'} label={t(isEqual ? 'opening.fine' : 'opening.differs')} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
