import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useCan, useSession } from '../../app/session'
import { DateText, RefusalAlert, ScaledInput } from '../../ui'

type Kind = 'general' | 'small-scale'

/** General or small-scale taxpayer from a day on, with the rate and the threshold of the latter. */
export function TaxpayerSection({ on }: { readonly on: string }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const canWrite = useCan('accounting.post')
  const { data } = useQuery(api.tax.taxpayer.queryOptions({ input: { on } }))
  const [chosen, setChosen] = useState<{ readonly kind: Kind; readonly certifiesInput: boolean }>()
  const change = useCommand(engine.tax.setTaxpayer)
  const threshold = useCommand(engine.tax.setThreshold)
  // Only the Chinese pack tells kinds of taxpayers apart.
  if (data === undefined || data.thresholdMinor === null) return null
  const { kind, certifiesInput } = chosen ?? data
  const refusal = change.refusal ?? threshold.refusal
  const submit = async (): Promise<void> => {
    const answer = await change.run({ validFrom: on, kind, certifiesInput: kind === 'general' && certifiesInput })
    if (answer !== undefined) setChosen(undefined)
  }
  return (
    <fieldset className="k-fieldset" aria-label={t('tax.taxpayer')}>
      <legend>{t('tax.taxpayer')}</legend>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <p className="k-soft">{t('tax.taxpayerHint')}</p>
      <p className="k-buttons">
        <Segmented
          aria-label={t('tax.taxpayer')}
          disabled={!canWrite}
          value={kind}
          options={(['general', 'small-scale'] as const).map((value) => ({
            value,
            label: t(`tax.taxpayerKinds.${value}`),
          }))}
          onChange={(value) => setChosen({ kind: value, certifiesInput })}
        />
        <Checkbox
          disabled={!canWrite || kind === 'small-scale'}
          checked={kind === 'general' && certifiesInput}
          onChange={(event) => setChosen({ kind, certifiesInput: event.target.checked })}
        >
          {t('tax.certifiesInput')}
        </Checkbox>
        {chosen === undefined ? null : (
          <Button type="primary" loading={change.isRunning} onClick={() => void submit()}>
            {t('tax.changeTaxpayer')} <DateText date={on} />
          </Button>
        )}
      </p>
      <table className="k-table" aria-label={t('tax.taxpayer')}>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.validFrom}>
              <td>{row.validFrom === '1900-01-01' ? t('tax.sinceEver') : <DateText date={row.validFrom} />}</td>
              <td>{t(`tax.taxpayerKinds.${row.kind}`)}</td>
              <td>{row.certifiesInput ? t('tax.certifiesInput') : ''}</td>
            </tr>
          ))}
          {data.kind === 'small-scale' ? (
            <>
              <tr>
                <td>{t('tax.collectionRate')}</td>
                <td className="k-num">{(data.collectionRateMicro ?? 0) / 10_000} %</td>
                <td />
              </tr>
              <tr>
                <td>{t('tax.threshold')}</td>
                <td className="k-narrow">
                  <ScaledInput
                    decimals={currencyDecimals(company.currency)}
                    disabled={!canWrite}
                    aria-label={t('tax.threshold')}
                    value={data.thresholdMinor}
                    onChange={(value) => {
                      if (value === null || value === data.thresholdMinor) return
                      void threshold.run({ validFrom: on, quarterMinor: value })
                    }}
                  />
                </td>
                <td />
              </tr>
            </>
          ) : null}
        </tbody>
      </table>
    </fieldset>
  )
}
