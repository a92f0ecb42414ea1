import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { usePrintLabels } from '../../../app/documents/print-labels'
import { api, asRefusal, engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { savePdf } from '../../../app/lists/save-file'
import { DateText, Dialog, QuantityText, RefusalAlert, useLanguage, Waiting, type ListColumn } from '../../../ui'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'

type Row = Awaited<ReturnType<Engine['warehouse']['listUnits']>>['rows'][number]
type Content = Awaited<ReturnType<Engine['warehouse']['getUnit']>>['rows']

/** Pallets, totes and cartons with a label of their own: where they stand and what is in them. */
export function UnitsPage(): ReactNode {
  const { t } = useTranslation()
  const warehouses = useWarehouse()
  const [opened, setOpened] = useState<string>()
  const warehouseId = warehouses.warehouse?.id ?? 0
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.warehouse.listUnits({ ...input, warehouseId }, { signal }),
    [warehouseId],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'code', title: t('warehouse.floor.unit'), value: (row) => row.code, width: 190, isFixed: true },
      {
        key: 'kind',
        title: t('warehouse.kind'),
        value: (row) => t(`warehouse.floor.unitKinds.${row.kind}`),
        width: 100,
      },
      { key: 'binCode', title: t('warehouse.bin'), value: (row) => row.binCode, width: 130 },
      {
        key: 'parentCode',
        title: t('warehouse.floor.standsInTitle'),
        value: (row) => row.parentCode ?? '',
        width: 190,
      },
      { key: 'items', title: t('warehouse.lines'), kind: 'count', value: (row) => row.items },
      { key: 'inside', title: t('warehouse.floor.unitsInside'), kind: 'count', value: (row) => row.inside },
    ],
    [t],
  )
  if (!warehouses.isRead) return <Waiting />
  if (warehouses.warehouse === undefined) return <NoWarehouse />
  return (
    <>
      <ListPage<Row>
        key={warehouseId}
        name="warehouse.units"
        room="warehouse"
        title={t('warehouse.floor.units')}
        hint={t('warehouse.floor.unitsHint')}
        actions={<WarehouseSelect warehouses={warehouses} />}
        columns={columns}
        fetch={fetch}
        filterHint={t('warehouse.floor.unitFilter')}
        onOpen={(row) => setOpened(row.code)}
        empty={{ title: t('warehouse.floor.noUnits'), hint: t('warehouse.floor.noUnitsHint') }}
      />
      {opened === undefined ? null : <UnitDialog code={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function UnitDialog(props: { readonly code: string; readonly onClose: () => void }): ReactNode {
  const { code, onClose } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const [failure, setFailure] = useState<unknown>()
  const { data, error } = useQuery(api.warehouse.getUnit.queryOptions({ input: { unitScan: code } }))
  const print = async (): Promise<void> => {
    try {
      const { fileName, pdf } = await engine.warehouse.unitLabelPdf({ unitScan: code, locale: language })
      savePdf(fileName, pdf)
    } catch (refused) {
      setFailure(refused)
    }
  }
  const labels = usePrintLabels({ title: code, uses: ['pallet'], sourceId: data?.id ?? 0 })
  const trouble = failure ?? error
  return (
    <Dialog
      title={data === undefined ? code : `${t(`warehouse.floor.unitKinds.${data.kind}`)} ${data.code}`}
      footer={
        <>
          <Button onClick={() => void print()}>{t('warehouse.floor.label')}</Button>
          {labels.canPrint ? <Button onClick={labels.ask}>{t('labels.print.do')}</Button> : null}
          {labels.dialog}
          <Button onClick={onClose}>{t('app.close')}</Button>
        </>
      }
      onCancel={onClose}
    >
      {trouble === undefined || trouble === null ? null : <RefusalAlert refusal={asRefusal(trouble)} />}
      {data === undefined ? (
        <Waiting />
      ) : (
        <>
          <p>
            {data.bin.code}
            {data.parentCode === null ? '' : ` · ${t('warehouse.floor.standsIn', { unit: data.parentCode })}`}
          </p>
          <ContentTable rows={data.rows} label={data.code} />
          {data.inside.map((inner) => (
            <section key={inner.code} aria-label={inner.code}>
              <h3>
                {t(`warehouse.floor.unitKinds.${inner.kind}`)} {inner.code}
              </h3>
              <ContentTable rows={inner.rows} label={inner.code} />
            </section>
          ))}
        </>
      )}
    </Dialog>
  )
}

function ContentTable({ rows, label }: { readonly rows: Content; readonly label: string }): ReactNode {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className="k-soft">{t('warehouse.floor.unitEmpty')}</p>
  return (
    <table className="k-table" aria-label={label}>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.item.id} ${row.lot?.id ?? 0} ${row.status}`}>
            <td>
              {row.item.code} {row.item.name}
            </td>
            <td>
              {row.lot === null ? null : (
                <>
                  {row.lot.code} <DateText date={row.lot.expiresOn} />
                </>
              )}
            </td>
            <td>{row.status === 'available' ? '' : t(`shipping.statuses.${row.status}`)}</td>
            <td className="k-right">
              <QuantityText quantityMicro={row.quantityMicro} unit={row.item.baseUnit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
