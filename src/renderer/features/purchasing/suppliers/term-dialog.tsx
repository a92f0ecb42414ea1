import { Checkbox, DatePicker, Form, Input, InputNumber } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { engine, type Engine } from '../../../app/engine'
import { ItemSelect } from '../../../app/documents/item-select'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { filledIn } from '../../../app/documents/record-form'
import { useSession } from '../../../app/session'
import { Dialog, RefusalAlert, ScaledInput } from '../../../ui'

export type Term = Awaited<ReturnType<Engine['suppliers']['listTerms']>>['rows'][number]

interface Fields {
  supplierId: number
  itemId: number
  validFrom: Dayjs
  priceMicro: number
  leadDays: number
  minimumMicro: number | null
  multipleMicro: number | null
  supplierCode: string
  isPreferred: boolean
}

/** One line of a supplier's price list: a new one, or `term` to change. */
export function TermDialog(props: { readonly term: Term | undefined; onClose(): void }): ReactNode {
  const { term, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const name = useId()
  const [form] = Form.useForm<Fields>()
  const save = useCommand(engine.suppliers.saveTerm)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const answer = await save.run({
      ...(term === undefined ? {} : { id: term.id }),
      ...fields,
      validFrom: fields.validFrom.format('YYYY-MM-DD'),
      minimumMicro: fields.minimumMicro ?? 0,
      multipleMicro: fields.multipleMicro ?? 0,
    })
    if (answer !== undefined) onClose()
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t(term === undefined ? 'suppliers.newTerm' : 'suppliers.changeTerm')}
      okText={t('app.save')}
      okButtonProps={{ loading: save.isRunning }}
      cancelText={t('app.cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form<Fields>
        form={form}
        name={name}
        layout="vertical"
        initialValues={{
          supplierId: term?.supplier.id,
          itemId: term?.item.id,
          validFrom: dayjs(term?.validFrom ?? company.today),
          priceMicro: term?.priceMicro ?? undefined,
          leadDays: term?.leadDays ?? 7,
          minimumMicro: term?.minimumMicro ?? 0,
          multipleMicro: term?.multipleMicro ?? 0,
          supplierCode: term?.supplierCode ?? '',
          isPreferred: term?.isPreferred ?? false,
        }}
      >
        <Form.Item name="supplierId" label={t('suppliers.supplier')} rules={required}>
          <SupplierField text={term === undefined ? undefined : `${term.supplier.code} ${term.supplier.name}`} />
        </Form.Item>
        <Form.Item name="itemId" label={t('suppliers.item')} rules={required}>
          <ItemField text={term === undefined ? undefined : `${term.item.code} ${term.item.name}`} />
        </Form.Item>
        <Form.Item name="priceMicro" label={t('suppliers.price')} rules={required}>
          <ScaledInput decimals={6} minDecimals={2} />
        </Form.Item>
        <Form.Item name="validFrom" label={t('suppliers.validFrom')} rules={required}>
          <DatePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="leadDays" label={t('suppliers.leadDays')} rules={required}>
          <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="minimumMicro" label={t('suppliers.minimum')}>
          <ScaledInput decimals={6} minDecimals={0} />
        </Form.Item>
        <Form.Item name="multipleMicro" label={t('suppliers.multiple')}>
          <ScaledInput decimals={6} minDecimals={0} />
        </Form.Item>
        <Form.Item name="supplierCode" label={t('suppliers.supplierCode')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="isPreferred" valuePropName="checked">
          <Checkbox>{t('suppliers.isPreferred')}</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  )
}

function ItemField(props: {
  readonly id?: string
  readonly value?: number
  readonly text: string | undefined
  readonly onChange?: (id: number | undefined) => void
}): ReactNode {
  const { value, onChange, ...rest } = props
  return <ItemSelect {...rest} value={value} onChange={(id) => onChange?.(id ?? undefined)} />
}

/** The form hands value and change to its field itself. */
function SupplierField(props: {
  readonly id?: string
  readonly value?: number
  readonly text: string | undefined
  readonly onChange?: (id: number) => void
}): ReactNode {
  const { value, onChange, ...rest } = props
  return <PartnerSelect {...rest} side="supplier" value={value} onChange={(id) => onChange?.(id)} />
}
