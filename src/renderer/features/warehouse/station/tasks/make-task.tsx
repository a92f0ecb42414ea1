import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine } from '../../../../app/engine'
import { readPreference, setPreference } from '../../../../app/preferences'
import { useLanguage } from '../../../../ui'
import { bareCode, itemText } from '../flows/flow'
import {
  madeOf,
  makeAsk,
  makeStep,
  mostOf,
  partOf,
  placeOf,
  startMake,
  wantedOf,
  type MakeCall,
  type MakeEvent,
  type MakePlan,
  type UsedPart,
} from '../flows/make-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { useScaleQuantity } from '../use-weighing'
import { GatheredLines } from './gathered-lines'
import { readGoods } from './goods-reading'

/** Kitting and repacking: a plan is chosen, its parts are fetched by scan, and what came of it is counted. */
export function MakeTask({ planId }: { readonly planId: number | undefined }): ReactNode {
  const { data } = useQuery(
    api.stock.getPlan.queryOptions({ input: { id: planId ?? 0 }, enabled: planId !== undefined }),
  )
  if (planId === undefined) return <ChoosePlan />
  // Read once: what others take meanwhile is judged by the engine at the end.
  return data === undefined ? null : <Making key={data.id} plan={data} />
}

function ChoosePlan(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { warehouseId, go, tell } = useStation()
  const { data } = useQuery(api.stock.listPlans.queryOptions({ input: { warehouseId, state: 'open', limit: 100 } }))
  const plans = data?.rows ?? []
  return (
    <StationFrame
      title={t('warehouse.station.tasks.make')}
      instruction={t(
        data !== undefined && plans.length === 0 ? 'stock.station.nothingPlanned' : 'stock.station.choosePlan',
      )}
      choices={plans.map((plan) => ({
        key: String(plan.id),
        title: `${plan.number} ${plan.made}`,
        detail: [t(`stock.kinds.${plan.kind}`), formatDate(plan.plannedOn, language)].join(' · '),
        onChoose: () => go({ task: 'make', planId: plan.id }),
      }))}
      onCode={(code) => {
        const number = bareCode(code).trim().toUpperCase()
        const plan = plans.find((known) => known.number === number)
        if (plan === undefined)
          tell({ kind: 'wrong', refusal: { code: 'station.orderUnknown', params: { scanned: number } } })
        else go({ task: 'make', planId: plan.id })
      }}
      onBack={() => go({})}
    />
  )
}

