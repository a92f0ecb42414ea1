import { Input, Select } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine } from '../../../app/engine'
import {
  gridErrors,
  lotColumns,
  namedLot,
  newLotLine,
  wholeGoods,
  type LotLine,
} from '../../../app/orders/goods-columns'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, EntryGrid, Field, useRefusalText, Waiting } from '../../../ui'
import { DayField } from './day-field'
import { useWarehouses } from './use-warehouses'

/** Goods to send to another warehouse: free stock leaves at once and is in transit until it arrives. */
export function TransferEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const refusalText = useRefusalText()
  const { rows: warehouses, isRead } = useWarehouses()
  const [from, setFrom] = useState<number>()
  const [to, setTo] = useState<number>()
  const [sentOn, setSentOn] = useState(company.today)
  const [note, setNote] = useState('')
  const [lines, setLines] = useState<readonly LotLine[]>([])
  const send = useCommand(engine.stock.sendTransfer)
  const columns = useMemo(() => lotColumns<LotLine>(t), [t])
  if (!isRead) return <Waiting />
  const fromWarehouseId = from ?? warehouses[0]?.id
  const toWarehouseId = to ?? warehouses.find(({ id }) => id !== fromWarehouseId)?.id
  const whole = wholeGoods(lines)
  const errors = gridErrors(send.refusal, 'lines', refusalText)
  const options = warehouses.map(({ id, name }) => ({ value: id, label: name }))
  const submit = async (): Promise<void> => {
    if (fromWarehouseId === undefined || toWarehouseId === undefined || whole === undefined) return
    const goods = whole.map(({ itemId, lotCode, quantityMicro }) => ({ itemId, quantityMicro, ...namedLot(lotCode) }))
    const answer = await send.run({ fromWarehouseId, toWarehouseId, sentOn, note, lines: goods })
    if (answer === undefined) return
    close('stock.newTransfer')
    open('stock.transfer', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.stock.transfer')}
      state={tag('draft')}
      refusal={errors.length > 0 ? undefined : send.refusal}
      fields={
        <>
          <Field label={t('stock.fromWarehouse')}>
            {(control) => (
              <Select id={control.id} autoFocus value={fromWarehouseId ?? null} options={options} onChange={setFrom} />
            )}
          </Field>
          <Field label={t('stock.toWarehouse')}>
            {(control) => <Select id={control.id} value={toWarehouseId ?? null} options={options} onChange={setTo} />}
          </Field>
          <DayField label={t('stock.sentOn')} value={sentOn} onChange={setSentOn} />
          <Field label={t('stock.note')}>
            {(control) => <Input {...control} maxLength={200} value={note} onChange={(e) => setNote(e.target.value)} />}
          </Field>
        </>
      }
      lines={
        <EntryGrid
          label={t('app.lines.label')}
          columns={columns}
          lines={lines}
          lineKey={(line) => line.key}
          newLine={newLotLine}
          errors={errors}
          onChange={setLines}
        />
      }
      {...(whole === undefined || toWarehouseId === undefined
        ? {}
        : { primary: { label: t('stock.send'), onPress: () => void submit(), isBusy: send.isRunning } })}
    />
  )
}
