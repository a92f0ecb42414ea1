import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import { ItemSelect } from '../../app/documents/item-select'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { PartnerSelect } from '../../app/documents/partner-select'
import { useCan } from '../../app/session'
import {
  DateText,
  DocumentFrame,
  Field,
  PriceText,
  QuantityText,
  StateTag,
  Waiting,
  type DocumentAction,
} from '../../ui'
import { HoldDialog } from './hold-dialog'
import { useQueueTag } from './queue-tag'

type Request = Awaited<ReturnType<Engine['orders']['getRequest']>>
type Line = Request['lines'][number]

/** An order in the queue: what is wrong stands at its line, with the mend beside it. */
export function RequestPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const tab = usePageTab()
  const { data: request } = useQuery(api.orders.getRequest.queryOptions({ input: { id } }))
  useEffect(() => {
    if (request !== undefined) tab.setTitle(request.externalNumber)
  }, [tab, request])
  return request === undefined ? <Waiting /> : <Shown request={request} />
}

function Shown({ request }: { readonly request: Request }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useQueueTag()
  const canWrite = useCan('sales.write') && request.state === 'open'
  const [isHolding, setHolding] = useState(false)
  const release = useCommand(engine.orders.releaseOrder)
  const mend = useCommand(engine.orders.mendRequest)
  const split = useCommand(engine.orders.splitRequest)
  const cancel = useCommand(engine.orders.cancelRequest)
  const unhold = useCommand(engine.orders.unholdRequest)
  const { data: listed } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const warehouses = listed?.rows ?? []
  const { id, problems } = request
  const isStockOnly = problems.length > 0 && problems.every(({ code }) => code === 'stock')

  const change = (part: {
    customerId?: number
    shipTo?: string
    line?: { of: Line; itemId: number; packId: number; isSubstitute: boolean }
  }) => {
    const { line } = part
    return mend.run({
      id,
      customerId: part.customerId ?? request.customer?.id ?? null,
      shipTo: part.shipTo ?? request.shipTo,
      promisedOn: request.promisedOn,
      lines:
        line === undefined
          ? []
          : [
              {
                id: line.of.id,
                itemId: line.itemId,
                packId: line.packId,
                countMicro: line.of.countMicro,
                // What the channel asks is for what it named; instead of it our own price counts.
                priceMicro: line.isSubstitute ? null : line.of.priceMicro,
                isSubstitute: line.isSubstitute,
              },
            ],
    })
  }
  const setItem = async (of: Line, itemId: number, isSubstitute: boolean): Promise<void> => {
    const { packs } = await engine.items.getItem({ id: itemId })
    const wanted = (of.packUnit ?? of.unitText).toLowerCase()
    const pack = packs.find((entry) => entry.unit.toLowerCase() === wanted) ?? packs[0]
    if (pack !== undefined) await change({ line: { of, itemId, packId: pack.id, isSubstitute } })
  }
  const place = async (backOrder: boolean): Promise<void> => {
    const answer = await release.run({ id, backOrder })
    if (answer?.orderId != null) open('sales.order', { id: answer.orderId })
  }
  const splitting = (by: 'stock' | 'warehouse' | 'carrier' | 'temperature', label: string): DocumentAction => ({
    key: `split-${by}`,
    label,
    onPress: () => void split.run({ id, by }),
  })
  const actions: DocumentAction[] = []
  if (canWrite) {
    actions.push(
      request.holdReason === null
        ? { key: 'hold', label: t('sales.hold.do'), onPress: () => setHolding(true) }
        : { key: 'unhold', label: t('sales.hold.end'), onPress: () => void unhold.run({ id }) },
    )
    if (problems.some(({ code }) => code === 'stock')) {
      actions.push(splitting('stock', t('orders.splitStock')))
      actions.push(splitting('warehouse', t('orders.splitWarehouse')))
    }
    if (request.lines.length > 1) {
      actions.push(splitting('carrier', t('orders.splitCarrier')))
      actions.push(splitting('temperature', t('orders.splitTemperature')))
    }
    actions.push({
      key: 'cancel',
      label: t('orders.cancel'),
      isDanger: true,
      onPress: () => void cancel.run({ id }),
    })
  }
  const { orderId } = request
  const primary =
    orderId === null
      ? canWrite && request.holdReason === null && (problems.length === 0 || isStockOnly)
        ? {
            label: t(isStockOnly ? 'orders.releaseWaiting' : 'orders.release'),
            onPress: () => void place(isStockOnly),
            isBusy: release.isRunning,
          }
        : undefined
      : { label: t('orders.openOrder'), onPress: () => open('sales.order', { id: orderId }) }
  return (
    <>
      <DocumentFrame
        title={t('orders.request')}
        number={request.externalNumber}
        state={tag(request)}
        refusal={release.refusal ?? mend.refusal ?? split.refusal ?? cancel.refusal ?? unhold.refusal}
        facts={[
          { key: 'customer', label: t('orders.customer'), value: request.customer?.name ?? request.customerText },
          { key: 'promisedOn', label: t('orders.promisedOn'), value: <DateText date={request.promisedOn} /> },
          { key: 'shipTo', label: t('orders.shipTo'), value: request.shipTo },
          ...(warehouses.length < 2
            ? []
            : [
                {
                  key: 'warehouse',
                  label: t('orders.warehouse'),
                  value: warehouses.find((warehouse) => warehouse.id === request.warehouseId)?.name ?? '',
                },
              ]),
          ...(request.carrier === '' ? [] : [{ key: 'carrier', label: t('orders.carrier'), value: request.carrier }]),
        ]}
        {...(canWrite
          ? {
              fields: (
                <>
                  <Field label={t('orders.customer')} hint={request.customer === null ? request.customerText : ''}>
                    {(control) => (
                      <PartnerSelect
                        id={control.id}
                        side="customer"
                        value={request.customer?.id}
                        text={request.customer?.name}
                        onChange={(customerId) => void change({ customerId })}
                      />
                    )}
                  </Field>
                  <Field label={t('orders.shipTo')}>
                    {(control) => (
                      <Input
                        key={request.shipTo}
                        id={control.id}
                        maxLength={200}
                        defaultValue={request.shipTo}
                        onBlur={(event) =>
                          event.target.value === request.shipTo
                            ? undefined
                            : void change({ shipTo: event.target.value })
                        }
                      />
                    )}
                  </Field>
                </>
              ),
            }
          : {})}
        lines={
          <Lines
            request={request}
            onItem={canWrite ? (line, itemId, instead) => void setItem(line, itemId, instead) : undefined}
          />
        }
        notes={
          <>
            {problems
              .filter(({ lineId }) => lineId === 0)
              .map(({ code }) => (
                <p key={code}>
                  <StateTag tone="bad" label={t(`orders.problem.${code}`)} /> {t(`orders.mend.${code}`)}
                </p>
              ))}
            {request.holdReason === null ? null : <p>{t('sales.hold.held', { reason: request.holdReason })}</p>}
            {request.mergedNumbers.length === 0 ? null : (
              <p>{t('orders.mergedNumbers', { numbers: request.mergedNumbers.join(', ') })}</p>
            )}
            {request.note === '' ? null : <p>{request.note}</p>}
          </>
        }
        actions={actions}
        {...(primary === undefined ? {} : { primary })}
      />
      {isHolding ? <HoldDialog id={id} onClose={() => setHolding(false)} /> : null}
    </>
  )
}

