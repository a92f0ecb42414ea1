import { Button, Segmented, Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asRefusal, engine, type Engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import {
  PageHeader,
  RefusalAlert,
  useScanner,
  type ListColumn,
  type ShownRefusal,
  type StateTagProps,
} from '../../../ui'
import { BinContent } from './bin-content'
import { FloorPlan } from './floor-plan'
import { ImportBins } from './import-bins'
import './layout.css'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { WalkwaysDialog } from './walkways-dialog'
import { useWarehouse, WarehouseSelect } from './warehouse-select'

type Row = Awaited<ReturnType<Engine['warehouse']['listBins']>>['rows'][number]
export type BinKind = Row['kind']
const KINDS: readonly BinKind[] = ['storage', 'pick-face', 'dock', 'packing', 'staging', 'quarantine', 'returns']

/** Bins as a list or as a plan of the house, with what lies in the one that is chosen. A scanned label chooses it. */
export function BinList(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const warehouses = useWarehouse()
  const [view, setView] = useState<'list' | 'plan'>('list')
  const [kind, setKind] = useState<BinKind>()
  const [bin, setBin] = useState<string>()
  const [isImporting, setImporting] = useState(false)
  const [isWalking, setWalking] = useState(false)
  const [refusal, setRefusal] = useState<ShownRefusal>()
  useScanner((scan) => setBin(scan.text.trim().toUpperCase()))
  const warehouseId = warehouses.warehouse?.id ?? 0
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.warehouse.listBins({ ...input, warehouseId, kind }, { signal }),
    [warehouseId, kind],
  )
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const state = (row: Row): StateTagProps =>
      row.blocked
        ? { tone: 'bad', label: t('warehouse.blocked') }
        : row.recount
          ? { tone: 'warning', label: t('warehouse.recount') }
          : { tone: 'good', label: t('warehouse.usable') }
    return [
      { key: 'code', title: t('warehouse.bin'), value: (row) => row.code, isSortable: true, isFixed: true },
      {
        key: 'kind',
        title: t('warehouse.kind'),
        value: (row) => t(`warehouse.kinds.${row.kind}`),
        width: 110,
        isSortable: true,
      },
      { key: 'zoneCode', title: t('warehouse.zone'), value: (row) => row.zoneCode, width: 80, isSortable: true },
      { key: 'items', title: t('warehouse.items'), kind: 'count', value: (row) => row.items },
      { key: 'fillPercent', title: t('warehouse.fill'), kind: 'percent', value: (row) => row.fillPercent * 10_000 },
      { key: 'state', title: t('warehouse.state'), kind: 'status', value: state, width: 130 },
    ]
  }, [t])
  if (!warehouses.isRead) return null
  if (warehouses.warehouse === undefined) return <NoWarehouse />
  const canManage = canOpen('warehouse.new')
  const labels = async (): Promise<void> => {
    setRefusal(undefined)
    try {
      const { fileName, pdf } = await engine.warehouse.binLabelsPdf({ warehouseId, kind })
      savePdf(fileName, pdf)
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  const actions = (
    <>
      <WarehouseSelect warehouses={warehouses} />
      <Button onClick={() => void labels()}>{t('warehouse.floor.binLabels')}</Button>
      {canManage ? <Button onClick={() => setImporting(true)}>{t('warehouse.floor.importBins')}</Button> : null}
      {canManage ? <Button onClick={() => setWalking(true)}>{t('warehouse.floor.walkways')}</Button> : null}
      <Segmented
        aria-label={t('warehouse.bins')}
        value={view}
        onChange={setView}
        options={[
          { value: 'list', label: t('warehouse.bins') },
          { value: 'plan', label: t('warehouse.plan') },
        ]}
      />
    </>
  )
  return (
    <div className="k-bins">
      {isImporting ? <ImportBins warehouseId={warehouseId} onClose={() => setImporting(false)} /> : null}
      {isWalking ? <WalkwaysDialog warehouseId={warehouseId} onClose={() => setWalking(false)} /> : null}
      {view === 'plan' ? (
        <section className="k-page k-scroll">
          <PageHeader title={t('warehouse.plan')} hint={t('warehouse.planHint')} actions={actions} />
          {refusal === undefined ? null : <RefusalAlert refusal={refusal} onClose={() => setRefusal(undefined)} />}
          <FloorPlan key={warehouseId} warehouseId={warehouseId} chosen={bin} onChoose={setBin} />
        </section>
      ) : (
        <ListPage<Row>
          key={warehouseId}
          name="warehouse.bins"
          room="warehouse"
          title={t('warehouse.bins')}
          {...(refusal === undefined ? {} : { hint: <RefusalAlert refusal={refusal} /> })}
          actions={actions}
          columns={columns}
          fetch={fetch}
          filterHint={t('warehouse.binFilter')}
          filters={
            <Select
              allowClear
              placeholder={t('warehouse.anyKind')}
              aria-label={t('warehouse.kind')}
              style={{ width: 140 }}
              value={kind ?? null}
              onChange={(value: BinKind | null) => setKind(value ?? undefined)}
              options={KINDS.map((value) => ({ value, label: t(`warehouse.kinds.${value}`) }))}
            />
          }
          onOpen={(row) => setBin(row.code)}
          onSelect={(rows) => {
            const [row] = rows
            if (row !== undefined) setBin(row.code)
          }}
          empty={{ title: t('warehouse.noBins'), hint: t('warehouse.noBinsHint') }}
          {...(canManage ? { onNew: () => open('warehouse.new'), newLabel: t('warehouse.new') } : {})}
        />
      )}
      <BinContent code={bin} canManage={canManage} />
    </div>
  )
}
