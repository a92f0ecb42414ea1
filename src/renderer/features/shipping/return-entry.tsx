import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { api, engine, type Engine } from '../../app/engine'
import { useNavigation, type PageParams } from '../../app/pages'
import { useSession } from '../../app/session'
import { DocumentFrame, EmptyState, Field, PriceText, ScaledInput, Waiting } from '../../ui'

type Line = Awaited<ReturnType<Engine['shipping']['getShipment']>>['lines'][number]
const STATUSES = ['available', 'quarantine', 'damaged'] as const
type Status = (typeof STATUSES)[number]

interface Typed {
  readonly isBack: boolean
  readonly quantityMicro: number
  readonly status: Status
}

/** What of a shipment came back: tick it, say how much, where it goes and why. The credit note follows in one step. */
export function ReturnEntry({ params }: { readonly params: PageParams }): ReactNode {
  const shipmentId = Number(params['shipmentId'])
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [returnedOn, setReturnedOn] = useState(company.today)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState<ReadonlyMap<number, Typed>>(new Map())
  const post = useCommand(engine.shipping.receiveReturn)
  const { data: shipment } = useQuery(api.shipping.getShipment.queryOptions({ input: { id: shipmentId } }))
  const { data: order } = useQuery(
    api.sales.getOrder.queryOptions({ input: { id: shipment?.orderId ?? 0 }, enabled: shipment !== undefined }),
  )
  if (shipment === undefined) return <Waiting />

  const lines = shipment.lines.filter((line) => line.returnedMicro < line.quantityMicro)
  const of = (line: Line): Typed =>
    typed.get(line.id) ?? { isBack: false, quantityMicro: line.quantityMicro - line.returnedMicro, status: 'available' }
  const change = (line: Line, part: Partial<Typed>): void =>
    setTyped(new Map(typed).set(line.id, { ...of(line), ...part }))
  const includesTax = lines.some(({ grossPriceMicro }) => grossPriceMicro !== null)
  const chosen = lines.filter((line) => of(line).isBack && of(line).quantityMicro > 0)
  const submit = async (): Promise<void> => {
    if (order === undefined || chosen.length === 0) return
    const answer = await post.run({
      customerId: shipment.customer.id,
      warehouseId: order.warehouseId,
      shipmentId,
      returnedOn,
      reason,
      lines: chosen.map((line) => ({
        shipmentLineId: line.id,
        itemId: line.item.id,
        quantityMicro: of(line).quantityMicro,
        priceMicro: line.priceMicro,
        status: of(line).status,
      })),
    })
    if (answer === undefined) return
    close('shipping.newReturn', params)
    open('shipping.return', { id: answer.id })
  }
  const { refusal } = post
  return (
    <DocumentFrame
      title={t('shipping.newReturn')}
      number={shipment.number}
      state={tag('draft')}
      refusal={refusal?.field === 'reason' ? undefined : refusal}
      facts={[{ key: 'customer', label: t('shipping.customer'), value: shipment.customer.name }]}
      fields={
        <>
          <Field label={t('shipping.returnedOn')}>
            {(control) => (
              <DatePicker
                id={control.id}
                allowClear={false}
                value={dayjs(returnedOn)}
                onChange={(day) => day && setReturnedOn(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
          <Field label={t('shipping.reason')} isRequired refusal={refusal?.field === 'reason' ? refusal : undefined}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                maxLength={200}
                placeholder={t('shipping.reasonExample')}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </>
      }
      lines={
        lines.length === 0 ? (
          <EmptyState title={t('shipping.allBack')} hint={t('shipping.allBackHint')} />
        ) : (
          <table className="k-table" aria-label={t('app.lines.label')}>
            <thead>
              <tr>
                <th scope="col">{t('shipping.cameBack')}</th>
                <th scope="col">{t('app.lines.item')}</th>
                <th scope="col">{t('shipping.lot')}</th>
                <th scope="col" className="k-right">
                  {t('app.lines.quantity')}
                </th>
                <th scope="col">{t('shipping.status')}</th>
                <th scope="col" className="k-right">
                  {t(includesTax ? 'app.lines.priceWithTax' : 'app.lines.price')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td>
                    <Checkbox
                      aria-label={`${t('shipping.cameBack')} ${line.item.name}`}
                      checked={of(line).isBack}
                      onChange={(event) => change(line, { isBack: event.target.checked })}
                    />
                  </td>
                  <td>
                    {line.item.code} {line.item.name}
                  </td>
                  <td>{line.lot?.code ?? ''}</td>
                  <td className="k-right k-narrow">
                    <ScaledInput
                      decimals={6}
                      minDecimals={0}
                      aria-label={`${t('app.lines.quantity')} ${line.item.name}`}
                      suffix={line.item.baseUnit}
                      value={of(line).quantityMicro}
                      onChange={(value) =>
                        change(line, { quantityMicro: value ?? 0, isBack: value !== null && value > 0 })
                      }
                    />
                  </td>
                  <td>
                    <Select<Status>
                      style={{ width: 160 }}
                      aria-label={`${t('shipping.status')} ${line.item.name}`}
                      value={of(line).status}
                      onChange={(status) => change(line, { status })}
                      options={STATUSES.map((value) => ({ value, label: t(`shipping.goesTo.${value}`) }))}
                    />
                  </td>
                  <td className="k-right">
                    <PriceText priceMicro={line.grossPriceMicro ?? line.priceMicro} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
      {...(chosen.length > 0 && reason.trim() !== ''
        ? { primary: { label: t('shipping.postReturn'), onPress: () => void submit(), isBusy: post.isRunning } }
        : { notes: <p className="k-soft">{t('shipping.returnHint')}</p> })}
    />
  )
}
