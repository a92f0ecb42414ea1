import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../ui'
import type { Outcome } from './tables-page'

const SHOWN = 200

/** What a file would do, and what is wrong with it, row by row. */
export function CheckedTable(props: {
  readonly fileName: string
  readonly unread: readonly string[]
  readonly outcome: Outcome
  readonly isRunning: boolean
  readonly onImport: () => void
}): ReactNode {
  const { t } = useTranslation()
  const textOf = useRefusalText()
  const { added, changed, same, errors } = props.outcome
  return (
    <div className="k-fieldset">
      <p>
        <strong>{props.fileName}</strong>: {t('imports.found', { added, changed, same })}
      </p>
      {props.unread.length === 0 ? null : (
        <p className="k-soft">{t('imports.unread', { columns: props.unread.join(', ') })}</p>
      )}
      {errors.length > 0 || added + changed === 0 ? null : (
        <Button type="primary" loading={props.isRunning} onClick={props.onImport}>
          {t('imports.do')}
        </Button>
      )}
      {errors.length === 0 ? null : (
        <>
          <p>{t('imports.errors', { count: errors.length })}</p>
          <table className="k-table" aria-label={t('imports.problem')}>
            <thead>
              <tr>
                <th scope="col" className="k-right">
                  {t('imports.row')}
                </th>
                <th scope="col">{t('imports.column')}</th>
                <th scope="col">{t('imports.value')}</th>
                <th scope="col">{t('imports.problem')}</th>
              </tr>
            </thead>
            <tbody>
              {errors.slice(0, SHOWN).map((error, at) => (
                <tr key={at}>
                  <td className="k-right k-num">{error.row}</td>
                  <td>{t(`imports.columns.${error.column}`)}</td>
                  <td>{error.value}</td>
                  <td>{textOf(error)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}
