import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { engine, type Engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Dialog, Field, QuantityText, RefusalAlert, ScaledInput } from '../../ui'

type Return = Awaited<ReturnType<Engine['shipping']['getReturn']>>

interface Decided {
  readonly restockMicro: number
  readonly scrapMicro: number
}

/** What becomes of goods that came back and are held, line by line. */
export function InspectionDialog({ document, onClose }: { readonly document: Return; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [inspectedOn, setInspectedOn] = useState(company.today)
  const [finding, setFinding] = useState('')
  const [typed, setTyped] = useState<ReadonlyMap<number, Decided>>(new Map())
  const inspect = useCommand(engine.shipping.inspectReturn)
  const lines = document.lines.filter((line) => line.heldMicro > 0)
  const of = (id: number): Decided => typed.get(id) ?? { restockMicro: 0, scrapMicro: 0 }
  const change = (id: number, part: Partial<Decided>): void => setTyped(new Map(typed).set(id, { ...of(id), ...part }))
  const decided = lines.filter((line) => of(line.id).restockMicro + of(line.id).scrapMicro > 0)
  const submit = async (): Promise<void> => {
    const answer = await inspect.run({
      id: document.id,
      inspectedOn,
      finding,
      lines: decided.map((line) => ({ returnLineId: line.id, ...of(line.id) })),
    })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('shipping.inspection.title')}
      width={720}
      okText={t('shipping.inspection.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: inspect.isRunning, disabled: decided.length === 0 || finding.trim() === '' }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {inspect.refusal === undefined ? null : <RefusalAlert refusal={inspect.refusal} />}
      <Field label={t('shipping.inspection.finding')} isRequired>
        {(control) => (
          <Input {...control} autoFocus maxLength={200} value={finding} onChange={(e) => setFinding(e.target.value)} />
        )}
      </Field>
      <Field label={t('shipping.inspection.on')}>
        {(control) => <DayPicker id={control.id} value={inspectedOn} onChange={setInspectedOn} />}
      </Field>
      <table className="k-table" aria-label={t('app.lines.label')}>
        <thead>
          <tr>
            <th scope="col">{t('app.lines.item')}</th>
            <th scope="col" className="k-right">
              {t('shipping.inspection.held')}
            </th>
            <th scope="col" className="k-right">
              {t('shipping.inspection.restock')}
            </th>
            <th scope="col" className="k-right">
              {t('shipping.inspection.scrap')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.item.code} {line.item.name} {line.lot?.code ?? ''}
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={line.heldMicro} unit={line.item.baseUnit} />
              </td>
              {(['restock', 'scrap'] as const).map((outcome) => (
                <td key={outcome} className="k-right k-narrow">
                  <ScaledInput
                    decimals={6}
                    minDecimals={0}
                    aria-label={`${t(`shipping.inspection.${outcome}`)} ${line.item.name}`}
                    suffix={line.item.baseUnit}
                    value={of(line.id)[`${outcome}Micro`]}
                    onChange={(value) => change(line.id, { [`${outcome}Micro`]: value ?? 0 })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="k-soft">{t('shipping.inspection.hint')}</p>
    </Dialog>
  )
}
