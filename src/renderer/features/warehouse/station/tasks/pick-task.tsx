import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nominalPieces } from '../../../../../shared/values/catch-weight'
import { formatQuantity } from '../../../../../shared/values/format'
import { useItemPicture } from '../../../../app/documents/item-picture'
import { useCatchWeights } from '../../../../app/documents/catch-weights'
import { api, asRefusal, engine } from '../../../../app/engine'
import { useLotText } from '../../lot-text'
import { bareCode, itemText, type StationTask } from '../flows/flow'
import {
  likelyPicked,
  pickAsk,
  pickProgress,
  pickQuantity,
  pickStep,
  pickTask,
  slotToFill,
  startPick,
  toteOf,
  type CartSlot,
  type PickCall,
  type PickEvent,
} from '../flows/pick-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { readGoods } from './goods-reading'
import { useScaleQuantity } from '../use-weighing'
import { piecesAsked } from './pieces-asked'

/** One batch along its walk. */
export function PickTask({ batchId }: { readonly batchId: number | undefined }): ReactNode {
  const { attempt, tellFailure } = useStation()
  const [taken, setTaken] = useState<{
    readonly batchId: number
    readonly tasks: readonly StationTask[]
    readonly totes: readonly CartSlot[]
  }>()
  useEffect(() => {
    if (batchId === undefined) return
    attempt('takeBatch', engine.warehouse.takeBatch, { batchId }).then(
      ({ tasks, totes }) => setTaken({ batchId, tasks, totes }),
      tellFailure,
    )
    // Taken once for each batch that is chosen, not at every new answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [batchId])
  if (batchId === undefined || taken === undefined) return <ChooseBatch />
  return <Picking key={taken.batchId} batchId={taken.batchId} tasks={taken.tasks} totes={taken.totes} />
}

function ChooseBatch(): ReactNode {
  const { t } = useTranslation()
  const { warehouseId, go, tell } = useStation()
  const { data } = useQuery(api.warehouse.listBatches.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  return (
    <StationFrame
      title={t('warehouse.station.tasks.pick')}
      instruction={
        data !== undefined && rows.length === 0 ? t('warehouse.station.noBatches') : t('warehouse.station.chooseBatch')
      }
      choices={rows.map((batch) => ({
        key: String(batch.id),
        title: batch.number,
        detail: [
          t('warehouse.station.picksOf', { done: batch.doneTasks, total: batch.tasks }),
          t('warehouse.station.walk', { metres: Math.round(batch.walkMillimetres / 1000) }),
          batch.assignedTo ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
        onChoose: () => go({ task: 'pick', batchId: batch.id }),
      }))}
      onCode={(code) => {
        const number = bareCode(code).trim().toUpperCase()
        const batch = rows.find((known) => known.number.toUpperCase() === number)
        if (batch === undefined)
          tell({ kind: 'wrong', refusal: { code: 'station.batchUnknown', params: { scanned: number } } })
        else go({ task: 'pick', batchId: batch.id })
      }}
      {...(data !== undefined && rows.length === 0
        ? { confirm: { label: t('warehouse.station.goWave'), onPress: () => go({ task: 'wave' as const }) } }
        : {})}
      onBack={() => go({})}
    />
  )
}

interface PickingProps {
  readonly batchId: number
  readonly tasks: readonly StationTask[]
  readonly totes: readonly CartSlot[]
}

function Picking({ batchId, tasks, totes }: PickingProps): ReactNode {
  const { t } = useTranslation()
  const { go, attempt, today, tellFailure } = useStation()
  const lotText = useLotText()
  const termsOf = useCatchWeights()
  const take = async (): Promise<readonly StationTask[]> =>
    (await attempt('takeBatch', engine.warehouse.takeBatch, { batchId })).tasks
  const perform = async (call: PickCall): Promise<PickEvent> => {
    if (call.kind === 'readGoods') return { kind: 'goods', code: call.code, reading: await readGoods(call.code), today }
    if (call.kind === 'shortPick') {
      const { taskId, foundMicro } = call
      const { shortMicro } = await attempt('shortPick', engine.warehouse.shortPick, { taskId, foundMicro })
      const { missingMicro, rows } = await engine.sales.substitutesFor({ taskId })
      const instead = rows.length === 0 || shortMicro === 0 ? {} : { instead: { taskId, missingMicro, rows } }
      return { kind: 'shortPicked', shortMicro, tasks: await take(), ...instead }
    }
    if (call.kind === 'substitute') {
      const input = { taskId: call.taskId, itemId: call.item.id }
      const { quantityMicro } = await attempt('substitutePick', engine.sales.substitutePick, input)
      return { kind: 'givenInstead', item: call.item, quantityMicro, tasks: await take() }
    }
    if (call.kind === 'bindTote') {
      const { slot } = call
      const { code } = await attempt('bindTote', engine.warehouse.bindTote, { batchId, slot, toteScan: call.code })
      return { kind: 'bound', slot, code }
    }
    if (call.kind === 'noteEmptied') {
      const { taskId, isEmpty } = call
      await attempt('noteEmptied', engine.warehouse.noteEmptied, { taskId, isEmpty })
      return { kind: 'noted', isEmpty }
    }
    const { taskId, bin, code, quantityMicro, pieces, tote } = call
    const input = {
      taskId,
      binScan: bin,
      itemScan: code,
      ...(quantityMicro === undefined ? {} : { quantityMicro }),
      ...(pieces === undefined ? {} : { pieces }),
      ...(tote === undefined ? {} : { toteScan: tote }),
    }
    try {
      return { kind: 'picked', answer: await attempt('confirmPick', engine.warehouse.confirmPick, input) }
    } catch (error) {
      // Their label tells no weight: the scale does.
      const terms = termsOf(tasks.find((known) => known.id === taskId)?.item.id)
      if (terms === undefined || asRefusal(error).code !== 'warehouse.weightMissing') throw error
      return { kind: 'weightWanted', call, terms }
    }
  }
  const [state, dispatch] = useFlow(pickStep, startPick(tasks, totes), perform)
  const task = pickTask(state)
  const ask = pickAsk(state)
  const picture = useItemPicture(task?.item)
  const byScale = useScaleQuantity(task?.item, (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }))
  const common = {
    title: `${t('warehouse.station.tasks.pick')} ${tasks[0] === undefined ? '' : (batchNumberOf(tasks[0]) ?? '')}`,
    progress: pickProgress(state),
    onTakenBack: () => void take().then((read) => dispatch({ kind: 'reloaded', tasks: read }), tellFailure),
  }
  const { instead } = state
  if (instead !== undefined) {
    const unit = instead.rows[0]?.item.baseUnit ?? ''
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.giveInstead')}
        howMany={{ value: formatQuantity(instead.missingMicro), unit, note: t('warehouse.station.missing') }}
        choices={instead.rows.map(({ item, freeMicro }) => ({
          key: String(item.id),
          title: itemText(item),
          detail: t('warehouse.station.freeToGive', { quantity: formatQuantity(freeMicro, { unit: item.baseUnit }) }),
          onChoose: () => dispatch({ kind: 'giveInstead', item }),
        }))}
        confirm={{
          label: t('warehouse.station.nothingInstead'),
          onPress: () => dispatch({ kind: 'giveInstead', item: null }),
        }}
        onCode={(code) => dispatch({ kind: 'scan', code })}
      />
    )
  }
  if (ask === 'emptied' && state.emptied !== undefined) {
    const look = (isEmpty: boolean) => (): void => dispatch({ kind: 'looked', isEmpty })
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.isItEmpty')}
        where={state.emptied.bin}
        choices={[
          { key: 'yes', title: t('warehouse.station.yesEmpty'), onChoose: look(true) },
          { key: 'no', title: t('warehouse.station.notEmpty'), onChoose: look(false) },
        ]}
        onCode={(code) => dispatch({ kind: 'scan', code })}
      />
    )
  }
  if (task === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.batchDone')}
        {...(tasks[0] === undefined ? {} : { where: tasks[0].toBin.code })}
        confirm={{ label: t('warehouse.station.goPack'), onPress: () => go({ task: 'pack' }) }}
        extra={[
          { key: 'next', label: t('warehouse.station.nextBatch'), keys: 'F7', onPress: () => go({ task: 'pick' }) },
        ]}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  const empty = slotToFill(state)
  if (empty !== undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.scanEmptyTote')}
        where={String(empty.slot)}
        onCode={(code) => dispatch({ kind: 'scan', code })}
        onBack={() => go({ task: 'pick' })}
      />
    )
  }
  const slot = task.slot === null ? '' : t('warehouse.station.slot', { slot: task.slot })
  const where = task.fromBin.code
  const what = { name: task.item.name, code: task.item.code, detail: lotText(task.lot), picture }
  const terms = termsOf(task.item.id)
  const quantity = formatQuantity(pickQuantity(state))
  // Goods that are weighed are fetched by the piece; what they weigh is seen on the scale.
  const amount =
    terms === undefined
      ? { value: quantity, unit: task.item.baseUnit }
      : { value: String(nominalPieces(terms, pickQuantity(state))), unit: terms.unit }
  const { weighing } = state
  if (weighing !== undefined && (ask === 'weight' || ask === 'pieces')) {
    const weighed = { item: task.item, terms: weighing.terms, likely: likelyPicked(state) }
    const asking =
      ask === 'weight'
        ? {
            instruction: t('warehouse.station.enterWeight'),
            howMany: amount,
            pad: {
              kind: 'quantity' as const,
              caption: t('warehouse.station.quantityIn', { unit: task.item.baseUnit }),
              onNumber: (quantityMicro: number) => dispatch({ kind: 'quantity', quantityMicro }),
            },
            extra: byScale,
          }
        : piecesAsked(t, { ...weighed, quantityMicro: weighing.quantityMicro ?? 0 }, (pieces) =>
            dispatch({ kind: 'pieces', pieces }),
          )
    return (
      <StationFrame {...common} {...asking} where={where} what={what} onBack={() => dispatch({ kind: 'forget' })} />
    )
  }
  if (ask === 'short') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.howManyThere')}
        where={where}
        howMany={{ ...amount, note: t('warehouse.station.planned') }}
        pad={
          terms !== undefined
            ? undefined
            : {
                kind: 'quantity',
                caption: t('warehouse.station.foundIn', { unit: task.item.baseUnit }),
                onNumber: (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }),
              }
        }
        confirm={{
          label: t(terms === undefined ? 'warehouse.station.noneThere' : 'warehouse.station.noMoreThere'),
          onPress: () => dispatch({ kind: 'confirm' }),
        }}
        onBack={() => dispatch({ kind: 'forget' })}
      />
    )
  }
  const tote = toteOf(state)
  if (ask === 'tote' && tote !== undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.scanTote')}
        where={`${tote.slot} · ${tote.code ?? ''}`}
        what={what}
        howMany={amount}
        onCode={(code) => dispatch({ kind: 'scan', code })}
        onBack={() => dispatch({ kind: 'forget' })}
      />
    )
  }
  return (
    <StationFrame
      {...common}
      instruction={t(
        ask === 'bin'
          ? 'warehouse.station.scanBin'
          : state.unit === undefined
            ? 'warehouse.station.scanGoodsToPick'
            : 'warehouse.station.scanGoodsOrWhole',
      )}
      where={where}
      what={what}
      howMany={{
        ...amount,
        note: [
          terms === undefined
            ? ''
            : t('warehouse.station.about', {
                quantity: formatQuantity(pickQuantity(state), { unit: task.item.baseUnit }),
              }),
          slot,
          task.orderNumber ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
      }}
      onCode={(code) => dispatch({ kind: 'scan', code })}
      onQuantity={terms !== undefined ? undefined : (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro })}
      onShort={() => dispatch({ kind: 'short' })}
      onSkip={() => dispatch({ kind: 'skip' })}
      onBack={ask === 'bin' ? () => go({ task: 'pick' }) : () => dispatch({ kind: 'forget' })}
    />
  )
}

function batchNumberOf(task: StationTask & { readonly batchNumber?: string | null }): string | null | undefined {
  return task.batchNumber
}
