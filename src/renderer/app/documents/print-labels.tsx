import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelUse } from '../../../shared/labels/template'
import { Dialog, Field, RefusalAlert } from '../../ui'
import { useCommand } from '../commands'
import { api, engine } from '../engine'
import { useCan } from '../session'

interface LabelsOf {
  readonly title: string
  /** the first is proposed */
  readonly uses: readonly [LabelUse, ...LabelUse[]]
  readonly sourceId: number
}

/** Labels of what a page shows. Draw `dialog` somewhere on it. */
export function usePrintLabels(of: LabelsOf): {
  readonly canPrint: boolean
  readonly ask: () => void
  readonly dialog: ReactNode
} {
  const canPrint = useCan('warehouse.work')
  const [isAsked, setAsked] = useState(false)
  return {
    canPrint,
    ask: () => setAsked(true),
    dialog: isAsked ? <PrintLabels {...of} onClose={() => setAsked(false)} /> : null,
  }
}

/** At the label printer that their kind has at this station: which, in which design, how many. */
function PrintLabels({ title, uses, sourceId, onClose }: LabelsOf & { onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const [use, setUse] = useState<LabelUse>(uses[0])
  const [templateId, setTemplate] = useState<number | null>(null)
  const [copies, setCopies] = useState(1)
  const { data: own } = useQuery(api.labels.listTemplates.queryOptions({ input: {} }))
  const print = useCommand(engine.labels.printLabels)
  const designs = (own?.rows ?? []).filter((row) => row.use === use)
  const ask = async (): Promise<void> => {
    const answer = await print.run({ use, sourceId, copies, ...(templateId === null ? {} : { templateId }) })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('labels.print.title', { of: title })}
      okText={t('labels.printing.print')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: print.isRunning }}
      onOk={() => void ask()}
      onCancel={onClose}
    >
      {print.refusal === undefined ? null : <RefusalAlert refusal={print.refusal} />}
      {uses.length === 1 ? null : (
        <Field label={t('labels.use')}>
          {({ id }) => (
            <Select
              id={id}
              value={use}
              style={{ width: '100%' }}
              options={uses.map((value) => ({ value, label: t(`labels.uses.${value}`) }))}
              onChange={(chosen) => {
                setUse(chosen)
                setTemplate(null)
              }}
            />
          )}
        </Field>
      )}
      {designs.length === 0 ? null : (
        <Field label={t('labels.print.design')}>
          {({ id }) => (
            <Select
              id={id}
              value={templateId ?? 0}
              style={{ width: '100%' }}
              options={[
                { value: 0, label: t('labels.print.usual') },
                ...designs.map((row) => ({ value: row.id, label: row.name })),
              ]}
              onChange={(chosen) => setTemplate(chosen === 0 ? null : chosen)}
            />
          )}
        </Field>
      )}
      <Field label={t('labels.copies')}>
        {({ id }) => (
          <InputNumber
            id={id}
            autoFocus
            min={1}
            max={500}
            precision={0}
            value={copies}
            onChange={(n) => setCopies(n ?? 1)}
          />
        )}
      </Field>
    </Dialog>
  )
}
