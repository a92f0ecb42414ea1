import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine, type Engine } from '../../../../app/engine'
import { useLotText } from '../../lot-text'
import { backAsk, backStep, CONDITIONS, openOf, startBack, type BackCall, type BackEvent } from '../flows/back-flow'
import { itemText } from '../flows/flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { GatheredLines } from './gathered-lines'
import { readGoods } from './goods-reading'

type Shipment = Awaited<ReturnType<Engine['shipping']['getShipment']>>
const REASONS = ['broken', 'wrong', 'unwanted', 'late'] as const

/** What a customer sends back, by its delivery note. */
export function BackTask({ shipmentId }: { readonly shipmentId: number }): ReactNode {
  const { data } = useQuery(api.shipping.getShipment.queryOptions({ input: { id: shipmentId } }))
  // Read once: what comes back elsewhere meanwhile is judged by the engine.
  return data === undefined ? null : <Taking key={data.id} shipment={data} />
}

function Taking({ shipment }: { readonly shipment: Shipment }): ReactNode {
  const { t } = useTranslation()
  const lotText = useLotText()
  const { go, attempt, today } = useStation()
  const perform = async (call: BackCall): Promise<BackEvent> => {
    if (call.kind === 'readGoods') return { kind: 'goods', code: call.code, reading: await readGoods(call.code) }
    const { number } = await attempt('takeBack', engine.shipping.takeBack, {
      shipmentId: shipment.id,
      returnedOn: today,
      reason: call.reason,
      lines: call.lines.map(({ line, quantityMicro, status }) => ({ shipmentLineId: line.id, quantityMicro, status })),
    })
    return { kind: 'posted', number }
  }
  const [state, dispatch] = useFlow(backStep, startBack(shipment.lines), perform)
  const ask = backAsk(state)
  const { line, lines } = state
  const common = {
    title: `${t('warehouse.station.comesBack.title')} ${shipment.number} · ${shipment.customer.name}`,
    onRemoveLine: (lineKey: number) => dispatch({ kind: 'remove', lineKey }),
    onBack: () => (ask === 'goods' ? go({ task: 'receive' }) : dispatch({ kind: 'forget' })),
    ...(line === undefined ? {} : { what: { name: line.item.name, code: line.item.code, detail: lotText(line.lot) } }),
  }
  if (ask === 'posted') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.receiptPosted', { number: state.number ?? '' })}
        confirm={{ label: t('warehouse.station.goPutaway'), onPress: () => go({ task: 'putaway' }) }}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  if (ask === 'reason') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.comesBack.why')}
        choices={REASONS.map((reason) => ({
          key: reason,
          title: t(`warehouse.station.comesBack.reasons.${reason}`),
          onChoose: () => dispatch({ kind: 'reason', reason: t(`warehouse.station.comesBack.reasons.${reason}`) }),
        }))}
      />
    )
  }
  if (ask === 'condition') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.comesBack.how')}
        choices={CONDITIONS.map((status) => ({
          key: status,
          title: t(`shipping.goesTo.${status}`),
          onChoose: () => dispatch({ kind: 'condition', status }),
        }))}
      />
    )
  }
  if (ask === 'quantity' && line !== undefined) {
    const open = openOf(state, line)
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.enterQuantity')}
        howMany={{
          value: formatQuantity(open),
          unit: line.item.baseUnit,
          note: t('warehouse.station.comesBack.delivered'),
        }}
        pad={{
          kind: 'quantity',
          caption: t('warehouse.station.quantityIn', { unit: line.item.baseUnit }),
          onNumber: (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }),
        }}
        confirm={{
          label: t('warehouse.station.takeAll', { quantity: formatQuantity(open, { unit: line.item.baseUnit }) }),
          onPress: () => dispatch({ kind: 'confirm' }),
        }}
      />
    )
  }
  return (
    <StationFrame
      {...common}
      instruction={t('warehouse.station.comesBack.scan')}
      onCode={(code) => dispatch({ kind: 'scan', code })}
      confirm={
        lines.length === 0
          ? undefined
          : {
              label: t('warehouse.station.postReceipt', { count: lines.length }),
              onPress: () => dispatch({ kind: 'confirm' }),
            }
      }
    >
      <GatheredLines
        label={t('warehouse.station.scannedLines')}
        lines={lines.map((known) => ({
          key: known.key,
          text: [
            itemText(known.line.item),
            formatQuantity(known.quantityMicro, { unit: known.line.item.baseUnit }),
            t(`shipping.goesTo.${known.status}`),
          ].join(' · '),
        }))}
      />
    </StationFrame>
  )
}
