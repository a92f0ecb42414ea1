import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { RefusalAlert, ScaledInput } from '../../ui'

interface Fields {
  baseUnit: string
  category: string
  taxCode: string
  salesPriceMicro: number
  purchasePriceMicro: number
}

/** What new variants share, and the button that makes them. */
export function GenerateVariants({ familyId }: { readonly familyId: number }): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { company } = useSession()
  const [form] = Form.useForm<Fields>()
  const { data: rates } = useQuery(api.accounting.taxRates.queryOptions({ input: { on: company.today } }))
  const make = useCommand(engine.items.generateVariants)
  if (rates === undefined) return null
  const submit = async (fields: Fields): Promise<void> => {
    const answer = await make.run({
      id: familyId,
      fields: {
        ...fields,
        category: fields.category,
        lotTracked: false,
        shelfLifeDays: null,
        supplierId: null,
        weightGrams: 0,
        volumeMillilitres: 0,
      },
    })
    if (answer !== undefined) void message.success(t('items.family.generated', { count: answer.added }))
  }
  const required = [{ required: true, message: t('app.needed') }]
  const initial = { baseUnit: '', category: '', salesPriceMicro: 0, purchasePriceMicro: 0 }
  return (
    <Form<Fields>
      form={form}
      name={`variants-${familyId}`}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...initial, taxCode: rates.rows[0]?.taxCode ?? '' }}
      onFinish={(fields) => void submit(fields)}
    >
      {make.refusal === undefined ? null : <RefusalAlert refusal={make.refusal} />}
      <div className="k-form-columns">
        <Form.Item name="baseUnit" label={t('items.family.unit')} rules={required}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="category" label={t('items.family.category')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="taxCode" label={t('items.family.taxCode')}>
          <Select
            options={rates.rows.map(({ taxCode, rateMicro }) => ({
              value: taxCode,
              label: t('items.taxRate', { taxCode: t(`items.taxCodes.${taxCode}`, taxCode), rateMicro }),
            }))}
          />
        </Form.Item>
        <Form.Item name="salesPriceMicro" label={t('items.family.salesPrice')}>
          <ScaledInput decimals={6} minDecimals={2} />
        </Form.Item>
        <Form.Item name="purchasePriceMicro" label={t('items.family.purchasePrice')}>
          <ScaledInput decimals={6} minDecimals={2} />
        </Form.Item>
      </div>
      <Button htmlType="submit" loading={make.isRunning}>
        {t('items.family.generate')}
      </Button>
    </Form>
  )
}
