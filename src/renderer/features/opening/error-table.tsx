import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Check } from './balances-page'

const SHOWN = 100

/** What is wrong, by table, row and column, and what to do about it. */
export function ErrorTable({ check }: { readonly check: Check }): ReactNode {
  const { t } = useTranslation()
  return (
    <section aria-label={t('opening.errors')}>
      <h2>{t('opening.errors')}</h2>
      <p>{t('opening.errorsCount', { count: check.errorCount })}</p>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('opening.part')}</th>
            <th scope="col" className="k-right">
              {t('opening.row')}
            </th>
            <th scope="col">{t('opening.column')}</th>
            <th scope="col">{t('opening.value')}</th>
            <th scope="col">{t('opening.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {check.errors.slice(0, SHOWN).map(({ part, row, column, code, value }, at) => (
            <tr key={at}>
              <td>{t(`opening.parts.${part}`)}</td>
              <td className="k-right k-num">{row === 0 ? '' : row}</td>
              <td>{t(`opening.columns.${part}.${column}`)}</td>
              <td>{value}</td>
              <td>{t(`opening.problems.${code}`, { value })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
