import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Segmented, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent, formatQuantity } from '../../../../shared/values/format'
import { lineAmountMinor } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useNavigation } from '../../../app/pages'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { useCan, useSession } from '../../../app/session'
import { EmptyState, Fact, MoneyText, PageHeader, RefusalAlert, ScaledInput, Waiting } from '../../../ui'

type Proposal = Awaited<ReturnType<Engine['suppliers']['propose']>>['rows'][number]

interface Typed {
  readonly isIn: boolean
  readonly quantityMicro: number
  readonly supplierId: number | undefined
}

const SERVICE = [9000, 9500, 9800] as const

/** What to order now, supplier by supplier: each line says why, can be changed, and becomes an order with one click. */
export function ProposalsPage(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const canOrder = useCan('purchasing.write')
  const { data: listed } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const warehouses = listed?.rows ?? []
  const [chosen, setChosen] = useState<number>()
  const [service, setService] = useState<number>(9500)
  const [typed, setTyped] = useState<ReadonlyMap<number, Typed>>(new Map())
  const order = useCommand(engine.suppliers.orderProposals)
  const warehouseId = chosen ?? warehouses[0]?.id
  const { data } = useQuery(
    api.suppliers.propose.queryOptions({
      input: { warehouseId: warehouseId ?? 0, on: company.today, serviceHundredths: service, limit: 500 },
      enabled: warehouseId !== undefined,
    }),
  )
  if (listed === undefined) return <Waiting />
  if (warehouseId === undefined) return <NoWarehouse />
  const rows = data?.rows ?? []
  const of = (row: Proposal): Typed =>
    typed.get(row.item.id) ?? { isIn: true, quantityMicro: row.quantityMicro, supplierId: row.supplier?.id }
  const change = (row: Proposal, part: Partial<Typed>): void =>
    setTyped(new Map(typed).set(row.item.id, { ...of(row), ...part }))
  const amountOf = (row: Proposal): number => lineAmountMinor(of(row).quantityMicro, row.priceMicro ?? 0)
  const ready = rows.flatMap((row) => {
    const { isIn, quantityMicro, supplierId } = of(row)
    return isIn && quantityMicro > 0 && supplierId !== undefined
      ? [{ row, itemId: row.item.id, quantityMicro, supplierId }]
      : []
  })
  const total = ready.reduce((sum, { row }) => sum + amountOf(row), 0)
  const submit = async (): Promise<void> => {
    if (warehouseId === undefined) return
    const lines = ready.map(({ itemId, quantityMicro, supplierId }) => ({ itemId, quantityMicro, supplierId }))
    const answer = await order.run({ warehouseId, orderedOn: company.today, lines })
    if (answer === undefined) return
    setTyped(new Map())
    for (const { id } of answer.orders) open('purchasing.order', { id })
  }
  const suppliers = [...new Set(rows.map((row) => row.supplier?.name ?? ''))]
  return (
    <section className="k-form-page k-proposals">
      <PageHeader
        title={t('suppliers.proposals')}
        hint={t('suppliers.proposalsHint')}
        actions={
          canOrder && ready.length > 0 ? (
            <Button type="primary" loading={order.isRunning} onClick={() => void submit()}>
              {t('suppliers.makeOrders', { count: ready.length })}
            </Button>
          ) : null
        }
      />
      {order.refusal === undefined ? null : <RefusalAlert refusal={order.refusal} />}
      <div className="k-toolbar-line">
        {warehouses.length < 2 ? null : (
          <Select
            aria-label={t('suppliers.warehouse')}
            style={{ width: 160 }}
            value={warehouseId ?? null}
            onChange={(value: number | null) => setChosen(value ?? undefined)}
            options={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <span className="k-soft">{t('suppliers.service')}</span>
        <Segmented
          aria-label={t('suppliers.service')}
          value={service}
          onChange={setService}
          options={SERVICE.map((value) => ({ value, label: `${value / 100} %` }))}
        />
      </div>
      {data === undefined ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <EmptyState title={t('suppliers.noProposals')} hint={t('suppliers.noProposalsHint')} />
      ) : (
        <>
          <Cash
            ready={ready.map(({ row }) => ({
              name: row.supplier?.name ?? t('suppliers.noSupplier'),
              amount: amountOf(row),
            }))}
            total={total}
          />
          {suppliers.map((name) => (
            <table key={name} className="k-table">
              <caption>{name === '' ? t('suppliers.noSupplier') : name}</caption>
              <thead>
                <tr>
                  <th scope="col" />
                  <th scope="col">{t('suppliers.item')}</th>
                  <th scope="col">{t('suppliers.why')}</th>
                  <th scope="col" className="k-right">
                    {t('suppliers.quantity')}
                  </th>
                  <th scope="col" className="k-right">
                    {t('suppliers.amount')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows
                  .filter((row) => (row.supplier?.name ?? '') === name)
                  .map((row) => (
                    <tr key={row.item.id}>
                      <td>
                        <Checkbox
                          aria-label={row.item.code}
                          checked={of(row).isIn}
                          onChange={(event) => change(row, { isIn: event.target.checked })}
                        />
                      </td>
                      <td>
                        <button
                          type="button"
                          className="k-plain k-link"
                          onClick={() => open('items.item', { id: row.item.id })}
                        >
                          {row.item.code} {row.item.name}
                        </button>
                        {row.supplier === null ? (
                          <PartnerSelect
                            side="supplier"
                            value={of(row).supplierId}
                            onChange={(supplierId) => change(row, { supplierId })}
                          />
                        ) : null}
                      </td>
                      <td className="k-why-cell">
                        <Why row={row} />
                      </td>
                      <td className="k-right k-narrow">
                        <ScaledInput
                          decimals={6}
                          minDecimals={0}
                          aria-label={`${t('suppliers.quantity')} ${row.item.code}`}
                          value={of(row).quantityMicro}
                          onChange={(value) => change(row, { quantityMicro: value ?? 0 })}
                        />
                      </td>
                      <td className="k-right">
                        <MoneyText amountMinor={amountOf(row)} />
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          ))}
        </>
      )}
    </section>
  )
}

/** The reason of a proposal, in one sentence. */
function Why({ row }: { readonly row: Proposal }): ReactNode {
  const { t } = useTranslation()
  const whole = (micro: number): string => formatQuantity(Math.round(micro / 1_000_000) * 1_000_000)
  const params = {
    weekly: formatQuantity(Math.round(row.weeklyMicro / 100_000) * 100_000),
    days: row.leadDays,
    safety: whole(row.safetyMicro),
    have: whole(row.freeMicro + row.onOrderMicro + row.inTransitMicro),
    reorder: whole(row.reorderMicro),
    target: whole(row.targetMicro),
    unit: row.item.baseUnit,
  }
  return (
    <>
      {t(`suppliers.whys.${row.method}`, params)}
      {row.reason === 'need' ? null : <> {t(`suppliers.reasons.${row.reason}`)}</>}
      <span className="k-soft">
        {' '}
        {t(`suppliers.patterns.${row.pattern}`)}
        {row.servedHundredths === null
          ? null
          : ` · ${t('suppliers.served', { share: formatPercent(row.servedHundredths * 100, { maxDecimals: 0 }) })}`}
      </span>
    </>
  )
}

/** What the proposals cost, supplier by supplier. */
function Cash(props: {
  readonly ready: readonly { readonly name: string; readonly amount: number }[]
  readonly total: number
}): ReactNode {
  const { t } = useTranslation()
  const bySupplier = new Map<string, number>()
  for (const { name, amount } of props.ready) bySupplier.set(name, (bySupplier.get(name) ?? 0) + amount)
  return (
    <dl className="k-facts">
      <Fact label={t('suppliers.cash')}>
        <MoneyText amountMinor={props.total} />
      </Fact>
      {[...bySupplier].map(([name, amount]) => (
        <Fact key={name} label={name}>
          <MoneyText amountMinor={amount} />
        </Fact>
      ))}
    </dl>
  )
}
