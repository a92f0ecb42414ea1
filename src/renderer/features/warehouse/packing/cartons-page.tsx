import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Popconfirm } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { filledIn, useRecordForm } from '../../../app/documents/record-form'
import { useCan } from '../../../app/session'
import { Dialog, PageHeader, RefusalAlert, ShortcutKeys, useShortcuts } from '../../../ui'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import '../waves/waves.css'

type Kind = Awaited<ReturnType<Engine['warehouse']['listCartonKinds']>>['rows'][number]
type Settings = Awaited<ReturnType<Engine['warehouse']['packingSettings']>>

/** The cartons that the packing place has, and how they are weighed and labelled. */
export function CartonsPage(): ReactNode {
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const warehouses = useWarehouse()
  const warehouseId = warehouses.warehouse?.id
  const [edited, setEdited] = useState<Kind | 'new'>()
  const { data } = useQuery(api.warehouse.listCartonKinds.queryOptions({ input: {} }))
  const { data: settings } = useQuery({
    ...api.warehouse.packingSettings.queryOptions({ input: { warehouseId: warehouseId ?? 0 } }),
    enabled: warehouseId !== undefined,
  })
  useShortcuts(
    t('ui.shortcuts.page'),
    canManage ? [{ keys: 'N', label: t('warehouse.newCarton'), run: () => setEdited('new') }] : [],
  )
  if (!warehouses.isRead) return null
  if (warehouseId === undefined) return <NoWarehouse />
  const rows = data?.rows ?? []
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('warehouse.cartons')}
        hint={t('warehouse.cartonsHint')}
        actions={
          <>
            <WarehouseSelect warehouses={warehouses} />
            {canManage ? (
              <Button type="primary" onClick={() => setEdited('new')}>
                {t('warehouse.newCarton')} <ShortcutKeys keys="N" />
              </Button>
            ) : null}
          </>
        }
      />
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noCartons')}</p>
      ) : (
        <table className="k-table" aria-label={t('warehouse.cartons')}>
          <thead>
            <tr>
              <th scope="col">{t('warehouse.code')}</th>
              <th scope="col">{t('warehouse.name')}</th>
              {(['cartonVolume', 'cartonMaximum', 'cartonTare'] as const).map((key) => (
                <th key={key} scope="col" className="k-right">
                  {t(`warehouse.${key}`)}
                </th>
              ))}
              <th scope="col" aria-label={t('warehouse.editCarton')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.code}</td>
                <td>{row.name}</td>
                <td className="k-right k-num">{row.volumeMillilitres / 1000}</td>
                <td className="k-right k-num">{row.maximumGrams === 0 ? '–' : row.maximumGrams / 1000}</td>
                <td className="k-right k-num">{row.tareGrams}</td>
                <td className="k-right">
                  {canManage ? (
                    <Button size="small" onClick={() => setEdited(row)}>
                      {t('warehouse.editCarton')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {settings === undefined ? null : (
        <WeighingForm key={warehouseId} warehouseId={warehouseId} settings={settings} canManage={canManage} />
      )}
      {edited === undefined ? null : (
        <CartonDialog kind={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </section>
  )
}

function WeighingForm(props: {
  readonly warehouseId: number
  readonly settings: Settings
  readonly canManage: boolean
}): ReactNode {
  const { warehouseId, settings, canManage } = props
  const { t } = useTranslation()
  const save = useCommand(engine.warehouse.savePackingSettings)
  const record = useRecordForm<Settings>(settings)
  const submit = async (): Promise<void> => {
    const fields = await record.filledIn()
    if (fields !== undefined && (await save.run({ warehouseId, ...fields })) !== undefined) record.saved()
  }
  return (
    <section className="k-fieldset" aria-label={t('warehouse.weights')}>
      <h2>{t('warehouse.weights')}</h2>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} onClose={save.clearRefusal} />}
      <Form {...record.props} disabled={!canManage}>
        <div className="k-carton-fields">
          <Form.Item
            name="gs1Prefix"
            label={t('warehouse.gs1Prefix')}
            extra={t('warehouse.gs1PrefixHint')}
            rules={[{ pattern: /^\d{7,10}$/, message: t('warehouse.gs1PrefixHint') }]}
          >
            <Input maxLength={10} inputMode="numeric" />
          </Form.Item>
          <Form.Item
            name="weightTolerancePermille"
            label={t('warehouse.tolerancePermille')}
            rules={[{ required: true, message: t('app.needed') }]}
          >
            <InputNumber min={0} max={1000} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item
            name="weightToleranceGrams"
            label={t('warehouse.toleranceGrams')}
            rules={[{ required: true, message: t('app.needed') }]}
          >
            <InputNumber min={0} max={100_000} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Form>
      {canManage ? (
        <Button loading={save.isRunning} onClick={() => void submit()}>
          {t('app.save')}
        </Button>
      ) : null}
    </section>
  )
}

interface CartonFields {
  readonly code: string
  readonly name: string
  readonly litres: number
  readonly kilograms: number
  readonly tareGrams: number
}

function CartonDialog(props: { readonly kind: Kind | undefined; readonly onClose: () => void }): ReactNode {
  const { kind, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<CartonFields>()
  const save = useCommand(engine.warehouse.saveCartonKind)
  const remove = useCommand(engine.warehouse.removeCartonKind)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const answer = await save.run({
      ...(kind === undefined ? {} : { id: kind.id }),
      code: fields.code,
      name: fields.name,
      volumeMillilitres: Math.round(fields.litres * 1000),
      maximumGrams: Math.round((fields.kilograms ?? 0) * 1000),
      tareGrams: fields.tareGrams ?? 0,
    })
    if (answer !== undefined) onClose()
  }
  const drop = async (): Promise<void> => {
    if (kind !== undefined && (await remove.run({ id: kind.id })) !== undefined) onClose()
  }
  const refusal = save.refusal ?? remove.refusal
  const required = [{ required: true, message: t('app.needed') }]
  const initial =
    kind === undefined
      ? { kilograms: 0, tareGrams: 0 }
      : { ...kind, litres: kind.volumeMillilitres / 1000, kilograms: kind.maximumGrams / 1000 }
  return (
    <Dialog
      title={t(kind === undefined ? 'warehouse.newCarton' : 'warehouse.editCarton')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={initial}>
        <Form.Item name="code" label={t('warehouse.code')} rules={required}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('warehouse.name')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="litres" label={t('warehouse.cartonVolume')} rules={required}>
          <InputNumber min={0.001} max={10_000} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="kilograms" label={t('warehouse.cartonMaximum')}>
          <InputNumber min={0} max={10_000} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="tareGrams" label={t('warehouse.cartonTare')}>
          <InputNumber min={0} max={1_000_000} style={{ width: '100%' }} />
        </Form.Item>
        {kind === undefined ? null : (
          <Popconfirm
            title={kind.name}
            okText={t('warehouse.removeRule')}
            cancelText={t('app.cancel')}
            onConfirm={() => void drop()}
          >
            <Button danger size="small">
              {t('warehouse.removeRule')}
            </Button>
          </Popconfirm>
        )}
      </Form>
    </Dialog>
  )
}
