import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { MoneyText, RefusalAlert, StateTag } from '../../ui'
import type { Check } from './balances-page'

const TONES = { chosen: 'info', code: 'good', family: 'good', name: 'warning', none: 'bad' } as const

/** Every account of the old books with the one that takes its balance; what is proposed can be changed line by line. */
export function AccountMap({ check, isFixed }: { readonly check: Check; readonly isFixed: boolean }): ReactNode {
  const { t } = useTranslation()
  const [onlyOpen, setOnlyOpen] = useState(false)
  const map = useCommand(engine.opening.mapAccount)
  const { data } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const options = (data?.rows ?? [])
    .filter(({ isPostable, isActive }) => isPostable && isActive)
    .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
  const wrong = new Set(check.errors.filter(({ part }) => part === 'trial-balance').map(({ row }) => row))
  const rows = onlyOpen
    ? check.accounts.filter(({ by, row }) => by === 'none' || by === 'name' || wrong.has(row))
    : check.accounts
  return (
    <section aria-label={t('opening.accounts')}>
      <h2>{t('opening.accounts')}</h2>
      <p className="k-soft">
        {check.family === null
          ? t('opening.familyUnknown')
          : t('opening.family', { family: t(`opening.families.${check.family}`) })}{' '}
        {t('opening.accountsHint')}
      </p>
      <p>
        <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
          {t('opening.onlyOpen')}
        </Checkbox>
      </p>
      {map.refusal === undefined ? null : <RefusalAlert refusal={map.refusal} />}
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col" className="k-right">
              {t('opening.row')}
            </th>
            <th scope="col">{t('opening.oldAccount')}</th>
            <th scope="col" className="k-right">
              {t('opening.debit')}
            </th>
            <th scope="col" className="k-right">
              {t('opening.credit')}
            </th>
            <th scope="col">{t('opening.goesTo')}</th>
            <th scope="col">{t('opening.by')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.row} ${row.code}`}>
              <td className="k-right k-num">{row.row}</td>
              <td>
                {row.code} {row.name}
              </td>
              <td className="k-right">{row.debitMinor === 0 ? null : <MoneyText amountMinor={row.debitMinor} />}</td>
              <td className="k-right">{row.creditMinor === 0 ? null : <MoneyText amountMinor={row.creditMinor} />}</td>
              <td>
                {isFixed ? (
                  `${row.accountCode ?? ''} ${row.accountName}`
                ) : (
                  <Select
                    size="small"
                    aria-label={t('opening.chooseFor', { account: `${row.code} ${row.name}` })}
                    showSearch={{ optionFilterProp: 'label' }}
                    style={{ width: 320 }}
                    status={row.accountCode === null || wrong.has(row.row) ? 'error' : ''}
                    value={row.accountCode}
                    options={options}
                    onChange={(accountCode) => void map.run({ code: row.code, accountCode })}
                  />
                )}
              </td>
              <td>
                <StateTag tone={TONES[row.by]} label={t(`opening.reasons.${row.by}`)} />
              </td>
              <td>
                {row.by === 'chosen' && !isFixed ? (
                  <Button size="small" onClick={() => void map.run({ code: row.code, accountCode: null })}>
                    {t('opening.proposeAgain')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
