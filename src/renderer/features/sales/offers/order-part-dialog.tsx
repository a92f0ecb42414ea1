import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { Dialog, Field, QuantityText, RefusalAlert, ScaledInput } from '../../../ui'
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
  const submit = async (): Promise<void> => {
    const answer = await makeOrder.run({ id: quotation.id, orderedOn: company.today, promisedOn, lines: chosen })
    if (answer === undefined) return
    onClose()
    open('sales.order', { id: answer.id })
  }
  return (
    <Dialog
      title={t('offers.orderPart')}
      width={640}
      okText={t('offers.makeOrder')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: makeOrder.isRunning, disabled: chosen.length === 0 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {makeOrder.refusal === undefined ? null : <RefusalAlert refusal={makeOrder.refusal} />}
      <Field label={t('offers.promisedOn')}>
        {(control) => <DayPicker id={control.id} value={promisedOn} onChange={setPromisedOn} />}
      </Field>
      <table className="k-table" aria-label={t('app.lines.label')}>
        <thead>
          <tr>
            <th scope="col">{t('app.lines.item')}</th>
            <th scope="col" className="k-right">
              {t('offers.open')}
            </th>
            <th scope="col" className="k-right">
              {t('offers.orderNow')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.item.code} {line.item.name}
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={line.quantityMicro - line.orderedMicro} unit={line.item.baseUnit} />
              </td>
              <td className="k-right k-narrow">
                <ScaledInput
                  decimals={6}
                  minDecimals={0}
                  aria-label={`${t('offers.orderNow')} ${line.item.name}`}
                  suffix={line.item.baseUnit}
                  value={typed.get(line.id) ?? null}
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
