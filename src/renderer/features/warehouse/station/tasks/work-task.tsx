import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine, type Engine } from '../../../../app/engine'
import { bareCode, binCode } from '../flows/flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'

type Row = Awaited<ReturnType<Engine['warehouse']['nextWork']>>['rows'][number]

const keyOf = (row: Row): string => `${row.kind} ${row.id}`

/** What is best done next from where the clerk stands; one press or its bin's label begins it. */
export function WorkTask(): ReactNode {
  const { t } = useTranslation()
  const { warehouseId, go, attempt, tell, tellFailure } = useStation()
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const { data, refetch } = useQuery({
    ...api.warehouse.nextWork.queryOptions({ input: { warehouseId } }),
    // Read anew each time: it depends on where the last scan was.
    staleTime: 0,
  })
  const row = data?.rows.find((known) => !skipped.includes(keyOf(known))) ?? data?.rows[0]
  const begin = async (chosen: Row): Promise<void> => {
    if (chosen.kind === 'pick') {
      go({ task: 'pick', batchId: chosen.id })
      return
    }
    await attempt('takeWork', engine.warehouse.takeWork, { taskId: chosen.id })
    go({ task: chosen.kind, taskId: chosen.id })
  }
  const start = (chosen: Row): void => void begin(chosen).catch(tellFailure)
  const common = {
    title: t('warehouse.station.tasks.work'),
    onBack: () => go({}),
    backLabel: t('warehouse.station.toHome'),
  }
  if (data === undefined) return null
  if (row === undefined) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.floor.noWork')}
        confirm={{ label: t('warehouse.station.lookAgain'), onPress: () => void refetch() }}
      />
    )
  }
  const note = [
    data.zone === null ? '' : t('warehouse.floor.inZone', { zone: data.zone.name }),
    row.isMine ? t('warehouse.floor.begun') : '',
    t('warehouse.floor.approach', { metres: Math.round(row.approachMillimetres / 1000), minutes: row.minutes }),
    row.reasonCode === '' ? '' : t(`warehouse.putawayReason.${row.reasonCode}`, { ...row.reasonParams }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
  const matches = (code: string): Row | undefined => {
    const scanned = binCode(code)
    return data.rows.find((known) => known.number === scanned || known.fromBin?.code === scanned)
  }
  return (
    <StationFrame
      {...common}
      progress={{ done: 0, total: data.total }}
      instruction={t(`warehouse.floor.nextIs.${row.kind}`)}
      {...(row.item === null
        ? { what: { name: row.number } }
        : {
            where: row.fromBin?.code ?? '',
            what: {
              name: row.item.name,
              code: row.item.code,
              detail: t('warehouse.station.goTo', { bin: row.toBin?.code ?? '' }),
            },
          })}
      howMany={
        row.item === null
          ? { value: String(row.picks), unit: t('warehouse.picks'), note }
          : { value: formatQuantity(row.quantityMicro), unit: row.item.baseUnit, note }
      }
      confirm={{ label: t('warehouse.floor.begin'), onPress: () => start(row) }}
      onCode={(code) => {
        const chosen = matches(code)
        if (chosen === undefined) {
          tell({ kind: 'wrong', refusal: { code: 'station.codeUnknown', params: { scanned: bareCode(code) } } })
          return
        }
        start(chosen)
      }}
      onSkip={() => setSkipped((now) => [...now.filter((key) => key !== keyOf(row)), keyOf(row)].slice(-50))}
    />
  )
}
