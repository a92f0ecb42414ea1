import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { LinesDialog } from '../../app/documents/lines-dialog'
import { engine, type Engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Field, QuantityText } from '../../ui'

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
  return (
    <LinesDialog
      title={t('purchasing.ack.enter')}
      okText={t('purchasing.ack.save')}
      command={acknowledge}
      isReady={lines.length > 0}
      submit={() =>
        acknowledge.run({
          id: order.id,
          acknowledgedOn: company.today,
          acknowledgedNumber: number,
          lines: lines.map((line) => ({ lineId: line.id, promisedOn: of(line) })),
        })
      }
      onClose={onClose}
      lines={lines}
      columns={[
        {
          title: t('purchasing.stillToCome'),
          kind: 'figure',
          render: (line) => (
            <QuantityText quantityMicro={line.quantityMicro - line.receivedMicro} unit={line.item.baseUnit} />
          ),
        },
        {
          title: t('purchasing.ack.promised'),
          kind: 'wide',
          render: (line) => (
            <DayPicker
              aria-label={`${t('purchasing.ack.promised')} ${line.item.name}`}
              value={of(line)}
              onChange={(day) => setTyped(new Map(typed).set(line.id, day))}
            />
          ),
        },
      ]}
    >
      <p className="k-soft">{t('purchasing.ack.hint')}</p>
      <Field label={t('purchasing.ack.number')}>
        {(control) => (
          <Input {...control} autoFocus maxLength={40} value={number} onChange={(e) => setNumber(e.target.value)} />
        )}
      </Field>
    </LinesDialog>
  )
}
