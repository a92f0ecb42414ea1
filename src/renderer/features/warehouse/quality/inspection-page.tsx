import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Segmented } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../shared/values/format'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateTimeText, DocumentFrame, QuantityText, ScaledInput, Waiting } from '../../../ui'
import { useLotText } from '../lot-text'
import { STATE_TONE } from './inspection-list'
import { Photos, readPhoto } from './photos'
import './quality.css'

type Inspection = Awaited<ReturnType<Engine['quality']['getInspection']>>
type RejectsTo = 'return' | 'scrap'

interface Judged {
  readonly passed: boolean | null
  readonly note: string
}

/** Goods that wait to be looked at: the points, the photos, what becomes of them. */
export function InspectionPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const tab = usePageTab()
  const { data } = useQuery(api.quality.getInspection.queryOptions({ input: { id: Number(params['id']) } }))
  const title = data === undefined ? '' : t('quality.inspectionOf', { number: data.number })
  useEffect(() => tab.setTitle(title), [tab, title])
  return data === undefined ? <Waiting /> : <InspectionFrame key={`${data.id} ${data.state}`} inspection={data} />
}

function InspectionFrame({ inspection }: { readonly inspection: Inspection }): ReactNode {
  const { id, item, photos } = inspection
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const lotText = useLotText()
  const canWork = useCan('warehouse.work')
  const isOpen = inspection.state === 'open' && canWork
  const [judged, setJudged] = useState<readonly Judged[]>(() =>
    inspection.points.map(({ passed, note }) => ({ passed, note })),
  )
  const [rejectedMicro, setRejected] = useState<number | null>(inspection.rejectedMicro)
  const [rejectsTo, setRejectsTo] = useState<RejectsTo>(inspection.rejectsTo ?? 'return')
  const [note, setNote] = useState(inspection.note)
  const decide = useCommand(engine.quality.decide)
  const addPhoto = useCommand(engine.quality.addPhoto)
  const isAnswered = judged.every((point) => point.passed !== null)
  const submit = (): void => {
    const rejects = (rejectedMicro ?? 0) > 0 ? { rejectsTo } : {}
    void decide.run({
      inspectionId: id,
      decidedOn: company.today,
      results: judged.map((point) => ({ passed: point.passed === true, note: point.note })),
      rejectedMicro: rejectedMicro ?? 0,
      note,
      ...rejects,
    })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.quality.inspection')}
      number={inspection.number}
      state={{ label: t(`quality.states.${inspection.state}`), tone: STATE_TONE[inspection.state] }}
      refusal={decide.refusal ?? addPhoto.refusal}
      facts={[
        { key: 'item', label: t('quality.item'), value: `${item.code} ${item.name}` },
        { key: 'lot', label: t('quality.lot'), value: lotText(inspection.lot) },
        { key: 'supplier', label: t('quality.supplier'), value: inspection.supplier.name },
        {
          key: 'receipt',
          label: t('quality.receipt'),
          value:
            inspection.receipt === null ? (
              '–'
            ) : (
              <button
                type="button"
                className="k-plain k-link"
                onClick={() => open('purchasing.receipt', { id: inspection.receipt?.id ?? 0 })}
              >
                {inspection.receipt.number}
              </button>
            ),
        },
        { key: 'bin', label: t('quality.bin'), value: inspection.bin.code },
        {
          key: 'quantity',
          label: t('quality.quantity'),
          value: <QuantityText quantityMicro={inspection.quantityMicro} unit={item.baseUnit} />,
        },
        { key: 'plan', label: t('quality.plan'), value: inspection.planName },
      ]}
      lines={
        <>
          <p>
            <strong>
              {t('quality.toLookAt', { quantity: formatQuantity(inspection.sampleMicro, { unit: item.baseUnit }) })}
            </strong>
          </p>
          <Points inspection={inspection} judged={judged} isOpen={isOpen} onJudged={setJudged} />
          <Photos
            ids={photos.map((photo) => photo.id)}
            onAdd={
              isOpen
                ? (file) => void readPhoto(file).then((photo) => addPhoto.run({ inspectionId: id, ...photo }))
                : undefined
            }
          />
          {inspection.asksPhoto && photos.length === 0 ? <p role="status">{t('quality.photoWanted')}</p> : null}
          {isOpen ? (
            <section className="k-fieldset k-quality-decision">
              <label>
                {t('quality.rejectedQuantity', { unit: item.baseUnit })}
                <ScaledInput decimals={6} minDecimals={0} value={rejectedMicro} onChange={setRejected} />
              </label>
              {(rejectedMicro ?? 0) === 0 ? null : (
                <Radio.Group
                  aria-label={t('quality.rejectsTo')}
                  value={rejectsTo}
                  onChange={(event) => setRejectsTo(event.target.value as RejectsTo)}
                  options={(['return', 'scrap'] as const).map((value) => ({
                    value,
                    label: t(`quality.rejectsToOf.${value}`),
                  }))}
                />
              )}
              <label>
                {t('quality.note')}
                <Input value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
              </label>
            </section>
          ) : (
            <Outcome inspection={inspection} />
          )}
        </>
      }
      actions={[]}
      {...(isOpen && isAnswered
        ? { primary: { label: t('quality.decide'), isBusy: decide.isRunning, onPress: submit } }
        : {})}
    />
  )
}

