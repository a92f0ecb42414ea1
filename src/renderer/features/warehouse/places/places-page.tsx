import { Form, Input, Select } from 'antd'
import { useCallback, useId, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useCommand } from '../../../app/commands'
import { filledIn } from '../../../app/documents/record-form'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useCan } from '../../../app/session'
import { microDecimals } from '../../../../shared/values/format'
import { Dialog, RefusalAlert, ScaledInput, Waiting, type ListColumn } from '../../../ui'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import { climateKey, TEMPERATURES, type Temperature } from './zone-dialog'

type Row = Awaited<ReturnType<Engine['warehouse']['listItemPlaces']>>['rows'][number]
type Only = NonNullable<Parameters<Engine['warehouse']['listItemPlaces']>[0]['only']>
const ONLY: readonly Only[] = ['all', 'withBin', 'withoutBin', 'climate']

/** Every item with the climate it needs and the bin it is picked from. */
export function PlacesPage(): ReactNode {
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const warehouses = useWarehouse()
  const [only, setOnly] = useState<Only>('all')
  const [edited, setEdited] = useState<Row>()
  const warehouseId = warehouses.warehouse?.id ?? 0
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.warehouse.listItemPlaces({ ...input, warehouseId, only }, { signal }),
    [warehouseId, only],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'code', title: t('warehouse.code'), value: (row) => row.item.code, isSortable: true, isFixed: true },
      { key: 'name', title: t('warehouse.item'), value: (row) => row.item.name, isSortable: true, width: 260 },
      { key: 'category', title: t('warehouse.floor.category'), value: (row) => row.category, isSortable: true },
      {
        key: 'temperature',
        title: t('warehouse.floor.climate'),
        value: (row) => (row.temperature === '' ? '' : t(climateKey(row.temperature))),
        width: 120,
      },
      {
        key: 'binCode',
        title: t('warehouse.floor.fixedBin'),
        value: (row) => row.bin?.code ?? '',
        width: 130,
        isSortable: true,
      },
      {
        key: 'minimumMicro',
        title: t('warehouse.floor.minimum'),
        kind: 'quantity',
        value: (row) => row.minimumMicro,
        width: 110,
      },
      {
        key: 'maximumMicro',
        title: t('warehouse.floor.maximum'),
        kind: 'quantity',
        value: (row) => row.maximumMicro,
        width: 110,
      },
      { key: 'class', title: t('warehouse.abcClass'), value: (row) => row.class ?? '', width: 80, isSortable: true },
      { key: 'picks', title: t('warehouse.floor.picks'), kind: 'count', value: (row) => row.picks, isSortable: true },
    ],
    [t],
  )
  if (!warehouses.isRead) return <Waiting />
  if (warehouses.warehouse === undefined) return <NoWarehouse />
  return (
    <>
      <ListPage<Row>
        key={warehouseId}
        name="warehouse.places"
        room="warehouse"
        title={t('warehouse.floor.places')}
        hint={t('warehouse.floor.placesHint')}
        actions={<WarehouseSelect warehouses={warehouses} />}
        columns={columns}
        fetch={fetch}
        filterHint={t('warehouse.floor.placeFilter')}
        filters={
          <Select
            aria-label={t('warehouse.floor.onlyLabel')}
            style={{ width: 180 }}
            value={only}
            onChange={setOnly}
            options={ONLY.map((value) => ({ value, label: t(`warehouse.floor.only.${value}`) }))}
          />
        }
        onOpen={canManage ? setEdited : () => undefined}
        empty={{ title: t('warehouse.floor.noPlaces'), hint: t('warehouse.floor.noPlacesHint') }}
      />
      {edited === undefined ? null : (
        <PlaceDialog warehouseId={warehouseId} row={edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  )
}

interface PlaceFields {
  readonly temperature: Temperature
  readonly binCode?: string
  readonly minimumMicro: number | null
  readonly maximumMicro: number | null
}

function PlaceDialog(props: {
  readonly warehouseId: number
  readonly row: Row
  readonly onClose: () => void
}): ReactNode {
  const { warehouseId, row, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<PlaceFields>()
  const save = useCommand(engine.warehouse.saveItemPlace)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const answer = await save.run({
      warehouseId,
      itemId: row.id,
      temperature: fields.temperature,
      binCode: (fields.binCode ?? '').trim(),
      minimumMicro: fields.minimumMicro ?? 0,
      maximumMicro: fields.maximumMicro ?? 0,
    })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('warehouse.floor.editPlace', { item: `${row.item.code} ${row.item.name}` })}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...row, binCode: row.bin?.code ?? '' }}
      >
        <Form.Item name="temperature" label={t('warehouse.floor.climate')}>
          <Select options={TEMPERATURES.map((value) => ({ value, label: t(climateKey(value)) }))} />
        </Form.Item>
        <Form.Item name="binCode" label={t('warehouse.floor.fixedBin')} extra={t('warehouse.floor.noFixedBin')}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <div className="k-carton-fields">
          <Form.Item name="minimumMicro" label={t('warehouse.floor.minimum')}>
            <ScaledInput decimals={microDecimals} minDecimals={0} suffix={row.item.baseUnit} />
          </Form.Item>
          <Form.Item name="maximumMicro" label={t('warehouse.floor.maximum')}>
            <ScaledInput decimals={microDecimals} minDecimals={0} suffix={row.item.baseUnit} />
          </Form.Item>
        </div>
      </Form>
    </Dialog>
  )
}
