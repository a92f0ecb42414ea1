import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { LinesDialog, QuantityEntry } from '../../app/documents/lines-dialog'
import { engine, type Engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Field, QuantityText } from '../../ui'

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
  return (
    <LinesDialog
      title={t('purchasing.release.do')}
      okText={t('purchasing.release.do')}
      command={release}
      isReady={lines.length > 0 && reason.trim() !== ''}
      submit={() => release.run({ receiptId: receipt.id, releasedOn, reason, lines })}
      onClose={onClose}
      lines={held}
      columns={[
        {
          title: t('purchasing.release.held'),
          kind: 'figure',
          render: (line) => <QuantityText quantityMicro={line.heldMicro} unit={line.item.baseUnit} />,
        },
        {
          title: t('purchasing.release.do'),
          kind: 'entry',
          render: (line) => (
            <QuantityEntry
              label={`${t('purchasing.release.do')} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={of(line)}
              onChange={(value) => setTyped(new Map(typed).set(line.id, value))}
            />
          ),
        },
      ]}
    >
      <Field label={t('purchasing.release.reason')} isRequired>
        {(control) => (
          <Input {...control} autoFocus maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
        )}
      </Field>
      <Field label={t('purchasing.release.on')}>
        {(control) => <DayPicker id={control.id} value={releasedOn} onChange={setReleasedOn} />}
      </Field>
    </LinesDialog>
  )
}
