import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { PageHeader, RefusalAlert, Waiting } from '../../../ui'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import '../waves/waves.css'

type Board = Awaited<ReturnType<Engine['warehouse']['workBoard']>>
type Person = Board['people'][number]

/** How the day goes: who did what in which time, what was caught, what waits where. */
export function BoardPage(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const warehouses = useWarehouse()
  const [day, setDay] = useState(company.today)
  const warehouseId = warehouses.warehouse?.id
  const { data } = useQuery({
    ...api.warehouse.workBoard.queryOptions({ input: { warehouseId: warehouseId ?? 0, day } }),
    enabled: warehouseId !== undefined,
  })
  const { data: batches } = useQuery({
    ...api.warehouse.listBatches.queryOptions({ input: { warehouseId: warehouseId ?? 0 } }),
    enabled: warehouseId !== undefined,
  })
  if (!warehouses.isRead) return <Waiting />
  if (warehouseId === undefined) return <NoWarehouse />
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('warehouse.floor.board')}
        hint={t('warehouse.floor.boardHint')}
        actions={
          <>
            <WarehouseSelect warehouses={warehouses} />
            <DayPicker aria-label={t('warehouse.floor.day')} value={day} onChange={setDay} />
          </>
        }
      />
      {data === undefined ? (
        <Waiting />
      ) : (
        <>
          <People warehouseId={warehouseId} board={data} />
          <div className="k-waves">
            <Waits board={data} />
            <div>
              <Running rows={batches?.rows ?? []} />
              <Caught rows={data.caught} />
            </div>
          </div>
        </>
      )}
    </section>
  )
}

const minutes = (seconds: number): string => (seconds === 0 ? '–' : String(Math.round(seconds / 60)))
const count = (number: number): string => (number === 0 ? '–' : String(number))

/** By the time worked, not by the clock on the wall. */
function perHour(person: Person): string {
  return person.picks === 0 || person.actualSeconds < 60
    ? '–'
    : String(Math.round((person.picks * 3600) / person.actualSeconds))
}

function People({ warehouseId, board }: { readonly warehouseId: number; readonly board: Board }): ReactNode {
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const set = useCommand(engine.warehouse.setClerkZone)
  const numbers = [
    ['picks', (row: Person) => count(row.picks)],
    ['putaways', (row: Person) => count(row.putaways)],
    ['moves', (row: Person) => count(row.moves)],
    ['packs', (row: Person) => count(row.packs)],
    ['counts', (row: Person) => count(row.counts)],
    ['actual', (row: Person) => minutes(row.actualSeconds)],
    ['target', (row: Person) => minutes(row.targetSeconds)],
    ['perHour', perHour],
    ['mistakes', (row: Person) => count(row.mistakes)],
    ['undone', (row: Person) => count(row.undone)],
  ] as const
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.people')}>
      <h2>{t('warehouse.floor.people')}</h2>
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} onClose={set.clearRefusal} />}
      {board.people.length === 0 ? (
        <p className="k-soft">{t('warehouse.floor.nobodyWorked')}</p>
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('warehouse.floor.person')}</th>
              <th scope="col">{t('warehouse.floor.span')}</th>
              {numbers.map(([key]) => (
                <th key={key} scope="col" className="k-right">
                  {t(`warehouse.floor.boardColumns.${key}`)}
                </th>
              ))}
              <th scope="col">{t('warehouse.zone')}</th>
            </tr>
          </thead>
          <tbody>
            {board.people.map((person) => (
              <tr key={person.userId}>
                <td>{person.name}</td>
                <td>
                  {dayjs(person.firstAt).format('HH:mm')}–{dayjs(person.lastAt).format('HH:mm')}
                </td>
                {numbers.map(([key, text]) => (
                  <td key={key} className="k-right k-num">
                    {text(person)}
                  </td>
                ))}
                <td>
                  <Select
                    size="small"
                    aria-label={`${t('warehouse.zone')} ${person.name}`}
                    disabled={!canManage || set.isRunning}
                    style={{ width: 140 }}
                    value={person.zoneId ?? 0}
                    onChange={(zoneId) =>
                      void set.run({ warehouseId, userId: person.userId, zoneId: zoneId === 0 ? null : zoneId })
                    }
                    options={[
                      { value: 0, label: t('warehouse.anyZone') },
                      ...board.zones.map((zone) => ({ value: zone.id, label: `${zone.code} ${zone.name}` })),
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="k-soft">{t('warehouse.floor.timesHint')}</p>
    </section>
  )
}

function Waits({ board }: { readonly board: Board }): ReactNode {
  const { t } = useTranslation()
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.waits')}>
      <h2>{t('warehouse.floor.waits')}</h2>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('warehouse.zone')}</th>
            {(['putaways', 'picks', 'moves'] as const).map((key) => (
              <th key={key} scope="col" className="k-right">
                {t(`warehouse.floor.boardColumns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.zones.map((zone) => (
            <tr key={zone.id}>
              <td>
                {zone.code} {zone.name}
              </td>
              <td className="k-right k-num">{count(zone.putaways)}</td>
              <td className="k-right k-num">{count(zone.picks)}</td>
              <td className="k-right k-num">{count(zone.moves)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Running(props: { readonly rows: Awaited<ReturnType<Engine['warehouse']['listBatches']>>['rows'] }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.inProgress')}>
      <h2>{t('warehouse.floor.inProgress')}</h2>
      {props.rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noBatches')}</p>
      ) : (
        <table className="k-table">
          <tbody>
            {props.rows.slice(0, 30).map((batch) => (
              <tr key={batch.id}>
                <td>
                  <button
                    type="button"
                    className="k-plain k-link"
                    onClick={() => open('warehouse.station', { task: 'pick', batchId: batch.id })}
                  >
                    {batch.number}
                  </button>
                </td>
                <td>{batch.assignedTo ?? <span className="k-soft">{t('warehouse.nobody')}</span>}</td>
                <td className="k-right k-num">
                  {t('warehouse.progressOf', { done: batch.doneTasks, total: batch.tasks })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Caught({ rows }: { readonly rows: Board['caught'] }): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <section className="k-fieldset" aria-label={t('warehouse.floor.caught')}>
      <h2>{t('warehouse.floor.caught')}</h2>
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.floor.nothingCaught')}</p>
      ) : (
        <table className="k-table">
          <tbody>
            {rows.map(({ code, times }) => (
              <tr key={code}>
                <td>
                  {i18n.exists(`warehouse.floor.caughtKinds.${code}`)
                    ? t(`warehouse.floor.caughtKinds.${code}`)
                    : t('warehouse.floor.otherMistake', { code })}
                </td>
                <td className="k-right k-num">{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
