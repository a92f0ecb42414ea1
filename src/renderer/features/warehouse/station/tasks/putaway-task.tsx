import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../../shared/values/format'
import { engine } from '../../../../app/engine'
import { useLotText } from '../../lot-text'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import {
  putawayAsk,
  putawayQuantity,
  putawayStep,
  putawayTask,
  startPutaway,
  type PutawayCall,
  type PutawayEvent,
} from '../flows/putaway-flow'
import { unitCode, type StationTask } from '../flows/flow'
import { readGoods, readUnit } from './goods-reading'
import { beginningWith, useBackToQueue } from './from-queue'

const REASONS = ['full', 'blocked', 'reach', 'together'] as const
const AT_ONCE = 200

/** From the dock to the bins, task by task. */
export function PutawayTask({ taskId }: { readonly taskId: number | undefined }): ReactNode {
  const { warehouseId, tellFailure } = useStation()
  // Read once; what happens on the way is in the answers. At its end the list is read again.
  const [tasks, setTasks] = useState<readonly StationTask[]>()
  useEffect(() => {
    engine.warehouse.listPutaway({ warehouseId, limit: AT_ONCE }).then((read) => setTasks(read.tasks), tellFailure)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [warehouseId])
  return tasks === undefined ? null : <PuttingAway tasks={beginningWith(tasks, taskId)} fromQueue={taskId} />
}

function PuttingAway(props: {
  readonly tasks: readonly StationTask[]
  readonly fromQueue: number | undefined
}): ReactNode {
  const { tasks, fromQueue } = props
  const { t } = useTranslation()
  const { go, attempt, warehouseId, tellFailure } = useStation()
  const lotText = useLotText()
  const perform = async (call: PutawayCall): Promise<PutawayEvent> => {
    if (call.kind === 'readGoods') {
      const reading = await readGoods(call.code)
      const unit = reading.item === null ? await readUnit(unitCode(call.code)) : undefined
      if (unit === undefined) return { kind: 'goods', code: call.code, reading }
      go({ task: 'unit', unit: unit.code })
      return { kind: 'wholeUnit' }
    }
    if (call.kind === 'checkBin') {
      const { bin } = await engine.warehouse.binContent({ scan: call.bin })
      return { kind: 'binThere', bin: bin.code }
    }
    const { taskId, bin, quantityMicro, otherBinReason } = call
    const answer = await attempt('putAway', engine.warehouse.putAway, {
      taskId,
      binScan: bin,
      quantityMicro,
      otherBinReason,
    })
    return { kind: 'putAway', answer, bin }
  }
  const [state, dispatch] = useFlow(putawayStep, startPutaway(tasks), perform)
  const reload = (): void => {
    engine.warehouse
      .listPutaway({ warehouseId, limit: AT_ONCE })
      .then((read) => dispatch({ kind: 'reloaded', tasks: read.tasks }), tellFailure)
  }
  useBackToQueue(state.tasks, fromQueue)
  const task = putawayTask(state)
  const ask = putawayAsk(state)
  const common = {
    title: t('warehouse.station.tasks.putaway'),
    progress: { done: state.tasks.filter((known) => known.state !== 'open').length, total: state.tasks.length },
    onTakenBack: reload,
  }
  if (task === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.nothingToPutAway')}
        confirm={{ label: t('warehouse.station.lookAgain'), onPress: reload }}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  const what = { name: task.item.name, code: task.item.code, detail: lotText(task.lot) }
  if (ask === 'reason') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.whyOtherBin')}
        choices={REASONS.map((reason) => ({
          key: reason,
          title: t(`warehouse.station.otherBin.${reason}`),
          onChoose: () => dispatch({ kind: 'reason', reason: t(`warehouse.station.otherBin.${reason}`) }),
        }))}
        onBack={() => dispatch({ kind: 'forget' })}
      />
    )
  }
  return (
    <StationFrame
      {...common}
      instruction={t(ask === 'goods' ? 'warehouse.station.scanGoodsToPutAway' : 'warehouse.station.scanBin')}
      where={task.toBin.code}
      what={what}
      howMany={{
        value: formatQuantity(putawayQuantity(state)),
        unit: task.item.baseUnit,
        note: t(`warehouse.putawayReason.${task.reasonCode}`, { ...task.reasonParams }),
      }}
      onCode={(code) => dispatch({ kind: 'scan', code })}
      onQuantity={(quantityMicro) => dispatch({ kind: 'quantity', quantityMicro })}
      onSkip={() => dispatch({ kind: 'skip' })}
      onBack={ask === 'goods' ? () => go({}) : () => dispatch({ kind: 'forget' })}
    />
  )
}
