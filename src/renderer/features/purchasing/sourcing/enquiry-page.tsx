import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, engine, type Engine } from '../../../app/engine'
import { wholeGoods, type GoodsLine } from '../../../app/orders/goods-columns'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useNavigation, type PageParams } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, Field, Waiting } from '../../../ui'
import { ShownEnquiry } from './shown-enquiry'
import { WantedLines } from './wanted-lines'

/** The same goods asked of several suppliers: written here, compared and ordered once they answer. */
export function EnquiryPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const requestId = params['requestId'] === undefined ? undefined : Number(params['requestId'])
  const enquiry = useQuery(api.sourcing.getEnquiry.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  const request = useQuery(
    api.sourcing.getRequest.queryOptions({ input: { id: requestId ?? 0 }, enabled: requestId !== undefined }),
  )
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const { t } = useTranslation()
  if (id !== undefined) return enquiry.data === undefined ? <Waiting /> : <ShownEnquiry enquiry={enquiry.data} />
  if (warehouses === undefined || (requestId !== undefined && request.data === undefined)) return <Waiting />
  const warehouseId = request.data?.warehouseId ?? warehouses.rows[0]?.id
  if (warehouseId === undefined) return <NoWarehouse hint={t('purchasing.needsWarehouse')} />
  return <NewEnquiry params={params} warehouseId={warehouseId} request={request.data} />
}

type PurchaseRequest = Awaited<ReturnType<Engine['sourcing']['getRequest']>>
interface Asked {
  readonly id: number
  readonly name: string
}

const ANSWER_DAYS = 5
const NEEDED_DAYS = 21

function NewEnquiry(props: {
  readonly params: PageParams
  readonly warehouseId: number
  readonly request: PurchaseRequest | undefined
}): ReactNode {
  const { params, warehouseId, request } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [answerBy, setAnswerBy] = useState(addDays(company.today, ANSWER_DAYS))
  const [neededOn, setNeededOn] = useState(request?.neededOn ?? addDays(company.today, NEEDED_DAYS))
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState<readonly Asked[]>([])
  const [lines, setLines] = useState<readonly GoodsLine[]>(() =>
    (request?.lines ?? []).map((line) => ({
      key: String(line.id),
      itemId: line.item.id,
      itemText: `${line.item.code} ${line.item.name}`,
      quantityMicro: line.quantityMicro,
    })),
  )
  const place = useCommand(engine.sourcing.placeEnquiry)
  const wanted = wholeGoods(lines)?.map(({ itemId, quantityMicro }) => ({ itemId, quantityMicro }))
  const submit = async (): Promise<void> => {
    if (wanted === undefined) return
    const answer = await place.run({
      ...(request === undefined ? {} : { requestId: request.id }),
      warehouseId,
      askedOn: company.today,
      answerBy,
      neededOn,
      note,
      supplierIds: asked.map(({ id }) => id),
      lines: wanted,
    })
    if (answer === undefined) return
    close('sourcing.enquiry', params)
    open('sourcing.enquiry', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.sourcing.enquiry')}
      state={tag('draft')}
      refusal={place.refusal}
      fields={
        <>
          <Field label={t('sourcing.suppliers')} isRequired>
            {(control) => <Suppliers id={control.id} asked={asked} onChange={setAsked} />}
          </Field>
          <Field label={t('sourcing.answerBy')}>
            {(control) => <DayPicker id={control.id} value={answerBy} onChange={setAnswerBy} />}
          </Field>
          <Field label={t('sourcing.neededOn')}>
            {(control) => <DayPicker id={control.id} value={neededOn} onChange={setNeededOn} />}
          </Field>
          <Field label={t('app.lines.note')}>
            {(control) => (
              <Input {...control} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
        </>
      }
      lines={<WantedLines lines={lines} onChange={setLines} />}
      {...(wanted === undefined || asked.length === 0
        ? { notes: <p className="k-soft">{t('sourcing.askHint')}</p> }
        : { primary: { label: t('sourcing.ask'), onPress: () => void submit(), isBusy: place.isRunning } })}
    />
  )
}

/** Whom to ask: chosen one after the other, each can be left out again. */
function Suppliers(props: {
  readonly id: string
  readonly asked: readonly Asked[]
  onChange(asked: readonly Asked[]): void
}): ReactNode {
  const { id, asked, onChange } = props
  const { t } = useTranslation()
  const add = async (supplierId: number): Promise<void> => {
    if (asked.some((one) => one.id === supplierId)) return
    const { name } = await engine.parties.getPartner({ id: supplierId })
    onChange([...asked, { id: supplierId, name }])
  }
  return (
    <>
      <PartnerSelect
        id={id}
        side="supplier"
        autoFocus
        placeholder={t('sourcing.addSupplier')}
        value={undefined}
        onChange={(supplierId) => void add(supplierId)}
      />
      {asked.map((one) => (
        <Button
          key={one.id}
          size="small"
          title={t('sourcing.removeSupplier', { name: one.name })}
          onClick={() => onChange(asked.filter((other) => other.id !== one.id))}
        >
          {one.name} ×
        </Button>
      ))}
    </>
  )
}
