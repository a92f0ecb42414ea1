import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  MAPPED_FIELDS,
  readTableBy,
  signatureOf,
  type BankFile,
  type MappedField,
  type TableMapping,
} from '../../../shared/bank-files'
import type { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { asRefusal, engine } from '../../app/engine'
import { DateText, Dialog, Field, MoneyText, RefusalAlert } from '../../ui'

const SHOWN = 5

/** Asks once what the columns of a bank's own table are; the answer is kept by its titles. */
export function MappingDialog(props: {
  readonly rows: readonly (readonly string[])[]
  readonly file: string
  readonly mapping: TableMapping
  readonly decimals: number
  onClose(): void
  onMapped(statement: BankFile): void
}): ReactNode {
  const { rows, file, decimals, onClose, onMapped } = props
  const { t } = useTranslation()
  const [mapping, setMapping] = useState(props.mapping)
  const save = useCommand(engine.banking.saveProfile)
  const titles = rows[mapping.headerRow] ?? []
  const read = attempt(rows, mapping, file, decimals)
  const submit = async (): Promise<void> => {
    if (!('lines' in read)) return
    const signature = signatureOf(rows, mapping.headerRow)
    const name = titles.slice(0, 3).join(' ').slice(0, 120) || file.slice(0, 120)
    const answer = await save.run({ signature, name, mapping })
    if (answer !== undefined) onMapped(read)
  }
  const refusal = save.refusal ?? ('lines' in read ? undefined : read)
  return (
    <Dialog
      title={t('banking.mapping')}
      okText={t('banking.useMapping')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !('lines' in read), loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
      width={820}
    >
      <p className="k-soft">{t('banking.mappingHint', { file })}</p>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(5, 1fr)', gap: 8 }}>
        {MAPPED_FIELDS.map((field) => (
          <Field key={field} label={t(`banking.columns.${field}`)}>
            {(control) => (
              <Select
                id={control.id}
                style={{ width: '100%' }}
                value={mapping[field]}
                options={[
                  { value: -1, label: t('banking.noColumn') },
                  ...titles.map((title, at) => ({ value: at, label: title === '' ? `${at + 1}` : title })),
                ]}
                onChange={(value) => setMapping(withField(mapping, field, value))}
              />
            )}
          </Field>
        ))}
      </div>
      {'lines' in read ? (
        <table className="k-table" aria-label={t('banking.preview')}>
          <caption>{t('banking.previewOf', { count: read.lines.length })}</caption>
          <tbody>
            {read.lines.slice(0, SHOWN).map((line, at) => (
              <tr key={at}>
                <td>
                  <DateText date={line.bookedOn} />
                </td>
                <td>{line.counterparty}</td>
                <td>{line.text}</td>
                <td className="k-right">
                  <MoneyText amountMinor={line.amountMinor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Dialog>
  )
}

const withField = (mapping: TableMapping, field: MappedField, value: number): TableMapping => ({
  ...mapping,
  [field]: value,
})

function attempt(
  rows: readonly (readonly string[])[],
  mapping: TableMapping,
  file: string,
  decimals: number,
): BankFile | Refusal {
  try {
    return readTableBy(rows, mapping, file, decimals)
  } catch (error) {
    return asRefusal(error)
  }
}
