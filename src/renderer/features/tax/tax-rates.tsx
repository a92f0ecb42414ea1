import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { api, engine } from '../../app/engine'
import { useCan, useSession } from '../../app/session'
import { TaxpayerSection } from './taxpayer-section'
import { DateText, PageHeader, RefusalAlert, ScaledInput } from '../../ui'

/** Rates of surcharges and income tax from a day on, and the calendar of declarations. */
export function TaxRates(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const canWrite = useCan('accounting.post')
  const [on, setOn] = useState(company.today)
  const { data: rates } = useQuery(api.tax.listRates.queryOptions({ input: { on } }))
  const { data: calendar } = useQuery(api.tax.calendar.queryOptions({ input: { year: Number(on.slice(0, 4)) } }))
  const set = useCommand(engine.tax.setRate)
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('tax.rates')}
        hint={t('tax.ratesHint')}
        actions={<DayPicker aria-label={t('tax.validFrom')} value={on} onChange={setOn} />}
      />
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} />}
      <div>
        <TaxpayerSection on={on} />
        <table className="k-table" aria-label={t('tax.rates')}>
          <tbody>
            {(rates?.rows ?? []).map((row) => (
              <tr key={row.kind}>
                <td>{t(`tax.kinds.${row.kind}`)}</td>
                <td className="k-narrow">
                  <ScaledInput
                    decimals={4}
                    minDecimals={0}
                    suffix="%"
                    disabled={!canWrite}
                    aria-label={t(`tax.kinds.${row.kind}`)}
                    value={row.rateMicro}
                    onChange={(value) => {
                      if (value === null || value === row.rateMicro) return
                      void set.run({ kind: row.kind, validFrom: on, rateMicro: value })
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {calendar === undefined || calendar.rows.length === 0 ? null : (
          <table className="k-table" aria-label={t('tax.calendar')}>
            <caption>{t('tax.calendar')}</caption>
            <tbody>
              {calendar.rows.map((row) => (
                <tr key={`${row.what} ${row.period}`}>
                  <td>
                    <DateText date={row.dueOn} />
                  </td>
                  <td>{t(`tax.declarations.${row.what}`)}</td>
                  <td>{row.period}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}
