import { Input, Segmented } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccountLookup } from '../../../app/documents/account-lookup'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, EntryGrid, Field, MoneyText, type EntryColumn } from '../../../ui'
import { AccountSelect, useMoneyAccounts } from '../../../app/documents/account-select'

interface Line {
  readonly key: string
  readonly accountCode: string | undefined
  readonly accountText: string
  readonly text: string
  readonly amountMinor: number | undefined
}

let lastKey = 0
const newLine = (): Line => {
  lastKey += 1
  return {
    key: `cash-${String(lastKey)}`,
    accountCode: undefined,
    accountText: '',
    text: '',
    amountMinor: undefined,
  }
}

/** Money in or out that no invoice stands behind: charges, interest, petty cash, wages. */
export function CashEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const accounts = useMoneyAccounts()
  const search = useAccountLookup()
  const [direction, setDirection] = useState<'in' | 'out'>('out')
  const [chosen, setAccount] = useState<number>()
  const accountId = chosen ?? accounts.find(({ kind }) => kind === 'bank')?.id
  const [enteredOn, setOn] = useState(company.today)
  const [counterparty, setCounterparty] = useState('')
  const [reference, setReference] = useState('')
  const [lines, setLines] = useState<readonly Line[]>([])
  const post = useCommand(engine.treasury.postCashEntry)
  const columns = useMemo<EntryColumn<Line>[]>(
    () => [
      {
        key: 'account',
        title: t('app.journal.account'),
        kind: 'lookup',
        read: (line) => line.accountText,
        lookup: {
          search,
          choose: (line, item) => ({ ...line, accountCode: item.key, accountText: `${item.code} ${item.name}` }),
          clear: (line) => ({ ...line, accountCode: undefined, accountText: '' }),
        },
      },
      {
        key: 'text',
        title: t('treasury.text'),
        kind: 'text',
        read: (line) => line.text,
        write: (line, value) => ({ ...line, text: typeof value === 'string' ? value : '' }),
      },
      {
        key: 'amountMinor',
        title: t('treasury.amount'),
        kind: 'money',
        read: (line) => line.amountMinor,
        write: (line, value) => ({ ...line, amountMinor: typeof value === 'number' ? value : undefined }),
      },
    ],
    [t, search],
  )
  const total = lines.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0)
  const submit = async (): Promise<void> => {
    if (accountId === undefined) return
    const input = lines.flatMap(({ accountCode, amountMinor, text }) =>
      accountCode === undefined || amountMinor === undefined || amountMinor === 0
        ? []
        : [{ accountCode, amountMinor, text }],
    )
    const answer = await post.run({ direction, accountId, enteredOn, counterparty, reference, lines: input })
    if (answer === undefined) return
    close('treasury.newCashEntry')
    open('treasury.cashEntry', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t(`treasury.cashEntryTitles.${direction}`)}
      state={tag('draft')}
      refusal={post.refusal}
      fields={
        <>
          <Field label={t('treasury.direction')}>
            {() => (
              <Segmented
                value={direction}
                onChange={setDirection}
                options={(['in', 'out'] as const).map((value) => ({ value, label: t(`treasury.directions.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('treasury.account')} isRequired>
            {(control) => <AccountSelect id={control.id} accounts={accounts} value={accountId} onChange={setAccount} />}
          </Field>
          <Field label={t('treasury.paidOn')}>
            {(control) => <DayPicker id={control.id} value={enteredOn} onChange={setOn} />}
          </Field>
          <Field label={t('treasury.counterparty')}>
            {(control) => (
              <Input
                id={control.id}
                autoFocus
                maxLength={120}
                value={counterparty}
                onChange={(event) => setCounterparty(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('treasury.reference')}>
            {(control) => (
              <Input
                id={control.id}
                maxLength={60}
                value={reference}
                onChange={(event) => setReference(event.target.value)}
              />
            )}
          </Field>
        </>
      }
      lines={
        <EntryGrid
          label={t('app.lines.label')}
          columns={columns}
          lines={lines}
          lineKey={(line) => line.key}
          newLine={newLine}
          onChange={setLines}
        />
      }
      total={<MoneyText amountMinor={total} />}
      {...(total <= 0 || accountId === undefined
        ? {}
        : {
            primary: {
              label: t(`treasury.postCashEntry.${direction}`),
              onPress: () => void submit(),
              isBusy: post.isRunning,
            },
          })}
    />
  )
}
