import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { PageHeader, RefusalAlert } from '../../../ui'
import { previewOf } from './bin-pattern'
import './layout.css'
import { useWarehouse } from './warehouse-select'

interface ZoneForm {
  readonly code: string
  readonly name: string
  readonly categories: string[]
  readonly aisles: number | null
  readonly baysPerAisle: number | null
  readonly levels: number | null
}

interface WarehouseForm {
  readonly code: string
  readonly name: string
  readonly zones: readonly ZoneForm[]
  readonly aisleGapMillimetres: number
  readonly bayWidthMillimetres: number
  readonly blocks: number
  readonly crossAisleMillimetres: number
  readonly litres: number
  readonly kilograms: number
  readonly mixesItems: boolean
}

/** With more cross aisles the shortest walk is no longer found in moments. */
const MOST_BLOCKS = 4

/** A warehouse by pattern: say how many aisles, bays and levels; see what that makes; create it. */
export function NewWarehouse(): ReactNode {
  const { rows, isRead } = useWarehouse()
  return isRead ? <PatternForm others={rows.length} /> : null
}

function PatternForm({ others }: { readonly others: number }): ReactNode {
  const { t } = useTranslation()
  const { open, close } = useNavigation()
  const [form] = Form.useForm<WarehouseForm>()
  const { run, isRunning, refusal } = useCommand(engine.warehouse.addWarehouse)
  const zone = (number: number): ZoneForm => ({
    code: String.fromCharCode(64 + number),
    name: t('warehouse.zoneName', { number }),
    categories: [],
    aisles: 4,
    baysPerAisle: 20,
    levels: 3,
  })
  const submit = async ({ litres, kilograms, zones, ...rest }: WarehouseForm): Promise<void> => {
    const answer = await run({
      ...rest,
      zones: zones.map((entry) => ({
        code: entry.code,
        name: entry.name,
        categories: entry.categories,
        aisles: entry.aisles ?? 1,
        baysPerAisle: entry.baysPerAisle ?? 1,
        levels: entry.levels ?? 1,
      })),
      capacityMillilitres: Math.round(litres * 1000),
      capacityGrams: Math.round(kilograms * 1000),
    })
    if (answer === undefined) return
    close('warehouse.new')
    open('warehouse.bins')
  }
  const needed = [{ required: true, message: t('app.needed') }]
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('warehouse.new')} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="k-form-page"
        initialValues={{
          code: `W${others + 1}`,
          name: '',
          zones: [zone(1)],
          aisleGapMillimetres: 3000,
          bayWidthMillimetres: 1000,
          blocks: 1,
          crossAisleMillimetres: 3000,
          litres: 0,
          kilograms: 0,
          mixesItems: true,
        }}
        onFinish={(values: WarehouseForm) => void submit(values)}
      >
        {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
        <div className="k-form-columns">
          <Form.Item name="code" label={t('warehouse.code')} rules={needed}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="name" label={t('warehouse.name')} rules={needed}>
            <Input autoFocus maxLength={200} />
          </Form.Item>
        </div>
        <fieldset className="k-fieldset">
          <legend>{t('warehouse.zones')}</legend>
          <Form.List name="zones">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <ZoneFields key={key} name={name} {...(fields.length > 1 ? { onRemove: () => remove(name) } : {})} />
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add(zone(fields.length + 1))}>
                  {t('warehouse.addZone')}
                </Button>
              </>
            )}
          </Form.List>
        </fieldset>
        <fieldset className="k-fieldset">
          <legend>{t('warehouse.spacing')}</legend>
          <div className="k-form-columns">
            {(
              [
                ['aisleGapMillimetres', 'aisleGap', 1],
                ['bayWidthMillimetres', 'bayWidth', 1],
                ['blocks', 'blocks', 1],
                ['crossAisleMillimetres', 'crossAisleWidth', 1],
                ['litres', 'capacityLitres', 0],
                ['kilograms', 'capacityKilograms', 0],
              ] as const
            ).map(([name, label, least]) => (
              <Form.Item key={name} name={name} label={t(`warehouse.${label}`)} rules={needed}>
                <InputNumber
                  min={least}
                  {...(name === 'blocks' ? { max: MOST_BLOCKS } : {})}
                  precision={0}
                  style={{ width: '100%' }}
                />
              </Form.Item>
            ))}
          </div>
          <Form.Item name="mixesItems" valuePropName="checked" noStyle>
            <Checkbox>{t('warehouse.mixesItems')}</Checkbox>
          </Form.Item>
        </fieldset>
        <Form.Item noStyle shouldUpdate>
          {() => <Preview form={form.getFieldsValue()} hasOthers={others > 0} />}
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isRunning}>
          {t('warehouse.create')}
        </Button>
      </Form>
    </section>
  )
}

function ZoneFields({ name, onRemove }: { readonly name: number; readonly onRemove?: () => void }): ReactNode {
  const { t } = useTranslation()
  const needed = [{ required: true, message: t('app.needed') }]
  const limits = { aisles: 100, baysPerAisle: 200, levels: 20 } as const
  return (
    <div className="k-zone">
      <Form.Item name={[name, 'code']} label={t('warehouse.code')} rules={needed}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={[name, 'name']} label={t('warehouse.name')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      {(['aisles', 'baysPerAisle', 'levels'] as const).map((field) => (
        <Form.Item key={field} name={[name, field]} label={t(`warehouse.${field}`)} rules={needed}>
          <InputNumber min={1} max={limits[field]} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      ))}
      <Form.Item name={[name, 'categories']} label={t('warehouse.categories')}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder={t('warehouse.categoriesHint')} />
      </Form.Item>
      {onRemove === undefined ? (
        <span />
      ) : (
        <Form.Item>
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('warehouse.removeZone')} onClick={onRemove} />
        </Form.Item>
      )}
    </div>
  )
}

function Preview({
  form,
  hasOthers,
}: {
  readonly form: Partial<WarehouseForm>
  readonly hasOthers: boolean
}): ReactNode {
  const { t } = useTranslation()
  const zones = form.zones ?? []
  const prefix = hasOthers ? `${(form.code ?? '').toUpperCase()}-` : ''
  const preview = previewOf(
    zones.map((zone) => ({ aisles: zone.aisles ?? 1, baysPerAisle: zone.baysPerAisle ?? 1, levels: zone.levels ?? 1 })),
    prefix,
  )
  return (
    <section className="k-fieldset k-preview" aria-live="polite" aria-label={t('warehouse.preview')}>
      <p>
        <strong>{t('warehouse.previewBins', { count: preview.bins })}</strong> {t('warehouse.previewPlaces')}
      </p>
      {preview.zones.map((zone, at) => (
        <p key={zone.first} className="k-soft">
          {zones[at]?.name ?? ''}: {t('warehouse.previewBins', { count: zone.bins })},{' '}
          {t('warehouse.previewCodes', { first: zone.first, last: zone.last })}
        </p>
      ))}
    </section>
  )
}
