import { Checkbox, DatePicker, Form, Input, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MICRO } from '../../../shared/values/integers'
import { useCommand } from '../../app/commands'
import { engine } from '../../app/engine'
import { ItemSelect } from '../../app/documents/item-select'
import { filledIn } from '../../app/documents/record-form'
import { useSession } from '../../app/session'
import { Dialog, RefusalAlert, ScaledInput } from '../../ui'
import type { Promotion } from './promotion-list'
import { PercentInput, ScopeFields } from './scope-fields'

interface Fields {
  readonly name: string
  readonly days: readonly [Dayjs, Dayjs]
  readonly classId?: number | null
  readonly channelId?: number | null
  readonly itemId?: number | null
  readonly category?: string
  readonly minimumMicro?: number | null
  readonly discountMicro?: number | null
  readonly priceMicro?: number | null
  readonly isAlone: boolean
  readonly active: boolean
}

const MICRO_DECIMALS = Math.log10(MICRO)

/** A promotion: what, for whom, from when to when, how much less. */
export function PromotionDialog(props: { readonly promotion: Promotion | undefined; onClose(): void }): ReactNode {
  const { promotion, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const name = useId()
  const [form] = Form.useForm<Fields>()
  const save = useCommand(engine.prices.savePromotion)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const [from, to] = fields.days
    const answer = await save.run({
      ...(promotion === undefined ? {} : { id: promotion.id }),
      name: fields.name,
      validFrom: from.format('YYYY-MM-DD'),
      validTo: to.format('YYYY-MM-DD'),
      classId: fields.classId ?? null,
      channelId: fields.channelId ?? null,
      itemId: fields.itemId ?? null,
      category: fields.category ?? '',
      minimumMicro: fields.minimumMicro ?? 0,
      discountMicro: fields.discountMicro ?? null,
      priceMicro: fields.priceMicro ?? null,
      isAlone: fields.isAlone,
      active: fields.active,
    })
    if (answer !== undefined) onClose()
  }
  const required = [{ required: true, message: t('app.needed') }]
  const initial =
    promotion === undefined
      ? { days: [dayjs(company.today), dayjs(company.today).add(6, 'day')], isAlone: false, active: true }
      : {
          ...promotion,
          days: [dayjs(promotion.validFrom), dayjs(promotion.validTo)],
          itemId: promotion.item?.id,
          minimumMicro: promotion.minimumMicro === 0 ? null : promotion.minimumMicro,
        }
  return (
    <Dialog
      title={promotion?.name ?? t('prices.newPromotion')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form form={form} name={name} layout="vertical" requiredMark={false} initialValues={initial}>
        <Form.Item name="name" label={t('prices.name')} rules={required}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="days" label={`${t('prices.from')} – ${t('prices.to')}`} rules={required}>
          <DatePicker.RangePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="itemId" label={t('prices.item')}>
          <ItemField text={promotion?.item === null ? undefined : promotion?.item.name} />
        </Form.Item>
        <Form.Item name="category" label={t('prices.category')}>
          <Input maxLength={60} />
        </Form.Item>
        <ScopeFields />
        <Form.Item name="minimumMicro" label={t('prices.minimum')}>
          <ScaledInput decimals={MICRO_DECIMALS} minDecimals={0} />
        </Form.Item>
        <Form.Item name="discountMicro" label={t('prices.discount')}>
          <PercentInput />
        </Form.Item>
        <Form.Item name="priceMicro" label={t('prices.price')}>
          <ScaledInput decimals={MICRO_DECIMALS} minDecimals={2} />
        </Form.Item>
        <Form.Item name="isAlone" valuePropName="checked">
          <Checkbox>{t('prices.alone')}</Checkbox>
        </Form.Item>
        <Form.Item name="active" label={t('prices.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

function ItemField(props: {
  readonly id?: string
  readonly value?: number | null
  readonly onChange?: (id: number | null) => void
  readonly text: string | undefined
}): ReactNode {
  const { id, value, onChange, text } = props
  const { t } = useTranslation()
  return (
    <ItemSelect
      {...(id === undefined ? {} : { id })}
      placeholder={t('prices.everything')}
      value={value}
      text={text}
      onChange={(chosen) => onChange?.(chosen)}
    />
  )
}
