import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useRecordForm } from '../../../app/documents/record-form'
import { useCan, useSession } from '../../../app/session'
import { DateText, MoneyText, PageHeader, RefusalAlert, ScaledInput, Waiting } from '../../../ui'
import { currencyDecimals } from '../../../../shared/values/money'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import '../waves/waves.css'

type Settings = Awaited<ReturnType<Engine['warehouse']['countSettings']>>

/** What should be counted and why, how right the books were, and the rules of counting. */
export function CountPlan(): ReactNode {
  const { t } = useTranslation()
  const warehouses = useWarehouse()
  if (!warehouses.isRead) return <Waiting />
  const id = warehouses.warehouse?.id
  if (id === undefined) return <NoWarehouse />
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('warehouse.countPlan')}
        hint={t('warehouse.countPlanHint')}
        actions={<WarehouseSelect warehouses={warehouses} />}
      />
      <div className="k-waves">
        <Due key={`due-${id}`} warehouseId={id} />
        <div>
          <Accuracy warehouseId={id} />
          <Rules key={`rules-${id}`} warehouseId={id} />
        </div>
      </div>
    </section>
  )
}

function Due({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const canWork = useCan('warehouse.work')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const start = useCommand(engine.warehouse.startCount)
  const [zoneId, setZone] = useState<number | null>(null)
  const [abcClass, setClass] = useState<'A' | 'B' | 'C' | null>(null)
  const [isAll, setAll] = useState(false)
  const [isFrozen, setFrozen] = useState(false)
  const zones = useQuery(api.warehouse.listZones.queryOptions({ input: { warehouseId } }))
  const { data } = useQuery(
    api.warehouse.listCountsDue.queryOptions({
      input: {
        warehouseId,
        today: company.today,
        limit: 100,
        isAll,
        ...(zoneId === null ? {} : { zoneId }),
        ...(abcClass === null ? {} : { abcClass }),
      },
    }),
  )
  const rows = data?.rows ?? []
  const toggle = (binId: number): void => {
    const next = new Set(chosen)
    if (!next.delete(binId)) next.add(binId)
    setChosen(next)
  }
  const binIds = rows.filter((row) => chosen.has(row.bin.id)).map((row) => row.bin.id)
  const run = async (): Promise<void> => {
    const answer = await start.run({
      warehouseId,
      binIds,
      isFrozen,
      countedOn: company.today,
      note: t('warehouse.countPlan'),
    })
    if (answer !== undefined) open('warehouse.count', { id: answer.id })
  }
  return (
    <section className="k-fieldset" aria-label={t('warehouse.countPlan')}>
      <header>
        <h2>{t('warehouse.dueOf', { shown: rows.length, total: data?.total ?? 0 })}</h2>
        {canWork && binIds.length > 0 ? (
          <Button type="primary" loading={start.isRunning} onClick={() => void run()}>
            {t('warehouse.countChosen', { count: binIds.length })}
          </Button>
        ) : null}
      </header>
      <p className="k-actions">
        <Select
          aria-label={t('warehouse.zone')}
          value={zoneId}
          onChange={setZone}
          style={{ minWidth: 140 }}
          options={[
            { value: null, label: t('warehouse.floor.counting.allZones') },
            ...(zones.data?.rows ?? []).map((zone) => ({ value: zone.id, label: `${zone.code} ${zone.name}` })),
          ]}
        />
        <Select
          aria-label={t('warehouse.abcClass')}
          value={abcClass}
          onChange={setClass}
          style={{ minWidth: 110 }}
          options={[
            { value: null, label: t('warehouse.floor.counting.allClasses') },
            ...(['A', 'B', 'C'] as const).map((value) => ({ value, label: value })),
          ]}
        />
        <Checkbox checked={isAll} onChange={(event) => setAll(event.target.checked)}>
          {t('warehouse.floor.counting.notDueToo')}
        </Checkbox>
        <Checkbox checked={isFrozen} onChange={(event) => setFrozen(event.target.checked)}>
          {t('warehouse.floor.counting.freeze')}
        </Checkbox>
      </p>
      {start.refusal === undefined ? null : <RefusalAlert refusal={start.refusal} onClose={start.clearRefusal} />}
      {data !== undefined && rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noCountsDue')}</p>
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  aria-label={t('warehouse.bins')}
                  checked={rows.length > 0 && binIds.length === rows.length}
                  onChange={(event) => setChosen(new Set(event.target.checked ? rows.map((row) => row.bin.id) : []))}
                />
              </th>
              <th scope="col">{t('warehouse.bin')}</th>
              <th scope="col">{t('warehouse.abcClass')}</th>
              <th scope="col">{t('warehouse.why')}</th>
              <th scope="col">{t('warehouse.lastCounted')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.bin.id}>
                <td>
                  <Checkbox
                    aria-label={row.bin.code}
                    checked={chosen.has(row.bin.id)}
                    onChange={() => toggle(row.bin.id)}
                  />
                </td>
                <td>{row.bin.code}</td>
                <td>{row.abcClass}</td>
                <td>{t(`warehouse.dueReasons.${row.reason}`)}</td>
                <td>
                  {row.lastCountedOn === null ? (
                    <span className="k-soft">{t('warehouse.neverCounted')}</span>
                  ) : (
                    <DateText date={row.lastCountedOn} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Accuracy({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.warehouse.countAccuracy.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  return (
    <section className="k-fieldset" aria-label={t('warehouse.accuracy')}>
      <h2>{t('warehouse.accuracy')}</h2>
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noCounts')}</p>
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('warehouse.month')}</th>
              <th scope="col" className="k-right">
                {t('warehouse.lines')}
              </th>
              <th scope="col" className="k-right">
                {t('warehouse.rightLines')}
              </th>
              <th scope="col" className="k-right">
                {t('warehouse.floor.counting.looks')}
              </th>
              <th scope="col" className="k-right">
                {t('warehouse.floor.counting.rightLooks')}
              </th>
              <th scope="col" className="k-right">
                {t('warehouse.floor.counting.off')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.month}>
                <td>{row.month}</td>
                <td className="k-right k-num">{row.lines}</td>
                <td className="k-right k-num">{share(row.rightLines, row.lines)}</td>
                <td className="k-right k-num">{row.looks}</td>
                <td className="k-right k-num">{share(row.rightLooks, row.looks)}</td>
                <td className="k-right">
                  {row.valueMinor === null ? null : <MoneyText amountMinor={row.valueMinor} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part * 100) / whole).toFixed(1)} %`
}

function Rules({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.warehouse.countSettings.queryOptions({ input: { warehouseId } }))
  return (
    <section className="k-fieldset" aria-label={t('warehouse.countRules')}>
      <h2>{t('warehouse.countRules')}</h2>
      {data === undefined ? null : <RulesForm warehouseId={warehouseId} settings={data} />}
    </section>
  )
}

function RulesForm(props: { readonly warehouseId: number; readonly settings: Settings }): ReactNode {
  const { warehouseId, settings } = props
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const save = useCommand(engine.warehouse.saveCountSettings)
  const { company } = useSession()
  const record = useRecordForm<Settings>(settings)
  const submit = async (): Promise<void> => {
    const fields = await record.filledIn()
    if (fields === undefined) return
    const { recountPermille = null, approvalMinor = null, asksWhenEmptied } = fields
    if ((await save.run({ warehouseId, recountPermille, approvalMinor, asksWhenEmptied })) !== undefined) record.saved()
  }
  return (
    <Form {...record.props} disabled={!canManage}>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} onClose={save.clearRefusal} />}
      <Form.Item name="recountPermille" label={t('warehouse.recountPermille')} extra={t('warehouse.neverHint')}>
        <InputNumber min={0} max={100_000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="approvalMinor" label={t('warehouse.approvalLimit')} extra={t('warehouse.neverHint')}>
        <ScaledInput decimals={currencyDecimals(company.currency)} />
      </Form.Item>
      <Form.Item name="asksWhenEmptied" valuePropName="checked">
        <Checkbox>{t('warehouse.floor.counting.asksWhenEmptied')}</Checkbox>
      </Form.Item>
      {canManage ? (
        <Button loading={save.isRunning} onClick={() => void submit()}>
          {t('app.save')}
        </Button>
      ) : null}
    </Form>
  )
}
