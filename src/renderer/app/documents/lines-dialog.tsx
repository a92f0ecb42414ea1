import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { Dialog, RefusalAlert, ScaledInput } from '../../ui'

interface LineOfDialog {
  readonly id: number
  readonly item: { readonly code: string; readonly name: string }
  readonly lotCode?: string | null
}

export interface DialogColumn<Line> {
  readonly title: string
  /** figure: a number to read; entry: a narrow field to type in */
  readonly kind: 'figure' | 'entry' | 'wide'
  render(line: Line): ReactNode
}

/** A command for some lines of a document: fields above, one row a line, and the item always first. */
export function LinesDialog<Line extends LineOfDialog>(props: {
  readonly title: string
  readonly okText: string
  readonly width?: number
  readonly command: { readonly isRunning: boolean; readonly refusal: Refusal | undefined }
  readonly isReady: boolean
  readonly lines: readonly Line[]
  readonly columns: readonly DialogColumn<Line>[]
  /** The fields of the head. */
  readonly children?: ReactNode
  readonly hint?: string
  /** Answers undefined where it was refused; else the dialog is done. */
  submit(): Promise<unknown>
  onClose(): void
}): ReactNode {
  const { title, okText, width = 640, command, isReady, lines, columns, children, hint, submit, onClose } = props
  const { t } = useTranslation()
  const run = async (): Promise<void> => {
    if ((await submit()) !== undefined) onClose()
  }
  return (
    <Dialog
      title={title}
      width={width}
      okText={okText}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: command.isRunning, disabled: !isReady }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      {command.refusal === undefined ? null : <RefusalAlert refusal={command.refusal} />}
      {children}
      <table className="k-table" aria-label={t('app.lines.label')}>
        <thead>
          <tr>
            <th scope="col">{t('app.lines.item')}</th>
            {columns.map(({ title: head, kind }) => (
              <th key={head} scope="col" className={kind === 'wide' ? '' : 'k-right'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.item.code} {line.item.name} {line.lotCode ?? ''}
              </td>
              {columns.map(({ title: head, kind, render }) => (
                <td key={head} className={CELL[kind]}>
                  {render(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hint === undefined ? null : <p className="k-soft">{hint}</p>}
    </Dialog>
  )
}

const CELL = { figure: 'k-right', entry: 'k-right k-narrow', wide: '' } as const

/** A quantity of a line in its base unit. */
export function QuantityEntry(props: {
  readonly label: string
  readonly unit: string
  readonly value: number | null
  onChange(value: number): void
}): ReactNode {
  const { label, unit, value, onChange } = props
  return (
    <ScaledInput
      decimals={6}
      minDecimals={0}
      aria-label={label}
      suffix={unit}
      value={value}
      onChange={(typed) => onChange(typed ?? 0)}
    />
  )
}

/** A price of a line; null while there is none. */
export function PriceEntry(props: {
  readonly label: string
  readonly value: number | null
  onChange(value: number | null): void
}): ReactNode {
  const { label, value, onChange } = props
  return <ScaledInput decimals={6} minDecimals={2} aria-label={label} value={value} onChange={onChange} />
}
