import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { nominalPieces } from '../../../../../shared/values/catch-weight'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine } from '../../../../app/engine'
import { readPreference, setPreference } from '../../../../app/preferences'
import { savePdf } from '../../../../app/lists/save-file'
import { useLanguage, type StationAction } from '../../../../ui'
import { bareCode, unitCode } from '../flows/flow'
import { likelyPieces } from '../flows/goods-draft'
import {
  lineText,
  openOfItem,
  plannedMicro,
  receiveAsk,
  receiveStep,
  startReceive,
  type ReceiveCall,
  type ReceivedLine,
  type ReceiveEvent,
  type ReceiveOrder,
} from '../flows/receive-flow'
import { unitsOf, type ReceivedUnit, type UnitKind } from '../flows/received-units'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { useScaleQuantity } from '../use-weighing'
import { piecesAsked } from './pieces-asked'
import { GatheredLines } from './gathered-lines'
import { readGoods } from './goods-reading'

const KINDS: readonly UnitKind[] = ['pallet', 'tote', 'carton']

/** Goods at the dock: choose the order, then scan. */
export function ReceiveTask({ orderId }: { readonly orderId: number | undefined }): ReactNode {
  const { go } = useStation()
  const { data } = useQuery(
    api.purchasing.getOrder.queryOptions({ input: { id: orderId ?? 0 }, enabled: orderId !== undefined }),
  )
  const order = useMemo<ReceiveOrder | undefined>(
    () =>
      data === undefined
        ? undefined
        : { id: data.id, number: data.number ?? '', supplier: data.supplier.name, lines: data.lines },
    [data],
  )
  if (orderId === undefined) return <ChooseOrder />
  // Read once: what others receive meanwhile is judged by the engine when this receipt is posted.
  return order === undefined ? null : <Receiving key={order.id} order={order} onOther={() => go({ task: 'receive' })} />
}

function ChooseOrder(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { go, tell, attempt, tellFailure, warehouseId, today } = useStation()
  const blind = useQuery(api.arrivals.listBlind.queryOptions({ input: { warehouseId, state: 'waiting', limit: 20 } }))
  const list = (state: string) =>
    api.purchasing.listOrders.queryOptions({ input: { state, sort: 'expectedOn', limit: 100 } })
  const confirmed = useQuery(list('confirmed'))
  const partly = useQuery(list('partly-received'))
  const orders = [...(partly.data?.rows ?? []), ...(confirmed.data?.rows ?? [])].sort((a, b) =>
    a.expectedOn.localeCompare(b.expectedOn),
  )
  /** The label of a pallet or carton that a supplier announced: all that is in it comes in by this scan. */
  const receiveAnnounced = async (code: string, shown: string): Promise<void> => {
    const { unit } = await engine.arrivals.expectedUnit({ warehouseId, scan: code })
    const delivery = unit === null ? await deliveryOf(shown) : undefined
    if (delivery !== undefined) return go({ task: 'receive', shipmentId: delivery.id })
    if (unit === null) {
      tell({ kind: 'wrong', refusal: { code: 'station.orderUnknown', params: { scanned: shown } } })
      return
    }
    const input = { warehouseId, unitScan: code, receivedOn: today }
    const { receipts, units } = await attempt('receiveUnit', engine.arrivals.receiveUnit, input)
    const [outermost] = units
    go({ task: 'unit', ...(outermost === undefined ? {} : { unit: outermost.code }) })
    const number = receipts.map((receipt) => receipt.number).join(', ')
    tell({ kind: 'done', text: 'unitCame', params: { unit: unitCode(code), number } })
  }
  const isEmpty = confirmed.data !== undefined && partly.data !== undefined && orders.length === 0
  return (
    <StationFrame
      title={t('warehouse.station.tasks.receive')}
      instruction={isEmpty ? t('warehouse.station.noOrders') : t('warehouse.station.chooseOrder')}
      choices={[
        ...orders.map((order) => ({
          key: String(order.id),
          title: `${order.number ?? ''} ${order.supplier.name}`,
          detail: t('warehouse.station.expected', { date: formatDate(order.expectedOn, language) }),
          onChoose: () => go({ task: 'receive', orderId: order.id }),
        })),
        ...(blind.data?.rows ?? []).map((arrival) => ({
          key: `blind ${arrival.id}`,
          title: `${arrival.number} ${t('arrivals.station.whoseIsIt')}`,
          detail: formatDate(arrival.arrivedOn, language),
          onChoose: () => go({ task: 'receive', blindId: arrival.id }),
        })),
      ]}
      onCode={(code) => {
        const number = bareCode(code).trim().toUpperCase()
        const order = orders.find((known) => known.number?.toUpperCase() === number)
        if (order !== undefined) go({ task: 'receive', orderId: order.id })
        else receiveAnnounced(code, number).catch(tellFailure)
      }}
      extra={[
        {
          key: 'blind',
          label: t('arrivals.station.noOrder'),
          keys: 'F7',
          onPress: () => go({ task: 'receive', isBlind: true }),
        },
      ]}
      onBack={() => go({})}
    />
  )
}

