import { Button, Input } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { readTable } from '../../../shared/tables'
import { readRates, type RateTable } from '../../../shared/values/exchange/rate-table'
import { useCommand } from '../../app/commands'
import { asRefusal, engine } from '../../app/engine'
import { Dialog, RefusalAlert } from '../../ui'

const SHOWN = 8

/** Rates pasted from a spreadsheet or read from a file: looked at first, then all of them or none. */
export function RateImport({ onClose }: { onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState<RateTable>()
  const [refusal, setRefusal] = useState<Refusal>()
  const save = useCommand(engine.currencies.setRates)
  const read = async (bytes: Uint8Array, fileName: string): Promise<void> => {
    setRefusal(undefined)
    try {
      setTable(readRates(await readTable(bytes, fileName)))
    } catch (error) {
      setTable(undefined)
      setRefusal(asRefusal(error))
    }
  }
  const paste = (text: string): void => {
    if (text.trim() === '') setTable(undefined)
    else void read(new TextEncoder().encode(text.replaceAll('\t', ',')), 'pasted.csv')
  }
  const rates = table?.rates ?? []
  const problems = table?.problems ?? []
  const submit = async (): Promise<void> => {
    if ((await save.run({ rates: [...rates] })) !== undefined) onClose()
  }
  const shown = refusal ?? save.refusal
  return (
    <Dialog
      title={t('currencies.import.title')}
      okText={t('currencies.import.do', { count: rates.length })}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning, disabled: rates.length === 0 || problems.length > 0 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {shown === undefined ? null : <RefusalAlert refusal={shown} />}
      <p className="k-soft">{t('currencies.import.hint')}</p>
      <Input.TextArea
        rows={5}
        autoFocus
        aria-label={t('currencies.import.paste')}
        placeholder={t('currencies.import.paste')}
        onChange={(event) => paste(event.target.value)}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        aria-label={t('currencies.import.choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void file.arrayBuffer().then((bytes) => read(new Uint8Array(bytes), file.name))
        }}
      />
      <p>
        <Button onClick={() => input.current?.click()}>{t('currencies.import.choose')}</Button>
      </p>
      {table === undefined ? null : <p role="status">{t('currencies.import.found', { count: rates.length })}</p>}
      {problems.length === 0 ? null : (
        <table className="k-table">
          <caption>{t('currencies.import.problems', { count: problems.length })}</caption>
          <tbody>
            {problems.slice(0, SHOWN).map(({ row, text, reason }) => (
              <tr key={`${row} ${text}`}>
                <td className="k-right k-num">{row}</td>
                <td>{text}</td>
                <td>{t(`currencies.import.reasons.${reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
