import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { inItsCurrency, lineInItsCurrency, useRateFacts, useTotals } from '../../app/currencies/document-currency'
import { useChain, useHistoryPart, useStateTag } from '../../app/documents/document-parts'
import { usePrintPaper } from '../../app/documents/print-paper'
import { api, engine, type Engine } from '../../app/engine'
import { savePdf } from '../../app/lists/save-file'
import { DepositDialog } from '../../app/orders/deposit-dialog'
import { LinesTable } from '../../app/orders/lines-table'
import { NoWarehouse } from '../../app/orders/no-warehouse'
import { emptyDraft, type DraftStore, type OrderDraft } from '../../app/orders/order-draft'
import { OrderEditor } from '../../app/orders/order-editor'
import { packsToType, typedLine, type ItemFacts } from '../../app/orders/order-lines'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import { DateText, DocumentFrame, MoneyText, QuantityText, type DocumentAction, useLanguage, Waiting } from '../../ui'
import { AcknowledgeDialog } from './acknowledge-dialog'
import { DispatchDialog } from './dispatch-dialog'
import { formatQuantity } from '../../../shared/values/format'

type Order = Awaited<ReturnType<Engine['purchasing']['getOrder']>>

/** A purchase order: typed while it is a draft, followed through receipt, invoice and payment afterwards. */
export function OrderPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const order = useQuery(api.purchasing.getOrder.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  if (id === undefined) return <DraftPage id={undefined} order={undefined} />
  if (order.data === undefined) return <Waiting />
  return order.data.state === 'draft' ? <DraftPage id={id} order={order.data} /> : <PostedPage order={order.data} />
}

function DraftPage({ id, order }: { readonly id: number | undefined; readonly order: Order | undefined }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const { data: rates } = useQuery(
    api.accounting.taxRates.queryOptions({ input: { on: company.today, side: 'input' } }),
  )
  const warehouseId = order?.warehouseId ?? warehouses?.rows[0]?.id
  const parts = useMemo(() => {
    const store: DraftStore = {
      async save(savedId, draft) {
        const { partnerId, dueOn, ...rest } = draft
        const input = { ...rest, supplierId: partnerId, expectedOn: dueOn, warehouseId: warehouseId ?? 0 }
        const idempotencyKey = crypto.randomUUID()
        const answer = await engine.purchasing.saveOrder({
          ...input,
          ...(savedId === undefined ? {} : { id: savedId }),
          idempotencyKey,
        })
        return answer.id
      },
    }
    const factsOf = async (itemId: number): Promise<ItemFacts> => {
      const [item, stock] = await Promise.all([
        engine.items.getItem({ id: itemId }),
        engine.inventory.itemStock({ itemId }),
      ])
      return {
        packs: await packsToType(item),
        priceMicro: item.purchasePriceMicro ?? 0,
        taxRateMicro: rates?.rows.find((rate) => rate.taxCode === item.taxCode)?.rateMicro ?? 0,
        note:
          item.kind === 'service'
            ? ''
            : t('purchasing.onHandNow', { quantity: `${formatQuantity(stock.onHandMicro)} ${item.baseUnit}` }),
      }
    }
    return { store, factsOf }
  }, [t, warehouseId, rates])
  const initial = useMemo(
    () => (order === undefined ? emptyDraft(company.today) : draftOf(order, rates?.rows ?? [])),
    [order, rates, company.today],
  )
  if (warehouses === undefined || rates === undefined) return <Waiting />
  if (warehouseId === undefined) return <NoWarehouse hint={t('purchasing.needsWarehouse')} />
  return (
    <OrderEditor
      kind="purchasing.order"
      id={id}
      initial={initial}
      side="supplier"
      words={{
        partner: t('purchasing.supplier'),
        due: t('purchasing.expectedOn'),
        price: t('purchasing.price'),
        lineNote: t('purchasing.stock'),
        confirm: t('purchasing.confirm'),
      }}
      store={parts.store}
      factsOf={parts.factsOf}
      confirm={(savedId) => engine.purchasing.confirmOrder({ id: savedId, idempotencyKey: crypto.randomUUID() })}
      remove={(savedId) => engine.purchasing.deleteOrder({ id: savedId, idempotencyKey: crypto.randomUUID() })}
    />
  )
}

function draftOf(order: Order, rates: readonly { taxCode: string; rateMicro: number }[]): OrderDraft {
  return {
    partnerId: order.supplier.id,
    partnerText: `${order.supplier.code} ${order.supplier.name}`,
    orderedOn: order.orderedOn,
    dueOn: order.expectedOn,
    note: order.note,
    currency: order.currency ?? undefined,
    isConsigned: order.isConsigned,
    pricesIncludeTax: order.lines.some(({ grossPriceMicro }) => grossPriceMicro !== null),
    lines: order.lines.map((line) => {
      const { priceMicro, ...shown } = lineInItsCurrency(line)
      return typedLine({ ...shown, priceMicro: priceMicro ?? 0 }, rates)
    }),
  }
}

/** The order for the supplier: on the printer of this station, or as a file to send. */
function useOrderPaper(id: number) {
  const { t } = useTranslation()
  const locale = useLanguage()
  const { print, prompt, refusal } = usePrintPaper()
  const save = async (): Promise<void> => {
    const { fileName, pdf } = await engine.purchasing.orderPdf({ id, locale })
    savePdf(fileName, pdf)
  }
  const actions: DocumentAction[] = [
    {
      key: 'paper',
      label: t('labels.printing.print'),
      onPress: () => print({ paper: 'purchaseOrder', sourceId: id }),
    },
    { key: 'pdf', label: t('sales.pdf'), onPress: () => void save() },
  ]
  return { actions, prompt, refusal }
}

