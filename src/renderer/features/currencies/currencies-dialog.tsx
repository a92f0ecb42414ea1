import { useQuery } from '@tanstack/react-query'
import { Form, Select, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CURRENCIES, currencyName } from '../../../shared/values/exchange/iso-4217'
import { quoteSides } from '../../../shared/values/exchange/rate'
import { formatScaled } from '../../../shared/values/format'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Dialog, RefusalAlert, useLanguage } from '../../ui'

const UNITS = [1, 10, 100, 1000, 10_000] as const
type Units = (typeof UNITS)[number]

/** Which currencies the company deals in and how each is quoted. The way of quoting is chosen once. */
export function CurrenciesDialog({ onClose }: { onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { company } = useSession()
  const { data } = useQuery(api.currencies.listCurrencies.queryOptions({ input: {} }))
  const [code, setCode] = useState<string>()
  const [units, setUnits] = useState<Units>(1)
  const [quoted, setQuoted] = useState<'direct' | 'indirect'>(company.pack === 'generic' ? 'indirect' : 'direct')
  const add = useCommand(engine.currencies.addCurrency)
  const change = useCommand(engine.currencies.setActive)
  const refusal = add.refusal ?? change.refusal
  const rows = data?.rows ?? []
  const free = CURRENCIES.filter((each) => each !== company.currency && !rows.some((row) => row.code === each))
  const base = company.currency
  const submit = async (): Promise<void> => {
    if (code === undefined) return
    if ((await add.run({ code, units, quoted })) !== undefined) setCode(undefined)
  }
  return (
    <Dialog
      title={t('currencies.manage')}
      okText={t('currencies.add')}
      cancelText={t('app.close')}
      okButtonProps={{ disabled: code === undefined, loading: add.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {rows.length === 0 ? null : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('currencies.currency')}</th>
              <th scope="col">{t('currencies.lastRate')}</th>
              <th scope="col">{t('currencies.inUse')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const [left, right] = quoteSides({ ...row, currency: row.code }, base)
              const rate = row.lastRateMicro === null ? '…' : formatScaled(row.lastRateMicro, 6, { minDecimals: 4 })
              return (
                <tr key={row.code}>
                  <td>
                    {row.code} {currencyName(row.code, language)}
                  </td>
                  <td className="k-num">{`${left} = ${rate} ${right}`}</td>
                  <td>
                    <Switch
                      size="small"
                      aria-label={`${t('currencies.inUse')} ${row.code}`}
                      checked={row.isActive}
                      onChange={(isActive) => void change.run({ code: row.code, isActive })}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t('currencies.add')} htmlFor="currency-code">
          <Select
            id="currency-code"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('currencies.choose')}
            value={code}
            options={free.map((each) => ({ value: each, label: `${each} ${currencyName(each, language)}` }))}
            onChange={setCode}
          />
        </Form.Item>
        {code === undefined ? null : (
          <>
            <Form.Item label={t('currencies.quoted')} htmlFor="currency-quoted" extra={t('currencies.quotedHint')}>
              <Select
                id="currency-quoted"
                value={quoted}
                options={(['direct', 'indirect'] as const).map((value) => {
                  const [left, right] = quoteSides({ currency: code, units, quoted: value }, base)
                  return { value, label: `${left} = … ${right}` }
                })}
                onChange={setQuoted}
              />
            </Form.Item>
            <Form.Item label={t('currencies.units')} htmlFor="currency-units">
              <Select
                id="currency-units"
                value={units}
                options={UNITS.map((value) => ({ value, label: String(value) }))}
                onChange={setUnits}
              />
            </Form.Item>
          </>
        )}
      </Form>
    </Dialog>
  )
}
