import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatScaled } from '../../../../../shared/values/format'
import { formatDate } from '../../../../../shared/values/format-date'
import { api, engine } from '../../../../app/engine'
import { savePdf } from '../../../../app/lists/save-file'
import { readPreference, setPreference } from '../../../../app/preferences'
import { useCan } from '../../../../app/session'
import { useLanguage } from '../../../../ui'
import { bareCode } from '../flows/flow'
import type { PackOrder } from '../flows/pack-flow'
import { shipAsk, shipStep, startShip, type ShipCall, type ShipEvent } from '../flows/ship-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useWeighing } from '../use-weighing'
import { useFlow } from '../use-flow'
import { readPackOrder } from './pack-task'

const CARRIER = 'station.carrier'

/** What is packed leaves: cartons, weight, carrier, and the delivery note. */
export function ShipTask({ orderId }: { readonly orderId: number | undefined }): ReactNode {
  const { tellFailure, go } = useStation()
  const [order, setOrder] = useState<PackOrder>()
  useEffect(() => {
    if (orderId === undefined) return
    readPackOrder(orderId).then(setOrder, (error: unknown) => {
      tellFailure(error)
      go({ task: 'ship' })
    })
    // Read once for each order that is chosen.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [orderId])
  if (orderId === undefined) return <ChooseShipping />
  return order?.orderId === orderId ? <Shipping key={orderId} order={order} /> : null
}

function ChooseShipping(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { warehouseId, go, tell } = useStation()
  const { data } = useQuery(api.shipping.listReady.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  const back = useQuery(api.purchasing.returnsToSend.queryOptions({ input: { warehouseId } })).data?.rows ?? []
  return (
    <StationFrame
      title={t('warehouse.station.tasks.ship')}
      instruction={
        data !== undefined && rows.length + back.length === 0
          ? t('warehouse.station.nothingToShip')
          : t('warehouse.station.chooseShipping')
      }
      choices={[
        ...rows.map((order) => ({
          key: String(order.orderId),
          title: `${order.orderNumber} ${order.customer.name}`,
          detail: [
            t('warehouse.station.dueOn', { date: formatDate(order.promisedOn, language) }),
            order.isComplete ? '' : t('warehouse.station.stillPacked'),
          ]
            .filter((part) => part !== '')
            .join(' · '),
          onChoose: () => go({ task: 'ship', orderId: order.orderId }),
        })),
        ...back.map((planned) => ({
          key: `back-${String(planned.id)}`,
          title: `${planned.number} ${planned.supplier.name}`,
          detail: t('warehouse.station.sendBack'),
          onChoose: () => go({ task: 'ship' as const, returnId: planned.id }),
        })),
      ]}
      onCode={(code) => {
        const number = bareCode(code).trim().toUpperCase()
        const order = rows.find((known) => known.orderNumber.toUpperCase() === number)
        const planned = back.find((known) => known.number === number)
        if (planned !== undefined) go({ task: 'ship', returnId: planned.id })
        else if (order === undefined)
          tell({ kind: 'wrong', refusal: { code: 'station.orderUnknown', params: { scanned: number } } })
        else go({ task: 'ship', orderId: order.orderId })
      }}
      onBack={() => go({})}
    />
  )
}

function Shipping({ order }: { readonly order: PackOrder }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const canShip = useCan('shipping.write')
  const { go, attempt, today, tellFailure } = useStation()
  const print = (id: number): void => {
    engine.shipping
      .deliveryNotePdf({ id, locale: language })
      .then(({ fileName, pdf }) => savePdf(fileName, pdf), tellFailure)
  }
  const perform = async ({ kind: _kind, ...input }: ShipCall): Promise<ShipEvent> => {
    const shipment = await attempt('shipOrder', engine.shipping.shipOrder, { ...input, shippedOn: today })
    setPreference(CARRIER, input.carrier)
    print(shipment.id)
    return { kind: 'shipped', id: shipment.id, number: shipment.number ?? '' }
  }
  const { orderId, orderNumber, expectedWeightGrams } = order
  const usualCarrier = readPreference(CARRIER, '')
  const usualCartons = Math.max(1, order.cartons.length)
  // What the scale said counts; a carton that was not weighed counts as its contents say.
  const weighedGrams = order.cartons.reduce(
    (sum, carton) => sum + (carton.weighedGrams ?? carton.expectedGrams ?? 0),
    0,
  )
  const [state, dispatch] = useFlow(
    shipStep,
    startShip({
      orderId,
      orderNumber,
      expectedWeightGrams: weighedGrams > 0 ? weighedGrams : expectedWeightGrams,
      usualCarrier,
      usualCartons,
    }),
    perform,
  )
  const ask = shipAsk(state)
  const { shipment } = state
  const weighing = useWeighing(expectedWeightGrams, (number) => dispatch({ kind: 'number', number }))
  const title = `${t('warehouse.station.tasks.ship')} ${orderNumber} · ${order.customer}`
  if (shipment !== undefined) {
    return (
      <StationFrame
        title={title}
        instruction={t('warehouse.station.shippedNow', { number: shipment.number })}
        confirm={{ label: t('warehouse.station.nextOrder'), onPress: () => go({ task: 'pack' }) }}
        extra={[
          { key: 'print', label: t('warehouse.station.printAgain'), keys: 'F7', onPress: () => print(shipment.id) },
        ]}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  if (!canShip)
    return <StationFrame title={title} instruction={t('warehouse.station.mayNotShip')} onBack={() => go({})} />
  const usual = {
    cartons:
      usualCartons === 1
        ? t('warehouse.station.oneCarton')
        : `${formatCount(usualCartons)} ${t('warehouse.station.cartons')}`,
    weight: t('warehouse.station.weightOf', {
      kilograms: formatScaled(state.expectedWeightGrams, 3, { minDecimals: 0 }),
    }),
    carrier: usualCarrier === '' ? t('warehouse.station.noCarrier') : usualCarrier,
    shipped: '',
  }[ask]
  const captions = {
    cartons: t('warehouse.station.cartons'),
    weight: t('warehouse.station.weightInGrams'),
    carrier: t('warehouse.station.carrier'),
    shipped: '',
  }
  return (
    <StationFrame
      title={title}
      progress={{ done: { cartons: 0, weight: 1, carrier: 2, shipped: 3 }[ask], total: 3 }}
      instruction={t(`warehouse.station.ship.${ask}`)}
      {...(ask === 'weight' && weighing !== undefined
        ? { howMany: weighing.howMany, extra: weighing.extra }
        : ask === 'weight' && state.cartons !== undefined
          ? { howMany: { value: formatCount(state.cartons), unit: t('warehouse.station.cartons') } }
          : {})}
      pad={{
        kind: ask === 'carrier' ? 'text' : 'number',
        caption: captions[ask],
        onNumber: (number) => dispatch({ kind: 'number', number }),
        onText: (text) => dispatch({ kind: 'text', text }),
      }}
      confirm={
        (ask === 'weight' ? weighing?.confirm : undefined) ?? {
          label: usual,
          onPress: () => dispatch({ kind: 'confirm' }),
        }
      }
      onBack={ask === 'cartons' ? () => go({ task: 'ship' }) : () => dispatch({ kind: 'forget' })}
    />
  )
}
