import { DatePicker, Form, Input, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine, type Engine } from '../../app/engine'
import { PartnerSelect } from '../../app/documents/partner-select'
import { filledIn } from '../../app/documents/record-form'
import { useSession } from '../../app/session'
import { Dialog, RefusalAlert } from '../../ui'
import { PercentInput, ScopeFields } from './scope-fields'

export type PriceListHead = Awaited<ReturnType<Engine['prices']['getList']>>

interface Fields {
  readonly code: string
  readonly name: string
  readonly customerId?: number
  readonly classId?: number | null
  readonly channelId?: number | null
  readonly validFrom: Dayjs
  readonly validTo?: Dayjs | null
  readonly maximumDiscountMicro?: number | null
  readonly active: boolean
}

/** The head of a price list or contract: for whom and when. */
export function ListHeadDialog(props: {
  readonly list?: PriceListHead
  readonly isContract: boolean
  onClose(): void
  onSaved(id: number): void
}): ReactNode {
  const { list, isContract, onClose, onSaved } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const name = useId()
  const [form] = Form.useForm<Fields>()
  const save = useCommand(engine.prices.saveList)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const answer = await save.run({
      ...(list === undefined ? {} : { id: list.id }),
      code: fields.code,
      name: fields.name,
      customerId: fields.customerId ?? null,
      classId: fields.classId ?? null,
      channelId: fields.channelId ?? null,
      validFrom: fields.validFrom.format('YYYY-MM-DD'),
      validTo: fields.validTo?.format('YYYY-MM-DD') ?? null,
      maximumDiscountMicro: fields.maximumDiscountMicro ?? null,
      active: fields.active,
    })
    if (answer === undefined) return
    onClose()
    onSaved(answer.id)
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={list === undefined ? t(isContract ? 'prices.newContract' : 'prices.newList') : list.code}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        initialValues={
          list === undefined
            ? { validFrom: dayjs(company.today), active: true }
            : {
                ...list,
                customerId: list.customer?.id,
                validFrom: dayjs(list.validFrom),
                validTo: list.validTo === null ? null : dayjs(list.validTo),
              }
        }
      >
        <Form.Item name="code" label={t('prices.code')} rules={required}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('prices.name')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        {isContract ? (
          <Form.Item name="customerId" label={t('prices.customer')} rules={required}>
            <CustomerField text={list?.customer === null ? undefined : list?.customer.name} />
          </Form.Item>
        ) : (
          <>
            <ScopeFields />
            <Form.Item
              name="maximumDiscountMicro"
              label={t('prices.maximumDiscount')}
              extra={t('prices.maximumDiscountHint')}
            >
              <PercentInput placeholder={t('prices.houseRule')} />
            </Form.Item>
          </>
        )}
        <Form.Item name="validFrom" label={t('prices.from')} rules={required}>
          <DatePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="validTo" label={t('prices.to')}>
          <DatePicker placeholder={t('prices.openEnd')} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="active" label={t('prices.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

function CustomerField(props: {
  readonly id?: string
  readonly value?: number
  readonly onChange?: (id: number) => void
  readonly text: string | undefined
}): ReactNode {
  const { id, value, onChange, text } = props
  return (
    <PartnerSelect
      {...(id === undefined ? {} : { id })}
      side="customer"
      value={value}
      text={text}
      onChange={(chosen) => onChange?.(chosen)}
    />
  )
}
