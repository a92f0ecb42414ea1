import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine } from '../../../../app/engine'
import { useLanguage } from '../../../../ui'
import { bareCode, itemText } from '../flows/flow'
import {
  isPacked,
  packProgress,
  packStep,
  rowsToPack,
  startPack,
  type PackCall,
  type PackEvent,
  type PackOrder,
} from '../flows/pack-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'

export async function readPackOrder(orderId: number): Promise<PackOrder> {
  const { customer, ...list } = await engine.warehouse.packingList({ orderId })
  return { ...list, customer: customer.name }
}

/** The packing place: choose an order, scan what goes into the carton. */
export function PackTask({ orderId }: { readonly orderId: number | undefined }): ReactNode {
  const { tellFailure, go } = useStation()
  const [order, setOrder] = useState<PackOrder>()
  useEffect(() => {
    if (orderId === undefined) return
    readPackOrder(orderId).then(setOrder, (error: unknown) => {
      tellFailure(error)
      go({ task: 'pack' })
    })
    // Read once for each order that is chosen; after that each scan brings the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [orderId])
  if (orderId === undefined) return <ChoosePacking />
  return order?.orderId === orderId ? <Packing key={orderId} order={order} /> : null
}

function ChoosePacking(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { warehouseId, go, tell } = useStation()
  const { data } = useQuery(api.warehouse.listToPack.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  return (
    <StationFrame
      title={t('warehouse.station.tasks.pack')}
      instruction={
        data !== undefined && rows.length === 0
          ? t('warehouse.station.nothingToPack')
          : t('warehouse.station.choosePacking')
      }
      choices={rows.map((order) => ({
        key: String(order.orderId),
        title: `${order.orderNumber} ${order.customer.name}`,
        detail: [
          t('warehouse.station.dueOn', { date: formatDate(order.dueOn, language) }),
          order.isComplete ? '' : t('warehouse.station.stillPicked'),
        ]
          .filter((part) => part !== '')
          .join(' · '),
        onChoose: () => go({ task: 'pack', orderId: order.orderId }),
      }))}
      onCode={(code) => {
        const number = bareCode(code).trim().toUpperCase()
        const order = rows.find((known) => known.orderNumber.toUpperCase() === number)
        if (order === undefined)
          tell({ kind: 'wrong', refusal: { code: 'station.orderUnknown', params: { scanned: number } } })
        else go({ task: 'pack', orderId: order.orderId })
      }}
      onBack={() => go({})}
    />
  )
}

function Packing({ order }: { readonly order: PackOrder }): ReactNode {
  const { t } = useTranslation()
  const { go, attempt, tellFailure } = useStation()
  const perform = async ({ orderId, code, quantityMicro }: PackCall): Promise<PackEvent> => {
    const { scanId } = await attempt('packScan', engine.warehouse.packScan, {
      orderId,
      itemScan: code,
      ...(quantityMicro === undefined ? {} : { quantityMicro }),
    })
    return { kind: 'packed', order: await readPackOrder(orderId), scanId }
  }
  const [state, dispatch] = useFlow(packStep, startPack(order), perform)
  const left = rowsToPack(state.order)
  const common = {
    title: `${t('warehouse.station.tasks.pack')} ${order.orderNumber} · ${order.customer}`,
    progress: packProgress(state.order),
    onTakenBack: () =>
      void readPackOrder(order.orderId).then((read) => dispatch({ kind: 'reloaded', order: read }), tellFailure),
  }
  if (isPacked(state.order)) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.allPacked')}
        confirm={{ label: t('warehouse.station.goShip'), onPress: () => go({ task: 'ship', orderId: order.orderId }) }}
        extra={[
          { key: 'next', label: t('warehouse.station.nextOrder'), keys: 'F7', onPress: () => go({ task: 'pack' }) },
        ]}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  const quantity = state.quantityMicro
  return (
    <StationFrame
      {...common}
      instruction={t('warehouse.station.scanToPack')}
      {...(quantity === undefined
        ? {}
        : { howMany: { value: formatQuantity(quantity), note: t('warehouse.station.forNextScan') } })}
      onCode={(code) => dispatch({ kind: 'scan', code })}
      onQuantity={(quantityMicro) => dispatch({ kind: 'quantity', quantityMicro })}
      onBack={quantity === undefined ? () => go({ task: 'pack' }) : () => dispatch({ kind: 'forget' })}
    >
      <section className="k-station-gathered" aria-label={t('warehouse.station.leftToPack')}>
        <h3>
          {t('warehouse.station.leftToPack')} <b className="k-num">{left.length}</b>
        </h3>
        <ol>
          {left.slice(0, 4).map((row) => (
            <li key={`${row.demandId}-${row.lot?.id ?? 0}`}>
              <b className="k-num">{formatQuantity(row.pickedMicro - row.packedMicro, { unit: row.item.baseUnit })}</b>{' '}
              {itemText(row.item)} {row.lot === null ? '' : `· ${row.lot.code}`}
            </li>
          ))}
        </ol>
        {left.length > 4 ? <p>{t('warehouse.station.moreLines', { count: left.length - 4 })}</p> : null}
      </section>
    </StationFrame>
  )
}
