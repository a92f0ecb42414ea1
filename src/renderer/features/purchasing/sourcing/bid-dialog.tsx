import { Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { LinesDialog, PriceEntry, QuantityEntry } from '../../../app/documents/lines-dialog'
import { engine } from '../../../app/engine'
import { useSession } from '../../../app/session'
import { Field } from '../../../ui'
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
  const head = { enquiryId: enquiry.id, supplierId, answeredOn: company.today, validUntil, reference }
  return (
    <LinesDialog
      title={t('sourcing.enterAnswer', { name: bidder?.supplier.name ?? '' })}
      width={760}
      okText={t('sourcing.saveAnswer')}
      command={record}
      isReady={lines.length > 0}
      submit={() => record.run({ ...head, lines })}
      onClose={onClose}
      lines={enquiry.lines}
      columns={[
        {
          title: t('sourcing.price'),
          kind: 'entry',
          render: (line) => (
            <PriceEntry
              label={`${t('sourcing.price')} ${line.item.name}`}
              value={of(line.id).priceMicro}
              onChange={(priceMicro) => change(line.id, { priceMicro })}
            />
          ),
        },
        {
          title: t('sourcing.leadDays'),
          kind: 'entry',
          render: (line) => (
            <InputNumber
              min={0}
              max={1000}
              precision={0}
              aria-label={`${t('sourcing.leadDays')} ${line.item.name}`}
              value={of(line.id).leadDays}
              onChange={(value) => change(line.id, { leadDays: value ?? 0 })}
            />
          ),
        },
        {
          title: t('sourcing.minimumQuantity'),
          kind: 'entry',
          render: (line) => (
            <QuantityEntry
              label={`${t('sourcing.minimumQuantity')} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={of(line.id).minimumMicro}
              onChange={(minimumMicro) => change(line.id, { minimumMicro })}
            />
          ),
        },
      ]}
    >
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
    </LinesDialog>
  )
}
