import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine } from '../../../app/engine'
import {
  expiryColumn,
  itemColumn,
  lotColumn,
  namedLot,
  newLotLine,
  quantityColumn,
  type LotLine,
} from '../../../app/orders/goods-columns'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, EntryGrid, Field, useRefusalText, type EntryColumn, type LookupItem } from '../../../ui'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'

/** Its quantity: above zero found, below gone. */
interface Line extends LotLine {
  readonly binId: number | undefined
  readonly binText: string
  readonly expiresOn: string | undefined
}

const newLine = (): Line => ({ ...newLotLine(), binId: undefined, binText: '', expiresOn: undefined })

/** Stock that was found or is gone, line by line: posts to stock and books at once. */
export function AdjustmentEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const refusalText = useRefusalText()
  const warehouses = useWarehouse()
  const [adjustedOn, setAdjustedOn] = useState(company.today)
  const [reason, setReason] = useState('')
  const [lines, setLines] = useState<readonly Line[]>([])
  const post = useCommand(engine.warehouse.adjustStock)
  const warehouseId = warehouses.warehouse?.id
  const columns = useAdjustmentColumns(warehouseId ?? 0)
  if (!warehouses.isRead) return null
  if (warehouseId === undefined) return <NoWarehouse />

  const whole = lines.flatMap(({ itemId, binId, lotCode, expiresOn, quantityMicro }) =>
    itemId === undefined || quantityMicro === undefined || quantityMicro === 0
      ? []
      : [{ itemId, binId, ...namedLot(lotCode), expiresOn, quantityMicro }],
  )
  const started = lines.filter((line) => line.itemId !== undefined)
  const submit = async (): Promise<void> => {
    const answer = await post.run({ warehouseId, adjustedOn, reason, lines: whole })
    if (answer === undefined) return
    close('warehouse.newAdjustment')
    open('warehouse.adjustment', { id: answer.id })
  }
  const { refusal } = post
  const at = /^lines\.(\d+)\.(\w+)/.exec(refusal?.field ?? '')
  const errors =
    refusal === undefined || at === null
      ? []
      : [{ line: Number(at[1]), column: COLUMN_OF[at[2] ?? ''] ?? 'quantityMicro', message: refusalText(refusal) }]
  return (
    <DocumentFrame
      title={t('warehouse.newAdjustment')}
      state={tag('draft')}
      refusal={errors.length > 0 ? undefined : refusal}
      fields={
        <>
          <Field label={t('warehouse.adjustedOn')}>
            {(control) => (
              <DatePicker
                id={control.id}
                allowClear={false}
                value={dayjs(adjustedOn)}
                onChange={(day) => day && setAdjustedOn(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
          <Field label={t('warehouse.reason')} isRequired>
            {(control) => (
              <Input
                {...control}
                autoFocus
                maxLength={200}
                placeholder={t('warehouse.reasonExample')}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {warehouses.rows.length < 2 ? null : (
            <Field label={t('warehouse.warehouse')}>{() => <WarehouseSelect warehouses={warehouses} />}</Field>
          )}
        </>
      }
      lines={
        <EntryGrid
          label={t('app.lines.label')}
          columns={columns}
          lines={lines}
          lineKey={(line) => line.key}
          newLine={newLine}
          errors={errors}
          onChange={setLines}
        />
      }
      notes={<p className="k-soft">{t('warehouse.adjustmentHint')}</p>}
      {...(whole.length > 0 && whole.length === started.length && reason.trim() !== ''
        ? { primary: { label: t('warehouse.postAdjustment'), onPress: () => void submit(), isBusy: post.isRunning } }
        : {})}
    />
  )
}

/** Where a refusal of the engine stands in the grid. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  itemId: 'itemId',
  binId: 'bin',
  lotCode: 'lotCode',
  expiresOn: 'expiresOn',
  quantityMicro: 'quantityMicro',
}

function useAdjustmentColumns(warehouseId: number): EntryColumn<Line>[] {
  const { t } = useTranslation()
  return useMemo<EntryColumn<Line>[]>(() => {
    const searchBins = async (text: string, signal: AbortSignal): Promise<LookupItem[]> => {
      const { rows } = await engine.warehouse.listBins({ warehouseId, filter: text.trim(), limit: 12 }, { signal })
      return rows.map((row) => ({ key: String(row.id), code: row.code, name: t(`warehouse.kinds.${row.kind}`) }))
    }
    return [
      itemColumn(t('warehouse.item')),
      {
        key: 'bin',
        title: t('warehouse.bin'),
        kind: 'lookup',
        width: 140,
        read: (line) => line.binText,
        lookup: {
          search: searchBins,
          choose: (line, item) => ({ ...line, binId: Number(item.key), binText: item.code }),
          clear: (line) => ({ ...line, binId: undefined, binText: '' }),
        },
      },
      lotColumn(t('warehouse.lot')),
      expiryColumn(t('warehouse.expiry')),
      quantityColumn(t('warehouse.change')),
    ]
  }, [t, warehouseId])
}
