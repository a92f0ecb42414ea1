import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/values/date'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { LinesDialog, PriceEntry, QuantityEntry } from '../../app/documents/lines-dialog'
import { PartnerSelect } from '../../app/documents/partner-select'
import { engine, type Engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useSession } from '../../app/session'
import { Field, QuantityText } from '../../ui'

type Order = Awaited<ReturnType<Engine['sales']['getOrder']>>
type Line = Order['lines'][number]

/** What of a line a supplier could send straight to the customer. */
export const openOf = (line: Line): number =>
  line.quantityMicro - line.shippedMicro - line.cancelledMicro - line.directMicro

const USUAL_DAYS = 7

/** Lines that a supplier sends straight to the customer: with whom, how many, at what price. */
export function DirectDialog({ order, onClose }: { readonly order: Order; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [supplierId, setSupplier] = useState<number>()
  const [expectedOn, setExpected] = useState(addDays(company.today, USUAL_DAYS))
  const [typed, setTyped] = useState<ReadonlyMap<number, number>>(new Map())
  const [prices, setPrices] = useState<ReadonlyMap<number, number | null>>(new Map())
  const direct = useCommand(engine.purchasing.orderDirectly)
  const waiting = order.lines.filter((line) => openOf(line) > 0)
  const of = (line: Line): number => typed.get(line.id) ?? line.backorderedMicro
  const wanted = waiting.filter((line) => of(line) > 0)
  const lines = wanted.flatMap((line) => {
    const priceMicro = prices.get(line.id) ?? null
    return priceMicro === null ? [] : [{ salesLineId: line.id, quantityMicro: of(line), priceMicro }]
  })
  const submit = async (): Promise<unknown> => {
    if (supplierId === undefined) return undefined
    const head = { salesOrderId: order.id, supplierId, orderedOn: company.today, expectedOn }
    const answer = await direct.run({ ...head, lines })
    if (answer !== undefined) open('purchasing.order', { id: answer.id })
    return answer
  }
  return (
    <LinesDialog
      title={t('sales.direct.order')}
      width={760}
      okText={t('sales.direct.do')}
      command={direct}
      isReady={supplierId !== undefined && lines.length > 0 && lines.length === wanted.length}
      hint={t('sales.direct.hint')}
      submit={submit}
      onClose={onClose}
      lines={waiting}
      columns={[
        {
          title: t('sales.direct.open'),
          kind: 'figure',
          render: (line) => <QuantityText quantityMicro={openOf(line)} unit={line.item.baseUnit} />,
        },
        {
          title: t('sales.direct.quantity'),
          kind: 'entry',
          render: (line) => (
            <QuantityEntry
              label={`${t('sales.direct.quantity')} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={of(line)}
              onChange={(value) => setTyped(new Map(typed).set(line.id, value))}
            />
          ),
        },
        {
          title: t('sales.direct.price'),
          kind: 'entry',
          render: (line) => (
            <PriceEntry
              label={`${t('sales.direct.price')} ${line.item.name}`}
              value={prices.get(line.id) ?? null}
              onChange={(value) => setPrices(new Map(prices).set(line.id, value))}
            />
          ),
        },
      ]}
    >
      <Field label={t('sales.direct.supplier')} isRequired>
        {(control) => (
          <PartnerSelect id={control.id} side="supplier" autoFocus value={supplierId} onChange={setSupplier} />
        )}
      </Field>
      <Field label={t('sales.direct.expectedOn')}>
        {(control) => <DayPicker id={control.id} value={expectedOn} onChange={setExpected} />}
      </Field>
    </LinesDialog>
  )
}
