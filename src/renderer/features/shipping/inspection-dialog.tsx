import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { LinesDialog, QuantityEntry } from '../../app/documents/lines-dialog'
import { engine, type Engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Field, QuantityText } from '../../ui'

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
  const lines = document.lines
    .filter((line) => line.heldMicro > 0)
    .map((line) => ({ ...line, lotCode: line.lot?.code ?? null }))
  const of = (id: number): Decided => typed.get(id) ?? { restockMicro: 0, scrapMicro: 0 }
  const change = (id: number, part: Partial<Decided>): void => setTyped(new Map(typed).set(id, { ...of(id), ...part }))
  const decided = lines.filter((line) => of(line.id).restockMicro + of(line.id).scrapMicro > 0)
  return (
    <LinesDialog
      title={t('shipping.inspection.title')}
      width={720}
      okText={t('shipping.inspection.save')}
      command={inspect}
      isReady={decided.length > 0 && finding.trim() !== ''}
      hint={t('shipping.inspection.hint')}
      submit={() =>
        inspect.run({
          id: document.id,
          inspectedOn,
          finding,
          lines: decided.map((line) => ({ returnLineId: line.id, ...of(line.id) })),
        })
      }
      onClose={onClose}
      lines={lines}
      columns={[
        {
          title: t('shipping.inspection.held'),
          kind: 'figure',
          render: (line) => <QuantityText quantityMicro={line.heldMicro} unit={line.item.baseUnit} />,
        },
        ...(['restock', 'scrap'] as const).map((outcome) => ({
          title: t(`shipping.inspection.${outcome}`),
          kind: 'entry' as const,
          render: (line: (typeof lines)[number]) => (
            <QuantityEntry
              label={`${t(`shipping.inspection.${outcome}`)} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={of(line.id)[`${outcome}Micro`]}
              onChange={(value) => change(line.id, { [`${outcome}Micro`]: value })}
            />
          ),
        })),
      ]}
    >
      <Field label={t('shipping.inspection.finding')} isRequired>
        {(control) => (
          <Input {...control} autoFocus maxLength={200} value={finding} onChange={(e) => setFinding(e.target.value)} />
        )}
      </Field>
      <Field label={t('shipping.inspection.on')}>
        {(control) => <DayPicker id={control.id} value={inspectedOn} onChange={setInspectedOn} />}
      </Field>
    </LinesDialog>
  )
}
