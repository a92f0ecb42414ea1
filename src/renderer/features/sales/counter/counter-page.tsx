import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef } from 'antd'
import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../../shared/errors'
import { useCommand } from '../../../app/commands'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, asRefusal, engine, type Engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { usePreference } from '../../../app/preferences'
import { usePrintPaper } from '../../../app/documents/print-paper'
import { useSession } from '../../../app/session'
import {
  EmptyState,
  Field,
  MoneyText,
  PageHeader,
  PriceText,
  QuantityText,
  RefusalAlert,
  ScaledInput,
  useLanguage,
  useScanner,
  useShortcuts,
  Waiting,
} from '../../../ui'
import { asMarked } from '../../../app/orders/marked-price'
import { added, basketGrossMinor, counted, lineGrossMinor, type BasketLine } from './basket'
import { TillBar } from './till-bar'
import './counter.css'

type Sold = Awaited<ReturnType<Engine['counter']['sell']>>

/** Goods over the counter: scan, take the cash, give change and receipt. */
export function CounterPage(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const { data: rates } = useQuery(api.accounting.taxRates.queryOptions({ input: { on: company.today } }))
  if (warehouses === undefined || rates === undefined) return <Waiting />
  const [warehouse] = warehouses.rows
  if (warehouse === undefined) return <NoWarehouse hint={t('sales.needsWarehouse')} />
  return <Counter warehouseId={warehouse.id} rates={rates.rows} />
}

