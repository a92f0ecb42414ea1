import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useChain, useHistoryPart, useStateTag } from '../../../app/documents/document-parts'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, engine, type Engine } from '../../../app/engine'
import { wholeGoods, type GoodsLine } from '../../../app/orders/goods-columns'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateText, Dialog, DocumentFrame, Field, QuantityText, RefusalAlert, Waiting } from '../../../ui'
import { NoteDialog } from '../matching/note-dialog'
import { WantedLines } from './wanted-lines'

type PurchaseRequest = Awaited<ReturnType<Engine['sourcing']['getRequest']>>

/** What somebody in the house needs: asked for, then ordered, asked of suppliers, or refused with the reason. */
export function RequestPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const { data } = useQuery(api.sourcing.getRequest.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  if (id === undefined) return <NewRequest params={params} />
  return data === undefined ? <Waiting /> : <ShownRequest request={data} />
}

function NewRequest({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [neededOn, setNeededOn] = useState(addDays(company.today, 7))
  const [reason, setReason] = useState('')
  const [lines, setLines] = useState<readonly GoodsLine[]>([])
  const place = useCommand(engine.sourcing.placeRequest)
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  if (warehouses === undefined) return <Waiting />
  const warehouseId = warehouses.rows[0]?.id
  if (warehouseId === undefined) return <NoWarehouse hint={t('purchasing.needsWarehouse')} />
  const wanted = wholeGoods(lines)?.map(({ itemId, quantityMicro }) => ({ itemId, quantityMicro }))
  const submit = async (): Promise<void> => {
    if (wanted === undefined) return
    const answer = await place.run({ warehouseId, requestedOn: company.today, neededOn, reason, lines: wanted })
    if (answer === undefined) return
    close('sourcing.request', params)
    open('sourcing.request', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.sourcing.request')}
      state={tag('draft')}
      refusal={place.refusal}
      fields={
        <>
          <Field label={t('sourcing.reason')} isRequired>
            {(control) => (
              <Input
                {...control}
                autoFocus
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('sourcing.neededOn')}>
            {(control) => <DayPicker id={control.id} value={neededOn} onChange={setNeededOn} />}
          </Field>
        </>
      }
      lines={<WantedLines lines={lines} onChange={setLines} />}
      {...(wanted === undefined || reason.trim() === ''
        ? {}
        : { primary: { label: t('sourcing.send'), onPress: () => void submit(), isBusy: place.isRunning } })}
    />
  )
}

function ShownRequest({ request }: { readonly request: PurchaseRequest }): ReactNode {
  const { id, number, state } = request
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const [dialog, setDialog] = useState<'refuse' | 'order'>()
  const chain = useChain(request.chain, { kind: 'sourcing.request', number, state })
  const history = useHistoryPart('sourcing.request', id)
  useEffect(() => tab.setTitle(number), [tab, number])
  const mayAct = canWrite && state === 'open'
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.sourcing.request')}
        number={number}
        state={tag(state)}
        chain={chain}
        facts={[
          { key: 'reason', label: t('sourcing.reason'), value: request.reason },
          { key: 'requestedBy', label: t('sourcing.requestedBy'), value: request.requestedBy },
          { key: 'requestedOn', label: t('sourcing.requestedOn'), value: <DateText date={request.requestedOn} /> },
          { key: 'neededOn', label: t('sourcing.neededOn'), value: <DateText date={request.neededOn} /> },
          ...(request.answer === '' ? [] : [{ key: 'answer', label: t('sourcing.answer'), value: request.answer }]),
        ]}
        lines={
          <table className="k-table" aria-label={t('app.lines.label')}>
            <thead>
              <tr>
                <th scope="col">{t('app.lines.item')}</th>
                <th scope="col" className="k-right">
                  {t('app.lines.quantity')}
                </th>
              </tr>
            </thead>
            <tbody>
              {request.lines.map((line) => (
                <tr key={line.id}>
                  <td>
                    {line.item.code} {line.item.name}
                  </td>
                  <td className="k-right">
                    <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
        side={history}
        actions={
          mayAct
            ? [
                { key: 'order', label: t('sourcing.makeOrder'), onPress: () => setDialog('order') },
                { key: 'refuse', label: t('sourcing.refuse'), isDanger: true, onPress: () => setDialog('refuse') },
              ]
            : []
        }
        {...(mayAct
          ? {
              primary: {
                label: t('sourcing.makeEnquiry'),
                onPress: () => open('sourcing.enquiry', { requestId: id }),
              },
            }
          : {})}
      />
      {dialog === 'refuse' ? (
        <NoteDialog
          id={id}
          title={t('sourcing.refuse')}
          decide={({ note, ...rest }) => engine.sourcing.refuseRequest({ ...rest, answer: note })}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'order' ? <OrderDialog requestId={id} onClose={() => setDialog(undefined)} /> : null}
    </>
  )
}

function OrderDialog({ requestId, onClose }: { readonly requestId: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [supplierId, setSupplier] = useState<number>()
  const order = useCommand(engine.sourcing.orderRequest)
  const submit = async (): Promise<void> => {
    if (supplierId === undefined) return
    const answer = await order.run({ id: requestId, supplierId, orderedOn: company.today })
    if (answer === undefined) return
    onClose()
    open('purchasing.order', { id: answer.id })
  }
  return (
    <Dialog
      title={t('sourcing.makeOrder')}
      okText={t('sourcing.award')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: order.isRunning, disabled: supplierId === undefined }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {order.refusal === undefined ? null : <RefusalAlert refusal={order.refusal} />}
      <Field label={t('purchasing.supplier')} isRequired>
        {(control) => (
          <PartnerSelect id={control.id} side="supplier" autoFocus value={supplierId} onChange={setSupplier} />
        )}
      </Field>
    </Dialog>
  )
}
