import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { checkMask } from '../../../shared/values/barcodes'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { Field, PageHeader, RefusalAlert, useRefusalText, useScanner, Waiting } from '../../ui'
import './masks.css'

interface Mask {
  readonly mask: string
  readonly note: string
}

/** Layouts of the company's own EAN-13 codes, and a field to try them before they are saved. */
export function MasksPage(): ReactNode {
  const { data } = useQuery(api.items.listMasks.queryOptions({ input: {} }))
  return data === undefined ? <Waiting /> : <Masks first={data.rows} />
}

function Masks({ first }: { readonly first: readonly Mask[] }): ReactNode {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  const canSave = useCan('items.write')
  const [masks, setMasks] = useState<readonly Mask[]>(first)
  const [isSaved, setSaved] = useState(false)
  const save = useCommand(engine.items.setMasks)
  const change = (next: readonly Mask[]): void => {
    setMasks(next)
    setSaved(false)
  }
  const put = (at: number, part: Partial<Mask>): void =>
    change(masks.map((mask, index) => (index === at ? { ...mask, ...part } : mask)))
  const up = (at: number): void => {
    const [above, mask] = [masks[at - 1], masks[at]]
    if (above === undefined || mask === undefined) return
    change(masks.map((one, index) => (index === at - 1 ? mask : index === at ? above : one)))
  }
  const wrong = masks.map(({ mask }) => checkMask(mask))
  return (
    <section className="k-form-page">
      <PageHeader title={t('items.masks.title')} hint={t('items.masks.hint')} />
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      {masks.length === 0 ? <p>{t('items.masks.none')}</p> : null}
      {masks.map((mask, at) => (
        <div key={at} className="k-masks-row">
          <Field label={t('items.masks.mask')} refusal={wrong[at]}>
            {(control) => (
              <Input
                {...control}
                className="k-masks-layout"
                maxLength={80}
                disabled={!canSave}
                value={mask.mask}
                onChange={(event) => put(at, { mask: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('items.masks.note')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                disabled={!canSave}
                value={mask.note}
                onChange={(event) => put(at, { note: event.target.value })}
              />
            )}
          </Field>
          {canSave ? (
            <span className="k-buttons">
              <Button disabled={at === 0} onClick={() => up(at)}>
                {t('items.masks.up')}
              </Button>
              <Button danger onClick={() => change(masks.filter((_mask, index) => index !== at))}>
                {t('items.masks.remove')}
              </Button>
            </span>
          ) : null}
        </div>
      ))}
      <p className="k-masks-example">{t('items.masks.example')}</p>
      {canSave ? (
        <span className="k-buttons">
          <Button onClick={() => change([...masks, { mask: '21{item:5}{weightGrams:5}', note: '' }])}>
            {t('items.masks.add')}
          </Button>
          <Button
            type="primary"
            loading={save.isRunning}
            disabled={wrong.some((error) => error !== undefined)}
            onClick={() => void save.run({ masks: [...masks] }).then((answer) => setSaved(answer !== undefined))}
          >
            {t('items.masks.save')}
          </Button>
        </span>
      ) : null}
      {isSaved ? <p role="status">{t('items.masks.saved')}</p> : null}
      <Trial
        masks={masks.filter((_mask, at) => wrong[at] === undefined).map(({ mask }) => mask)}
        textOf={refusalText}
      />
    </section>
  )
}

function Trial({
  masks,
  textOf,
}: {
  readonly masks: string[]
  readonly textOf: ReturnType<typeof useRefusalText>
}): ReactNode {
  const { t } = useTranslation()
  const [scan, setScan] = useState('')
  useScanner((heard) => setScan(`${heard.symbology ?? ''}${heard.text}`))
  const { data } = useQuery(api.items.tryScan.queryOptions({ input: { scan, masks }, enabled: scan !== '' }))
  return (
    <div className="k-masks-trial">
      <Field label={t('items.masks.try')} hint={t('items.masks.tryHint')}>
        {(control) => (
          <Input
            {...control}
            allowClear
            maxLength={200}
            value={scan}
            onChange={(event) => setScan(event.target.value)}
          />
        )}
      </Field>
      {scan === '' || data === undefined ? null : (
        <div role="status">
          <dl className="k-masks-facts">
            <dt>{t('items.masks.kind')}</dt>
            <dd>{t(`items.masks.kinds.${data.kind}`)}</dd>
            {data.facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{t(`items.masks.facts.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {data.error === null ? null : <p>{textOf(data.error)}</p>}
          {data.item === null ? (
            data.ok ? (
              <p>{t('items.masks.unknownItem')}</p>
            ) : null
          ) : (
            <p>
              {data.item.code} {data.item.name}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
