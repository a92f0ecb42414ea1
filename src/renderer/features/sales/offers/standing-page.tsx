import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useForeignCurrencies } from '../../../app/currencies/foreign-currencies'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, engine, type Engine } from '../../../app/engine'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import {
  newOrderLine,
  orderColumns,
  typedLine,
  withFacts,
  type ItemFacts,
  type OrderLine,
} from '../../../app/orders/order-lines'
import { TaxInPrices } from '../../../app/orders/tax-in-prices'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateText, DocumentFrame, EntryGrid, Field, Waiting, type DocumentAction } from '../../../ui'
import { useSalesFacts } from '../sales-facts'

type Standing = Awaited<ReturnType<Engine['offers']['getStanding']>>
const RHYTHMS = ['none', 'weekly', 'monthly'] as const

interface Typed {
  readonly name: string
  readonly customerId: number | undefined
  readonly rhythm: (typeof RHYTHMS)[number]
  readonly every: number
  readonly nextOn: string
  readonly untilOn: string | null
  readonly leadDays: number
  readonly active: boolean
  readonly pricesIncludeTax: boolean
  readonly currency: string | null
  readonly note: string
  readonly lines: readonly OrderLine[]
}

/** What one customer orders again and again, and when it becomes an order by itself. */
export function StandingPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const { data } = useQuery(api.offers.getStanding.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const { t } = useTranslation()
  if (warehouses === undefined || (id !== undefined && data === undefined)) return <Waiting />
  const warehouseId = data?.warehouseId ?? warehouses.rows[0]?.id
  if (warehouseId === undefined) return <NoWarehouse hint={t('sales.needsWarehouse')} />
  return <StandingEditor standing={data} warehouseId={warehouseId} />
}

