import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../../shared/values/format'
import { engine } from '../../../../app/engine'
import { useLotText } from '../../lot-text'
import { itemText, remainingMicro, type StationTask } from '../flows/flow'
import { moveAsk, moveStep, startMove, type MoveBin, type MoveCall, type MoveEvent } from '../flows/move-flow'
import {
  plannedMoveAsk,
  plannedMoveStep,
  plannedMoveTask,
  startPlannedMove,
  type PlannedMoveCall,
  type PlannedMoveEvent,
} from '../flows/planned-move-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { GatheredLines } from './gathered-lines'
import { beginningWith, useBackToQueue } from './from-queue'
import { readGoods } from './goods-reading'

async function readBin(scan: string): Promise<MoveBin> {
  const { bin, rows } = await engine.warehouse.binContent({ scan })
  return {
    code: bin.code,
    rows: rows.flatMap(({ item, lot, status, freeMicro }) =>
      freeMicro > 0 && (status === 'available' || status === 'quarantine' || status === 'damaged')
        ? [{ item, lot, status, freeMicro }]
        : [],
    ),
  }
}

/** Moves that are planned come first; whatever else is to be moved is moved by scan. */
export function MoveTask({ taskId }: { readonly taskId: number | undefined }): ReactNode {
  const { warehouseId, tellFailure } = useStation()
  const [planned, setPlanned] = useState<readonly StationTask[]>()
  const [isFree, setFree] = useState(false)
  useEffect(() => {
    engine.warehouse.listMoves({ warehouseId }).then((read) => setPlanned(read.tasks), tellFailure)
    // Read once; what happens on the way is in the answers.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [warehouseId])
  if (planned === undefined) return null
  if (planned.length === 0 || isFree) return <FreeMove />
  return <PlannedMoves tasks={beginningWith(planned, taskId)} fromQueue={taskId} onFree={() => setFree(true)} />
}

function PlannedMoves(props: {
  readonly tasks: readonly StationTask[]
  readonly fromQueue: number | undefined
  readonly onFree: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { warehouseId, go, attempt, tellFailure } = useStation()
  const lotText = useLotText()
  const perform = async (call: PlannedMoveCall): Promise<PlannedMoveEvent> => {
    if (call.kind === 'readGoods') return { kind: 'goods', code: call.code, reading: await readGoods(call.code) }
    const { taskId, from, code, to } = call
    const input = { taskId, fromBinScan: from, itemScan: code, toBinScan: to }
    return { kind: 'moved', answer: await attempt('confirmMove', engine.warehouse.confirmMove, input) }
  }
  const [state, dispatch] = useFlow(plannedMoveStep, startPlannedMove(props.tasks), perform)
  const reload = (): void => {
    engine.warehouse
      .listMoves({ warehouseId })
      .then((read) => dispatch({ kind: 'reloaded', tasks: read.tasks }), tellFailure)
  }
  useBackToQueue(state.tasks, props.fromQueue)
  const task = plannedMoveTask(state)
  const ask = plannedMoveAsk(state)
  if (task === undefined) return <FreeMove />
  return (
    <StationFrame
      title={t('warehouse.station.plannedMoves')}
      progress={{
        done: state.tasks.filter((known) => known.state !== 'open').length,
        total: state.tasks.length,
      }}
      instruction={t(
        ask === 'goods'
          ? 'warehouse.station.scanGoodsToMove'
          : ask === 'from'
            ? 'warehouse.station.scanFromBin'
            : 'warehouse.station.scanToBin',
      )}
      where={ask === 'to' ? task.toBin.code : task.fromBin.code}
      what={{ name: task.item.name, code: task.item.code, detail: lotText(task.lot) }}
      howMany={{
        value: formatQuantity(remainingMicro(task)),
        unit: task.item.baseUnit,
        note:
          ask === 'to'
            ? t('warehouse.station.fromBin', { bin: task.fromBin.code })
            : [
                t('warehouse.station.goTo', { bin: task.toBin.code }),
                t(`warehouse.putawayReason.${task.reasonCode}`, { ...task.reasonParams }),
              ].join(' · '),
      }}
      onCode={(code) => dispatch({ kind: 'scan', code })}
      onSkip={() => dispatch({ kind: 'skip' })}
      onTakenBack={reload}
      extra={[{ key: 'free', label: t('warehouse.station.freeMove'), keys: 'F7', onPress: props.onFree }]}
      onBack={ask === 'from' ? () => go({}) : () => dispatch({ kind: 'forget' })}
    />
  )
}

/** Goods from one bin to another, by scan. */
function FreeMove(): ReactNode {
  const { t } = useTranslation()
  const { go, attempt, tellFailure } = useStation()
  const lotText = useLotText()
  const perform = async (call: MoveCall): Promise<MoveEvent> => {
    if (call.kind === 'readBin') return { kind: 'binRead', bin: await readBin(call.bin) }
    if (call.kind === 'readGoods') return { kind: 'goods', code: call.code, reading: await readGoods(call.code) }
    const { from, to, row, quantityMicro } = call
    const { scanId } = await attempt('moveStock', engine.warehouse.moveStock, {
      fromBinScan: from,
      toBinScan: to,
      itemId: row.item.id,
      lotId: row.lot?.id ?? null,
      status: row.status,
      quantityMicro,
    })
    return { kind: 'moved', scanId, to, bin: await readBin(from) }
  }
  const [state, dispatch] = useFlow(moveStep, startMove, perform)
  const ask = moveAsk(state)
  const { from, row, candidates, quantityMicro } = state
  const common = {
    title: t('warehouse.station.tasks.move'),
    onTakenBack: () => {
      if (from === undefined) return
      readBin(from.code).then((bin) => dispatch({ kind: 'reloaded', bin }), tellFailure)
    },
  }
  const onBack = (): void => dispatch({ kind: 'forget' })
  const onCode = (code: string): void => dispatch({ kind: 'scan', code })
  if (ask === 'from' || from === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.scanFromBin')}
        onCode={onCode}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  if (ask === 'goods' || (ask !== 'lot' && row === undefined)) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.scanGoodsToMove')}
        where={from.code}
        onCode={onCode}
        onBack={onBack}
        backLabel={t('warehouse.station.otherBinNow')}
      >
        <GatheredLines
          label={t('warehouse.station.liesHere')}
          lines={from.rows.map((there, at) => ({
            key: at,
            text: [itemText(there.item), there.lot?.code ?? '', formatQuantity(there.freeMicro)]
              .filter((part) => part !== '')
              .join(' · '),
          }))}
        />
      </StationFrame>
    )
  }
  if (ask === 'lot' || row === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.whichLot')}
        where={from.code}
        choices={candidates.map((candidate, at) => ({
          key: String(at),
          title: [
            lotText(candidate.lot),
            candidate.status === 'available' ? '' : t(`shipping.statuses.${candidate.status}`),
          ]
            .filter((part) => part !== '')
            .join(' · '),
          detail: formatQuantity(candidate.freeMicro, { unit: candidate.item.baseUnit }),
          onChoose: () => dispatch({ kind: 'choose', row: candidate }),
        }))}
        onCode={onCode}
        onBack={onBack}
      />
    )
  }
  const what = { name: row.item.name, code: row.item.code, detail: lotText(row.lot) }
  if (ask === 'quantity') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.howManyToMove')}
        where={from.code}
        what={what}
        howMany={{
          value: formatQuantity(row.freeMicro),
          unit: row.item.baseUnit,
          note: t('warehouse.station.freeHere'),
        }}
        pad={{
          kind: 'quantity',
          caption: t('warehouse.station.quantityIn', { unit: row.item.baseUnit }),
          onNumber: (micro) => dispatch({ kind: 'quantity', quantityMicro: micro }),
        }}
        confirm={{
          label: t('warehouse.station.takeAll', {
            quantity: formatQuantity(row.freeMicro, { unit: row.item.baseUnit }),
          }),
          onPress: () => dispatch({ kind: 'confirm' }),
        }}
        onBack={onBack}
      />
    )
  }
  return (
    <StationFrame
      {...common}
      instruction={t('warehouse.station.scanToBin')}
      what={what}
      howMany={{
        value: formatQuantity(quantityMicro ?? 0),
        unit: row.item.baseUnit,
        note: t('warehouse.station.fromBin', { bin: from.code }),
      }}
      onCode={onCode}
      onQuantity={(micro) => dispatch({ kind: 'quantity', quantityMicro: micro })}
      onBack={onBack}
    />
  )
}