function Lines(props: {
  readonly request: Request
  readonly onItem: ((line: Line, itemId: number, isSubstitute: boolean) => void) | undefined
}): ReactNode {
  const { request, onItem } = props
  const { t } = useTranslation()
  return (
    <table className="k-table" aria-label={t('app.lines.label')}>
      <thead>
        <tr>
          <th scope="col">{t('orders.written')}</th>
          <th scope="col" className="k-right">
            {t('app.lines.quantity')}
          </th>
          <th scope="col">{t('app.lines.item')}</th>
          <th scope="col" className="k-right">
            {t('app.lines.price')}
          </th>
          <th scope="col">{t('orders.problems')}</th>
        </tr>
      </thead>
      <tbody>
        {request.lines.map((line) => (
          <tr key={line.id}>
            <td>{line.itemText}</td>
            <td className="k-right">
              <QuantityText quantityMicro={line.countMicro} unit={line.packUnit ?? line.unitText} />
            </td>
            <td>
              {line.item === null || (onItem !== undefined && line.problems.length > 0) ? (
                <Mend line={line} onItem={onItem} />
              ) : (
                `${line.item.code} ${line.item.name}`
              )}
            </td>
            <td className="k-right">{line.priceMicro === null ? null : <PriceText priceMicro={line.priceMicro} />}</td>
            <td>
              {line.problems.map((code) => (
                <span key={code} title={t(`orders.mend.${code}`)}>
                  <StateTag tone="bad" label={t(`orders.problem.${code}`)} />{' '}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Mend({
  line,
  onItem,
}: {
  readonly line: Line
  readonly onItem: ((line: Line, itemId: number, isSubstitute: boolean) => void) | undefined
}) {
  const { t } = useTranslation()
  if (onItem === undefined) return null
  const { guess } = line
  return (
    <>
      <ItemSelect
        label={t('orders.chooseItem', { text: line.itemText })}
        value={line.item?.id}
        text={line.item === null ? undefined : `${line.item.code} ${line.item.name}`}
        onChange={(itemId) => (itemId === null ? undefined : onItem(line, itemId, false))}
      />
      {guess === null ? null : (
        <Button size="small" onClick={() => onItem(line, guess.id, false)}>
          {t('orders.takeGuess', { item: `${guess.code} ${guess.name}` })}
        </Button>
      )}
      {line.substitutes.map((item) => (
        <Button key={item.id} size="small" onClick={() => onItem(line, item.id, true)}>
          {t('orders.takeSubstitute', { item: `${item.code} ${item.name}` })}
        </Button>
      ))}
    </>
  )
}