function Counter(props: {
  readonly warehouseId: number
  readonly rates: readonly { readonly taxCode: string; readonly rateMicro: number }[]
}): ReactNode {
  const { warehouseId, rates } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const language = useLanguage()
  const [customerId, setCustomer] = usePreference<number>('counter.customer', 0)
  const [lines, setLines] = useState<readonly BasketLine[]>([])
  const [text, setText] = useState('')
  const [tenderedMinor, setTendered] = useState<number | null>(null)
  const [sold, setSold] = useState<Sold>()
  const [refusal, setRefusal] = useState<Refusal>()
  const entry = useRef<InputRef>(null)
  const sell = useCommand(engine.counter.sell)
  const grossMinor = basketGrossMinor(lines, company.currency)

  const take = useCallback(
    async (code: string): Promise<void> => {
      setRefusal(undefined)
      setSold(undefined)
      try {
        const line = await lineOf(code, { warehouseId, customerId, rates, currency: company.currency })
        setLines((before) => added(before, line))
        setText('')
      } catch (error) {
        setRefusal(asRefusal(error))
      }
    },
    [warehouseId, customerId, rates, company.currency],
  )
  useScanner((scan) => {
    void take(`${scan.symbology ?? ''}${scan.text}`)
  })
  const pay = async (cashMinor: number): Promise<void> => {
    const answer = await sell.run({
      customerId,
      warehouseId,
      soldOn: company.today,
      tenderedMinor: cashMinor,
      lines: lines.map(({ itemId, packId, quantityMicro, priceMicro, serials }) => ({
        itemId,
        packId,
        quantityMicro,
        priceMicro,
        ...(serials === undefined ? {} : { serials: [...serials] }),
      })),
    })
    if (answer === undefined) return
    setSold(answer)
    setLines([])
    setTendered(null)
    entry.current?.focus()
  }
  const receipt = usePrintPaper()
  const print = (id: number): void => receipt.print({ paper: 'receipt', sourceId: id })
  const savePaper = async (id: number): Promise<void> => {
    const { fileName, pdf } = await engine.counter.receiptPdf({ id, locale: language })
    savePdf(fileName, pdf)
  }
  const canPay = customerId > 0 && lines.length > 0 && grossMinor > 0
  useShortcuts(t('counter.title'), [
    { keys: 'F2', label: t('counter.exact'), run: () => setTendered(grossMinor) },
    { keys: 'F4', label: t('counter.print'), run: () => (sold === undefined ? undefined : print(sold.id)) },
    {
      keys: 'Ctrl+Enter',
      label: t('counter.pay'),
      run: () => (canPay ? void pay(tenderedMinor ?? grossMinor) : undefined),
    },
  ])
  const shown = refusal ?? sell.refusal ?? receipt.refusal
  return (
    <section className="k-form-page">
      <PageHeader title={t('counter.title')} />
      <TillBar />
      {shown === undefined ? null : <RefusalAlert refusal={shown} />}
      <div className="k-counter">
        <div className="k-counter-goods">
          <Input
            ref={entry}
            autoFocus
            size="large"
            aria-label={t('counter.scan')}
            placeholder={t('counter.scan')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={() => {
              if (text.trim() !== '') void take(text.trim())
            }}
          />
          {lines.length === 0 ? (
            <EmptyState title={t('counter.empty')} hint={t('counter.emptyHint')} />
          ) : (
            <Basket lines={lines} onChange={setLines} />
          )}
        </div>
        <div className="k-counter-cash">
          <Field label={t('counter.customer')} isRequired>
            {(control) => (
              <PartnerSelect
                id={control.id}
                side="customer"
                value={customerId === 0 ? undefined : customerId}
                onChange={setCustomer}
              />
            )}
          </Field>
          {sold === undefined ? (
            <>
              <p className="k-counter-label">{t('counter.total')}</p>
              <p className="k-counter-figure">
                <MoneyText amountMinor={grossMinor} />
              </p>
              <Field label={t('counter.cash')}>
                {(control) => (
                  <ScaledInput
                    id={control.id}
                    decimals={2}
                    minDecimals={2}
                    value={tenderedMinor}
                    onChange={setTendered}
                  />
                )}
              </Field>
              {tenderedMinor === null || tenderedMinor < grossMinor ? null : (
                <>
                  <p className="k-counter-label">{t('counter.change')}</p>
                  <p className="k-counter-figure">
                    <MoneyText amountMinor={tenderedMinor - grossMinor} />
                  </p>
                </>
              )}
              <Button
                type="primary"
                size="large"
                block
                disabled={!canPay}
                loading={sell.isRunning}
                onClick={() => void pay(tenderedMinor ?? grossMinor)}
              >
                {t('counter.pay')}
              </Button>
            </>
          ) : (
            <div role="status" className="k-counter-cash">
              <p>{t('counter.sold', { number: sold.invoiceNumber })}</p>
              <p className="k-counter-label">{t('counter.change')}</p>
              <p className="k-counter-figure">
                <MoneyText amountMinor={sold.changeMinor} />
              </p>
              <Button size="large" block onClick={() => print(sold.id)}>
                {t('counter.print')}
              </Button>
              <Button block onClick={() => void savePaper(sold.id)}>
                {t('sales.pdf')}
              </Button>
              {receipt.isAsked ? <p>{t('labels.printing.asked')}</p> : null}
              {receipt.prompt}
              <Button type="primary" size="large" block onClick={() => setSold(undefined)}>
                {t('counter.next')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </section>
  )
}

function Basket(props: {
  readonly lines: readonly BasketLine[]
  onChange(lines: readonly BasketLine[]): void
}): ReactNode {
  const { lines, onChange } = props
  const { t } = useTranslation()
  const { company } = useSession()
  return (
    <table className="k-table" aria-label={t('counter.title')}>
      <thead>
        <tr>
          <th scope="col">{t('counter.item')}</th>
          <th scope="col" className="k-right">
            {t('counter.price')}
          </th>
          <th scope="col" className="k-right">
            {t('counter.quantity')}
          </th>
          <th scope="col" className="k-right">
            {t('counter.amount')}
          </th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={line.key}>
            <td>
              {line.code} {line.name}
            </td>
            <td className="k-right">
              <PriceText priceMicro={line.priceMicro} />
            </td>
            <td className="k-right">
              <QuantityText quantityMicro={line.quantityMicro} unit={line.baseUnit} />
            </td>
            <td className="k-right">
              <MoneyText amountMinor={lineGrossMinor(line, company.currency)} />
            </td>
            <td className="k-right">
              {line.isLabelled ? null : (
                <>
                  <Button
                    size="small"
                    aria-label={`${t('counter.fewer')} ${line.name}`}
                    onClick={() => onChange(counted(lines, at, -1))}
                  >
                    −
                  </Button>{' '}
                  <Button
                    size="small"
                    aria-label={`${t('counter.more')} ${line.name}`}
                    onClick={() => onChange(counted(lines, at, 1))}
                  >
                    +
                  </Button>{' '}
                </>
              )}
              <Button
                size="small"
                danger
                aria-label={`${t('counter.remove')} ${line.name}`}
                onClick={() => onChange(lines.filter((_line, index) => index !== at))}
              >
                ×
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a scan, a code or a word means, at this customer's price. */
async function lineOf(
  code: string,
  at: {
    readonly warehouseId: number
    readonly customerId: number
    readonly rates: readonly { readonly taxCode: string; readonly rateMicro: number }[]
    readonly currency: string
  },
): Promise<BasketLine> {
  const reading = await engine.items.readScan({ scan: code })
  const itemId = reading.item?.id ?? (await onlyHit(code))
  if (itemId === undefined) throw new Refusal('station.codeUnknown', { scanned: code })
  const item = await engine.items.getItem({ id: itemId })
  const pack = item.packs.find(({ id }) => id === reading.packId) ?? item.packs[0]
  if (pack === undefined) throw new Refusal('station.codeUnknown', { scanned: code })
  if (item.serialTracked && reading.lot === null) {
    throw new Refusal('warehouse.serialWanted', { item: `${item.code} ${item.name}` })
  }
  const piece = item.serialTracked && reading.lot !== null ? { serials: [reading.lot] } : {}
  const quantityMicro = reading.quantityMicro ?? pack.baseQuantity * 1_000_000
  const advice = await engine.sales.lineAdvice({
    itemId,
    warehouseId: at.warehouseId,
    packId: pack.id,
    quantityMicro,
    ...(at.customerId === 0 ? {} : { customerId: at.customerId }),
  })
  const taxRateMicro = at.rates.find((rate) => rate.taxCode === item.taxCode)?.rateMicro ?? 0
  const known = { quantityMicro, priceMicro: advice.priceMicro }
  return {
    key: crypto.randomUUID(),
    isLabelled: reading.marked !== null,
    itemId,
    packId: pack.id,
    code: item.code,
    name: item.name,
    packUnit: pack.unit,
    packBaseQuantity: pack.baseQuantity,
    baseUnit: item.baseUnit,
    ...(asMarked(reading, { ...known, taxRateMicro, baseQuantity: pack.baseQuantity, currency: at.currency }) ?? known),
    ...piece,
    taxRateMicro,
  }
}

/** A word is taken where it finds one item and no other. */
async function onlyHit(text: string): Promise<number | undefined> {
  const { rows } = await engine.items.findItems({ text, limit: 2 })
  return rows.length === 1 ? rows[0]?.id : undefined
}
