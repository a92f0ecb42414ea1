import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, engine, type Engine } from '../../../app/engine'
import {
  begunGoods,
  itemColumn,
  lotColumn,
  namedLot,
  newLotLine,
  priceColumn,
  quantityColumn,
  type LotLine,
} from '../../../app/orders/goods-columns'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useStateTag } from '../../../app/documents/document-parts'
import { useNavigation, type PageParams } from '../../../app/pages'
import { useSession } from '../../../app/session'
import {
  DateText,
  DocumentFrame,
  EntryGrid,
  Field,
  QuantityText,
  ScaledInput,
  Waiting,
  type EntryColumn,
} from '../../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['returnableLines']>>['rows'][number]

interface StockLine extends LotLine {
  readonly priceMicro: number | undefined
}

const newStockLine = (): StockLine => ({ ...newLotLine(), priceMicro: undefined })

/** What is to go back to a supplier: from its deliveries, or out of stock by lot. The station sends it. */
export function ReturnEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [supplierId, setSupplier] = useState(
    params['supplierId'] === undefined ? undefined : Number(params['supplierId']),
  )
  const [plannedOn, setPlannedOn] = useState(company.today)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState<ReadonlyMap<number, number>>(new Map())
  const [stock, setStock] = useState<readonly StockLine[]>([])
  const plan = useCommand(engine.purchasing.planReturn)
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const { data: supplier } = useQuery(
    api.parties.getPartner.queryOptions({ input: { id: supplierId ?? 0 }, enabled: supplierId !== undefined }),
  )
  const { data } = useQuery(
    api.purchasing.returnableLines.queryOptions({
      input: { supplierId: supplierId ?? 0 },
      enabled: supplierId !== undefined,
    }),
  )
  const columns = useMemo<EntryColumn<StockLine>[]>(
    () => [
      itemColumn(t('app.lines.item')),
      lotColumn(t('purchasing.lot')),
      quantityColumn(t('app.lines.quantity')),
      priceColumn(t('app.lines.price')),
    ],
    [t],
  )
  if (warehouses === undefined) return <Waiting />
  const [first] = warehouses.rows
  if (first === undefined) return <NoWarehouse hint={t('purchasing.needsWarehouse')} />
  const rows = data?.rows ?? []
  const back = rows.flatMap((row) => {
    const quantityMicro = typed.get(row.receiptLineId) ?? 0
    return quantityMicro > 0 ? [{ row, line: { receiptLineId: row.receiptLineId, quantityMicro } }] : []
  })
  const whole = begunGoods(stock)?.flatMap(({ itemId, lotCode, quantityMicro, priceMicro }) =>
    priceMicro === undefined ? [] : [{ itemId, quantityMicro, priceMicro, ...namedLot(lotCode) }],
  )
  const isWhole = whole?.length === stock.filter((line) => line.itemId !== undefined).length
  const warehouseId = back[0]?.row.warehouseId ?? first.id
  const isReady = supplierId !== undefined && reason.trim() !== '' && isWhole && back.length + whole.length > 0
  const submit = async (): Promise<void> => {
    if (supplierId === undefined) return
    const lines = [...back.map(({ line }) => line), ...(whole ?? [])]
    const answer = await plan.run({ supplierId, warehouseId, plannedOn, reason, lines })
    if (answer === undefined) return
    close('purchasing.newReturn', params)
    open('purchasing.return', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.purchasing.return')}
      state={tag('draft')}
      refusal={plan.refusal}
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
          <Field label={t('purchasing.back.reason')} isRequired>
            {(control) => (
              <Input {...control} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <Field label={t('purchasing.back.plannedOn')}>
            {(control) => <DayPicker id={control.id} value={plannedOn} onChange={setPlannedOn} />}
          </Field>
        </>
      }
      lines={
        <>
          {rows.length === 0 ? null : <Deliveries rows={rows} typed={typed} onType={setTyped} />}
          <h2 className="k-section">{t('purchasing.back.ofStock')}</h2>
          <EntryGrid
            label={t('purchasing.back.ofStock')}
            columns={columns}
            lines={stock}
            lineKey={(line) => line.key}
            newLine={newStockLine}
            onChange={setStock}
          />
        </>
      }
      {...(isReady
        ? { primary: { label: t('purchasing.back.plan'), onPress: () => void submit(), isBusy: plan.isRunning } }
        : { notes: <p className="k-soft">{t('purchasing.back.planHint')}</p> })}
    />
  )
}

function Deliveries(props: {
  readonly rows: readonly Row[]
  readonly typed: ReadonlyMap<number, number>
  onType(typed: ReadonlyMap<number, number>): void
}): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  return (
    <>
      <h2 className="k-section">{t('purchasing.back.ofDeliveries')}</h2>
      <table className="k-table" aria-label={t('purchasing.back.ofDeliveries')}>
        <thead>
          <tr>
            <th scope="col">{t('app.kinds.purchasing.receipt')}</th>
            <th scope="col">{t('purchasing.receivedOn')}</th>
            <th scope="col">{t('app.lines.item')}</th>
            <th scope="col">{t('purchasing.lot')}</th>
            <th scope="col" className="k-right">
              {t('purchasing.back.returnable')}
            </th>
            <th scope="col" className="k-right">
              {t('purchasing.back.goesBack')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.receiptLineId}>
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
              <td>{row.lotCode ?? ''}</td>
              <td className="k-right">
                <QuantityText quantityMicro={row.returnableMicro} unit={row.item.baseUnit} />
              </td>
              <td className="k-right k-narrow">
                <ScaledInput
                  decimals={6}
                  minDecimals={0}
                  aria-label={`${t('purchasing.back.goesBack')} ${row.receiptNumber} ${row.item.name}`}
                  suffix={row.item.baseUnit}
                  value={props.typed.get(row.receiptLineId) ?? null}
                  onChange={(value) => props.onType(new Map(props.typed).set(row.receiptLineId, value ?? 0))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
