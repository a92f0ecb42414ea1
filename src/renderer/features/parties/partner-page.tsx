import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyName } from '../../../shared/values/exchange/iso-4217'
import { useCommand } from '../../app/commands'
import { useForeignCurrencies } from '../../app/currencies/foreign-currencies'
import { api, engine, type Engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { OneOfTwo } from '../../app/duplicates/one-of-two'
import { useRecordForm } from '../../app/documents/record-form'
import { useCan, useSession } from '../../app/session'
import { PartnerYear } from './partner-year'
import { PageHeader, RefusalAlert, ScaledInput, ShortcutKeys, useLanguage, useShortcuts, Waiting } from '../../ui'

type Partner = Awaited<ReturnType<Engine['parties']['getPartner']>>
type Fields = Omit<Partner, 'id' | 'active'>

const NEW: Fields = {
  code: '',
  name: '',
  isCustomer: true,
  isSupplier: false,
  paymentTermsDays: 30,
  cashDiscountMicro: 0,
  cashDiscountDays: 0,
  creditLimitMinor: null,
  minimumRemainingLifeDays: 0,
  taxNumber: '',
  phone: '',
  email: '',
  address: '',
  currency: null,
}

/** One partner: who they are, on what terms. Without an id a new one. */
export function PartnerPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const partner = useQuery(api.parties.getPartner.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  if (id !== undefined && partner.data === undefined) return <Waiting />
  return <PartnerForm key={id ?? 'new'} id={id} partner={partner.data ?? NEW} />
}

function PartnerForm({ id, partner }: { readonly id: number | undefined; readonly partner: Fields }): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { open, close } = useNavigation()
  const tab = usePageTab()
  const canWrite = useCan('parties.write')
  const form = useRecordForm<Fields>({ ...partner, currency: partner.currency ?? '' })
  const { company } = useSession()
  const language = useLanguage()
  const foreign = useForeignCurrencies()
  const add = useCommand(engine.parties.addPartner)
  const change = useCommand(engine.parties.changePartner)
  const refusal = add.refusal ?? change.refusal
  useEffect(() => {
    if (id !== undefined) tab.setTitle(partner.name)
  }, [tab, id, partner.name])

  const save = async (): Promise<void> => {
    const typed = await form.filledIn()
    if (typed === undefined) return
    const fields = { ...NEW, ...partner, ...typed }
    const {
      code,
      name,
      isCustomer,
      isSupplier,
      paymentTermsDays,
      cashDiscountMicro,
      cashDiscountDays,
      creditLimitMinor,
      minimumRemainingLifeDays,
      taxNumber,
      phone,
      email,
      address,
      currency,
    } = fields
    const input = {
      code,
      name,
      isCustomer,
      isSupplier,
      paymentTermsDays,
      cashDiscountMicro,
      cashDiscountDays,
      creditLimitMinor,
      minimumRemainingLifeDays,
      taxNumber,
      phone,
      email,
      address,
      // The choice of the books' own is written as none.
      currency: currency === '' ? null : currency,
    }
    if (id === undefined) {
      const answer = await add.run(input)
      if (answer === undefined) return
      close('parties.partner')
      open('parties.partner', { id: answer.id })
    } else if ((await change.run({ id, ...input })) === undefined) return
    form.saved()
    void message.success(t('ui.document.saved'))
  }
  useShortcuts(
    t('ui.shortcuts.page'),
    canWrite ? [{ keys: 'Ctrl+S', label: t('app.save'), run: () => void save() }] : [],
  )
  const error = (field: keyof Fields) => (refusal?.field === field ? { validateStatus: 'error' as const } : {})

  return (
    <section className="k-form-page">
      <PageHeader
        title={id === undefined ? t('parties.new') : partner.name}
        actions={
          canWrite ? (
            <Button type="primary" loading={add.isRunning || change.isRunning} onClick={() => void save()}>
              {t('app.save')} <ShortcutKeys keys="Ctrl+S" />
            </Button>
          ) : null
        }
      />
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form<Fields> {...form.props} disabled={!canWrite} className="k-form-columns">
        <Form.Item
          name="code"
          label={t('parties.code')}
          rules={[{ required: true, message: t('app.needed') }]}
          {...error('code')}
        >
          <Input autoFocus={id === undefined} maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('parties.name')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item label={t('parties.side')} {...error('isCustomer')}>
          <Form.Item name="isCustomer" valuePropName="checked" noStyle>
            <Checkbox>{t('parties.customer')}</Checkbox>
          </Form.Item>
          <Form.Item name="isSupplier" valuePropName="checked" noStyle>
            <Checkbox>{t('parties.supplier')}</Checkbox>
          </Form.Item>
        </Form.Item>
        <Form.Item name="paymentTermsDays" label={t('parties.terms')}>
          <InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="cashDiscountMicro" label={t('parties.cashDiscount')} extra={t('parties.cashDiscountHint')}>
          <ScaledInput decimals={4} minDecimals={0} suffix="%" />
        </Form.Item>
        <Form.Item name="cashDiscountDays" label={t('parties.cashDiscountDays')}>
          <InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="creditLimitMinor" label={t('parties.creditLimit')} extra={t('parties.creditLimitHint')}>
          <ScaledInput decimals={2} />
        </Form.Item>
        {foreign.length === 0 ? null : (
          <Form.Item name="currency" label={t('currencies.currency')} extra={t('currencies.partnerHint')}>
            <Select
              options={[
                { value: '', label: t('currencies.base', { currency: company.currency }) },
                ...foreign.map(({ code }) => ({ value: code, label: `${code} ${currencyName(code, language)}` })),
              ]}
            />
          </Form.Item>
        )}
        <Form.Item
          name="minimumRemainingLifeDays"
          label={t('parties.minimumLife')}
          extra={t('parties.minimumLifeHint')}
        >
          <InputNumber min={0} max={3650} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="taxNumber" label={t('parties.taxNumber')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="phone" label={t('parties.phone')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="email" label={t('parties.email')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="address" label={t('parties.address')}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </Form>
      {id === undefined ? null : <PartnerYear partnerId={id} />}
      {id === undefined || !canWrite ? null : <OneOfTwo noun="partner" id={id} name={partner.name} />}
    </section>
  )
}