function Points(props: {
  readonly inspection: Inspection
  readonly judged: readonly Judged[]
  readonly isOpen: boolean
  readonly onJudged: (judged: readonly Judged[]) => void
}): ReactNode {
  const { inspection, judged, isOpen, onJudged } = props
  const { t } = useTranslation()
  const set = (at: number, change: Partial<Judged>): void =>
    onJudged(judged.map((point, index) => (index === at ? { ...point, ...change } : point)))
  return (
    <section className="k-fieldset" aria-label={t('quality.points')}>
      <h2>{t('quality.points')}</h2>
      {inspection.points.map(({ text }, at) => (
        <div key={text} className="k-quality-point">
          <span>{text}</span>
          <Segmented
            aria-label={text}
            disabled={!isOpen}
            value={judged[at]?.passed === null ? '' : judged[at]?.passed === true ? 'passed' : 'failed'}
            onChange={(value) => set(at, { passed: value === 'passed' })}
            options={[
              { value: 'passed', label: t('quality.passed') },
              { value: 'failed', label: t('quality.failed') },
            ]}
          />
          <Input
            aria-label={t('quality.pointNote', { point: text })}
            {...(isOpen ? { placeholder: t('quality.note') } : {})}
            disabled={!isOpen}
            value={judged[at]?.note ?? ''}
            maxLength={200}
            onChange={(event) => set(at, { note: event.target.value })}
          />
        </div>
      ))}
    </section>
  )
}

function Outcome({ inspection }: { readonly inspection: Inspection }): ReactNode {
  const { t } = useTranslation()
  const { acceptedMicro, rejectedMicro, rejectsTo, followedBy, decidedBy, decidedAt, item, note } = inspection
  if (decidedBy === null) return null
  const quantity = (micro: number): string => formatQuantity(micro, { unit: item.baseUnit })
  return (
    <section className="k-fieldset">
      <p>
        {t('quality.accepted')}: {quantity(acceptedMicro)} · {t('quality.rejected')}: {quantity(rejectedMicro)}
      </p>
      {rejectsTo === null ? null : (
        <p>
          {t('quality.rejectsTo')} {t(`quality.rejectsToOf.${rejectsTo}`)}.{' '}
          {followedBy === '' ? null : t('quality.followedBy', { number: followedBy })}
        </p>
      )}
      {note === '' ? null : <p>{note}</p>}
      <p className="k-soft">
        {t('quality.decidedBy', { name: decidedBy })}{' '}
        {decidedAt === null ? null : <DateTimeText at={Date.parse(decidedAt)} />}
      </p>
    </section>
  )
}
