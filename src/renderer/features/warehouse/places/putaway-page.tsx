import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useCommand } from '../../../app/commands'
import { useRecordForm } from '../../../app/documents/record-form'
import { api, engine, type Engine } from '../../../app/engine'
import { useCan, useSession } from '../../../app/session'
import { PageHeader, RefusalAlert, Waiting } from '../../../ui'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import '../waves/waves.css'
import { climateKey, ZoneDialog, type ZoneOf } from './zone-dialog'

export type PutawaySettings = Awaited<ReturnType<Engine['warehouse']['putawaySettings']>>
type Rule = Parameters<Engine['warehouse']['savePutawaySettings']>[0]['rules'][number]

/** By which rules goods get their place, how good these are, and what they go by. */
export function PutawayPage(): ReactNode {
  const { t } = useTranslation()
  const warehouses = useWarehouse()
  const { company } = useSession()
  const warehouseId = warehouses.warehouse?.id
  const { data } = useQuery({
    ...api.warehouse.putawaySettings.queryOptions({
      input: { warehouseId: warehouseId ?? 0, today: company.today },
    }),
    enabled: warehouseId !== undefined,
  })
  if (!warehouses.isRead) return <Waiting />
  if (warehouseId === undefined) return <NoWarehouse />
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('warehouse.floor.putaway')}
        hint={t('warehouse.floor.putawayHint')}
        actions={<WarehouseSelect warehouses={warehouses} />}
      />
      {data === undefined ? (
        <Waiting />
      ) : (
        <div className="k-waves">
          <div>
            <Rules warehouseId={warehouseId} settings={data} />
            <Reasons settings={data} />
          </div>
          <div>
            <Weight key={warehouseId} warehouseId={warehouseId} settings={data} />
            <Velocity warehouseId={warehouseId} settings={data} />
            <Zones warehouseId={warehouseId} settings={data} />
          </div>
        </div>
      )}
    </section>
  )
}

interface Part {
  readonly warehouseId: number
  readonly settings: PutawaySettings
}

const isOwnRule = (rule: string): rule is Rule => rule !== 'overflow'

