import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { inItsCurrency, lineInItsCurrency, useRateFacts, useTotals } from '../../app/currencies/document-currency'
import { useChain, useHistoryPart, useStateTag } from '../../app/documents/document-parts'
import { api, asRefusal, engine, type Engine } from '../../app/engine'
import { DepositDialog } from '../../app/orders/deposit-dialog'
import { LinesTable } from '../../app/orders/lines-table'
import { NoWarehouse } from '../../app/orders/no-warehouse'
import { emptyDraft, type DraftStore, type OrderDraft } from '../../app/orders/order-draft'
import { OrderEditor } from '../../app/orders/order-editor'
import { marginMicro, typedLine, type OrderLine } from '../../app/orders/order-lines'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import {
  DateText,
  DocumentFrame,
  MoneyText,
  QuantityText,
  type DocumentAction,
  type EntryColumn,
  Waiting,
} from '../../ui'
import { DirectDialog, openOf } from './direct-dialog'
import { useHold } from './hold'
import { useSalesFacts } from './sales-facts'
import { formatPercent } from '../../../shared/values/format'

type Order = Awaited<ReturnType<Engine['sales']['getOrder']>>

/** A sales order: typed while it is a draft, followed through warehouse, invoice and payment afterwards. */
export function OrderPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const order = useQuery(api.sales.getOrder.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  if (id === undefined) return <DraftPage id={undefined} order={undefined} />
  if (order.data === undefined) return <Waiting />
  return order.data.state === 'draft' ? <DraftPage id={id} order={order.data} /> : <PostedPage order={order.data} />
}

const STOCK_REFUSALS = new Set(['inventory.insufficientStock', 'sales.channelStockShort'])

function DraftPage({ id, order }: { readonly id: number | undefined; readonly order: Order | undefined }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const { data: rates } = useQuery(api.accounting.taxRates.queryOptions({ input: { on: company.today } }))
  const warehouseId = order?.warehouseId ?? warehouses?.rows[0]?.id
  const parts = useMemo(() => {
    const store: DraftStore = {
      async save(savedId, draft) {
        const { partnerId, dueOn, ...rest } = draft
        const input = { ...rest, customerId: partnerId, promisedOn: dueOn, warehouseId: warehouseId ?? 0 }
        const idempotencyKey = crypto.randomUUID()
        return (
          await engine.sales.saveOrder({ ...input, ...(savedId === undefined ? {} : { id: savedId }), idempotencyKey })
        ).id
      },
    }
    return { store }
  }, [warehouseId])
  const factsOf = useSalesFacts(warehouseId, rates?.rows)
  const canSeeCost = useCan('cost.see')
  const [mayWait, setMayWait] = useState(false)
  const hold = useHold(order)
  const moreColumns = useMemo<EntryColumn<OrderLine>[]>(
    () => [
      { key: 'last', title: t('sales.lastPrices'), kind: 'readonly', width: 170, read: (line) => line.lastPrices },
      ...(canSeeCost
        ? [
            {
              key: 'margin',
              title: t('sales.margin'),
              kind: 'readonly' as const,
              width: 84,
              isNumber: true,
              read: (line: OrderLine) => {
                const margin = marginMicro(line)
                return margin === undefined ? '' : formatPercent(Math.round(margin / 1000) * 1000)
              },
              render: (line: OrderLine) => <Margin marginMicro={marginMicro(line)} />,
            },
          ]
        : []),
    ],
    [t, canSeeCost],
  )
  const initial = useMemo(
    () => (order === undefined ? emptyDraft(company.today) : draftOf(order, rates?.rows ?? [])),
    [order, rates, company.today],
  )
  if (warehouseId === undefined || rates === undefined) {
    return warehouses === undefined || rates === undefined ? (
      <Waiting />
    ) : (
      <NoWarehouse hint={t('sales.needsWarehouse')} />
    )
  }
  /** A refusal of stock stays at its line, with the way to wait beside it. */
  const confirm = async (savedId: number, backOrder = false): Promise<unknown> => {
    setMayWait(false)
    try {
      return await engine.sales.confirmOrder({ id: savedId, backOrder, idempotencyKey: crypto.randomUUID() })
    } catch (error) {
      if (STOCK_REFUSALS.has(asRefusal(error).code)) setMayWait(true)
      throw error
    }
  }
  return (
    <>
      <OrderEditor
        kind="sales.order"
        id={id}
        initial={initial}
        side="customer"
        words={{
          partner: t('sales.customer'),
          due: t('sales.promisedOn'),
          price: t('sales.price'),
          lineNote: t('sales.stock'),
          confirm: t('sales.confirmAndReserve'),
        }}
        store={parts.store}
        factsOf={factsOf}
        confirm={confirm}
        {...(mayWait
          ? { otherConfirm: { label: t('sales.rest.waits'), confirm: (savedId: number) => confirm(savedId, true) } }
          : {})}
        moreColumns={moreColumns}
        hasQuantityPrices
        moreActions={hold.actions}
        banner={hold.banner}
        remove={(savedId) => engine.sales.deleteOrder({ id: savedId, idempotencyKey: crypto.randomUUID() })}
      />
      {hold.dialog}
    </>
  )
}

function Margin({ marginMicro: margin }: { readonly marginMicro: number | undefined }): ReactNode {
  if (margin === undefined) return null
  const text = formatPercent(Math.round(margin / 1000) * 1000)
  return <span className={margin < 0 ? 'k-num-negative' : undefined}>{text}</span>
}

