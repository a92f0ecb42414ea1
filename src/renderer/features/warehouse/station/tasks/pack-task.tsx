import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine, type Engine } from '../../../../app/engine'
import { savePdf } from '../../../../app/lists/save-file'
import { useLanguage } from '../../../../ui'
import { bareCode, itemText } from '../flows/flow'
import {
  openCartonOf,
  packAsk,
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
import { useWeighing } from '../use-weighing'

export async function readPackOrder(orderId: number): Promise<PackOrder> {
  const { customer, ...list } = await engine.warehouse.packingList({ orderId })
  return { ...list, customer: customer.name }
}

/** The packing place: choose an order, scan what goes into the carton. */
export function PackTask({ orderId }: { readonly orderId: number | undefined }): ReactNode {
  const { tellFailure, go } = useStation()
  const [order, setOrder] = useState<PackOrder>()
  const { data: kinds } = useQuery(api.warehouse.listCartonKinds.queryOptions({ input: {} }))
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
  return order?.orderId === orderId && kinds !== undefined ? (
    <Packing key={orderId} order={order} kinds={kinds.rows} />
  ) : null
}

function ChoosePacking(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { warehouseId, go, tellFailure } = useStation()
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
        if (order !== undefined) go({ task: 'pack', orderId: order.orderId })
        else
          engine.warehouse
            .orderOfTote({ toteScan: number })
            .then(({ orderId }) => go({ task: 'pack', orderId }), tellFailure)
      }}
      onBack={() => go({})}
    />
  )
}

type CartonKind = Awaited<ReturnType<Engine['warehouse']['listCartonKinds']>>['rows'][number]

interface PackingProps {
  readonly order: PackOrder
  readonly kinds: readonly CartonKind[]
}

function Packing({ order, kinds }: PackingProps): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { go, attempt, tellFailure } = useStation()
  const perform = async (call: PackCall): Promise<PackEvent> => {
    const { orderId } = call
    if (call.kind === 'openCarton') {
      await attempt('openCarton', engine.warehouse.openCarton, { orderId, kindId: call.kindId })
      return { kind: 'cartonChanged', order: await readPackOrder(orderId) }
    }
    if (call.kind === 'closeCarton') {
      const { cartonId, grams } = call
      const { code } = await attempt('closeCarton', engine.warehouse.closeCarton, {
        cartonId,
        ...(grams === null ? {} : { weightGrams: grams }),
      })
      const slip = await engine.warehouse.cartonLabelPdf({ cartonId, locale: language })
      savePdf(slip.fileName, slip.pdf)
      return { kind: 'cartonChanged', order: await readPackOrder(orderId), closed: code }
    }
    const { code, quantityMicro } = call
    const { scanId } = await attempt('packScan', engine.warehouse.packScan, {
      orderId,
      itemScan: code,
      ...(quantityMicro === undefined ? {} : { quantityMicro }),
    })
    return { kind: 'packed', order: await readPackOrder(orderId), scanId }
  }
  const [state, dispatch] = useFlow(packStep, startPack(order, kinds.length > 0), perform)
  const ask = packAsk(state)
  // The engine itself refuses a weight that is none of this carton's.
  const weighing = useWeighing(0, (grams) => dispatch({ kind: 'weight', grams }))
  const carton = openCartonOf(state)
  const left = rowsToPack(state.order)
  const common = {
    title: `${t('warehouse.station.tasks.pack')} ${order.orderNumber} · ${order.customer}`,
    progress: packProgress(state.order),
    onTakenBack: () =>
      void readPackOrder(order.orderId).then((read) => dispatch({ kind: 'reloaded', order: read }), tellFailure),
  }
  if (ask === 'carton') {
    const proposed = state.order.proposedKindId
    const ordered = [...kinds].sort((a, b) => Number(b.id === proposed) - Number(a.id === proposed))
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.whichCarton')}
        choices={ordered.map((kind) => ({
          key: String(kind.id),
          title: `${kind.code} ${kind.name}`,
          detail: [
            t('warehouse.litres', { litres: kind.volumeMillilitres / 1000 }),
            kind.id === proposed ? t('warehouse.station.holdsAll') : '',
          ]
            .filter((part) => part !== '')
            .join(' · '),
          onChoose: () => dispatch({ kind: 'takeCarton', kindId: kind.id }),
        }))}
        extra={[
          {
            key: 'loose',
            label: t('warehouse.station.withoutCarton'),
            keys: 'F7',
            onPress: () => dispatch({ kind: 'goLoose' }),
          },
        ]}
        onCode={(code) => {
          const kind = kinds.find((known) => known.code.toUpperCase() === bareCode(code).trim().toUpperCase())
          if (kind === undefined) dispatch({ kind: 'scan', code })
          else dispatch({ kind: 'takeCarton', kindId: kind.id })
        }}
        onBack={() => go({ task: 'pack' })}
      />
    )
  }
  if (ask === 'weight' && carton !== undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.weighCarton')}
        where={`${carton.number}`}
        what={{ name: carton.kindName, code: carton.code }}
        pad={{
          kind: 'number',
          caption: t('warehouse.station.weightInGrams'),
          onNumber: (grams) => dispatch({ kind: 'weight', grams }),
        }}
        {...(weighing === undefined
          ? {}
          : {
              howMany: weighing.howMany,
              extra: [
                ...weighing.extra,
                {
                  key: 'notWeighed',
                  label: t('warehouse.station.notWeighed'),
                  keys: 'F9',
                  onPress: () => dispatch({ kind: 'weight', grams: null }),
                },
              ],
            })}
        confirm={
          weighing?.confirm ?? {
            label: t('warehouse.station.notWeighed'),
            onPress: () => dispatch({ kind: 'weight', grams: null }),
          }
        }
        onBack={() => (state.isClosing === true ? dispatch({ kind: 'forget' }) : go({ task: 'pack' }))}
      />
    )
  }
  if (ask === 'done') {
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
      {...(carton === undefined
        ? {}
        : {
            extra: [
              {
                key: 'close',
                label: t('warehouse.station.closeCarton', { number: carton.number }),
                keys: 'F8',
                onPress: () => dispatch({ kind: 'close' }),
              },
            ],
          })}
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
