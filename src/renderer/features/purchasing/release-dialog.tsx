import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { engine, type Engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Dialog, Field, QuantityText, RefusalAlert, ScaledInput } from '../../ui'

type Receipt = Awaited<ReturnType<Engine['purchasing']['getReceipt']>>

/** Held goods of a receipt that may be sold after all, line by line. */
export function ReleaseDialog({ receipt, onClose }: { readonly receipt: Receipt; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [releasedOn, setReleasedOn] = useState(company.today)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState<ReadonlyMap<number, number>>(new Map())
  const release = useCommand(engine.purchasing.releaseGoods)
  const held = receipt.lines.filter((line) => line.heldMicro > 0)
  const of = (line: (typeof held)[number]): number => typed.get(line.id) ?? line.heldMicro
  const lines = held.flatMap((line) => (of(line) > 0 ? [{ receiptLineId: line.id, quantityMicro: of(line) }] : []))
  const submit = async (): Promise<void> => {
    if ((await release.run({ receiptId: receipt.id, releasedOn, reason, lines })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('purchasing.release.do')}
      width={640}
      okText={t('purchasing.release.do')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: release.isRunning, disabled: lines.length === 0 || reason.trim() === '' }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {release.refusal === undefined ? null : <RefusalAlert refusal={release.refusal} />}
      <Field label={t('purchasing.release.reason')} isRequired>
        {(control) => (
          <Input {...control} autoFocus maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
        )}
      </Field>
      <Field label={t('purchasing.release.on')}>
        {(control) => <DayPicker id={control.id} value={releasedOn} onChange={setReleasedOn} />}
      </Field>
      <table className="k-table" aria-label={t('app.lines.label')}>
        <thead>
          <tr>
            <th scope="col">{t('app.lines.item')}</th>
            <th scope="col" className="k-right">
              {t('purchasing.release.held')}
            </th>
            <th scope="col" className="k-right">
              {t('purchasing.release.do')}
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map((line) => (
            <tr key={line.id}>
              <td>
                {line.item.code} {line.item.name} {line.lotCode ?? ''}
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={line.heldMicro} unit={line.item.baseUnit} />
              </td>
              <td className="k-right k-narrow">
                <ScaledInput
                  decimals={6}
                  minDecimals={0}
                  aria-label={`${t('purchasing.release.do')} ${line.item.name}`}
                  suffix={line.item.baseUnit}
                  value={of(line)}
                  onChange={(value) => setTyped(new Map(typed).set(line.id, value ?? 0))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