function draftOf(order: Order, rates: readonly { taxCode: string; rateMicro: number }[]): OrderDraft {
  return {
    partnerId: order.customer.id,
    partnerText: `${order.customer.code} ${order.customer.name}`,
    orderedOn: order.orderedOn,
    dueOn: order.promisedOn,
    note: order.note,
    currency: order.currency ?? undefined,
    pricesIncludeTax: order.lines.some(({ grossPriceMicro }) => grossPriceMicro !== null),
    lines: order.lines.map((line) => typedLine(lineInItsCurrency(line), rates)),
  }
}

function PostedPage({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation()
  const totalRows = useTotals()
  const { company } = useSession()
  const { open } = useNavigation()
  const shown = inItsCurrency(order)
  const rateFacts = useRateFacts(order)
  const tab = usePageTab()
  const tag = useStateTag()
  const history = useHistoryPart('sales.order', order.id)
  const canWrite = useCan('sales.write')
  const canPay = useCan('treasury.write')
  const canBuy = useCan('purchasing.write')
  const [dialog, setDialog] = useState<'deposit' | 'direct'>()
  const invoice = useCommand(engine.sales.invoiceOrder)
  const cancel = useCommand(engine.sales.cancelOrder)
  const chain = useChain(order.chain, { kind: 'sales.order', number: order.number, state: order.state })
  useEffect(() => tab.setTitle(order.number ?? ''), [tab, order.number])
  const toInvoice = order.lines.some((line) => line.shippedMicro > line.invoicedMicro)
  const actions: DocumentAction[] =
    canWrite && order.state === 'confirmed'
      ? [
          {
            key: 'cancel',
            label: t('sales.cancelOrder'),
            isDanger: true,
            onPress: () => void cancel.run({ id: order.id }),
          },
        ]
      : []
  const isOpen = order.state !== 'closed' && order.state !== 'cancelled'
  const allow = useCommand(engine.sales.allowSubstitutes)
  const allowCustomer = useCommand(engine.sales.setCustomerSubstitutes)
  if (canWrite && (order.state === 'confirmed' || order.state === 'partly-shipped')) {
    const allowed = !order.takesSubstitutes
    actions.push({
      key: 'substitutes',
      label: t(allowed ? 'sales.allowSubstitutes' : 'sales.refuseSubstitutes'),
      onPress: () => void allow.run({ orderId: order.id, allowed }),
    })
    if (allowed) {
      actions.push({
        key: 'customerSubstitutes',
        label: t('sales.customerSubstitutes'),
        onPress: () => void allowCustomer.run({ customerId: order.customer.id, allowed: true }),
      })
    }
  }
  if (isOpen && canPay) {
    actions.unshift({ key: 'deposit', label: t('deposits.ask'), onPress: () => setDialog('deposit') })
  }
  const isWaiting = order.state === 'confirmed' || order.state === 'partly-shipped'
  if (canBuy && isWaiting && order.lines.some((line) => openOf(line) > 0)) {
    actions.unshift({ key: 'direct', label: t('sales.direct.order'), onPress: () => setDialog('direct') })
  }
  const isDirect = order.lines.some((line) => line.directMicro > 0)
  const makeInvoice = async (): Promise<void> => {
    const answer = await invoice.run({ orderId: order.id, invoicedOn: company.today })
    if (answer !== undefined) open('sales.invoice', { id: answer.id })
  }
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.sales.order')}
        number={order.number ?? undefined}
        state={tag(order.state)}
        chain={chain}
        refusal={invoice.refusal ?? cancel.refusal}
        side={history}
        facts={[
          { key: 'customer', label: t('sales.customer'), value: order.customer.name },
          { key: 'orderedOn', label: t('sales.orderedOn'), value: <DateText date={order.orderedOn} /> },
          { key: 'promisedOn', label: t('sales.promisedOn'), value: <DateText date={order.promisedOn} /> },
          ...(order.customerReference === ''
            ? []
            : [{ key: 'reference', label: t('sales.reference'), value: order.customerReference }]),
          ...rateFacts,
        ]}
        total={
          <MoneyText amountMinor={shown.grossMinor} currency={shown.currency} symbol={shown.currency !== undefined} />
        }
        lines={
          <LinesTable
            label={t('app.lines.label')}
            moreTitles={[
              t('sales.waits'),
              ...(isDirect ? [t('sales.direct.comes')] : []),
              t('sales.promise'),
              t('sales.shipped'),
              t('sales.invoiced'),
            ]}
            currency={shown.currency}
            lines={order.lines.map((line) => ({
              ...lineInItsCurrency(line),
              more: [
                <QuantityText key="waits" quantityMicro={line.backorderedMicro} />,
                ...(isDirect ? [<QuantityText key="direct" quantityMicro={line.directMicro} />] : []),
                <DateText key="promise" date={line.promiseOn} />,
                <QuantityText key="shipped" quantityMicro={line.shippedMicro} />,
                <QuantityText key="invoiced" quantityMicro={line.invoicedMicro} />,
              ],
            }))}
          />
        }
        totals={totalRows(shown)}
        notes={order.note === '' ? null : <p>{order.note}</p>}
        actions={actions}
        {...(canWrite && toInvoice
          ? { primary: { label: t('sales.makeInvoice'), onPress: () => void makeInvoice(), isBusy: invoice.isRunning } }
          : {})}
      />
      {dialog === 'direct' ? <DirectDialog order={order} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'deposit' ? (
        <DepositDialog
          direction="in"
          orderId={order.id}
          grossMinor={shown.grossMinor}
          currency={shown.currency}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </>
  )
}
