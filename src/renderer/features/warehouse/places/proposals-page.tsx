import { Button, Checkbox, Segmented } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { PageHeader, QuantityText, RefusalAlert, Waiting, type ShownRefusal } from '../../../ui'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import '../waves/waves.css'

const KINDS = ['replenish', 'consolidate', 'slotting'] as const
type Kind = (typeof KINDS)[number]

/** What should be moved inside the house and why; what is chosen becomes tasks at the station. */
export function ProposalsPage(): ReactNode {
  const { t } = useTranslation()
  const warehouses = useWarehouse()
  const [kind, setKind] = useState<Kind>('replenish')
  const id = warehouses.warehouse?.id
  if (!warehouses.isRead) return <Waiting />
  if (id === undefined) return <NoWarehouse />
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('warehouse.floor.proposals')}
        hint={t(`warehouse.floor.proposalHints.${kind}`)}
        actions={
          <>
            <WarehouseSelect warehouses={warehouses} />
            <Segmented
              aria-label={t('warehouse.floor.proposals')}
              value={kind}
              onChange={setKind}
              options={KINDS.map((value) => ({ value, label: t(`warehouse.floor.proposalKinds.${value}`) }))}
            />
          </>
        }
      />
      {kind === 'replenish' ? (
        <Replenish key={id} warehouseId={id} />
      ) : kind === 'consolidate' ? (
        <Consolidate key={id} warehouseId={id} />
      ) : (
        <Slotting key={id} warehouseId={id} />
      )}
    </section>
  )
}

interface AnyProposal {
  readonly item: { readonly code: string; readonly name: string; readonly baseUnit: string }
}

interface Column<Row> {
  readonly title: string
  readonly isRight?: boolean
  readonly value?: (row: Row) => string | number
  /** A quantity of the row's item. */
  readonly micro?: (row: Row) => number
}

