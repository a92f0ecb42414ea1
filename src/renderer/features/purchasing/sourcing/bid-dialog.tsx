import { Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { engine } from '../../../app/engine'
import { useSession } from '../../../app/session'
import { Dialog, Field, RefusalAlert, ScaledInput } from '../../../ui'
import type { Enquiry } from './shown-enquiry'

interface Typed {
  /** null: not offered */
  readonly priceMicro: number | null
  readonly leadDays: number
  readonly minimumMicro: number
}

const USUAL_DAYS = 7
const USUAL_VALIDITY = 30

/** A supplier's answer to an enquiry, line by line; a line without a price is not offered. */
export function BidDialog(props: {
  readonly enquiry: Enquiry
  readonly supplierId: number
  onClose(): void
}): ReactNode {
  const { enquiry, supplierId, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const bidder = enquiry.bidders.find(({ supplier }) => supplier.id === supplierId)
  const [reference, setReference] = useState(bidder?.reference ?? '')
  const [validUntil, setValidUntil] = useState(bidder?.validUntil ?? addDays(company.today, USUAL_VALIDITY))
  const [typed, setTyped] = useState<ReadonlyMap<number, Typed>>(
    () =>
      new Map(
        enquiry.lines.map((line) => {
          const bid = line.bids.find((one) => one.supplierId === supplierId)
          const leadDays = bid?.leadDays ?? USUAL_DAYS
          return [line.id, { priceMicro: bid?.priceMicro ?? null, leadDays, minimumMicro: bid?.minimumMicro ?? 0 }]
        }),
      ),
  )
  const record = useCommand(engine.sourcing.recordBid)
  const of = (lineId: number): Typed => typed.get(lineId) ?? { priceMicro: null, leadDays: USUAL_DAYS, minimumMicro: 0 }
  const change = (lineId: number, part: Partial<Typed>): void =>
    setTyped(new Map(typed).set(lineId, { ...of(lineId), ...part }))
  const lines = enquiry.lines.flatMap((line) => {
    const { priceMicro, ...rest } = of(line.id)
    return priceMicro === null ? [] : [{ lineId: line.id, priceMicro, ...rest }]
  })
  const submit = async (): Promise<void> => {
    const head = { enquiryId: enquiry.id, supplierId, answeredOn: company.today, validUntil, reference }
    if ((await record.run({ ...head, lines })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('sourcing.enterAnswer', { name: bidder?.supplier.name ?? '' })}
      width={760}
      okText={t('sourcing.saveAnswer')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: record.isRunning, disabled: lines.length === 0 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {record.refusal === undefined ? null : <RefusalAlert refusal={record.refusal} />}
      <div className="k-document-fields">
        <Field label={t('sourcing.reference')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={40}
              value={reference}
              onChange={(e) => setReference(e.target.value)}
            />
          )}
        </Field>
        <Field label={t('sourcing.validUntil')}>
          {(control) => <DayPicker id={control.id} value={validUntil} onChange={setValidUntil} />}
        </Field>
      </div>
      <table className="k-table" aria-label={t('app.lines.label')}>
        <thead>
          <tr>
            <th scope="col">{t('app.lines.item')}</th>
            <th scope="col" className="k-right">
              {t('sourcing.price')}
            </th>
            <th scope="col" className="k-right">
              {t('sourcing.leadDays')}
            </th>
            <th scope="col" className="k-right">
              {t('sourcing.minimumQuantity')}
            </th>
          </tr>
        </thead>
        <tbody>
          {enquiry.lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.item.code} {line.item.name}
              </td>
              <td className="k-right k-narrow">
                <ScaledInput
                  decimals={6}
                  minDecimals={2}
                  aria-label={`${t('sourcing.price')} ${line.item.name}`}
                  value={of(line.id).priceMicro}
                  onChange={(priceMicro) => change(line.id, { priceMicro })}
                />
              </td>
              <td className="k-right k-narrow">
                <InputNumber
                  min={0}
                  max={1000}
                  precision={0}
                  aria-label={`${t('sourcing.leadDays')} ${line.item.name}`}
                  value={of(line.id).leadDays}
                  onChange={(value) => change(line.id, { leadDays: value ?? 0 })}
                />
              </td>
              <td className="k-right k-narrow">
                <ScaledInput
                  decimals={6}
                  minDecimals={0}
                  aria-label={`${t('sourcing.minimumQuantity')} ${line.item.name}`}
                  suffix={line.item.baseUnit}
                  value={of(line.id).minimumMicro}
                  onChange={(value) => change(line.id, { minimumMicro: value ?? 0 })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
