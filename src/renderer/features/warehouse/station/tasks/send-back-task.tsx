import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../../shared/values/format'
import { api, engine } from '../../../../app/engine'
import { binCode, itemText } from '../flows/flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'

/** Goods that go back to their supplier: bin, goods; each scan takes them out of stock and books at once. */
export function SendBackTask({ returnId }: { readonly returnId: number }): ReactNode {
  const { t } = useTranslation()
  const { warehouseId, go, attempt, today, tell, tellFailure } = useStation()
  const [bin, setBin] = useState<string>()
  const [saidMicro, setSaid] = useState<number>()
  const [skipped, setSkipped] = useState<readonly number[]>([])
  const { data, refetch } = useQuery(api.purchasing.returnsToSend.queryOptions({ input: { warehouseId } }))
  const planned = data?.rows.find((row) => row.id === returnId)
  if (data === undefined) return null
  const title = `${t('warehouse.station.sendBack')} ${planned === undefined ? '' : `${planned.number} · ${planned.supplier.name}`}`
  const back = { onBack: () => go({ task: 'ship' as const }) }
  if (planned === undefined) {
    return <StationFrame title={title} instruction={t('warehouse.station.sentBackAll')} {...back} />
  }
  const line = planned.lines.find(({ id }) => !skipped.includes(id)) ?? planned.lines[0]
  if (line === undefined) return null
  const [place] = line.places
  const scanned = (code: string): void => {
    if (bin === undefined) {
      const read = binCode(code)
      const known = line.places.find((other) => other.bin.code === read)
      if (known === undefined) {
        const expected = place?.bin.code ?? ''
        tell({ kind: 'wrong', refusal: { code: 'warehouse.wrongBin', params: { scanned: read, expected } } })
      } else {
        setBin(read)
        tell({ kind: 'right', text: 'bin', params: { bin: read } })
      }
      return
    }
    const input = {
      lineId: line.id,
      binScan: bin,
      itemScan: code,
      sentOn: today,
      ...(saidMicro === undefined ? {} : { quantityMicro: saidMicro }),
    }
    attempt('sendReturn', engine.purchasing.sendReturn, input).then(({ sentMicro }) => {
      const quantity = formatQuantity(sentMicro, { unit: line.item.baseUnit })
      tell({ kind: 'done', text: 'sentBack', params: { item: itemText(line.item), quantity } })
      setBin(undefined)
      setSaid(undefined)
      void refetch()
    }, tellFailure)
  }
  return (
    <StationFrame
      title={title}
      progress={{ done: 0, total: planned.lines.length }}
      instruction={t(
        place === undefined
          ? 'warehouse.station.nowhereFree'
          : bin === undefined
            ? 'warehouse.station.scanFromBin'
            : 'warehouse.station.scanGoodsToSendBack',
      )}
      where={bin ?? place?.bin.code ?? ''}
      what={{ name: line.item.name, code: line.item.code, detail: line.lotCode ?? '' }}
      howMany={{
        value: formatQuantity(saidMicro ?? Math.min(line.openMicro, place?.quantityMicro ?? line.openMicro)),
        unit: line.item.baseUnit,
      }}
      onCode={scanned}
      onQuantity={setSaid}
      onSkip={() => {
        setBin(undefined)
        setSkipped(skipped.length + 1 >= planned.lines.length ? [] : [...skipped, line.id])
      }}
      onBack={bin === undefined ? back.onBack : () => setBin(undefined)}
    />
  )
}
