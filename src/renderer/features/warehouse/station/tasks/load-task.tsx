import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { api, engine, type Engine } from '../../../../app/engine'
import { useCan } from '../../../../app/session'
import { useLanguage } from '../../../../ui'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { GatheredLines } from './gathered-lines'

type Load = Awaited<ReturnType<Engine['warehouse']['getLoad']>>

/** Cartons into their lanes and onto the vehicle, what is delivered last first. */
export function LoadTask({ loadId }: { readonly loadId: number | undefined }): ReactNode {
  return loadId === undefined ? <ChooseLoad /> : <Loading loadId={loadId} />
}

/** A scanned carton is brought to a lane; a load is chosen from the list. */
function ChooseLoad(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { warehouseId, go, attempt, tell, tellFailure } = useStation()
  const [carton, setCarton] = useState<string>()
  const { data } = useQuery(api.warehouse.listLoads.queryOptions({ input: { warehouseId } }))
  const open = (data?.rows ?? []).filter((load) => load.state === 'open')
  const stage = (laneScan: string): void => {
    if (carton === undefined) return
    attempt('stageCarton', engine.warehouse.stageCarton, { cartonScan: carton, laneScan }).then(() => {
      tell({ kind: 'done', text: 'staged', params: { carton, bin: laneScan.trim().toUpperCase() } })
      setCarton(undefined)
    }, tellFailure)
  }
  if (carton !== undefined) {
    return (
      <StationFrame
        title={t('warehouse.station.tasks.load')}
        instruction={t('warehouse.station.scanLane')}
        what={{ name: carton }}
        onCode={stage}
        onBack={() => setCarton(undefined)}
      />
    )
  }
  return (
    <StationFrame
      title={t('warehouse.station.tasks.load')}
      instruction={t(open.length === 0 ? 'warehouse.station.scanCartonToStage' : 'warehouse.station.chooseLoad')}
      choices={open.map((load) => ({
        key: String(load.id),
        title: `${load.carrier === '' ? t('warehouse.ownVan') : load.carrier} · ${formatDate(load.plannedOn, language)}`,
        detail: [
          t('warehouse.stops', { count: load.stops }),
          t('warehouse.cartonsLoaded', { done: load.loaded, total: load.cartons }),
        ].join(' · '),
        onChoose: () => go({ task: 'load', loadId: load.id }),
      }))}
      onCode={(code) => setCarton(code.trim().toUpperCase())}
      onBack={() => go({})}
    />
  )
}

function Loading({ loadId }: { readonly loadId: number }): ReactNode {
  const { t } = useTranslation()
  const { go, attempt, today, tell, tellFailure } = useStation()
  const canShip = useCan('shipping.write')
  const { data: load, refetch } = useQuery(api.warehouse.getLoad.queryOptions({ input: { loadId } }))
  if (load === undefined) return null
  const cartons = load.stops.flatMap((stop) => stop.cartons)
  const loaded = cartons.filter((carton) => carton.loaded).length
  const next = load.stops.find((stop) => stop.cartons.some((carton) => !carton.loaded))
  const waiting = next?.cartons.filter((carton) => !carton.loaded) ?? []
  const put = (cartonScan: string): void => {
    attempt('loadScan', engine.warehouse.loadScan, { loadId, cartonScan }).then(({ orderNumber, left, scanId }) => {
      const params = { order: orderNumber, count: left }
      tell({ kind: left === 0 ? 'done' : 'right', text: left === 0 ? 'vehicleFull' : 'loaded', params, scanId })
      void refetch()
    }, tellFailure)
  }
  const title = `${t('warehouse.station.tasks.load')} ${load.carrier === '' ? t('warehouse.ownVan') : load.carrier}`
  const common = {
    title,
    progress: { done: loaded, total: cartons.length },
    onTakenBack: () => void refetch(),
    onBack: () => go({ task: 'load' as const }),
  }
  if (next === undefined) {
    const unpacked = load.stops.filter((stop) => stop.cartons.length === 0)
    return (
      <StationFrame
        {...common}
        instruction={t(
          unpacked.length === 0 ? 'warehouse.station.vehicleIsFull' : 'warehouse.station.stopsWithoutCartons',
        )}
        {...(canShip && unpacked.length === 0
          ? {
              confirm: {
                label: t('warehouse.station.shipAll', { count: load.stops.length }),
                onPress: () => void shipAll(load, { attempt, today }).then(() => go({ task: 'load' }), tellFailure),
              },
            }
          : {})}
      />
    )
  }
  return (
    <StationFrame
      {...common}
      instruction={t('warehouse.station.scanCartonToLoad')}
      where={waiting[0]?.lane?.code ?? t('warehouse.stop', { stop: next.sequence })}
      what={{ name: `${next.orderNumber} ${next.customer.name}`, code: t('warehouse.stop', { stop: next.sequence }) }}
      onCode={put}
    >
      <GatheredLines
        label={t('warehouse.station.cartonsNext')}
        lines={waiting.map((carton) => ({ key: carton.id, text: carton.code }))}
      />
    </StationFrame>
  )
}

/** Each order leaves by a shipment of its own; one that has left already is passed over. */
async function shipAll(
  load: Load,
  { attempt, today }: Pick<ReturnType<typeof useStation>, 'attempt' | 'today'>,
): Promise<void> {
  for (const stop of load.stops) {
    const { cartons } = await engine.warehouse.packingList({ orderId: stop.orderId })
    if (cartons.length === 0) continue
    await attempt('shipOrder', engine.shipping.shipOrder, {
      orderId: stop.orderId,
      shippedOn: today,
      carrier: load.carrier,
      cartons: cartons.length,
      weightGrams: cartons.reduce((sum, carton) => sum + (carton.weighedGrams ?? carton.expectedGrams ?? 0), 0),
    })
  }
}
