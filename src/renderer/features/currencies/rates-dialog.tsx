import { DatePicker, Form } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { quoteSides } from '../../../shared/values/exchange/rate'
import { useCommand } from '../../app/commands'
import type { ForeignCurrency } from '../../app/currencies/foreign-currencies'
import { engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Dialog, RefusalAlert, ScaledInput } from '../../ui'

/** The rates of a day, one field a currency; what is left empty stays as it was. */
export function RatesDialog(props: {
  readonly on: string
  readonly currencies: readonly ForeignCurrency[]
  onClose(): void
}): ReactNode {
  const { currencies, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const [on, setOn] = useState(props.on)
  const [rates, setRates] = useState<ReadonlyMap<string, number>>(new Map())
  const save = useCommand(engine.currencies.setRates)
  const submit = async (): Promise<void> => {
    // A field that is still being typed settles when it loses the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await Promise.resolve()
    setRates((typed) => {
      void keep(typed)
      return typed
    })
  }
  const keep = async (typed: ReadonlyMap<string, number>): Promise<void> => {
    if (typed.size === 0) return
    const answer = await save.run({
      rates: [...typed].map(([currency, rateMicro]) => ({ currency, validFrom: on, rateMicro })),
    })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('currencies.enter')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t('currencies.validFrom')} htmlFor="rates-on" extra={t('currencies.validFromHint')}>
          <DatePicker
            id="rates-on"
            allowClear={false}
            style={{ width: '100%' }}
            value={dayjs(on)}
            onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))}
          />
        </Form.Item>
        {currencies.map((currency) => {
          const [left, right] = quoteSides({ ...currency, currency: currency.code }, company.currency)
          return (
            <Form.Item key={currency.code} label={`${left} =`} htmlFor={`rate-${currency.code}`}>
              <ScaledInput
                id={`rate-${currency.code}`}
                decimals={6}
                minDecimals={4}
                suffix={right}
                value={rates.get(currency.code) ?? null}
                onChange={(rateMicro) =>
                  setRates((before) => {
                    const next = new Map(before)
                    if (rateMicro === null || rateMicro <= 0) next.delete(currency.code)
                    else next.set(currency.code, rateMicro)
                    return next
                  })
                }
              />
            </Form.Item>
          )
        })}
      </Form>
    </Dialog>
  )
}