function PostedPage({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation()
  const totalRows = useTotals()
  const { open } = useNavigation()
  const shown = inItsCurrency(order)
  const rateFacts = useRateFacts(order)
  const tab = usePageTab()
  const tag = useStateTag()
  const history = useHistoryPart('purchasing.order', order.id)
  const paper = useOrderPaper(order.id)
  const canWrite = useCan('purchasing.write')
  const canSeeCost = useCan('cost.see')
  const canReceive = useCan('warehouse.work')
  const canPay = useCan('treasury.write')
  const [dialog, setDialog] = useState<'ack' | 'prepay' | 'dispatch'>()
  const cancel = useCommand(engine.purchasing.cancelOrder)
  const chain = useChain(order.chain, { kind: 'purchasing.order', number: order.number, state: order.state })
  useEffect(() => tab.setTitle(order.number ?? ''), [tab, order.number])
  const isPromised = order.lines.some((line) => line.promisedOn !== null)
  const isOpen = order.state === 'confirmed' || order.state === 'partly-received'
  const actions: DocumentAction[] =
    canWrite && order.state === 'confirmed'
      ? [
          {
            key: 'cancel',
            label: t('purchasing.cancelOrder'),
            isDanger: true,
            onPress: () => void cancel.run({ id: order.id }),
          },
        ]
      : []
  actions.push(...paper.actions)
  if (isOpen && canWrite) {
    actions.unshift({ key: 'ack', label: t('purchasing.ack.enter'), onPress: () => setDialog('ack') })
  }
  if (isOpen && canPay) {
    actions.push({ key: 'prepay', label: t('deposits.prepay'), onPress: () => setDialog('prepay') })
  }
  const toInvoice = canWrite && order.lines.some((line) => line.receivedMicro > line.invoicedMicro)
  const primary =
    isOpen && order.sendsTo !== null && canWrite
      ? { label: t('purchasing.direct.dispatch'), onPress: () => setDialog('dispatch') }
      : isOpen && canReceive && order.sendsTo === null
        ? {
            label: t('purchasing.receiveGoods'),
            onPress: () => open('warehouse.station', { task: 'receive', orderId: order.id }),
          }
        : toInvoice
          ? {
              label: t('purchasing.enterInvoice'),
              onPress: () => open('purchasing.newInvoice', { supplierId: order.supplier.id }),
            }
          : undefined
  if (isOpen && canReceive && toInvoice) {
    actions.unshift({
      key: 'invoice',
      label: t('purchasing.enterInvoice'),
      onPress: () => open('purchasing.newInvoice', { supplierId: order.supplier.id }),
    })
  }
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.purchasing.order')}
        number={order.number ?? undefined}
        state={tag(order.state)}
        chain={chain}
        refusal={cancel.refusal ?? paper.refusal}
        side={history}
        facts={[
          { key: 'supplier', label: t('purchasing.supplier'), value: order.supplier.name },
          { key: 'orderedOn', label: t('purchasing.orderedOn'), value: <DateText date={order.orderedOn} /> },
          { key: 'expectedOn', label: t('purchasing.expectedOn'), value: <DateText date={order.expectedOn} /> },
          ...(order.acknowledgedOn === null
            ? []
            : [
                {
                  key: 'acknowledged',
                  label: t('purchasing.ack.on'),
                  value: (
                    <>
                      <DateText date={order.acknowledgedOn} /> {order.acknowledgedNumber}
                    </>
                  ),
                },
              ]),
          ...(order.sendsTo === null
            ? []
            : [
                {
                  key: 'sendsTo',
                  label: t('purchasing.direct.sendsTo'),
                  value: [order.sendsTo.name, order.sendsTo.address, order.sendsTo.phone]
                    .filter((text) => text !== '')
                    .join(', '),
                },
              ]),
          ...(order.isConsigned
            ? [{ key: 'terms', label: t('purchasing.consignment.terms'), value: t('purchasing.consignment.consigned') }]
            : []),
          ...rateFacts,
        ]}
        lines={
          <LinesTable
            label={t('app.lines.label')}
            hidesAmounts={!canSeeCost}
            moreTitles={[
              ...(isPromised ? [t('purchasing.ack.promised')] : []),
              t('purchasing.received'),
              t('purchasing.invoiced'),
            ]}
            currency={shown.currency}
            lines={order.lines.map((line) => ({
              ...lineInItsCurrency(line),
              more: [
                ...(isPromised
                  ? [line.promisedOn === null ? '' : <DateText key="promised" date={line.promisedOn} />]
                  : []),
                <QuantityText key="received" quantityMicro={line.receivedMicro} />,
                <QuantityText key="invoiced" quantityMicro={line.invoicedMicro} />,
              ],
            }))}
          />
        }
        notes={order.note === '' ? null : <p>{order.note}</p>}
        actions={actions}
        {...(order.grossMinor === null
          ? {}
          : {
              total: (
                <MoneyText
                  amountMinor={shown.grossMinor}
                  currency={shown.currency}
                  symbol={shown.currency !== undefined}
                />
              ),
              totals: totalRows(shown),
            })}
        {...(primary === undefined ? {} : { primary })}
      />
      {paper.prompt}
      {dialog === 'dispatch' ? <DispatchDialog order={order} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'ack' ? <AcknowledgeDialog order={order} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'prepay' ? (
        <DepositDialog
          direction="out"
          orderId={order.id}
          grossMinor={shown.grossMinor}
          currency={shown.currency}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </>
  )
}
