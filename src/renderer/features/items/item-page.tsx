import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Segmented, Select, Switch } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { OneOfTwo } from '../../app/duplicates/one-of-two'
import { usePrintLabels } from '../../app/documents/print-labels'
import { useRecordForm } from '../../app/documents/record-form'
import { useCan, useSession } from '../../app/session'
import { PageHeader, RefusalAlert, ScaledInput, ShortcutKeys, useShortcuts, Waiting } from '../../ui'
import { ItemPictures } from './item-pictures'
import { ItemCatchWeight } from './item-catch-weight'
import { ItemKit } from './item-kit'
import { ItemPartnerCodes, ItemSubstitutes } from './item-kinship'
import { ItemStock } from './item-stock'
import { ItemYear } from './item-year'
import { PackFields } from './pack-fields'

type Item = Awaited<ReturnType<Engine['items']['getItem']>>
export type ItemFields = Omit<Item, 'id' | 'active' | 'packs'> & {
  packs: { unit: string; baseQuantity: number; barcodes: string[] }[]
}

/** One item: what it is, its packs and barcodes, its prices; and where it lies. Without an id a new one. */
export function ItemPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const item = useQuery(api.items.getItem.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  const { company } = useSession()
  const rates = useQuery(api.accounting.taxRates.queryOptions({ input: { on: company.today } }))
  if ((id !== undefined && item.data === undefined) || rates.data === undefined) return <Waiting />
  const codes = rates.data.rows
  const fresh: ItemFields = {
    code: '',
    name: '',
    otherName: '',
    kind: 'stock',
    category: '',
    baseUnit: '',
    lotTracked: false,
    shelfLifeDays: null,
    taxCode: (codes.find(({ taxCode }) => taxCode === 'standard') ?? codes[0])?.taxCode ?? '',
    salesPriceMicro: 0,
    purchasePriceMicro: 0,
    supplierId: null,
    weightGrams: 0,
    volumeMillilitres: 0,
    serialTracked: false,
    brand: '',
    isKit: false,
    packs: [{ unit: '', baseQuantity: 1, barcodes: [] }],
  }
  return <ItemForm key={id ?? 'new'} id={id} item={item.data ?? fresh} taxCodes={codes} />
}

interface ItemFormProps {
  readonly id: number | undefined
  readonly item: ItemFields
  readonly taxCodes: readonly { taxCode: string; rateMicro: number }[]
}

