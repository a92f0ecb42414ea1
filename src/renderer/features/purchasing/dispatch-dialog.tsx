import { DatePicker, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { LinesDialog, QuantityEntry } from '../../app/documents/lines-dialog'
import { engine, type Engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useSession } from '../../app/session'
import { Field, QuantityText } from '../../ui'

type Order = Awaited<ReturnType<Engine['purchasing']['getOrder']>>

/** The supplier has sent goods straight to the customer: how much, when, and of which lot. */
export function DispatchDialog({ order, onClose }: { readonly order: Order; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [dispatchedOn, setDispatched] = useState(company.today)
  const [carrier, setCarrier] = useState('')
  const [typed, setTyped] = useState<ReadonlyMap<number, number>>(new Map())
  const [lots, setLots] = useState<ReadonlyMap<number, string>>(new Map())
  const [expiries, setExpiries] = useState<ReadonlyMap<number, string>>(new Map())
  const dispatch = useCommand(engine.purchasing.confirmDispatch)
  const waiting = order.lines.filter((line) => line.receivedMicro < line.quantityMicro)
  const of = (line: (typeof waiting)[number]): number => typed.get(line.id) ?? line.quantityMicro - line.receivedMicro
  const lines = waiting
    .filter((line) => of(line) > 0)
    .map((line) => {
      const lotCode = (lots.get(line.id) ?? '').trim()
      const expiresOn = expiries.get(line.id)
      return {
        orderLineId: line.id,
        quantityMicro: of(line),
        ...(lotCode === '' ? {} : { lotCode }),
        ...(expiresOn === undefined ? {} : { expiresOn }),
      }
    })
  const submit = async (): Promise<unknown> => {
    const answer = await dispatch.run({ id: order.id, dispatchedOn, carrier, lines })
    if (answer !== undefined) open('purchasing.receipt', { id: answer.id })
    return answer
  }
  return (
    <LinesDialog
      title={t('purchasing.direct.dispatch')}
      width={820}
      okText={t('purchasing.direct.post')}
      command={dispatch}
      isReady={lines.length > 0}
      hint={t('purchasing.direct.dispatchHint')}
      submit={submit}
      onClose={onClose}
      lines={waiting}
      columns={[
        {
          title: t('purchasing.stillToCome'),
          kind: 'figure',
          render: (line) => (
            <QuantityText quantityMicro={line.quantityMicro - line.receivedMicro} unit={line.item.baseUnit} />
          ),
        },
        {
          title: t('purchasing.direct.sent'),
          kind: 'entry',
          render: (line) => (
            <QuantityEntry
              label={`${t('purchasing.direct.sent')} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={of(line)}
              onChange={(value) => setTyped(new Map(typed).set(line.id, value))}
            />
          ),
        },
        ...(waiting.some((line) => line.lotTracked)
          ? [
              {
                title: t('purchasing.lot'),
                kind: 'wide' as const,
                render: (line: (typeof waiting)[number]) =>
                  line.lotTracked ? (
                    <Input
                      aria-label={`${t('purchasing.lot')} ${line.item.name}`}
                      maxLength={40}
                      value={lots.get(line.id) ?? ''}
                      onChange={(event) => setLots(new Map(lots).set(line.id, event.target.value))}
                    />
                  ) : null,
              },
              {
                title: t('purchasing.expiry'),
                kind: 'wide' as const,
                render: (line: (typeof waiting)[number]) =>
                  line.lotTracked ? (
                    <DatePicker
                      aria-label={`${t('purchasing.expiry')} ${line.item.name}`}
                      onChange={(day) => {
                        const next = new Map(expiries)
                        if (day === null) next.delete(line.id)
                        else next.set(line.id, day.format('YYYY-MM-DD'))
                        setExpiries(next)
                      }}
                    />
                  ) : null,
              },
            ]
          : []),
      ]}
    >
      <Field label={t('purchasing.direct.on')}>
        {(control) => <DayPicker id={control.id} value={dispatchedOn} onChange={setDispatched} />}
      </Field>
      <Field label={t('purchasing.direct.carrier')}>
        {(control) => (
          <Input {...control} maxLength={60} value={carrier} onChange={(event) => setCarrier(event.target.value)} />
        )}
      </Field>
    </LinesDialog>
  )
}
