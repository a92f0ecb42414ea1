import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { engine, type Engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Dialog, Field, QuantityText, RefusalAlert } from '../../ui'

type Order = Awaited<ReturnType<Engine['purchasing']['getOrder']>>

/** The supplier's confirmation: its number for the order, and the day it promises for each line that is still to come. */
export function AcknowledgeDialog({ order, onClose }: { readonly order: Order; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [number, setNumber] = useState(order.acknowledgedNumber)
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map())
  const acknowledge = useCommand(engine.purchasing.acknowledgeOrder)
  const lines = order.lines.filter((line) => line.receivedMicro < line.quantityMicro)
  const of = (line: (typeof lines)[number]): string => typed.get(line.id) ?? line.promisedOn ?? order.expectedOn
  const submit = async (): Promise<void> => {
    const answer = await acknowledge.run({
      id: order.id,
      acknowledgedOn: company.today,
      acknowledgedNumber: number,
      lines: lines.map((line) => ({ lineId: line.id, promisedOn: of(line) })),
    })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('purchasing.ack.enter')}
      width={640}
      okText={t('purchasing.ack.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: acknowledge.isRunning, disabled: lines.length === 0 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {acknowledge.refusal === undefined ? null : <RefusalAlert refusal={acknowledge.refusal} />}
      <p className="k-soft">{t('purchasing.ack.hint')}</p>
      <Field label={t('purchasing.ack.number')}>
        {(control) => (
          <Input {...control} autoFocus maxLength={40} value={number} onChange={(e) => setNumber(e.target.value)} />
        )}
      </Field>
      <table className="k-table" aria-label={t('app.lines.label')}>
        <thead>
          <tr>
            <th scope="col">{t('app.lines.item')}</th>
            <th scope="col" className="k-right">
              {t('purchasing.open')}
            </th>
            <th scope="col">{t('purchasing.ack.promised')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.item.code} {line.item.name}
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={line.quantityMicro - line.receivedMicro} unit={line.item.baseUnit} />
              </td>
              <td>
                <DayPicker
                  aria-label={`${t('purchasing.ack.promised')} ${line.item.name}`}
                  value={of(line)}
                  onChange={(day) => setTyped(new Map(typed).set(line.id, day))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
