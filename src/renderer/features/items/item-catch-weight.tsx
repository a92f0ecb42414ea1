import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PieceTerms } from '../../../shared/values/catch-weight'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { RefusalAlert, ScaledInput } from '../../ui'

const BEGIN: PieceTerms = { unit: '', nominalMicro: 1_000_000, tolerancePercent: 10 }

/** Goods that are counted in pieces and paid by weight: what a piece is called and about what it weighs. */
export function ItemCatchWeight({
  itemId,
  baseUnit,
}: {
  readonly itemId: number
  readonly baseUnit: string
}): ReactNode {
  const { data } = useQuery(api.items.listCatchWeights.queryOptions({ input: {} }))
  const kept = data?.rows.find((row) => row.itemId === itemId)
  const terms =
    kept === undefined
      ? null
      : { unit: kept.unit, nominalMicro: kept.nominalMicro, tolerancePercent: kept.tolerancePercent }
  if (data === undefined) return null
  return <Terms key={JSON.stringify(terms)} itemId={itemId} baseUnit={baseUnit} terms={terms} />
}

function Terms(props: {
  readonly itemId: number
  readonly baseUnit: string
  readonly terms: PieceTerms | null
}): ReactNode {
  const { itemId, baseUnit } = props
  const { t } = useTranslation()
  const canWrite = useCan('items.write')
  const save = useCommand(engine.items.setCatchWeight)
  const [typed, setTyped] = useState<PieceTerms | null>(props.terms)
  if (!canWrite && props.terms === null) return null
  const isChanged = JSON.stringify(typed) !== JSON.stringify(props.terms)
  const { unit, nominalMicro, tolerancePercent } = typed ?? BEGIN
  const change = (part: Partial<PieceTerms>): void => setTyped({ unit, nominalMicro, tolerancePercent, ...part })
  return (
    <section className="k-fieldset" aria-label={t('items.catchWeight.title')}>
      <h3>{t('items.catchWeight.title')}</h3>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <p className="k-soft">{t('items.catchWeight.hint', { unit: baseUnit })}</p>
      <div className="k-inline-fields">
        <label>
          <Switch
            aria-label={t('items.catchWeight.title')}
            disabled={!canWrite}
            checked={typed !== null}
            onChange={(isOn) => setTyped(isOn ? (props.terms ?? BEGIN) : null)}
          />{' '}
          {t('items.catchWeight.isOn')}
        </label>
        {typed === null ? null : (
          <>
            <label>
              {t('items.catchWeight.unit')}{' '}
              <Input
                style={{ width: 96 }}
                maxLength={20}
                disabled={!canWrite}
                value={unit}
                placeholder={t('items.catchWeight.unitExample')}
                onChange={(event) => change({ unit: event.target.value })}
              />
            </label>
            <label>
              {t('items.catchWeight.nominal', { unit: baseUnit })}{' '}
              <ScaledInput
                decimals={6}
                minDecimals={0}
                disabled={!canWrite}
                value={nominalMicro}
                onChange={(value) => change({ nominalMicro: value ?? 0 })}
              />
            </label>
            <label>
              {t('items.catchWeight.tolerance')}{' '}
              <InputNumber
                style={{ width: 88 }}
                min={1}
                max={90}
                precision={0}
                disabled={!canWrite}
                value={tolerancePercent}
                onChange={(value) => change({ tolerancePercent: value ?? 1 })}
              />{' '}
              %
            </label>
          </>
        )}
        {canWrite && isChanged ? (
          <Button
            type="primary"
            loading={save.isRunning}
            disabled={typed !== null && (unit.trim() === '' || nominalMicro <= 0)}
            onClick={() => void save.run({ itemId, terms: typed })}
          >
            {t('items.catchWeight.save')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
