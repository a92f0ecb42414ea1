import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTotals } from '../../app/currencies/document-currency'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { api, engine, type Engine } from '../../app/engine'
import { priceAsTyped } from '../../app/orders/order-lines'
import { TaxInPrices } from '../../app/orders/tax-in-prices'
import { totalsOf } from '../../app/orders/document-totals'
import { useNavigation, type PageParams } from '../../app/pages'
import { PartnerSelect } from '../../app/documents/partner-select'
import { useSession } from '../../app/session'
import { DateText, DocumentFrame, EmptyState, Field, MoneyText, ScaledInput } from '../../ui'

type Open = Awaited<ReturnType<Engine['purchasing']['linesToInvoice']>>['rows'][number]

interface Typed {
  readonly isIn: boolean
  readonly quantityMicro: number
  readonly priceMicro: number
}

/** A supplier's invoice against what was received: tick what is on the paper, correct quantity and price, post. */
export function InvoiceEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const totalRows = useTotals()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [supplierId, setSupplier] = useState(
    params['supplierId'] === undefined ? undefined : Number(params['supplierId']),
  )
  const [reference, setReference] = useState('')
  const [invoicedOn, setInvoicedOn] = useState(company.today)
  const [typed, setTyped] = useState<ReadonlyMap<number, Typed>>(new Map())
  const post = useCommand(engine.purchasing.postInvoice)
  const { data } = useQuery(
    api.purchasing.linesToInvoice.queryOptions({
      input: { supplierId: supplierId ?? 0 },
      enabled: supplierId !== undefined,
    }),
  )
  const { data: supplier } = useQuery(
    api.parties.getPartner.queryOptions({ input: { id: supplierId ?? 0 }, enabled: supplierId !== undefined }),
  )
  const { data: rates } = useQuery(api.accounting.taxRates.queryOptions({ input: { on: invoicedOn, side: 'input' } }))
  const rows = data?.rows ?? []
  const [chosenTax, setChosenTax] = useState<boolean>()
  // As the orders were written, until somebody says what the paper says.
  const includesTax = chosenTax ?? (rows.length > 0 && rows.every((row) => row.grossPriceMicro !== null))
  const rateOf = (row: Open): number => rates?.rows.find((rate) => rate.taxCode === row.taxCode)?.rateMicro ?? 0
  const priceOf = (row: Open): number => priceAsTyped(row, includesTax, rates?.rows ?? [])
  const of = (row: Open): Typed =>
    typed.get(row.receiptLineId) ?? { isIn: true, quantityMicro: row.openMicro, priceMicro: priceOf(row) }
  const change = (row: Open, part: Partial<Typed>): void =>
    setTyped(new Map(typed).set(row.receiptLineId, { ...of(row), ...part }))
  const chosen = rows.filter((row) => of(row).isIn)
  // One invoice is in one currency; lines of another are refused with the reason.
  const currency = chosen[0]?.currency ?? null
  const totals = totalsOf(
    chosen.map((row) => ({
      ...of(row),
      taxRateMicro: rateOf(row),
      includesTax,
    })),
    currency ?? company.currency,
  )
  const submit = async (): Promise<void> => {
    if (supplierId === undefined) return
    const lines = chosen.map((row) => ({
      receiptLineId: row.receiptLineId,
      quantityMicro: of(row).quantityMicro,
      priceMicro: of(row).priceMicro,
    }))
    const answer = await post.run({
      supplierId,
      supplierReference: reference,
      invoicedOn,
      currency,
      pricesIncludeTax: includesTax,
      lines,
    })
    if (answer === undefined) return
    close('purchasing.newInvoice', params)
    open('purchasing.invoice', { id: answer.id })
  }
  const refusal = post.refusal
  return (
    <DocumentFrame
      title={t('app.kinds.purchasing.invoice')}
      state={tag('draft')}
      refusal={refusal?.field === 'supplierReference' ? undefined : refusal}
      fields={
        <>
          <Field label={t('purchasing.supplier')} isRequired>
            {(control) => (
              <PartnerSelect
                id={control.id}
                side="supplier"
                value={supplierId}
                text={supplier === undefined ? undefined : `${supplier.code} ${supplier.name}`}
                autoFocus={supplierId === undefined}
                onChange={(id) => {
                  setSupplier(id)
                  setTyped(new Map())
                }}
              />
            )}
          </Field>
          <Field
            label={t('purchasing.reference')}
            isRequired
            refusal={refusal?.field === 'supplierReference' ? refusal : undefined}
          >
            {(control) => (
              <Input
                {...control}
                autoFocus={supplierId !== undefined}
                maxLength={40}
                value={reference}
                onChange={(event) => setReference(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('app.lines.prices')}>
            {(control) => <TaxInPrices id={control.id} value={includesTax} onChange={setChosenTax} />}
          </Field>
          <Field label={t('purchasing.invoicedOn')}>
            {(control) => (
              <DatePicker
                id={control.id}
                allowClear={false}
                value={dayjs(invoicedOn)}
                onChange={(day) => day && setInvoicedOn(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
        </>
      }
      lines={
        rows.length === 0 ? (
          <EmptyState
            title={supplierId === undefined ? t('purchasing.chooseSupplier') : t('purchasing.nothingToInvoice')}
            hint={t('purchasing.nothingToInvoiceHint')}
          />
        ) : (
          <table className="k-table" aria-label={t('app.lines.label')}>
            <thead>
              <tr>
                <th scope="col">{t('purchasing.onPaper')}</th>
                <th scope="col">{t('app.kinds.purchasing.receipt')}</th>
                <th scope="col">{t('purchasing.receivedOn')}</th>
                <th scope="col">{t('app.lines.item')}</th>
                <th scope="col" className="k-right">
                  {t('app.lines.quantity')}
                </th>
                <th scope="col" className="k-right">
                  {t(includesTax ? 'app.lines.priceWithTax' : 'app.lines.price')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.receiptLineId}>
                  <td>
                    <Checkbox
                      aria-label={`${row.receiptNumber} ${row.item.name}`}
                      checked={of(row).isIn}
                      onChange={(event) => change(row, { isIn: event.target.checked })}
                    />
                  </td>
                  <td>
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('purchasing.receipt', { id: row.receiptId })}
                    >
                      {row.receiptNumber}
                    </button>
                  </td>
                  <td>
                    <DateText date={row.receivedOn} />
                  </td>
                  <td>
                    {row.item.code} {row.item.name}
                  </td>
                  <td className="k-right k-narrow">
                    <ScaledInput
                      decimals={6}
                      minDecimals={0}
                      aria-label={t('app.lines.quantity')}
                      suffix={row.item.baseUnit}
                      value={of(row).quantityMicro}
                      onChange={(value) =>
                        change(row, { quantityMicro: value ?? 0, isIn: value !== null && value > 0 })
                      }
                    />
                  </td>
                  <td className="k-right k-narrow">
                    <ScaledInput
                      decimals={6}
                      minDecimals={2}
                      aria-label={t('app.lines.price')}
                      suffix={row.currency ?? ''}
                      value={of(row).priceMicro}
                      onChange={(value) => change(row, { priceMicro: value ?? 0 })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
      total={<MoneyText amountMinor={totals.grossMinor} currency={currency ?? undefined} symbol={currency !== null} />}
      totals={totalRows({ ...totals, currency: currency ?? undefined })}
      {...(chosen.length === 0
        ? {}
        : { primary: { label: t('purchasing.postInvoice'), onPress: () => void submit(), isBusy: post.isRunning } })}
    />
  )
}
