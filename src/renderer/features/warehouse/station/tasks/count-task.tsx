import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { api, engine } from '../../../../app/engine'
import { readPreference, setPreference } from '../../../../app/preferences'
import { useLanguage } from '../../../../ui'
import {
  countAsk,
  countProgress,
  countStep,
  nextBin,
  startCountFlow,
  type CountCall,
  type CountedLine,
  type CountEvent,
  type CountState,
} from '../flows/count-flow'
import { bareCode } from '../flows/flow'
import { likelyPieces } from '../flows/goods-draft'
import { lineText } from '../flows/receive-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { useScaleQuantity } from '../use-weighing'
import { piecesAsked } from './pieces-asked'
import { GatheredLines } from './gathered-lines'
import { readGoods, readUnit } from './goods-reading'

/** A blind count: an open one, or a new one of bins that are scanned. */
export function CountTask({ countId }: { readonly countId: number | undefined }): ReactNode {
  const { tellFailure } = useStation()
  const [start, setStart] = useState<CountState>()
  useEffect(() => {
    if (countId === undefined) return
    engine.warehouse.getCount({ id: countId }).then(
      (count) =>
        setStart(
          startCountFlow(
            count.id,
            count.bins.map(({ bin, finished }) => ({ code: bin.code, isFinished: finished })),
          ),
        ),
      tellFailure,
    )
    // Read once for each count that is chosen.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [countId])
  if (countId === undefined) return <ChooseCount />
  return start?.countId === countId ? <Counting key={countId} start={start} /> : null
}

function ChooseCount(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { warehouseId, today, go, attempt, tell, tellFailure } = useStation()
  const [bins, setBins] = useState<readonly { readonly id: number; readonly code: string }[]>([])
  const { data } = useQuery(api.warehouse.listCounts.queryOptions({ input: { limit: 50 } }))
  const open = (data?.rows ?? []).filter((count) => count.state === 'counting')
  const addBin = (code: string): void => {
    engine.warehouse.binContent({ scan: bareCode(code) }).then(({ bin }) => {
      setBins((now) => [bin, ...now.filter((known) => known.id !== bin.id)])
      tell({ kind: 'right', text: 'bin', params: { bin: bin.code } })
    }, tellFailure)
  }
  const start = (): void => {
    const input = { warehouseId, binIds: bins.map((bin) => bin.id), countedOn: today }
    attempt('startCount', engine.warehouse.startCount, input).then(
      ({ id }) => go({ task: 'count', countId: id }),
      tellFailure,
    )
  }
  return (
    <StationFrame
      title={t('warehouse.station.tasks.count')}
      instruction={t(
        open.length > 0 && bins.length === 0 ? 'warehouse.station.chooseCount' : 'warehouse.station.scanBinsToCount',
      )}
      {...(bins[0] === undefined ? {} : { where: bins[0].code })}
      choices={
        bins.length > 0
          ? undefined
          : open.map((count) => ({
              key: String(count.id),
              title: t('warehouse.station.countOf', { date: formatDate(count.countedOn, language), id: count.id }),
              detail: t('warehouse.station.binsOf', { done: count.binsFinished, total: count.bins }),
              onChoose: () => go({ task: 'count', countId: count.id }),
            }))
      }
      onCode={addBin}
      confirm={
        bins.length === 0
          ? undefined
          : { label: t('warehouse.station.startCount', { count: bins.length }), onPress: start }
      }
      onBack={bins.length > 0 ? () => setBins([]) : () => go({})}
    >
      <GatheredLines
        label={t('warehouse.station.binsChosen')}
        lines={bins.map((bin) => ({ key: bin.id, text: bin.code }))}
      />
    </StationFrame>
  )
}

/** Goods, or a whole unit by its label. */
async function readCounted(code: string): Promise<Extract<CountEvent, { kind: 'goods' | 'unit' }>> {
  const reading = await readGoods(code)
  const unit = reading.item === null ? await readUnit(code) : undefined
  if (unit === undefined) return { kind: 'goods', code, reading }
  const rows = [...unit.rows, ...unit.inside.flatMap((inner) => inner.rows)]
  return {
    kind: 'unit',
    unit: {
      code: unit.code,
      bin: unit.bin.code,
      lines: rows.map(({ item, lot, quantityMicro }) => ({
        item,
        quantityMicro,
        ...(lot === null ? {} : { lotCode: lot.code }),
        ...(lot === null || lot.expiresOn === null ? {} : { expiresOn: lot.expiresOn }),
      })),
    },
  }
}

interface Kept {
  readonly bin?: string
  readonly lines: readonly CountedLine[]
}

function Counting({ start }: { readonly start: CountState }): ReactNode {
  const { t } = useTranslation()
  const { go, attempt } = useStation()
  const memory = `station.count.${start.countId}`
  const begin = useMemo<CountState>(() => ({ ...start, ...readPreference<Kept | null>(memory, null) }), [start, memory])
  const perform = async (call: CountCall): Promise<CountEvent> => {
    if (call.kind === 'readGoods') return readCounted(call.code)
    if (call.kind === 'readTag') return { kind: 'tagRead', code: call.code, read: await readCounted(call.code) }
    if (call.kind === 'beginBin') {
      const { countId, bin: binScan } = call
      const { bin: begun } = await attempt('beginBin', engine.warehouse.beginBin, { countId, binScan })
      return { kind: 'begun', bin: begun }
    }
    const { countId, bin, lines } = call
    const { binsLeft, needsRecount } = await attempt('countBin', engine.warehouse.countBin, {
      countId,
      binScan: bin,
      lines: lines.map(({ item, lotCode, expiresOn, quantityMicro, pieces }) => ({
        itemId: item.id,
        countedMicro: quantityMicro,
        countedPieces: pieces,
        lotCode,
        expiresOn,
      })),
    })
    return { kind: 'finished', bin, binsLeft, needsRecount }
  }
  const [state, dispatch] = useFlow(countStep, begin, perform)
  const { bin, lines, draft } = state
  useEffect(() => {
    setPreference(memory, bin === undefined ? null : { bin, lines })
  }, [memory, bin, lines])
  const ask = countAsk(state)
  const byScale = useScaleQuantity(draft?.item, (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }))
  const common = {
    title: t('warehouse.station.tasks.count'),
    progress: countProgress(state),
    onCode: (code: string) => dispatch({ kind: 'scan', code }),
    onTag: (code: string) => dispatch({ kind: 'tag', code }),
    onRemoveLine: (lineKey: number) => dispatch({ kind: 'remove', lineKey }),
  }
  if (ask === 'nothing') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.countDone')}
        confirm={{ label: t('warehouse.station.toHome'), onPress: () => go({}) }}
        onBack={() => go({ task: 'count' })}
      />
    )
  }
  if (ask === 'bin') {
    const next = nextBin(state)
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.scanBin')}
        {...(next === undefined ? {} : { where: next })}
        onBack={() => go({ task: 'count' })}
      />
    )
  }
  const where = bin ?? ''
  const onBack = (): void => dispatch({ kind: 'forget' })
  if (ask === 'goods') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.scanWhatIsThere')}
        where={where}
        confirm={{
          label:
            lines.length === 0
              ? t('warehouse.station.binIsEmpty')
              : t('warehouse.station.finishBin', { count: lines.length }),
          onPress: () => dispatch({ kind: 'confirm' }),
        }}
        onBack={onBack}
      >
        <GatheredLines
          label={t('warehouse.station.countedLines')}
          lines={lines.map((line) => ({ key: line.key, text: lineText(line) }))}
        />
      </StationFrame>
    )
  }
  const item = draft?.item
  if (ask === 'pieces' && draft?.terms !== undefined) {
    const { item: goods, terms, quantityMicro = 0 } = draft
    const weighed = { item: goods, terms, quantityMicro, likely: likelyPieces(draft) }
    return (
      <StationFrame
        {...common}
        {...piecesAsked(t, weighed, (pieces) => dispatch({ kind: 'pieces', pieces }))}
        what={{ name: draft.item.name, code: draft.item.code }}
        onBack={onBack}
      />
    )
  }
  const howMuch = draft?.terms === undefined ? 'warehouse.station.countPieces' : 'warehouse.station.enterWeight'
  return (
    <StationFrame
      {...common}
      instruction={t(ask === 'lot' ? 'warehouse.station.enterLot' : howMuch)}
      extra={ask === 'lot' ? [] : byScale}
      {...(item === undefined
        ? {}
        : {
            what: {
              name: item.name,
              code: item.code,
              ...(draft?.lotCode === undefined ? {} : { detail: draft.lotCode }),
            },
          })}
      pad={{
        kind: ask === 'lot' ? 'text' : 'quantity',
        caption:
          ask === 'lot' ? t('warehouse.station.lot') : t('warehouse.station.quantityIn', { unit: item?.baseUnit }),
        onText: (text) => dispatch({ kind: 'text', text }),
        onNumber: (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }),
      }}
      onBack={onBack}
    />
  )
}
