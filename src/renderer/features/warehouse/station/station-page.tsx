import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../app/engine'
import { useNavigation, type PageParams } from '../../../app/pages'
import { readPreference, setPreference, usePreference } from '../../../app/preferences'
import { useCan, useSession } from '../../../app/session'
import { EmptyState, Waiting } from '../../../ui'
import { stationTasks } from './flows/command-scans'
import { StationContext, type StationPlace } from './station-control'
import { StationHome } from './station-home'
import { BackTask } from './tasks/back-task'
import { BlindTask, SettleBlind } from './tasks/blind-task'
import { CountTask } from './tasks/count-task'
import { InspectTask } from './tasks/inspect-task'
import { LoadTask } from './tasks/load-task'
import { MakeTask } from './tasks/make-task'
import { MoveTask } from './tasks/move-task'
import { PackTask } from './tasks/pack-task'
import { PickTask } from './tasks/pick-task'
import { PutawayTask } from './tasks/putaway-task'
import { ReceiveTask } from './tasks/receive-task'
import { SendBackTask } from './tasks/send-back-task'
import { ShipTask } from './tasks/ship-task'
import { SortTask } from './tasks/sort-task'
import { UnitTask } from './tasks/unit-task'
import { WaveTask } from './tasks/wave-task'
import { WorkTask } from './tasks/work-task'
import { useStationControl } from './use-station-control'

interface Warehouse {
  readonly id: number
  readonly name: string
}

/** The warehouse's face: one screen for scanner, keys and fingers. */
export function StationPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open, close } = useNavigation()
  const canManage = useCan('warehouse.manage')
  const [chosen, choose] = usePreference<number>('station.warehouse', 0)
  const { data } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const leave = (): void => close('warehouse.station', params)
  if (data === undefined) return <Waiting />
  const warehouse = data.rows.find((row) => row.id === chosen) ?? data.rows[0]
  if (warehouse === undefined) {
    return (
      <EmptyState
        title={t('warehouse.noWarehouse')}
        hint={t('warehouse.noWarehouseHint')}
        action={
          canManage
            ? { label: t('warehouse.new'), onAction: () => open('warehouse.new') }
            : { label: t('warehouse.station.toDesk'), onAction: leave }
        }
      />
    )
  }
  return (
    <Station
      key={warehouse.id}
      params={params}
      warehouse={warehouse}
      warehouses={data.rows}
      onWarehouse={choose}
      onLeave={leave}
    />
  )
}

function Station(props: {
  readonly params: PageParams
  readonly warehouse: Warehouse
  readonly warehouses: readonly Warehouse[]
  readonly onWarehouse: (id: number) => void
  readonly onLeave: () => void
}): ReactNode {
  const { params, warehouse, warehouses, onWarehouse, onLeave } = props
  const { userId } = useSession()
  // The task at hand is found again after a restart, by the same person on the same computer.
  const memory = `station.place.${userId}`
  const [place, setPlace] = useState<StationPlace>(() => placeOf(params) ?? readPreference<StationPlace>(memory, {}))
  const go = useCallback(
    (next: StationPlace) => {
      setPlace(next)
      setPreference(memory, next)
    },
    [memory],
  )
  const control = useStationControl(warehouse.id, go)
  return (
    <StationContext value={{ ...control, signOff: () => signOff(go, control.signOff) }}>
      {place.task === undefined ? (
        <StationHome warehouses={warehouses} onWarehouse={onWarehouse} onLeave={onLeave} />
      ) : (
        <Task place={place} />
      )}
    </StationContext>
  )
}

function signOff(go: (place: StationPlace) => void, leave: () => void): void {
  go({})
  leave()
}

function Task({ place }: { readonly place: StationPlace }): ReactNode {
  switch (place.task) {
    case 'receive':
      if (place.blindId !== undefined) return <SettleBlind key={place.blindId} blindId={place.blindId} />
      if (place.shipmentId !== undefined) return <BackTask key={place.shipmentId} shipmentId={place.shipmentId} />
      return place.isBlind === true ? <BlindTask /> : <ReceiveTask key={place.orderId} orderId={place.orderId} />
    case 'putaway':
      return <PutawayTask key={place.taskId} taskId={place.taskId} />
    case 'wave':
      return <WaveTask />
    case 'pick':
      return <PickTask key={place.batchId} batchId={place.batchId} />
    case 'pack':
      return <PackTask key={place.orderId} orderId={place.orderId} />
    case 'ship':
      if (place.returnId !== undefined) return <SendBackTask key={place.returnId} returnId={place.returnId} />
      return <ShipTask key={place.orderId} orderId={place.orderId} />
    case 'count':
      return <CountTask key={place.countId} countId={place.countId} />
    case 'move':
      return <MoveTask key={place.taskId} taskId={place.taskId} />
    case 'sort':
      return <SortTask key={place.batchId} batchId={place.batchId} />
    case 'load':
      return <LoadTask key={place.loadId} loadId={place.loadId} />
    case 'work':
      return <WorkTask />
    case 'unit':
      return <UnitTask key={place.unit} code={place.unit} />
    case 'inspect':
      return <InspectTask key={place.inspectionId} inspectionId={place.inspectionId} />
    case 'make':
      return <MakeTask key={place.planId} planId={place.planId} />
    default:
      return null
  }
}

const NAMED = [
  'orderId',
  'batchId',
  'countId',
  'loadId',
  'returnId',
  'inspectionId',
  'blindId',
  'planId',
  'shipmentId',
] as const

/** A link from the desk names its task; without one the station goes on where it was. */
function placeOf(params: PageParams): StationPlace | undefined {
  const task = stationTasks.find((known) => known === params['task'])
  if (task === undefined) return undefined
  const numbers = NAMED.flatMap((name) => (params[name] === undefined ? [] : [[name, Number(params[name])]]))
  return {
    task,
    ...(Object.fromEntries(numbers) as Partial<Record<(typeof NAMED)[number], number>>),
  }
}