function StandingEditor(props: { readonly standing: Standing | undefined; readonly warehouseId: number }): ReactNode {
  const { standing, warehouseId } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const foreign = useForeignCurrencies()
  const { open, close } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWrite = useCan('sales.write')
  const [typed, setTyped] = useState<Typed>(() => typedOf(standing, company.today))
  const [hint, setHint] = useState('')
  const change = useCallback(
    (part: Partial<Typed>) => {
      setTyped((before) => ({ ...before, ...part }))
      tab.setUnsaved(true)
    },
    [tab],
  )
  const [facts] = useState(() => new Map<number, ItemFacts>())
  const factsOf = useSalesFacts(warehouseId, undefined)
  const save = useCommand(engine.offers.saveStanding)
  const order = useCommand(engine.offers.orderStanding)
  useEffect(() => {
    if (standing !== undefined) tab.setTitle(standing.name)
  }, [tab, standing])
  const { customerId } = typed
  const onItem = useCallback(
    (lineKey: string, itemId: number) => {
      void factsOf(itemId, customerId).then((found) => {
        facts.set(itemId, found)
        setTyped((before) => ({
          ...before,
          lines: before.lines.map((line) =>
            line.key === lineKey && line.itemId === itemId
              ? // A price stays empty unless it is typed: the lists of the day decide.
                { ...withFacts(line, found), priceMicro: line.hasOwnPrice ? line.priceMicro : undefined }
              : line,
          ),
        }))
      })
    },
    [factsOf, customerId, facts],
  )
  /** The currency of the customer comes with it, as on an order. */
  const takeCustomer = async (partnerId: number): Promise<void> => {
    change({ customerId: partnerId })
    if (foreign.length === 0) return
    change({ currency: (await engine.parties.getPartner({ id: partnerId })).currency })
  }
  const columns = useMemo(
    () =>
      orderColumns({
        t,
        onItem,
        packsOf: (itemId) => facts.get(itemId)?.packs ?? [],
        priceTitle: t(typed.pricesIncludeTax ? 'app.lines.priceWithTax' : 'sales.price'),
        noteTitle: t('sales.stock'),
        more: [],
      }),
    [t, onItem, facts, typed.pricesIncludeTax],
  )
  const lines = typed.lines.flatMap(({ itemId, packId, quantityMicro, priceMicro }) =>
    itemId === undefined || packId === undefined || quantityMicro === undefined
      ? []
      : [{ itemId, packId, quantityMicro, priceMicro: priceMicro ?? null }],
  )
  const isWhole =
    lines.length > 0 &&
    lines.length === typed.lines.filter((line) => line.itemId !== undefined).length &&
    typed.name.trim() !== ''
  const submit = async (): Promise<void> => {
    if (customerId === undefined) return
    const { name, note, rhythm, every, untilOn, leadDays, active, pricesIncludeTax, currency } = typed
    const answer = await save.run({
      ...(standing === undefined ? {} : { id: standing.id }),
      name,
      customerId,
      warehouseId,
      note,
      rhythm,
      every,
      nextOn: rhythm === 'none' ? null : typed.nextOn,
      untilOn,
      leadDays,
      active,
      pricesIncludeTax,
      currency,
      lines,
    })
    if (answer === undefined) return
    tab.setUnsaved(false)
    if (standing !== undefined) return
    close('offers.standingOrder')
    open('offers.standingOrder', { id: answer.id })
  }
  const fill = async (): Promise<void> => {
    if (customerId === undefined) return
    const usual = await engine.offers.usualOrder({ customerId })
    setHint(
      usual.lines.length === 0
        ? t('offers.noUsual')
        : t('offers.usual', { orders: usual.orders, days: usual.everyDays ?? '-' }),
    )
    if (usual.lines.length === 0) return
    change({
      lines: usual.lines.map((line) => ({ ...typedLine(line, []), priceMicro: undefined, hasOwnPrice: false })),
    })
  }
  const makeOrder = async (): Promise<void> => {
    const answer = standing === undefined ? undefined : await order.run({ id: standing.id })
    if (answer !== undefined) open('sales.order', { id: answer.id })
  }
  const actions: DocumentAction[] = canWrite
    ? [
        ...(customerId === undefined
          ? []
          : [{ key: 'fill', label: t('offers.fromHistory'), onPress: () => void fill() }]),
        ...(standing === undefined
          ? []
          : [{ key: 'order', label: t('offers.orderFromIt'), onPress: () => void makeOrder() }]),
      ]
    : []
  return (
    <DocumentFrame
      title={t('app.kinds.offers.standingOrder')}
      state={typed.active ? { tone: 'good', label: t('offers.active') } : { tone: 'neutral', label: t('offers.ended') }}
      refusal={save.refusal ?? order.refusal}
      fields={
        <>
          <Field label={t('offers.name')} isRequired>
            {(control) => (
              <Input
                id={control.id}
                autoFocus={standing === undefined}
                maxLength={200}
                value={typed.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('offers.customer')} isRequired>
            {(control) => (
              <PartnerSelect
                id={control.id}
                side="customer"
                value={customerId}
                text={standing === undefined ? undefined : `${standing.customer.code} ${standing.customer.name}`}
                onChange={(partnerId) => void takeCustomer(partnerId)}
              />
            )}
          </Field>
          <Field label={t('app.lines.prices')}>
            {(control) => (
              <TaxInPrices
                id={control.id}
                value={typed.pricesIncludeTax}
                onChange={(pricesIncludeTax) => change({ pricesIncludeTax })}
              />
            )}
          </Field>
          {foreign.length === 0 ? null : (
            <Field label={t('currencies.currency')}>
              {(control) => (
                <Select
                  id={control.id}
                  value={typed.currency ?? company.currency}
                  onChange={(code: string) => change({ currency: code === company.currency ? null : code })}
                  options={[company.currency, ...foreign.map(({ code }) => code)].map((value) => ({
                    value,
                    label: value,
                  }))}
                />
              )}
            </Field>
          )}
          <Field label={t('offers.rhythm')}>
            {(control) => (
              <Select
                id={control.id}
                value={typed.rhythm}
                onChange={(rhythm: Typed['rhythm']) => change({ rhythm })}
                options={RHYTHMS.map((value) => ({ value, label: t(`offers.rhythms.${value}`) }))}
              />
            )}
          </Field>
          {typed.rhythm === 'none' ? null : (
            <>
              <Field label={t('offers.every')}>
                {(control) => (
                  <InputNumber
                    id={control.id}
                    min={1}
                    max={52}
                    precision={0}
                    value={typed.every}
                    onChange={(every) => change({ every: every ?? 1 })}
                  />
                )}
              </Field>
              <Field label={t('offers.nextOn')}>
                {(control) => (
                  <DayPicker id={control.id} value={typed.nextOn} onChange={(nextOn) => change({ nextOn })} />
                )}
              </Field>
            </>
          )}
          {typed.rhythm === 'none' ? null : (
            <Field label={t('offers.untilOn')}>
              {(control) => (
                <DatePicker
                  id={control.id}
                  value={typed.untilOn === null ? null : dayjs(typed.untilOn)}
                  onChange={(day) => change({ untilOn: day === null ? null : day.format('YYYY-MM-DD') })}
                />
              )}
            </Field>
          )}
          <Field label={t('offers.leadDays')}>
            {(control) => (
              <InputNumber
                id={control.id}
                min={0}
                max={365}
                precision={0}
                value={typed.leadDays}
                onChange={(leadDays) => change({ leadDays: leadDays ?? 0 })}
              />
            )}
          </Field>
        </>
      }
      lines={
        <EntryGrid
          label={t('app.lines.label')}
          columns={columns}
          lines={typed.lines}
          lineKey={(line) => line.key}
          newLine={newOrderLine}
          onChange={(changed) => change({ lines: changed })}
        />
      }
      notes={
        <>
          <p className="k-soft">{t('offers.byList')}</p>
          {hint === '' ? null : <p role="status">{hint}</p>}
          <Checkbox checked={typed.active} onChange={(event) => change({ active: event.target.checked })}>
            {t('offers.active')}
          </Checkbox>
        </>
      }
      side={
        standing === undefined || standing.made.length === 0
          ? []
          : [
              {
                key: 'made',
                title: t('offers.made'),
                render: () => (
                  <table className="k-table">
                    <tbody>
                      {standing.made.map((made) => (
                        <tr key={made.orderId}>
                          <td>
                            <DateText date={made.dueOn} />
                          </td>
                          <td>
                            <button
                              type="button"
                              className="k-plain k-link"
                              onClick={() => open('sales.order', { id: made.orderId })}
                            >
                              {made.number ?? tag(made.state).label}
                            </button>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                ),
              },
            ]
      }
      actions={actions}
      {...(canWrite && isWhole && customerId !== undefined
        ? { primary: { label: t('app.save'), onPress: () => void submit(), isBusy: save.isRunning } }
        : {})}
    />
  )
}

function typedOf(standing: Standing | undefined, today: string): Typed {
  return {
    name: standing?.name ?? '',
    customerId: standing?.customer.id,
    rhythm: standing?.rhythm ?? 'weekly',
    every: standing?.every ?? 1,
    nextOn: standing?.nextOn ?? today,
    untilOn: standing?.untilOn ?? null,
    leadDays: standing?.leadDays ?? 1,
    active: standing?.active ?? true,
    pricesIncludeTax: standing?.pricesIncludeTax ?? false,
    currency: standing?.currency ?? null,
    note: standing?.note ?? '',
    lines: (standing?.lines ?? []).map((line) => ({
      ...typedLine(line, []),
      priceMicro: line.priceMicro ?? undefined,
      hasOwnPrice: line.priceMicro !== null,
    })),
  }
}
