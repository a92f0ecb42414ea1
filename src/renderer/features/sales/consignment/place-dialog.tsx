import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { LinesDialog, QuantityEntry } from '../../../app/documents/lines-dialog'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, engine } from '../../../app/engine'
import { lotColumns, namedLot, newLotLine, wholeGoods, type LotLine } from '../../../app/orders/goods-columns'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { Dialog, EntryGrid, Field, QuantityText, RefusalAlert } from '../../../ui'

export type PlaceStep = 'bring' | 'use' | 'back'

interface StepProps {
  readonly customerId: number | undefined
  onClose(): void
}

/** What is done with goods at a customer's place. */
export function PlaceDialog({ kind, ...props }: StepProps & { readonly kind: PlaceStep }): ReactNode {
  if (kind === 'bring') return <BringDialog {...props} />
  return <ThereDialog {...props} isUse={kind === 'use'} />
}

function useOurWarehouses() {
  const { data } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  return (data?.rows ?? []).filter(({ customerId }) => customerId === null)
}

function CustomerField(props: { readonly value: number | undefined; onChange(id: number): void }): ReactNode {
  const { t } = useTranslation()
  const { value, onChange } = props
  const { data } = useQuery(
    api.parties.getPartner.queryOptions({ input: { id: value ?? 0 }, enabled: value !== undefined }),
  )
  return (
    <Field label={t('consignment.customer')} isRequired>
      {(control) => (
        <PartnerSelect
          id={control.id}
          side="customer"
          autoFocus={value === undefined}
          value={value}
          text={data === undefined ? undefined : `${data.code} ${data.name}`}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

function WarehouseField(props: {
  readonly label: string
  readonly value: number | undefined
  onChange(id: number): void
}): ReactNode {
  const options = useOurWarehouses().map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Field label={props.label}>
      {(control) => (
        <Select
          id={control.id}
          style={{ width: '100%' }}
          value={props.value ?? null}
          options={options}
          onChange={(id: number | null) => id !== null && props.onChange(id)}
        />
      )}
    </Field>
  )
}

function BringDialog({ customerId: first, onClose }: StepProps): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const ours = useOurWarehouses()
  const [customerId, setCustomer] = useState(first)
  const [chosen, setWarehouse] = useState<number>()
  const [on, setOn] = useState(company.today)
  const [lines, setLines] = useState<readonly LotLine[]>([])
  const bring = useCommand(engine.consignment.bringGoods)
  const columns = useMemo(() => lotColumns<LotLine>(t), [t])
  const warehouseId = chosen ?? ours[0]?.id
  const whole = wholeGoods(lines)
  const submit = async (): Promise<void> => {
    if (customerId === undefined || warehouseId === undefined || whole === undefined) return
    const goods = whole.map(({ itemId, lotCode, quantityMicro }) => ({ itemId, quantityMicro, ...namedLot(lotCode) }))
    if ((await bring.run({ customerId, warehouseId, on, lines: goods })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('consignment.bring')}
      width={760}
      okText={t('consignment.bringDo')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: bring.isRunning, disabled: customerId === undefined || whole === undefined }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {bring.refusal === undefined ? null : <RefusalAlert refusal={bring.refusal} />}
      <div className="k-document-fields" style={{ marginBottom: 12 }}>
        <CustomerField value={customerId} onChange={setCustomer} />
        <WarehouseField label={t('consignment.from')} value={warehouseId} onChange={setWarehouse} />
        <Field label={t('consignment.on')}>
          {(control) => <DayPicker id={control.id} value={on} onChange={setOn} />}
        </Field>
      </div>
      <EntryGrid
        label={t('app.lines.label')}
        columns={columns}
        lines={lines}
        lineKey={(line) => line.key}
        newLine={newLotLine}
        onChange={setLines}
      />
      <p className="k-soft">{t('consignment.bringHint')}</p>
    </Dialog>
  )
}

/** Of what lies there: what was used and is billed, or what comes back. */
function ThereDialog({ customerId: first, isUse, onClose }: StepProps & { readonly isUse: boolean }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const ours = useOurWarehouses()
  const [customerId, setCustomer] = useState(first)
  const [chosen, setWarehouse] = useState<number>()
  const [on, setOn] = useState(company.today)
  const [reference, setReference] = useState('')
  const [typed, setTyped] = useState<ReadonlyMap<number, number>>(new Map())
  const report = useCommand(engine.consignment.reportUse)
  const back = useCommand(engine.consignment.takeGoodsBack)
  const { data } = useQuery(
    api.consignment.goodsAt.queryOptions({ input: { customerId: customerId ?? 0 }, enabled: customerId !== undefined }),
  )
  const there = (data?.rows ?? []).map((row) => ({ ...row, id: row.item.id }))
  const warehouseId = chosen ?? ours[0]?.id
  const lines = there.flatMap(({ item }) => {
    const quantityMicro = typed.get(item.id) ?? 0
    return quantityMicro > 0 ? [{ itemId: item.id, quantityMicro }] : []
  })
  const submit = async (): Promise<unknown> => {
    if (customerId === undefined || warehouseId === undefined) return undefined
    if (!isUse) return back.run({ customerId, warehouseId, on, lines })
    const answer = await report.run({ customerId, usedOn: on, reference, lines })
    if (answer !== undefined) open('sales.invoice', { id: answer.invoiceId })
    return answer
  }
  const entry = isUse ? t('consignment.used') : t('consignment.goesBack')
  return (
    <LinesDialog
      title={isUse ? t('consignment.use') : t('consignment.back')}
      width={720}
      okText={isUse ? t('consignment.useDo') : t('consignment.backDo')}
      command={isUse ? report : back}
      isReady={lines.length > 0}
      {...(isUse ? {} : { hint: t('consignment.backHint') })}
      submit={submit}
      onClose={onClose}
      lines={there}
      columns={[
        {
          title: t('consignment.quantity'),
          kind: 'figure',
          render: (line) => <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />,
        },
        {
          title: entry,
          kind: 'entry',
          render: (line) => (
            <QuantityEntry
              label={`${entry} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={typed.get(line.item.id) ?? null}
              onChange={(value) => setTyped(new Map(typed).set(line.item.id, value))}
            />
          ),
        },
      ]}
    >
      <div className="k-document-fields">
        <CustomerField
          value={customerId}
          onChange={(id) => {
            setCustomer(id)
            setTyped(new Map())
          }}
        />
        {isUse ? (
          <Field label={t('consignment.reference')}>
            {(control) => (
              <Input {...control} maxLength={40} value={reference} onChange={(e) => setReference(e.target.value)} />
            )}
          </Field>
        ) : (
          <WarehouseField label={t('consignment.into')} value={warehouseId} onChange={setWarehouse} />
        )}
        <Field label={isUse ? t('consignment.usedOn') : t('consignment.on')}>
          {(control) => <DayPicker id={control.id} value={on} onChange={setOn} />}
        </Field>
      </div>
    </LinesDialog>
  )
}
