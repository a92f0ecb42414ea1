import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { LinesDialog, QuantityEntry } from '../../../app/documents/lines-dialog'
import { engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { Field, QuantityText } from '../../../ui'
import type { Quotation } from './quotation-page'

/** How much of each quoted line the customer orders now. */
export function OrderPartDialog(props: { readonly quotation: Quotation; onClose(): void }): ReactNode {
  const { quotation, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [promisedOn, setPromisedOn] = useState(addDays(company.today, 1))
  const [typed, setTyped] = useState<ReadonlyMap<number, number>>(new Map())
  const makeOrder = useCommand(engine.offers.orderQuotation)
  const lines = quotation.lines.filter((line) => line.orderedMicro < line.quantityMicro)
  const chosen = lines.flatMap((line) => {
    const quantityMicro = typed.get(line.id) ?? 0
    return quantityMicro > 0 ? [{ lineId: line.id, quantityMicro }] : []
  })
  const submit = async (): Promise<unknown> => {
    const answer = await makeOrder.run({ id: quotation.id, orderedOn: company.today, promisedOn, lines: chosen })
    if (answer !== undefined) open('sales.order', { id: answer.id })
    return answer
  }
  return (
    <LinesDialog
      title={t('offers.orderPart')}
      okText={t('offers.makeOrder')}
      command={makeOrder}
      isReady={chosen.length > 0}
      submit={submit}
      onClose={onClose}
      lines={lines}
      columns={[
        {
          title: t('offers.open'),
          kind: 'figure',
          render: (line) => (
            <QuantityText quantityMicro={line.quantityMicro - line.orderedMicro} unit={line.item.baseUnit} />
          ),
        },
        {
          title: t('offers.orderNow'),
          kind: 'entry',
          render: (line) => (
            <QuantityEntry
              label={`${t('offers.orderNow')} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={typed.get(line.id) ?? null}
              onChange={(value) => setTyped(new Map(typed).set(line.id, value))}
            />
          ),
        },
      ]}
    >
      <Field label={t('offers.promisedOn')}>
        {(control) => <DayPicker id={control.id} value={promisedOn} onChange={setPromisedOn} />}
      </Field>
    </LinesDialog>
  )
}
