import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { api, engine } from '../../../../app/engine'
import { readPreference, setPreference } from '../../../../app/preferences'
import { useLanguage } from '../../../../ui'
import { blindAsk, blindStep, startBlind, type BlindCall, type BlindEvent, type BlindLine } from '../flows/blind-flow'
import { lineText } from '../flows/receive-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { useScaleQuantity } from '../use-weighing'
import { GatheredLines } from './gathered-lines'
import { readGoods } from './goods-reading'

const MEMORY = 'station.blind'

/** What came is counted first; whose it is is asked afterwards. */
export function BlindTask(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { go, attempt, today, warehouseId } = useStation()
  const start = useMemo(
    () => startBlind(today, readPreference<readonly BlindLine[] | null>(MEMORY, null) ?? []),
    [today],
  )
  const perform = async (call: BlindCall): Promise<BlindEvent> => {
    if (call.kind === 'readGoods') return { kind: 'goods', code: call.code, reading: await readGoods(call.code) }
    const lines = call.lines.map(({ item, quantityMicro, lotCode, expiresOn }) => ({
      itemId: item.id,
      quantityMicro,
      lotCode,
      expiresOn,
    }))
    const { id, number } = await attempt('saveBlind', engine.arrivals.saveBlind, {
      warehouseId,
      arrivedOn: today,
      lines,
    })
    setPreference(MEMORY, null)
    go({ task: 'receive', blindId: id })
    return { kind: 'saved', number: number ?? '' }
  }
  const [state, dispatch] = useFlow(blindStep, start, perform)
  const { lines, draft } = state
  useEffect(() => setPreference(MEMORY, lines.length === 0 ? null : lines), [lines])
  const ask = blindAsk(state)
  const byScale = useScaleQuantity(draft?.item, (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }))
  const item = draft?.item
  const detail = [draft?.lotCode, draft?.expiresOn === undefined ? undefined : formatDate(draft.expiresOn, language)]
  const common = {
    title: t('arrivals.station.noOrder'),
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
        instruction={t('arrivals.station.scanBlind')}
        confirm={
          lines.length === 0
            ? undefined
            : {
                label: t('arrivals.station.blindDone', { count: lines.length }),
                onPress: () => dispatch({ kind: 'confirm' }),
              }
        }
        onBack={() => go({ task: 'receive' })}
      >
        <GatheredLines
          label={t('warehouse.station.scannedLines')}
          lines={lines.map((line) => ({ key: line.key, text: lineText(line) }))}
        />
      </StationFrame>
    )
  }
  const asks = { lot: 'enterLot', expiry: 'enterExpiry', quantity: 'enterQuantity' } as const
  const captions = {
    lot: t('warehouse.station.lot'),
    expiry: t('warehouse.station.expiry'),
    quantity: t('warehouse.station.quantityIn', { unit: item?.baseUnit }),
  }
  return (
    <StationFrame
      {...common}
      instruction={t(`warehouse.station.${asks[ask]}`)}
      extra={ask === 'quantity' ? byScale : []}
      pad={{
        kind: ({ lot: 'text', expiry: 'date', quantity: 'quantity' } as const)[ask],
        caption: captions[ask],
        onText: (text) => dispatch({ kind: 'text', text }),
        onNumber: (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }),
      }}
      onBack={() => dispatch({ kind: 'forget' })}
    />
  )
}

/** Orders that wait for such goods, suppliers who have brought them, or the desk. */
export function SettleBlind({ blindId }: { readonly blindId: number }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { go, attempt, tell, tellFailure, today } = useStation()
  const { data } = useQuery(api.arrivals.getBlind.queryOptions({ input: { id: blindId } }))
  if (data === undefined) return null
  const settled = (receipts: readonly { readonly number: string }[]): void => {
    const numbers = receipts.map((receipt) => receipt.number).join(', ')
    go({ task: 'putaway' })
    tell({ kind: 'done', text: 'blindSettled', params: { number: numbers } })
  }
  const match = (orderId: number): void => {
    const input = { id: blindId, orderId, receivedOn: today }
    attempt('matchBlind', engine.arrivals.matchBlind, input).then(({ receipts }) => settled(receipts), tellFailure)
  }
  const keep = (supplierId: number): void => {
    const input = { id: blindId, supplierId, receivedOn: today }
    attempt('keepUnordered', engine.arrivals.keepUnordered, input).then(
      ({ receipts }) => settled(receipts),
      tellFailure,
    )
  }
  const leave = (): void => {
    go({})
    tell({ kind: 'done', text: 'blindKept', params: { number: data.number } })
  }
  return (
    <StationFrame
      title={data.number}
      instruction={t('arrivals.station.whoseIsIt')}
      choices={[
        ...data.candidates.map((order) => ({
          key: `order ${order.orderId}`,
          title: `${order.orderNumber} ${order.supplier.name}`,
          detail: [
            t('arrivals.takesOf', { fits: order.fits, lines: order.lines }),
            t('warehouse.station.expected', { date: formatDate(order.expectedOn, language) }),
          ].join(' · '),
          onChoose: () => match(order.orderId),
        })),
        ...data.suppliers.map((supplier) => ({
          key: `supplier ${supplier.id}`,
          title: t('arrivals.station.fromSupplier', { supplier: supplier.name }),
          onChoose: () => keep(supplier.id),
        })),
      ]}
      onCode={(code) => {
        const wanted = code.trim().toUpperCase()
        const order = data.candidates.find((known) => known.orderNumber.toUpperCase() === wanted)
        if (order === undefined)
          tell({ kind: 'wrong', refusal: { code: 'station.orderUnknown', params: { scanned: wanted } } })
        else match(order.orderId)
      }}
      confirm={{ label: t('arrivals.station.leaveToDesk'), onPress: leave }}
      onBack={() => go({})}
      backLabel={t('warehouse.station.toHome')}
    />
  )
}
