import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/values/date'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { PartnerSelect } from '../../app/documents/partner-select'
import { DateText, MoneyText, RefusalAlert } from '../../ui'
import type { Line } from './reconcile'
import { TransferChoice } from './transfer-choice'

const DAYS_AROUND = 60
const SHOWN = 40

/** What nothing proposes: an account, a partner's advance, a transfer, or several bookings that make the line together. */
export function OwnChoice(props: {
  readonly line: Line
  readonly accountId: number
  readonly onDone: () => void
}): ReactNode {
  const { line, accountId, onDone } = props
  const { t } = useTranslation()
  const { data: chart } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const { data: books } = useQuery(
    api.banking.listBookLines.queryOptions({
      input: {
        accountId,
        from: addDays(line.bookedOn, 0 - DAYS_AROUND),
        to: addDays(line.bookedOn, DAYS_AROUND),
      },
    }),
  )
  const { data: open } = useQuery(
    api.banking.listLines.queryOptions({ input: { accountId, state: 'open', limit: SHOWN, offset: 0 } }),
  )
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [together, setTogether] = useState<ReadonlySet<number>>(new Set())
  const entry = useCommand(engine.banking.acceptEntry)
  const payment = useCommand(engine.banking.acceptPayment)
  const booked = useCommand(engine.banking.acceptBooked)
  const refusal = entry.refusal ?? payment.refusal ?? booked.refusal
  const settle = async (answer: Promise<unknown>): Promise<void> => {
    if ((await answer) !== undefined) onDone()
  }
  const keyOf = (row: { entryId: number; lineNumber: number }): string => `${row.entryId}-${row.lineNumber}`
  // Bookings of the same direction: only they can make up the line.
  const rows = (books?.rows ?? []).filter(({ amountMinor }) => amountMinor > 0 === line.amountMinor > 0)
  const chosen = rows.filter((row) => picked.has(keyOf(row)))
  const sum = chosen.reduce((total, { amountMinor }) => total + amountMinor, 0)
  const amountMinor = Math.abs(line.amountMinor)
  // A booking that the bank has paid in several parts: other lines of the same direction stand with this one.
  const others = (open?.rows ?? []).filter((row) => row.id !== line.id && row.amountMinor > 0 === line.amountMinor > 0)
  const lines = [line, ...others.filter(({ id }) => together.has(id))]
  const bankSum = lines.reduce((total, row) => total + row.amountMinor, 0)
  return (
    <div className="k-banking-own">
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('banking.toAccount')}
        placeholder={t('banking.toAccount')}
        value={null}
        options={(chart?.rows ?? [])
          .filter(({ isPostable }) => isPostable)
          .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        onChange={(accountCode: string | null) => {
          if (accountCode !== null) void settle(entry.run({ lineId: line.id, lines: [{ accountCode, amountMinor }] }))
        }}
      />
      <PartnerSelect
        aria-label={t('banking.toPartner')}
        placeholder={t('banking.toPartner')}
        side={line.amountMinor > 0 ? 'customer' : 'supplier'}
        value={undefined}
        onChange={(partnerId) => void settle(payment.run({ lineId: line.id, partnerId }))}
      />
      <TransferChoice line={line} accountId={accountId} onDone={onDone} />
      <Choices
        caption={t('banking.bookLines')}
        picked={picked}
        onPick={setPicked}
        rows={rows.slice(0, SHOWN).map((row) => ({
          key: keyOf(row),
          on: row.postedOn,
          name: row.number,
          text: row.partnerName,
          amountMinor: row.amountMinor,
        }))}
      />
      {chosen.length === 0 ? null : (
        <Choices
          caption={t('banking.together')}
          picked={together}
          onPick={setTogether}
          rows={others.map((row) => ({
            key: row.id,
            on: row.bookedOn,
            name: row.counterparty,
            text: row.text,
            amountMinor: row.amountMinor,
          }))}
        />
      )}
      {chosen.length === 0 ? null : (
        <Button
          type="primary"
          disabled={sum !== bankSum}
          loading={booked.isRunning}
          onClick={() =>
            void settle(
              booked.run({
                lineIds: lines.map(({ id }) => id),
                bookLines: chosen.map(({ entryId, lineNumber }) => ({ entryId, lineNumber })),
              }),
            )
          }
        >
          {t('banking.acceptPicked')} <MoneyText amountMinor={sum} /> / <MoneyText amountMinor={bankSum} />
        </Button>
      )}
    </div>
  )
}

interface Choice<Key> {
  readonly key: Key
  readonly on: string
  readonly name: string
  readonly text: string
  readonly amountMinor: number
}

/** Bookings or bank lines to tick; nothing where there are none. */
function Choices<Key extends string | number>(props: {
  readonly caption: string
  readonly rows: readonly Choice<Key>[]
  readonly picked: ReadonlySet<Key>
  readonly onPick: (picked: ReadonlySet<Key>) => void
}): ReactNode {
  const { caption, rows, picked, onPick } = props
  if (rows.length === 0) return null
  return (
    <table className="k-table" aria-label={caption}>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ key, on, name, text, amountMinor }) => (
          <tr key={key}>
            <td>
              <Checkbox
                aria-label={[on, name, text].filter(Boolean).join(' ')}
                checked={picked.has(key)}
                onChange={({ target }) => {
                  const next = new Set(picked)
                  if (target.checked) next.add(key)
                  else next.delete(key)
                  onPick(next)
                }}
              />
            </td>
            <td>
              <DateText date={on} />
            </td>
            <td>
              {name} <span className="k-soft">{text}</span>
            </td>
            <td className="k-right">
              <MoneyText amountMinor={amountMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