function Making({ plan }: { readonly plan: MakePlan }): ReactNode {
  const { t } = useTranslation()
  const { go, attempt, today } = useStation()
  const memory = `station.make.${plan.id}`
  const start = useMemo(
    () => startMake(plan, today, readPreference<readonly UsedPart[] | null>(memory, null) ?? []),
    [plan, today, memory],
  )
  const perform = async (call: MakeCall): Promise<MakeEvent> => {
    if (call.kind === 'readGoods') return { kind: 'goods', code: call.code, reading: await readGoods(call.code) }
    const { number, differences } = await attempt('carryOut', engine.stock.carryOut, {
      id: plan.id,
      used: call.used.map(({ item, binCode, lotCode, quantityMicro }) => ({
        itemId: item.id,
        binScan: binCode,
        quantityMicro,
        ...(lotCode === null ? {} : { lotCode }),
      })),
      made: call.made.map(({ item, ...made }) => ({ itemId: item.id, ...made })),
    })
    return { kind: 'finished', number, missingMicro: differences[0]?.quantityMicro ?? 0 }
  }
  const [state, dispatch] = useFlow(makeStep, start, perform)
  const ask = makeAsk(state)
  const isOver = state.result !== undefined
  useEffect(
    () => setPreference(memory, isOver || state.used.length === 0 ? null : state.used),
    [memory, state.used, isOver],
  )
  const part = partOf(state)
  const made = madeOf(state)
  const byScale = useScaleQuantity(part?.item ?? made?.item, (quantityMicro) =>
    dispatch({ kind: 'quantity', quantityMicro }),
  )
  const common = {
    title: `${t('warehouse.station.tasks.make')} ${plan.number}`,
    progress: {
      done: plan.used.length - new Set(part === undefined ? [] : pendingOf(state)).size,
      total: plan.used.length,
    },
    onCode: (code: string) => dispatch({ kind: 'scan', code }),
    onRemoveLine: (lineKey: number) => dispatch({ kind: 'remove', lineKey }),
    onBack: () => (ask === 'bin' || ask === 'made' ? go({ task: 'make' }) : dispatch({ kind: 'forget' })),
  }
  if (state.result !== undefined) {
    const { number, missingMicro } = state.result
    const unit = plan.made[0]?.item.baseUnit ?? ''
    return (
      <StationFrame
        {...common}
        instruction={t('stock.station.allMade', { number: number ?? plan.number })}
        howMany={{
          value: formatQuantity(Math.abs(missingMicro)),
          unit,
          note: t(missingMicro < 0 ? 'stock.station.moreCame' : 'stock.station.lessCame'),
        }}
        confirm={{ label: t('warehouse.station.goPutaway'), onPress: () => go({ task: 'putaway' }) }}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  if (part !== undefined) {
    const place = state.place ?? placeOf(state)
    const wanted = ask === 'taken' ? mostOf(state) : wantedOf(state)
    const instructions = { bin: 'scanBin', goods: 'scanGoodsToMove', taken: 'howManyToMove' } as const
    return (
      <StationFrame
        {...common}
        instruction={
          place === undefined
            ? t('stock.station.noneFree')
            : t(`warehouse.station.${instructions[ask as keyof typeof instructions]}`)
        }
        where={state.bin ?? place?.binCode ?? ''}
        what={{ name: part.item.name, code: part.item.code, detail: place?.lotCode ?? '' }}
        howMany={{ value: formatQuantity(wanted), unit: part.item.baseUnit }}
        extra={[
          { key: 'enough', label: t('stock.station.enough'), keys: 'F7', onPress: () => dispatch({ kind: 'enough' }) },
          ...(ask === 'taken' ? byScale : []),
        ]}
        {...(ask === 'taken'
          ? {
              pad: {
                kind: 'quantity' as const,
                caption: t('warehouse.station.quantityIn', { unit: part.item.baseUnit }),
                onNumber: (quantityMicro: number) => dispatch({ kind: 'quantity', quantityMicro }),
              },
              confirm: {
                label: t('warehouse.station.takeAll', {
                  quantity: formatQuantity(wanted, { unit: part.item.baseUnit }),
                }),
                onPress: () => dispatch({ kind: 'confirm' }),
              },
            }
          : {})}
      >
        <GatheredLines
          label={t('stock.station.taken')}
          lines={state.used.map((used) => ({
            key: used.key,
            text: [
              itemText(used.item),
              used.lotCode ?? '',
              formatQuantity(used.quantityMicro, { unit: used.item.baseUnit }),
            ]
              .filter((text) => text !== '')
              .join(' · '),
          }))}
        />
      </StationFrame>
    )
  }
  if (made === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('stock.station.readyToPost')}
        confirm={{ label: t('stock.convert'), onPress: () => dispatch({ kind: 'confirm' }) }}
      />
    )
  }
  const expected = formatQuantity(made.quantityMicro, { unit: made.item.baseUnit })
  const asks = {
    made: t('stock.station.howManyMade'),
    lot: t('warehouse.station.enterLot'),
    expiry: t('warehouse.station.enterExpiry'),
  }
  const asked = ask === 'lot' || ask === 'expiry' ? ask : 'made'
  const kinds = { made: 'quantity', lot: 'text', expiry: 'date' } as const
  const captions = {
    made: t('warehouse.station.quantityIn', { unit: made.item.baseUnit }),
    lot: t('warehouse.station.lot'),
    expiry: t('warehouse.station.expiry'),
  }
  return (
    <StationFrame
      {...common}
      instruction={asks[asked]}
      what={{ name: made.item.name, code: made.item.code }}
      howMany={{ value: formatQuantity(made.quantityMicro), unit: made.item.baseUnit, note: t('stock.expected') }}
      pad={{
        kind: kinds[asked],
        caption: captions[asked],
        onNumber: (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }),
        onText: (text) => dispatch({ kind: 'text', text }),
      }}
      extra={asked === 'made' ? byScale : []}
      confirm={
        asked === 'made'
          ? {
              label: t('stock.station.asExpected', { quantity: expected }),
              onPress: () => dispatch({ kind: 'confirm' }),
            }
          : undefined
      }
    />
  )
}

/** Items of which something is still to be fetched. */
function pendingOf(state: Parameters<typeof partOf>[0]): number[] {
  return state.plan.used
    .filter((line) => {
      const taken = state.used.filter((used) => used.item.id === line.item.id)
      return taken.reduce((sum, used) => sum + used.quantityMicro, 0) < line.quantityMicro
    })
    .map((line) => line.item.id)
}