function Rules({ warehouseId, settings }: Part): ReactNode {
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const save = useCommand(engine.warehouse.savePutawaySettings)
  const { rules, heavyGrams, heavyLevel } = settings
  const keep = (next: readonly { rule: string; isUsed: boolean }[], crossDocks = settings.crossDocks): void => {
    const used = next.flatMap(({ rule, isUsed }) => (isUsed && isOwnRule(rule) ? [rule] : []))
    void save.run({ warehouseId, rules: used, heavyGrams, heavyLevel, crossDocks })
  }
  const swap = (at: number, by: number): void => {
    const next = [...rules]
    const [moved] = next.splice(at, 1)
    if (moved !== undefined) next.splice(at + by, 0, moved)
    keep(next)
  }
  const usedCount = rules.filter(({ rule, isUsed }) => isUsed && isOwnRule(rule)).length
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.putaway')}>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} onClose={save.clearRefusal} />}
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('warehouse.floor.ruleName')}</th>
            {(['proposed', 'followed', 'hitRate'] as const).map((key) => (
              <th key={key} scope="col" className="k-right">
                {t(`warehouse.floor.${key}`)}
              </th>
            ))}
            <th scope="col" aria-label={t('warehouse.floor.used')} />
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, isUsed, proposed, followed }, at) => {
            const name = t(`warehouse.floor.ruleNames.${rule}`)
            return (
              <tr key={rule}>
                <td className={isUsed ? '' : 'k-soft'}>
                  {isOwnRule(rule) ? (
                    <Checkbox
                      checked={isUsed}
                      disabled={!canManage || save.isRunning}
                      onChange={(event) =>
                        keep(rules.map((row) => (row.rule === rule ? { ...row, isUsed: event.target.checked } : row)))
                      }
                    >
                      {name}
                    </Checkbox>
                  ) : (
                    name
                  )}
                </td>
                <td className="k-right k-num">{proposed === 0 ? '–' : proposed}</td>
                <td className="k-right k-num">{proposed === 0 ? '–' : followed}</td>
                <td className="k-right k-num">
                  {proposed === 0 ? '–' : `${((followed * 100) / proposed).toFixed(1)} %`}
                </td>
                <td className="k-right">
                  {!isOwnRule(rule) ? (
                    <span className="k-soft">{t('warehouse.floor.always')}</span>
                  ) : canManage && isUsed ? (
                    <>
                      <Button
                        size="small"
                        type="text"
                        icon={<ArrowUpOutlined />}
                        aria-label={`${t('warehouse.floor.up')}: ${name}`}
                        disabled={at === 0 || save.isRunning}
                        onClick={() => swap(at, -1)}
                      />
                      <Button
                        size="small"
                        type="text"
                        icon={<ArrowDownOutlined />}
                        aria-label={`${t('warehouse.floor.down')}: ${name}`}
                        disabled={at >= usedCount - 1 || save.isRunning}
                        onClick={() => swap(at, 1)}
                      />
                    </>
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="k-soft">{t('warehouse.floor.inDays')}</p>
      <Checkbox
        checked={settings.crossDocks}
        disabled={!canManage || save.isRunning}
        onChange={(event) => keep(rules, event.target.checked)}
      >
        {t('warehouse.floor.crossDocks')}
      </Checkbox>
      <p className="k-soft">{t('warehouse.floor.crossDocksHint')}</p>
    </section>
  )
}

function Reasons({ settings }: { readonly settings: PutawaySettings }): ReactNode {
  const { t } = useTranslation()
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.otherReasons')}>
      <h2>{t('warehouse.floor.otherReasons')}</h2>
      {settings.otherReasons.length === 0 ? (
        <p className="k-soft">{t('warehouse.floor.noOtherReasons')}</p>
      ) : (
        <table className="k-table">
          <tbody>
            {settings.otherReasons.map(({ reason, times }) => (
              <tr key={reason}>
                <td>{reason}</td>
                <td className="k-right k-num">{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface WeightFields {
  readonly heavyGrams: number | null
  readonly heavyLevel: number
}

function Weight({ warehouseId, settings }: Part): ReactNode {
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const save = useCommand(engine.warehouse.savePutawaySettings)
  const record = useRecordForm<WeightFields>(settings)
  const submit = async (): Promise<void> => {
    const fields = await record.filledIn()
    if (fields === undefined) return
    const rules = settings.rules.flatMap(({ rule, isUsed }) => (isUsed && isOwnRule(rule) ? [rule] : []))
    const { crossDocks } = settings
    const heavy = { heavyGrams: fields.heavyGrams ?? null, heavyLevel: fields.heavyLevel ?? 0, crossDocks }
    if ((await save.run({ warehouseId, rules, ...heavy })) !== undefined) record.saved()
  }
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.weight')}>
      <h2>{t('warehouse.floor.weight')}</h2>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} onClose={save.clearRefusal} />}
      <Form {...record.props} disabled={!canManage}>
        <div className="k-carton-fields">
          <Form.Item
            name="heavyGrams"
            label={t('warehouse.floor.heavyGrams')}
            extra={t('warehouse.floor.heavyGramsHint')}
          >
            <InputNumber min={1} max={100_000_000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item
            name="heavyLevel"
            label={t('warehouse.floor.heavyLevel')}
            rules={[{ required: true, message: t('app.needed') }]}
          >
            <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        {canManage ? (
          <Button loading={save.isRunning} onClick={() => void submit()}>
            {t('app.save')}
          </Button>
        ) : null}
      </Form>
    </section>
  )
}

const metres = (millimetres: number): number => Math.round(millimetres / 1000)

function Velocity({ warehouseId, settings }: Part): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const canManage = useCan('warehouse.manage')
  const classify = useCommand(engine.warehouse.classifyItems)
  const { classifiedOn, classes, nearMillimetres, middleMillimetres } = settings
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.velocityOf')}>
      <h2>{t('warehouse.floor.velocityOf')}</h2>
      {classify.refusal === undefined ? null : (
        <RefusalAlert refusal={classify.refusal} onClose={classify.clearRefusal} />
      )}
      {classifiedOn === null ? (
        <p className="k-soft">{t('warehouse.floor.notClassified')}</p>
      ) : (
        <>
          <p>
            {classes
              .map(({ class: name, items }) => t('warehouse.floor.classCount', { class: name, count: items }))
              .join(' · ')}
          </p>
          <p className="k-soft">
            {t('warehouse.floor.velocityHint', { near: metres(nearMillimetres), middle: metres(middleMillimetres) })}{' '}
            {t('warehouse.floor.classifiedOn', { date: classifiedOn })}
          </p>
        </>
      )}
      {canManage ? (
        <Button loading={classify.isRunning} onClick={() => void classify.run({ warehouseId, today: company.today })}>
          {t('warehouse.floor.classify')}
        </Button>
      ) : null}
    </section>
  )
}

function Zones({ warehouseId, settings }: Part): ReactNode {
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const [edited, setEdited] = useState<ZoneOf | 'new'>()
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.zonesOf')}>
      <h2>{t('warehouse.floor.zonesOf')}</h2>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('warehouse.zone')}</th>
            <th scope="col">{t('warehouse.floor.climate')}</th>
            <th scope="col">{t('warehouse.categories')}</th>
            <th scope="col" aria-label={t('warehouse.floor.editZone')} />
          </tr>
        </thead>
        <tbody>
          {settings.zones.map((zone) => (
            <tr key={zone.id}>
              <td>
                {zone.code} {zone.name}
              </td>
              <td>{t(climateKey(zone.temperature))}</td>
              <td>{zone.categories.length === 0 ? '–' : zone.categories.join(', ')}</td>
              <td className="k-right">
                {canManage ? (
                  <Button size="small" onClick={() => setEdited(zone)}>
                    {t('warehouse.floor.editZone')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {canManage ? <Button onClick={() => setEdited('new')}>{t('warehouse.floor.newZone')}</Button> : null}
      {edited === undefined ? null : (
        <ZoneDialog
          warehouseId={warehouseId}
          zone={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  )
}
