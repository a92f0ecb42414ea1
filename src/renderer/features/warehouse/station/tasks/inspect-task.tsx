import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine, type Engine } from '../../../../app/engine'
import { useLotText } from '../../lot-text'
import { readPhoto, usePhotoPicker } from '../../quality/photos'
import { bareCode, itemText } from '../flows/flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { readGoods } from './goods-reading'

type Inspection = Awaited<ReturnType<Engine['quality']['getInspection']>>

/** Goods in quarantine are looked at point by point, then judged. */
export function InspectTask({ inspectionId }: { readonly inspectionId: number | undefined }): ReactNode {
  const { data } = useQuery(
    api.quality.getInspection.queryOptions({
      input: { id: inspectionId ?? 0 },
      enabled: inspectionId !== undefined,
    }),
  )
  if (inspectionId === undefined) return <ChooseInspection />
  return data === undefined ? null : <Inspecting key={data.id} inspection={data} />
}

function ChooseInspection(): ReactNode {
  const { t } = useTranslation()
  const lotText = useLotText()
  const { warehouseId, go, tell, tellFailure } = useStation()
  const { data } = useQuery(
    api.quality.listInspections.queryOptions({ input: { warehouseId, state: 'open', limit: 100 } }),
  )
  const rows = data?.rows ?? []
  const scanned = (code: string): void => {
    const number = bareCode(code).trim().toUpperCase()
    const byNumber = rows.find((row) => row.number === number)
    if (byNumber !== undefined) return go({ task: 'inspect', inspectionId: byNumber.id })
    readGoods(code).then(({ item, lot }) => {
      const row = rows.find((known) => known.item.id === item?.id && (lot === null || known.lot?.code === lot))
      if (row === undefined) tell({ kind: 'wrong', refusal: { code: 'station.notToInspect', params: {} } })
      else go({ task: 'inspect', inspectionId: row.id })
    }, tellFailure)
  }
  return (
    <StationFrame
      title={t('quality.station.task')}
      instruction={t(data !== undefined && rows.length === 0 ? 'quality.station.nothing' : 'quality.station.choose')}
      choices={rows.map((row) => ({
        key: String(row.id),
        title: itemText(row.item),
        detail: [row.bin.code, lotText(row.lot), formatQuantity(row.quantityMicro, { unit: row.item.baseUnit })]
          .filter((part) => part !== '')
          .join(' · '),
        onChoose: () => go({ task: 'inspect', inspectionId: row.id }),
      }))}
      onCode={scanned}
      onBack={() => go({})}
    />
  )
}

interface Answers {
  readonly results: readonly boolean[]
  readonly rejectedMicro?: number
  readonly rejectsTo?: 'return' | 'scrap'
  readonly note?: string
}

function Inspecting({ inspection }: { readonly inspection: Inspection }): ReactNode {
  const { t } = useTranslation()
  const lotText = useLotText()
  const { go, attempt, tell, tellFailure, today } = useStation()
  const [answers, setAnswers] = useState<Answers>({ results: [] })
  const { id, number, item, points, photos } = inspection
  const { results, rejectedMicro, rejectsTo, note } = answers
  const unit = item.baseUnit
  const back = (): void =>
    results.length === 0 && rejectedMicro === undefined
      ? go({ task: 'inspect' })
      : setAnswers(rejectedMicro === undefined ? { results: results.slice(0, -1) } : { results })
  const picker = usePhotoPicker((file) => {
    readPhoto(file)
      .then((photo) => attempt('addPhoto', engine.quality.addPhoto, { inspectionId: id, ...photo }))
      .catch(tellFailure)
  })
  const decide = ({ note: said = '', ...chosen }: Answers): void => {
    const rejected = chosen.rejectedMicro ?? 0
    attempt('decide', engine.quality.decide, {
      inspectionId: id,
      decidedOn: today,
      results: chosen.results.map((passed) => ({ passed })),
      rejectedMicro: rejected,
      note: said,
      ...(rejected > 0 && chosen.rejectsTo !== undefined ? { rejectsTo: chosen.rejectsTo } : {}),
    }).then(({ followedBy }) => {
      const quantity = formatQuantity(rejected > 0 ? rejected : inspection.quantityMicro, { unit })
      tell({
        kind: 'done',
        text: rejected > 0 ? 'inspectedOut' : 'inspected',
        params: { number, quantity, followedBy },
      })
      go({ task: 'inspect' })
    }, tellFailure)
  }
  const common = {
    title: `${t('quality.station.task')} ${number} · ${inspection.supplier.name}`,
    where: inspection.bin.code,
    what: { name: item.name, code: item.code, detail: lotText(inspection.lot) },
    progress: { done: results.length, total: points.length },
    extra: [
      {
        key: 'photo',
        label:
          photos.length === 0 ? t('quality.station.photo') : t('quality.station.photoTaken', { count: photos.length }),
        keys: 'F7',
        onPress: picker.open,
      },
    ],
    onBack: back,
  }
  const point = points[results.length]
  if (point !== undefined) {
    const answer = (passed: boolean) => (): void => setAnswers({ results: [...results, passed] })
    return (
      <StationFrame
        {...common}
        instruction={point.text}
        howMany={{ value: formatQuantity(inspection.sampleMicro), unit }}
        choices={[
          { key: 'pass', title: t('quality.station.pass'), onChoose: answer(true) },
          { key: 'fail', title: t('quality.station.fail'), onChoose: answer(false) },
        ]}
      >
        {picker.input}
      </StationFrame>
    )
  }
  const hasFailed = results.includes(false)
  if (hasFailed && rejectedMicro === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('quality.station.howManyRejected')}
        howMany={{ value: formatQuantity(inspection.quantityMicro), unit }}
        pad={{
          kind: 'quantity',
          caption: t('warehouse.station.quantityIn', { unit }),
          onNumber: (quantityMicro) => setAnswers({ results, rejectedMicro: quantityMicro }),
        }}
        confirm={{
          label: t('quality.station.noneRejected'),
          onPress: () => setAnswers({ results, rejectedMicro: 0 }),
        }}
      />
    )
  }
  if (hasFailed && rejectedMicro === 0 && note === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('quality.station.why')}
        pad={{
          kind: 'text',
          caption: t('quality.note'),
          onText: (text) => setAnswers({ ...answers, note: text }),
        }}
      />
    )
  }
  if (rejectedMicro !== undefined && rejectedMicro > 0 && rejectsTo === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('quality.station.whereTo')}
        howMany={{ value: formatQuantity(rejectedMicro), unit }}
        choices={(['return', 'scrap'] as const).map((value) => ({
          key: value,
          title: t(`quality.rejectsToOf.${value}`),
          onChoose: () => setAnswers({ ...answers, rejectsTo: value }),
        }))}
      />
    )
  }
  return (
    <StationFrame
      {...common}
      instruction={t(inspection.asksPhoto && photos.length === 0 ? 'quality.photoWanted' : 'quality.station.decideNow')}
      howMany={{
        value: formatQuantity(inspection.quantityMicro - (rejectedMicro ?? 0)),
        unit,
        note: t('quality.accepted'),
      }}
      confirm={{ label: t('quality.decide'), onPress: () => decide(answers) }}
    >
      {picker.input}
    </StationFrame>
  )
}
