import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { Dialog, Field, RefusalAlert, useLanguage } from '../../ui'
import { asRefusal, engine } from '../engine'
import { savePdf } from '../lists/save-file'
import { useSession } from '../session'
import { PartnerSelect } from './partner-select'

const papers = { supplier: engine.purchasing.consignedPdf, customer: engine.consignment.placedPdf }

/** The settlement of goods on consignment with one partner, as a paper for both to sign. */
export function SettlementDialog(props: {
  readonly side: 'supplier' | 'customer'
  readonly partnerId?: number | undefined
  onClose(): void
}): ReactNode {
  const { side, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const locale = useLanguage()
  const [partnerId, setPartner] = useState(props.partnerId)
  const [range, setRange] = useState(() => [dayjs(company.today).startOf('month'), dayjs(company.today)] as const)
  const [refusal, setRefusal] = useState<Refusal>()
  const [isRunning, setRunning] = useState(false)
  const submit = async (): Promise<void> => {
    if (partnerId === undefined) return
    setRunning(true)
    try {
      const [from, to] = range.map((day) => day.format('YYYY-MM-DD')) as [string, string]
      const { fileName, pdf } = await papers[side]({ partnerId, from, to, locale })
      savePdf(fileName, pdf)
      onClose()
    } catch (error) {
      setRefusal(asRefusal(error))
    } finally {
      setRunning(false)
    }
  }
  return (
    <Dialog
      title={t('consignment.settlement')}
      okText={t('sales.pdf')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: isRunning, disabled: partnerId === undefined }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <p className="k-soft">{t('consignment.settlementHint')}</p>
      <Field label={t(side === 'supplier' ? 'purchasing.supplier' : 'consignment.customer')} isRequired>
        {(control) => <PartnerSelect id={control.id} side={side} value={partnerId} onChange={setPartner} />}
      </Field>
      <Field label={t('consignment.span')}>
        {(control) => (
          <DatePicker.RangePicker
            id={control.id}
            allowClear={false}
            value={[range[0], range[1]]}
            onChange={(days) => {
              const [from, to] = days ?? []
              if (from && to) setRange([from, to])
            }}
          />
        )}
      </Field>
    </Dialog>
  )
}
