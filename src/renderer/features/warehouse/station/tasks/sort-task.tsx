import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine, type Engine } from '../../../../app/engine'
import { bareCode } from '../flows/flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'

type Sorted = Awaited<ReturnType<Engine['warehouse']['sortScan']>>

/** The sorting wall: a piece is scanned, the screen says the slot that it goes to. */
export function SortTask({ batchId }: { readonly batchId: number | undefined }): ReactNode {
  const { t } = useTranslation()
  const { warehouseId, go, tell } = useStation()
  const { data } = useQuery(api.warehouse.listToSort.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  if (batchId !== undefined) return <Sorting batchId={batchId} />
  return (
    <StationFrame
      title={t('warehouse.station.tasks.sort')}
      instruction={t(
        data !== undefined && rows.length === 0 ? 'warehouse.station.nothingToSort' : 'warehouse.station.chooseBatch',
      )}
      choices={rows.map((row) => ({
        key: String(row.batchId),
        title: row.number,
        detail: [
          t('warehouse.ruleOrders', { count: row.orders }),
          t('warehouse.station.leftToSort', { quantity: formatQuantity(row.pickedMicro - row.sortedMicro) }),
        ].join(' · '),
        onChoose: () => go({ task: 'sort', batchId: row.batchId }),
      }))}
      onCode={(code) => {
        const number = bareCode(code).trim().toUpperCase()
        const row = rows.find((known) => known.number.toUpperCase() === number)
        if (row === undefined)
          tell({ kind: 'wrong', refusal: { code: 'station.batchUnknown', params: { scanned: number } } })
        else go({ task: 'sort', batchId: row.batchId })
      }}
      onBack={() => go({})}
    />
  )
}

function Sorting({ batchId }: { readonly batchId: number }): ReactNode {
  const { t } = useTranslation()
  const { warehouseId, go, attempt, tell, tellFailure } = useStation()
  const [last, setLast] = useState<Sorted>()
  const [quantityMicro, setQuantity] = useState<number>()
  const { data, refetch } = useQuery(api.warehouse.listToSort.queryOptions({ input: { warehouseId } }))
  const row = data?.rows.find((known) => known.batchId === batchId)
  const leftMicro = last?.leftMicro ?? (row === undefined ? undefined : row.pickedMicro - row.sortedMicro)
  const isDone = leftMicro === 0 || (data !== undefined && row === undefined && last === undefined)
  const sort = (code: string): void => {
    const input = { batchId, itemScan: code, ...(quantityMicro === undefined ? {} : { quantityMicro }) }
    attempt('sortScan', engine.warehouse.sortScan, input).then((answer) => {
      setQuantity(undefined)
      setLast(answer)
      tell({
        kind: answer.isOrderSorted ? 'done' : 'right',
        text: answer.isOrderSorted ? 'slotComplete' : 'sorted',
        params: { slot: answer.slot, order: answer.orderNumber, quantity: formatQuantity(answer.quantityMicro) },
        scanId: answer.scanId,
      })
    }, tellFailure)
  }
  const title = `${t('warehouse.station.tasks.sort')} ${row?.number ?? ''}`
  if (isDone) {
    return (
      <StationFrame
        title={title}
        instruction={t('warehouse.station.allSorted')}
        // The last piece has its place, too.
        {...(last === undefined ? {} : { where: t('warehouse.station.wallSlot', { slot: last.slot }) })}
        confirm={{ label: t('warehouse.station.goPack'), onPress: () => go({ task: 'pack' }) }}
        onBack={() => go({ task: 'sort' })}
      />
    )
  }
  return (
    <StationFrame
      title={title}
      instruction={t('warehouse.station.scanToSort')}
      {...(last === undefined ? {} : { where: t('warehouse.station.wallSlot', { slot: last.slot }) })}
      {...(leftMicro === undefined
        ? {}
        : {
            howMany: {
              value: formatQuantity(leftMicro),
              note: last === undefined ? t('warehouse.station.stillToSort') : last.orderNumber,
            },
          })}
      onCode={sort}
      onQuantity={setQuantity}
      onTakenBack={() => {
        setLast(undefined)
        void refetch()
      }}
      onBack={() => go({ task: 'sort' })}
    />
  )
}
