import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { lineInItsCurrency } from '../../../app/currencies/document-currency'
import { api, engine, type Engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { emptyDraft, type DraftStore, type OrderDraft } from '../../../app/orders/order-draft'
import { OrderEditor } from '../../../app/orders/order-editor'
import { typedLine } from '../../../app/orders/order-lines'
import type { PageParams } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { useLanguage, Waiting } from '../../../ui'
import { useSalesFacts } from '../sales-facts'
import { SentQuotation } from './sent-quotation'

export type Quotation = Awaited<ReturnType<Engine['offers']['getQuotation']>>

const USUAL_DAYS = 30

/** A quotation: typed like an order while it is a draft, followed to its orders once it is sent. */
export function QuotationPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const { data } = useQuery(api.offers.getQuotation.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  if (id === undefined) return <DraftQuotation id={undefined} quotation={undefined} />
  if (data === undefined) return <Waiting />
  return data.state === 'draft' ? (
    <DraftQuotation key={data.revision} id={id} quotation={data} />
  ) : (
    <SentQuotation quotation={data} />
  )
}

function DraftQuotation(props: {
  readonly id: number | undefined
  readonly quotation: Quotation | undefined
}): ReactNode {
  const { id, quotation } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const { company } = useSession()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const { data: rates } = useQuery(api.accounting.taxRates.queryOptions({ input: { on: company.today } }))
  const warehouseId = quotation?.warehouseId ?? warehouses?.rows[0]?.id
  const factsOf = useSalesFacts(warehouseId, rates?.rows)
  const reference = quotation?.customerReference ?? ''
  const store = useMemo<DraftStore>(
    () => ({
      async save(savedId, { partnerId, orderedOn, dueOn, note, pricesIncludeTax, currency, lines }) {
        const answer = await engine.offers.saveQuotation({
          ...(savedId === undefined ? {} : { id: savedId }),
          customerId: partnerId,
          warehouseId: warehouseId ?? 0,
          quotedOn: orderedOn,
          validUntil: dueOn,
          customerReference: reference,
          note,
          pricesIncludeTax,
          currency: currency ?? null,
          lines,
          idempotencyKey: crypto.randomUUID(),
        })
        return answer.id
      },
    }),
    [warehouseId, reference],
  )
  const initial = useMemo<OrderDraft>(
    () =>
      quotation === undefined
        ? { ...emptyDraft(company.today), dueOn: addDays(company.today, USUAL_DAYS) }
        : {
            partnerId: quotation.customer.id,
            partnerText: `${quotation.customer.code} ${quotation.customer.name}`,
            orderedOn: quotation.quotedOn,
            dueOn: quotation.validUntil,
            note: quotation.note,
            pricesIncludeTax: quotation.lines.some(({ grossPriceMicro }) => grossPriceMicro !== null),
            currency: quotation.currency ?? undefined,
            lines: quotation.lines.map((line) => {
              const { priceMicro, ...shown } = lineInItsCurrency(line)
              return typedLine({ ...shown, priceMicro: priceMicro ?? 0 }, rates?.rows ?? [])
            }),
          },
    [quotation, rates, company.today],
  )
  if (warehouses === undefined || rates === undefined) return <Waiting />
  if (warehouseId === undefined) return <NoWarehouse hint={t('sales.needsWarehouse')} />
  const print = async (): Promise<void> => {
    const { fileName, pdf } = await engine.offers.quotationPdf({ id: id ?? 0, locale: language })
    savePdf(fileName, pdf)
  }
  return (
    <OrderEditor
      kind="offers.quotation"
      id={id}
      initial={initial}
      side="customer"
      words={{
        partner: t('offers.customer'),
        due: t('offers.validUntil'),
        price: t('sales.price'),
        lineNote: t('sales.stock'),
        confirm: t('offers.send'),
      }}
      store={store}
      factsOf={factsOf}
      hasQuantityPrices
      confirm={(savedId) => engine.offers.sendQuotation({ id: savedId, idempotencyKey: crypto.randomUUID() })}
      moreActions={id === undefined ? [] : [{ key: 'print', label: t('sales.pdf'), onPress: () => void print() }]}
      remove={(savedId) => engine.offers.deleteQuotation({ id: savedId, idempotencyKey: crypto.randomUUID() })}
    />
  )
}