/** A delivery of ours by the number on its note: what is on it comes back. */
async function deliveryOf(number: string) {
  const { rows } = await engine.shipping.listShipments({ filter: number, limit: 5 })
  return rows.find((row) => row.number.toUpperCase() === number && row.state === 'posted')
}

function Receiving({ order, onOther }: { readonly order: ReceiveOrder; readonly onOther: () => void }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { go, attempt, today } = useStation()
  // Scanned and not posted yet: kept on this computer, so that neither a restart nor a walk away loses it.
  const memory = `station.receive.${order.id}`
  const start = useMemo(
    () => startReceive(order, today, readPreference<readonly ReceivedLine[] | null>(memory, null) ?? []),
    [order, today, memory],
  )
  const receiveIntoUnits = async (
    input: Omit<Parameters<typeof engine.arrivals.receiveIntoUnits>[0], 'idempotencyKey'>,
  ): Promise<ReceiveEvent> => {
    const { receipts, units, picksForOrders } = await attempt(
      'receiveIntoUnits',
      engine.arrivals.receiveIntoUnits,
      input,
    )
    for (const [at, { code }] of units.entries()) {
      if (input.units[at]?.code !== '') continue
      const { fileName, pdf } = await engine.warehouse.unitLabelPdf({ unitScan: code, locale: language })
      savePdf(fileName, pdf)
    }
    const [receipt] = receipts
    const codes = units.map(({ code }) => code)
    return { kind: 'posted', id: receipt?.id ?? 0, number: receipt?.number ?? '', picksForOrders, units: codes }
  }
  const perform = async (call: ReceiveCall): Promise<ReceiveEvent> => {
    if (call.kind === 'readTag') return { kind: 'tagRead', code: call.code, reading: await readGoods(call.code) }
    if (call.kind === 'readGoods') return { kind: 'goods', code: call.code, reading: await readGoods(call.code) }
    const units = unitsOf(call.lines)
    const lines = call.lines.map(({ orderLineId, quantityMicro, pieces, lotCode, expiresOn, status, unit }) => ({
      status: status ?? ('available' as const),
      orderLineId,
      quantityMicro,
      pieces,
      lotCode,
      expiresOn,
      ...(unit === undefined ? {} : { unit: units.findIndex((known) => known.key === unit.key) }),
    }))
    const input = { orderId: call.orderId, receivedOn: today, lines }
    if (units.length > 0) return receiveIntoUnits({ ...input, units: units.map(({ kind, code }) => ({ kind, code })) })
    const receipt = await attempt('receiveGoods', engine.purchasing.receiveGoods, input)
    return {
      kind: 'posted',
      id: receipt.id,
      number: receipt.number ?? '',
      picksForOrders: receipt.picksForOrders,
    }
  }
  const [state, dispatch] = useFlow(receiveStep, start, perform)
  const { lines, draft } = state
  useEffect(() => setPreference(memory, lines.length === 0 ? null : lines), [memory, lines])

  const ask = receiveAsk(state)
  const byScale = useScaleQuantity(draft?.item, (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }))
  const title = `${t('warehouse.station.tasks.receive')} ${order.number} · ${order.supplier}`
  if (ask === 'posted') {
    const { number, picksForOrders: count = 0 } = state.receipt ?? {}
    if (count > 0) {
      return (
        <StationFrame
          title={title}
          instruction={t('warehouse.station.receiptForOrders', { number, count })}
          confirm={{ label: t('warehouse.station.goPick'), onPress: () => go({ task: 'pick' }) }}
          extra={[
            {
              key: 'putaway',
              label: t('warehouse.station.goPutaway'),
              keys: 'F7',
              onPress: () => go({ task: 'putaway' }),
            },
          ]}
          onBack={() => go({})}
          backLabel={t('warehouse.station.toHome')}
        />
      )
    }
    const { units = [] } = state.receipt ?? {}
    return (
      <StationFrame
        title={title}
        instruction={t('warehouse.station.receiptPosted', { number })}
        choices={units.map((code) => ({
          key: code,
          title: t('arrivals.station.putWholeAway', { unit: code }),
          onChoose: () => go({ task: 'unit', unit: code }),
        }))}
        confirm={{ label: t('warehouse.station.goPutaway'), onPress: () => go({ task: 'putaway' }) }}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  const item = draft?.item
  const open = item === undefined ? 0 : openOfItem(state, item.id)
  const unit = item?.baseUnit
  const detail = [draft?.lotCode, draft?.expiresOn === undefined ? undefined : formatDate(draft.expiresOn, language)]
  const broken: StationAction = {
    key: 'broken',
    label: t(state.isBroken === true ? 'warehouse.station.notBroken' : 'warehouse.station.broken'),
    keys: 'F7',
    onPress: () => dispatch({ kind: 'broken' }),
  }
  const unitText = ({ kind, code, key }: ReceivedUnit): string =>
    code === '' ? t('arrivals.station.unitNumber', { kind: t(`warehouse.floor.unitKinds.${kind}`), number: key }) : code
  if (ask === 'unit') {
    return (
      <StationFrame
        title={title}
        instruction={t('arrivals.station.intoWhat')}
        choices={[
          ...KINDS.map((kind) => ({
            key: kind,
            title: t('arrivals.station.newOne', { kind: t(`warehouse.floor.unitKinds.${kind}`) }),
            onChoose: () => dispatch({ kind: 'intoUnit', unit: kind }),
          })),
          { key: 'loose', title: t('arrivals.station.loose'), onChoose: () => dispatch({ kind: 'intoUnit' }) },
        ]}
        onCode={(code) => dispatch({ kind: 'scan', code })}
        onBack={() => dispatch({ kind: 'forget' })}
      />
    )
  }
  const common = {
    title,
    extra: ask === 'quantity' ? [broken, ...byScale] : [broken],
    onTag: (code: string) => dispatch({ kind: 'tag', code }),
    onCode: (code: string) => dispatch({ kind: 'scan', code }),
    onRemoveLine: (lineKey: number) => dispatch({ kind: 'remove', lineKey }),
    ...(item === undefined
      ? {}
      : {
          what: { name: item.name, code: item.code, detail: detail.filter((part) => part !== undefined).join('  ·  ') },
        }),
  }
  if (ask === 'goods') {
    return (
      <StationFrame
        {...common}
        {...(state.unit === undefined
          ? {}
          : { what: { name: t('arrivals.station.goesInto', { unit: unitText(state.unit) }) } })}
        extra={[
          broken,
          {
            key: 'unit',
            label: t('arrivals.station.intoUnit'),
            keys: 'F8',
            onPress: () => dispatch({ kind: 'chooseUnit' }),
          },
        ]}
        instruction={t(state.isBroken === true ? 'warehouse.station.scanBroken' : 'warehouse.station.scanGoods')}
        progress={{ done: linesComplete(state.order, lines), total: order.lines.length }}
        confirm={
          lines.length === 0
            ? undefined
            : {
                label: t('warehouse.station.postReceipt', { count: lines.length }),
                onPress: () => dispatch({ kind: 'confirm' }),
              }
        }
        onBack={onOther}
      >
        <GatheredLines
          label={t('warehouse.station.scannedLines')}
          lines={lines.map((line) => ({
            key: line.key,
            text: [
              lineText(line),
              line.status === undefined ? '' : t('warehouse.station.isBroken'),
              line.unit === undefined ? '' : t('arrivals.station.goesInto', { unit: unitText(line.unit) }),
            ]
              .filter((part) => part !== '')
              .join(' · '),
          }))}
        />
      </StationFrame>
    )
  }
  const onBack = (): void => dispatch({ kind: 'forget' })
  if (ask === 'lot' || ask === 'expiry') {
    const isSerial = draft?.isSerial === true
    const lotKey = isSerial ? 'warehouse.station.enterSerial' : 'warehouse.station.enterLot'
    const askKey = ask === 'lot' ? lotKey : 'warehouse.station.enterExpiry'
    return (
      <StationFrame
        {...common}
        instruction={t(askKey)}
        pad={{
          kind: ask === 'lot' ? 'text' : 'date',
          caption: t(
            ask === 'lot'
              ? isSerial
                ? 'warehouse.station.serial'
                : 'warehouse.station.lot'
              : 'warehouse.station.expiry',
          ),
          onText: (text) => dispatch({ kind: 'text', text }),
        }}
        onBack={onBack}
      />
    )
  }
  if (ask === 'pieces' && draft?.terms !== undefined) {
    const { item: goods, terms, quantityMicro = 0 } = draft
    const weighed = { item: goods, terms, quantityMicro, likely: likelyPieces(draft) }
    return (
      <StationFrame
        {...common}
        {...piecesAsked(t, weighed, (pieces) => dispatch({ kind: 'pieces', pieces }))}
        onBack={onBack}
      />
    )
  }
  return (
    <StationFrame
      {...common}
      instruction={t(draft?.terms === undefined ? 'warehouse.station.enterQuantity' : 'warehouse.station.enterWeight')}
      howMany={
        draft?.terms === undefined
          ? {
              value: formatQuantity(open),
              ...(unit === undefined ? {} : { unit }),
              note: t('warehouse.station.stillExpected'),
            }
          : {
              value: open > 0 ? String(nominalPieces(draft.terms, open)) : '0',
              unit: draft.terms.unit,
              note: t('warehouse.station.stillExpected'),
            }
      }
      pad={{
        kind: 'quantity',
        caption: t('warehouse.station.quantityIn', { unit }),
        onNumber: (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }),
      }}
      confirm={
        draft?.terms === undefined
          ? {
              label: t('warehouse.station.takeAll', {
                quantity: formatQuantity(open, unit === undefined ? {} : { unit }),
              }),
              onPress: () => dispatch({ kind: 'confirm' }),
            }
          : undefined
      }
      onBack={onBack}
    />
  )
}

function linesComplete(order: ReceiveOrder, lines: readonly ReceivedLine[]): number {
  return order.lines.filter((line) => {
    const now = lines
      .filter((known) => known.orderLineId === line.id)
      .reduce((sum, known) => sum + plannedMicro(known), 0)
    return line.receivedMicro + now >= line.quantityMicro
  }).length
}
