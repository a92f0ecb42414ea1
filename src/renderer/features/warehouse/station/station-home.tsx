import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { usePreference } from '../../../app/preferences'
import type { StationAction } from '../../../ui'
import { stationTasks, type StationTaskName } from './flows/command-scans'
import { bareCode } from './flows/flow'
import { StationFrame } from './station-frame'
import { CAMERA, useStation, VOICE, type StationPlace } from './station-control'

const COUNTED = {
  receive: 'ordersToReceive',
  putaway: 'putaway',
  wave: 'linesToRelease',
  pick: 'batchesToPick',
  pack: 'ordersToPack',
  ship: 'ordersToShip',
  count: 'countsOpen',
  move: 'moves',
  sort: 'batchesToSort',
  load: 'loadsOpen',
  unit: 'units',
} as const satisfies Record<Exclude<StationTaskName, 'work' | 'inspect' | 'make'>, string>

type Workload = Awaited<ReturnType<Engine['warehouse']['workload']>>

/** What one is sent to: batches, goods at the dock, moves. */
function openWork(load: Workload | undefined): number {
  return load === undefined ? 0 : load.batchesToPick + load.putaway + load.moves
}

/** What waits, by task. An order's number leads straight to its task. */
export function StationHome(props: {
  readonly warehouses: readonly { readonly id: number; readonly name: string }[]
  readonly onWarehouse: (id: number) => void
  readonly onLeave: () => void
}): ReactNode {
  const { warehouses, onWarehouse, onLeave } = props
  const { t } = useTranslation()
  const { warehouseId, go, tell } = useStation()
  const { canOpen, open } = useNavigation()
  const { data } = useQuery(api.warehouse.workload.queryOptions({ input: { warehouseId } }))
  const inspections = useQuery(
    api.quality.listInspections.queryOptions({ input: { warehouseId, state: 'open', limit: 1 } }),
  )
  const plans = useQuery(api.stock.listPlans.queryOptions({ input: { warehouseId, state: 'open', limit: 1 } }))
  const counted = (task: StationTaskName): number => {
    if (task === 'work') return openWork(data)
    if (task === 'make') return plans.data?.total ?? 0
    return task === 'inspect' ? (inspections.data?.total ?? 0) : (data?.[COUNTED[task]] ?? 0)
  }
  const here = warehouses.findIndex((warehouse) => warehouse.id === warehouseId)
  const another = warehouses[(here + 1) % warehouses.length]
  const find = useOrderSearch(warehouseId)
  const [isVoiceOn, setVoice] = usePreference<boolean>(VOICE, false)
  const [isCameraOn, setCamera] = usePreference<boolean>(CAMERA, false)
  const extra: StationAction[] = [
    {
      key: 'camera',
      label: t(isCameraOn ? 'devices.camera.off' : 'devices.camera.on'),
      keys: 'F6',
      onPress: () => setCamera(!isCameraOn),
    },
    {
      key: 'voice',
      label: t(isVoiceOn ? 'warehouse.station.voiceOff' : 'warehouse.station.voiceOn'),
      keys: 'F8',
      onPress: () => setVoice(!isVoiceOn),
    },
    ...(another === undefined || another.id === warehouseId
      ? []
      : [{ key: 'warehouse', label: another.name, keys: 'F7', onPress: () => onWarehouse(another.id) }]),
    ...(canOpen('warehouse.commands')
      ? [{ key: 'sheet', label: t('warehouse.commands'), keys: 'F9', onPress: () => open('warehouse.commands') }]
      : []),
  ]
  return (
    <StationFrame
      title={warehouses[here]?.name ?? t('warehouse.station.title')}
      instruction={t('warehouse.station.whatToDo')}
      choiceColumns="many"
      choices={stationTasks.map((task) => ({
        key: task,
        title: t(`warehouse.station.tasks.${task}`),
        detail: t(`warehouse.station.waiting.${task}`),
        count: counted(task),
        onChoose: () => go({ task }),
      }))}
      onCode={(code) => {
        const number = bareCode(code).trim().toUpperCase()
        const place = find(number)
        if (place === undefined)
          tell({ kind: 'wrong', refusal: { code: 'station.orderUnknown', params: { scanned: number } } })
        else go(place)
      }}
      extra={extra}
      onBack={onLeave}
      backLabel={t('warehouse.station.toDesk')}
    />
  )
}

/** An order's number, as printed on its paper, to the task that waits for it. */
function useOrderSearch(warehouseId: number): (number: string) => StationPlace | undefined {
  const toPack = useQuery(api.warehouse.listToPack.queryOptions({ input: { warehouseId } }))
  const toShip = useQuery(api.shipping.listReady.queryOptions({ input: { warehouseId } }))
  const batches = useQuery(api.warehouse.listBatches.queryOptions({ input: { warehouseId } }))
  const confirmed = useQuery(api.purchasing.listOrders.queryOptions({ input: { state: 'confirmed', limit: 100 } }))
  const partly = useQuery(api.purchasing.listOrders.queryOptions({ input: { state: 'partly-received', limit: 100 } }))
  return (number) => {
    const packing = toPack.data?.rows.find((row) => row.orderNumber === number)
    if (packing !== undefined) return { task: 'pack', orderId: packing.orderId }
    const shipping = toShip.data?.rows.find((row) => row.orderNumber === number)
    if (shipping !== undefined) return { task: 'ship', orderId: shipping.orderId }
    const batch = batches.data?.rows.find((row) => row.number === number)
    if (batch !== undefined) return { task: 'pick', batchId: batch.id }
    const order = [...(confirmed.data?.rows ?? []), ...(partly.data?.rows ?? [])].find((row) => row.number === number)
    return order === undefined ? undefined : { task: 'receive', orderId: order.id }
  }
}
