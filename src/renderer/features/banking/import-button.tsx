import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  guessMapping,
  readBankFile,
  readTableBy,
  signatureOf,
  type BankFile,
  type TableMapping,
} from '../../../shared/bank-files'
import type { Refusal } from '../../../shared/errors'
import { readTable } from '../../../shared/tables'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { asRefusal, engine } from '../../app/engine'
import { CurrencyScope } from '../../ui'
import { MappingDialog } from './mapping-dialog'

interface Table {
  readonly rows: readonly (readonly string[])[]
  readonly file: string
  readonly mapping: TableMapping
}

/** Reads a bank's file here, in the window's own sandbox, and hands the engine what it says. */
export function ImportButton(props: {
  readonly accountId: number
  /** what the account is kept in */
  readonly currency: string
  readonly onImported: (answer: { imported: number; known: number }) => void
  readonly onRefused: (refusal: Refusal | undefined) => void
}): ReactNode {
  const { accountId, currency, onImported, onRefused } = props
  const { t } = useTranslation()
  const decimals = currencyDecimals(currency)
  const input = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState<Table>()
  const send = useCommand(engine.banking.importStatement)
  const keep = async (fileName: string, statements: readonly BankFile[]): Promise<void> => {
    let imported = 0
    let known = 0
    for (const statement of statements.filter(({ lines }) => lines.length > 0)) {
      const bare = { ...statement, lines: statement.lines.map((line) => ({ ...line })) }
      const answer = await send.run({ accountId, fileName: fileName.slice(0, 200), statement: bare })
      if (answer === undefined) return
      imported += answer.imported
      known += answer.known
    }
    onRefused(undefined)
    onImported({ imported, known })
  }
  const read = async (file: File): Promise<void> => {
    send.clearRefusal()
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const statements = readBankFile(bytes, file.name, decimals)
      if (statements !== undefined) {
        await keep(file.name, statements)
        return
      }
      const rows = await readTable(bytes, file.name)
      const guess = guessMapping(rows, decimals)
      const { rows: profiles } = await engine.banking.listProfiles({})
      const learned = profiles.find(({ signature }) => signature === signatureOf(rows, guess.headerRow))
      if (learned === undefined) setTable({ rows, file: file.name, mapping: guess })
      else await keep(file.name, [readTableBy(rows, learned.mapping, file.name, decimals)])
    } catch (error) {
      onRefused(asRefusal(error))
    }
  }
  if (send.refusal !== undefined) queueMicrotask(() => onRefused(send.refusal))
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden="true"
        accept=".csv,.txt,.xlsx,.ofx,.qfx,.sta,.mt940,.940,.xml"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <Button icon={<UploadOutlined />} loading={send.isRunning} onClick={() => input.current?.click()}>
        {t('banking.import')}
      </Button>
      {table === undefined ? null : (
        <CurrencyScope currency={currency}>
          <MappingDialog
            {...table}
            decimals={decimals}
            onClose={() => setTable(undefined)}
            onMapped={(statement) => {
              setTable(undefined)
              void keep(table.file, [statement])
            }}
          />
        </CurrencyScope>
      )}
    </>
  )
}
