import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine } from '../../../../app/engine'
import { readPreference, setPreference } from '../../../../app/preferences'
import { useLanguage, type StationAction } from '../../../../ui'
import { bareCode } from '../flows/flow'
import {
  lineText,
  openOfItem,
  receiveAsk,
  receiveStep,
  startReceive,
  type ReceiveCall,
  type ReceivedLine,
  type ReceiveEvent,
  type ReceiveOrder,
} from '../flows/receive-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { useScaleQuantity } from '../use-weighing'
import { GatheredLines } from './gathered-lines'
import { readGoods } from './goods-reading'

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
  const { go, tell } = useStation()
  const list = (state: string) =>
    api.purchasing.listOrders.queryOptions({ input: { state, sort: 'expectedOn', limit: 100 } })
  const confirmed = useQuery(list('confirmed'))
  const partly = useQuery(list('partly-received'))
  const orders = [...(partly.data?.rows ?? []), ...(confirmed.data?.rows ?? [])].sort((a, b) =>
    a.expectedOn.localeCompare(b.expectedOn),
  )
  const isEmpty = confirmed.data !== undefined && partly.data !== undefined && orders.length === 0
  return (
    <StationFrame
      title={t('warehouse.station.tasks.receive')}
      instruction={isEmpty ? t('warehouse.station.noOrders') : t('warehouse.station.chooseOrder')}
      choices={orders.map((order) => ({
        key: String(order.id),
        title: `${order.number ?? ''} ${order.supplier.name}`,
        detail: t('warehouse.station.expected', { date: formatDate(order.expectedOn, language) }),
        onChoose: () => go({ task: 'receive', orderId: order.id }),
      }))}
      onCode={(code) => {
        const number = bareCode(code).trim().toUpperCase()
        const order = orders.find((known) => known.number?.toUpperCase() === number)
        if (order === undefined)
          tell({ kind: 'wrong', refusal: { code: 'station.orderUnknown', params: { scanned: number } } })
        else go({ task: 'receive', orderId: order.id })
      }}
      onBack={() => go({})}
    />
  )
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
  const perform = async (call: ReceiveCall): Promise<ReceiveEvent> => {
    if (call.kind === 'readTag') return { kind: 'tagRead', code: call.code, reading: await readGoods(call.code) }
    if (call.kind === 'readGoods') return { kind: 'goods', code: call.code, reading: await readGoods(call.code) }
    const lines = call.lines.map(({ orderLineId, quantityMicro, lotCode, expiresOn, status }) => ({
      status: status ?? ('available' as const),
      orderLineId,
      quantityMicro,
      lotCode,
      expiresOn,
    }))
    const input = { orderId: call.orderId, receivedOn: today, lines }
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
    return (
      <StationFrame
        title={title}
        instruction={t('warehouse.station.receiptPosted', { number })}
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
            text: line.status === undefined ? lineText(line) : `${lineText(line)} · ${t('warehouse.station.isBroken')}`,
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
  return (
    <StationFrame
      {...common}
      instruction={t('warehouse.station.enterQuantity')}
      howMany={{
        value: formatQuantity(open),
        ...(unit === undefined ? {} : { unit }),
        note: t('warehouse.station.stillExpected'),
      }}
      pad={{
        kind: 'quantity',
        caption: t('warehouse.station.quantityIn', { unit }),
        onNumber: (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }),
      }}
      confirm={{
        label: t('warehouse.station.takeAll', { quantity: formatQuantity(open, unit === undefined ? {} : { unit }) }),
        onPress: () => dispatch({ kind: 'confirm' }),
      }}
      onBack={onBack}
    />
  )
}

function linesComplete(order: ReceiveOrder, lines: readonly ReceivedLine[]): number {
  return order.lines.filter((line) => {
    const now = lines
      .filter((known) => known.orderLineId === line.id)
      .reduce((sum, known) => sum + known.quantityMicro, 0)
    return line.receivedMicro + now >= line.quantityMicro
  }).length
}