/** Proposals with a box before each; all are chosen to begin with. */
function Proposals<Row extends AnyProposal>(props: {
  readonly kind: Kind
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly nameOf: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly right: 'warehouse.work' | 'warehouse.manage'
  readonly isRunning: boolean
  readonly refusal: ShownRefusal | undefined
  readonly onPlan: (rows: readonly Row[]) => Promise<{ tasks: number } | undefined>
  readonly children?: ReactNode
}): ReactNode {
  const { kind, rows, rowKey, nameOf, columns, right, isRunning, refusal, onPlan, children } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  const mayPlan = useCan(right)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [told, setTold] = useState<number>()
  if (rows === undefined) return <Waiting />
  const chosen = rows.filter((row) => !left.has(rowKey(row)))
  const toggle = (key: string): void => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  const plan = async (): Promise<void> => {
    const answer = await onPlan(chosen)
    if (answer !== undefined) setTold(answer.tasks)
  }
  return (
    <section className="k-fieldset k-waves-one" aria-label={t(`warehouse.floor.proposalKinds.${kind}`)}>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {told === undefined ? null : (
        <p role="status">
          {t('warehouse.floor.tasksMade', { count: told })}{' '}
          <Button size="small" onClick={() => open('warehouse.station', { task: 'move' })}>
            {t('warehouse.floor.toStation')}
          </Button>
        </p>
      )}
      {children}
      {rows.length === 0 ? (
        <p className="k-soft">{t(`warehouse.floor.noProposals.${kind}`)}</p>
      ) : (
        <>
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col" aria-label={t('warehouse.floor.choose')} />
                {columns.map((column) => (
                  <th key={column.title} scope="col" className={column.isRight === true ? 'k-right' : ''}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>
                  <td>
                    <Checkbox
                      aria-label={nameOf(row)}
                      checked={!left.has(rowKey(row))}
                      disabled={!mayPlan}
                      onChange={() => toggle(rowKey(row))}
                    />
                  </td>
                  {columns.map((column) => (
                    <td key={column.title} className={column.isRight === true ? 'k-right k-num' : ''}>
                      {column.micro === undefined ? (
                        column.value?.(row)
                      ) : (
                        <QuantityText quantityMicro={column.micro(row)} unit={row.item.baseUnit} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {mayPlan ? (
            <p>
              <Button type="primary" disabled={chosen.length === 0} loading={isRunning} onClick={() => void plan()}>
                {t('warehouse.floor.makeTasks', { count: chosen.length })}
              </Button>
            </p>
          ) : null}
        </>
      )}
    </section>
  )
}

const itemName = ({ item }: AnyProposal): string => `${item.code} ${item.name}`

function Replenish({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.warehouse.listReplenishments.queryOptions({ input: { warehouseId } }))
  const plan = useCommand(engine.warehouse.planReplenishment)
  return (
    <Proposals
      kind="replenish"
      rows={data?.rows}
      rowKey={(row) => String(row.item.id)}
      nameOf={itemName}
      right="warehouse.work"
      isRunning={plan.isRunning}
      refusal={plan.refusal}
      onPlan={(rows) => plan.run({ warehouseId, itemIds: rows.map((row) => row.item.id) })}
      columns={[
        { title: t('warehouse.item'), value: itemName },
        { title: t('warehouse.floor.fixedBin'), value: (row) => row.bin.code },
        { title: t('warehouse.why'), value: (row) => t(`warehouse.floor.fillReasons.${row.reason}`) },
        {
          title: t('warehouse.floor.freeNow'),
          isRight: true,
          micro: (row) => row.freeMicro,
        },
        {
          title: t('warehouse.floor.demand'),
          isRight: true,
          micro: (row) => row.demandMicro,
        },
        {
          title: t('warehouse.floor.toBring'),
          isRight: true,
          micro: (row) => row.quantityMicro,
        },
        { title: t('warehouse.floor.fromBins'), value: (row) => row.sources.map(({ bin }) => bin.code).join(', ') },
        {
          title: t('warehouse.floor.missing'),
          isRight: true,
          micro: (row) => row.missingMicro,
        },
      ]}
    />
  )
}

function Consolidate({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.warehouse.listConsolidations.queryOptions({ input: { warehouseId } }))
  const plan = useCommand(engine.warehouse.planConsolidation)
  return (
    <Proposals
      kind="consolidate"
      rows={data?.rows}
      rowKey={(row) => String(row.fromBin.id)}
      nameOf={(row) => `${itemName(row)} ${row.fromBin.code}`}
      right="warehouse.work"
      isRunning={plan.isRunning}
      refusal={plan.refusal}
      onPlan={(rows) => plan.run({ warehouseId, fromBinIds: rows.map((row) => row.fromBin.id) })}
      columns={[
        { title: t('warehouse.item'), value: itemName },
        { title: t('warehouse.floor.from'), value: (row) => row.fromBin.code },
        { title: t('warehouse.floor.to'), value: (row) => row.toBin.code },
        {
          title: t('warehouse.quantity'),
          isRight: true,
          micro: (row) => row.quantityMicro,
        },
      ]}
    />
  )
}

const metres = (millimetres: number): number => Math.round(millimetres / 1000)

function Slotting({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { data } = useQuery(api.warehouse.listSlotting.queryOptions({ input: { warehouseId, today: company.today } }))
  const plan = useCommand(engine.warehouse.planSlotting)
  const rows = data?.rows
  const saved = (rows ?? []).reduce((sum, row) => sum + row.savedMillimetres, 0)
  return (
    <Proposals
      kind="slotting"
      rows={rows}
      rowKey={(row) => `${row.item.id} ${row.fromBin.id}`}
      nameOf={(row) => `${itemName(row)} ${row.fromBin.code}`}
      right="warehouse.manage"
      isRunning={plan.isRunning}
      refusal={plan.refusal}
      onPlan={(chosen) =>
        plan.run({
          warehouseId,
          moves: chosen.map(({ item, fromBin, toBin, swaps }) => ({
            itemId: item.id,
            fromBinId: fromBin.id,
            toBinId: toBin.id,
            ...(swaps === null ? {} : { swapsItemId: swaps.id }),
          })),
        })
      }
      columns={[
        { title: t('warehouse.item'), value: itemName },
        { title: t('warehouse.floor.picks'), isRight: true, value: (row) => row.picks },
        { title: t('warehouse.floor.from'), value: (row) => row.fromBin.code },
        { title: t('warehouse.floor.to'), value: (row) => row.toBin.code },
        {
          title: t('warehouse.floor.inExchange'),
          value: (row) => (row.swaps === null ? '–' : `${row.swaps.code} ${row.swaps.name}`),
        },
        {
          title: t('warehouse.quantity'),
          isRight: true,
          micro: (row) => row.quantityMicro,
        },
        {
          title: t('warehouse.floor.savedPerMonth'),
          isRight: true,
          value: (row) => t('warehouse.metres', { metres: metres(row.savedMillimetres) }),
        },
      ]}
    >
      {data === undefined || data.walks === 0 ? null : (
        <p>
          {t('warehouse.floor.walkedPerMonth', {
            count: data.walks,
            metres: metres(data.walkedMillimetres),
            saved: metres(saved),
          })}
        </p>
      )}
    </Proposals>
  )
}