function ItemForm({ id, item, taxCodes }: ItemFormProps): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { open, close } = useNavigation()
  const tab = usePageTab()
  const canWrite = useCan('items.write')
  const canSeeCost = useCan('cost.see')
  const form = useRecordForm<ItemFields>(item)
  const labels = usePrintLabels({ title: item.name, uses: ['item', 'shelf', 'price'], sourceId: id ?? 0 })
  const add = useCommand(engine.items.addItem)
  const change = useCommand(engine.items.changeItem)
  const refusal = add.refusal ?? change.refusal
  const suppliers = useQuery(
    api.parties.listPartners.queryOptions({ input: { side: 'supplier', limit: 500, offset: 0 } }),
  )
  useEffect(() => {
    if (id !== undefined) tab.setTitle(item.name)
  }, [tab, id, item.name])

  const save = async (): Promise<void> => {
    const typed = await form.filledIn()
    if (typed === undefined) return
    const input = inputOf({ ...item, ...typed })
    if (id === undefined) {
      const answer = await add.run(input)
      if (answer === undefined) return
      close('items.item')
      open('items.item', { id: answer.id })
    } else if ((await change.run({ id, ...input })) === undefined) return
    form.saved()
    void message.success(t('ui.document.saved'))
  }
  useShortcuts(
    t('ui.shortcuts.page'),
    canWrite ? [{ keys: 'Ctrl+S', label: t('app.save'), run: () => void save() }] : [],
  )
  const required = [{ required: true, message: t('app.needed') }]

  return (
    <section className="k-form-page">
      <PageHeader
        title={id === undefined ? t('items.new') : item.name}
        actions={
          <>
            {labels.canPrint && id !== undefined ? <Button onClick={labels.ask}>{t('labels.print.do')}</Button> : null}
            {canWrite ? (
              <Button type="primary" loading={add.isRunning || change.isRunning} onClick={() => void save()}>
                {t('app.save')} <ShortcutKeys keys="Ctrl+S" />
              </Button>
            ) : null}
          </>
        }
      />
      {labels.dialog}
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form<ItemFields> {...form.props} disabled={!canWrite}>
        <div className="k-form-columns">
          <Form.Item name="code" label={t('items.code')} rules={required}>
            <Input autoFocus={id === undefined} maxLength={40} />
          </Form.Item>
          <Form.Item name="name" label={t('items.name')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="otherName" label={t('items.otherName')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="kind" label={t('items.kind')}>
            <Segmented
              disabled={id !== undefined}
              options={(['stock', 'service'] as const).map((value) => ({ value, label: t(`items.kinds.${value}`) }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before, after) => before.kind !== after.kind}>
            {({ getFieldValue }) =>
              getFieldValue('kind') === 'service' ? (
                <Form.Item name="isKit" label={t('items.isKit')} valuePropName="checked">
                  <Switch disabled={id !== undefined} />
                </Form.Item>
              ) : null
            }
          </Form.Item>
          <Form.Item name="category" label={t('items.category')}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="brand" label={t('items.brand')}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="supplierId" label={t('items.supplier')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={(suppliers.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.code} ${row.name}` }))}
            />
          </Form.Item>
          <Form.Item name="salesPriceMicro" label={t('items.salesPrice')}>
            <ScaledInput decimals={6} minDecimals={2} />
          </Form.Item>
          {canSeeCost ? (
            <Form.Item name="purchasePriceMicro" label={t('items.purchasePrice')}>
              <ScaledInput decimals={6} minDecimals={2} />
            </Form.Item>
          ) : null}
          <Form.Item name="taxCode" label={t('items.taxCode')}>
            <Select
              options={taxCodes.map(({ taxCode, rateMicro }) => ({
                value: taxCode,
                label: t('items.taxRate', { taxCode: t(`items.taxCodes.${taxCode}`, taxCode), rateMicro }),
              }))}
            />
          </Form.Item>
          <Form.Item name="lotTracked" label={t('items.lotTracked')} valuePropName="checked">
            <Switch onChange={(isOn) => (isOn ? undefined : form.props.form?.setFieldValue('serialTracked', false))} />
          </Form.Item>
          <Form.Item
            name="serialTracked"
            label={t('items.serialTracked')}
            tooltip={t('items.serialHint')}
            valuePropName="checked"
          >
            <Switch onChange={(isOn) => (isOn ? form.props.form?.setFieldValue('lotTracked', true) : undefined)} />
          </Form.Item>
          <Form.Item name="shelfLifeDays" label={t('items.shelfLife')}>
            <InputNumber min={1} max={20_000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="weightGrams" label={t('items.weight')}>
            <InputNumber min={0} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="volumeMillilitres" label={t('items.volume')}>
            <InputNumber min={0} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <PackFields isNew={id === undefined} />
      </Form>
      {id === undefined ? null : <ItemPictures itemId={id} name={item.name} />}
      {id === undefined || item.kind === 'service' || item.serialTracked ? null : (
        <ItemCatchWeight itemId={id} baseUnit={item.baseUnit} />
      )}
      {id !== undefined && item.isKit ? <ItemKit itemId={id} /> : null}
      {id === undefined ? null : <ItemSubstitutes itemId={id} />}
      {id === undefined ? null : <ItemPartnerCodes itemId={id} />}
      {id === undefined || item.kind === 'service' ? null : <ItemStock itemId={id} unit={item.baseUnit} />}
      {id === undefined ? null : <ItemYear itemId={id} unit={item.baseUnit} />}
      {id === undefined || !canWrite ? null : <OneOfTwo noun="item" id={id} name={item.name} />}
    </section>
  )
}

/** Exactly the fields of the contract: the first pack is the base unit. */
function inputOf(fields: ItemFields) {
  const packs = fields.packs.map(({ unit, baseQuantity, barcodes }) => ({ unit, baseQuantity, barcodes }))
  return {
    code: fields.code,
    name: fields.name,
    otherName: fields.otherName,
    kind: fields.kind,
    category: fields.category,
    baseUnit: packs[0]?.unit ?? fields.baseUnit,
    lotTracked: fields.lotTracked,
    shelfLifeDays: fields.shelfLifeDays,
    taxCode: fields.taxCode,
    salesPriceMicro: fields.salesPriceMicro,
    purchasePriceMicro: fields.purchasePriceMicro ?? 0,
    supplierId: fields.supplierId ?? null,
    weightGrams: fields.weightGrams,
    volumeMillilitres: fields.volumeMillilitres,
    serialTracked: fields.serialTracked,
    brand: fields.brand,
    isKit: fields.kind === 'service' && fields.isKit,
    packs,
  }
}
