import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../../shared/values/format-date'
import { api, engine } from '../../../../app/engine'
import { useLanguage } from '../../../../ui'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'

type Released = Awaited<ReturnType<typeof engine.warehouse.releaseWave>>

/** Releases all that waits: lots and bins are promised, walks planned. */
export function WaveTask(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { warehouseId, today, attempt, tell, tellFailure, go } = useStation()
  const [released, setReleased] = useState<Released>()
  const { data } = useQuery(api.warehouse.listWaiting.queryOptions({ input: { warehouseId } }))
  const release = (): void => {
    attempt('releaseWave', engine.warehouse.releaseWave, { warehouseId, orderIds: [], releasedOn: today }).then(
      (wave) => {
        setReleased(wave)
        tell({ kind: 'done', text: 'released', params: { number: wave.number, count: wave.lines } })
      },
      tellFailure,
    )
  }
  const title = t('warehouse.station.tasks.wave')
  const [batch] = released?.batches ?? []
  if (released !== undefined) {
    return (
      <StationFrame
        title={title}
        instruction={t('warehouse.station.waveReleased', { number: released.number, count: released.batches.length })}
        howMany={{
          value: String(released.lines),
          unit: t('warehouse.station.linesUnit', { count: released.lines }),
          ...(released.shortLines > 0
            ? { note: t('warehouse.station.shortLines', { count: released.shortLines }) }
            : {}),
        }}
        confirm={
          batch === undefined
            ? undefined
            : { label: t('warehouse.station.goPick'), onPress: () => go({ task: 'pick', batchId: batch.id }) }
        }
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  const rows = data?.rows ?? []
  const lines = rows.reduce((sum, row) => sum + row.lines, 0)
  const [first] = rows
  return (
    <StationFrame
      title={title}
      instruction={
        data !== undefined && rows.length === 0
          ? t('warehouse.station.nothingWaits')
          : t('warehouse.station.releaseAll', { count: rows.length })
      }
      howMany={{
        value: String(lines),
        unit: t('warehouse.station.linesUnit', { count: lines }),
        ...(first === undefined
          ? {}
          : { note: t('warehouse.station.firstDue', { date: formatDate(first.dueOn, language) }) }),
      }}
      confirm={rows.length === 0 ? undefined : { label: t('warehouse.station.release'), onPress: release }}
      onBack={() => go({})}
    />
  )
}
