import { useQuery } from '@tanstack/react-query'
import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/document-parts'
import { api, engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useSession } from '../../app/session'
import { DocumentFrame, EntryGrid, Field, MoneyText, type EntryColumn, type LookupItem } from '../../ui'

interface Line {
  readonly key: string
  readonly accountCode: string | undefined
  readonly accountText: string
  readonly partnerId: number | undefined
  readonly partnerText: string
  readonly debitMinor: number | undefined
  readonly creditMinor: number | undefined
}

let lastKey = 0
const newLine = (): Line => {
  lastKey += 1
  const none = { accountCode: undefined, partnerId: undefined, debitMinor: undefined, creditMinor: undefined }
  return { ...none, key: `voucher-${String(lastKey)}`, accountText: '', partnerText: '' }
}

/** A voucher by hand, worked by keyboard: account, partner, debit or credit, until both sides agree. */
export function VoucherEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [postedOn, setPostedOn] = useState(company.today)
  const [memo, setMemo] = useState('')
  const [lines, setLines] = useState<readonly Line[]>([])
  const post = useCommand(engine.accounting.postVoucher)
  const { data: accounts } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const columns = useMemo<EntryColumn<Line>[]>(() => {
    const search = async (text: string): Promise<LookupItem[]> => {
      const wanted = text.trim().toLowerCase()
      return (accounts?.rows ?? [])
        .filter((row) => row.isPostable && `${row.code} ${row.name} ${row.otherName}`.toLowerCase().includes(wanted))
        .slice(0, 12)
        .map((row) => ({ key: row.code, code: row.code, name: row.name }))
    }
    const searchPartner = async (text: string, signal: AbortSignal): Promise<LookupItem[]> => {
      const { rows } = await engine.parties.listPartners({ filter: text.trim(), limit: 12, offset: 0 }, { signal })
      return rows.map((row) => ({ key: String(row.id), code: row.code, name: row.name }))
    }
    return [
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
        key: 'partner',
        title: t('accounting.partner'),
        kind: 'lookup',
        read: (line) => line.partnerText,
        lookup: {
          search: searchPartner,
          choose: (line, item) => ({ ...line, partnerId: Number(item.key), partnerText: `${item.code} ${item.name}` }),
          clear: (line) => ({ ...line, partnerId: undefined, partnerText: '' }),
        },
      },
      {
        key: 'debitMinor',
        title: t('app.journal.debit'),
        kind: 'money',
        read: (line) => line.debitMinor,
        write: (line, value) => ({ ...line, debitMinor: typeof value === 'number' ? value : undefined }),
      },
      {
        key: 'creditMinor',
        title: t('app.journal.credit'),
        kind: 'money',
        read: (line) => line.creditMinor,
        write: (line, value) => ({ ...line, creditMinor: typeof value === 'number' ? value : undefined }),
      },
    ]
  }, [t, accounts])
  const sum = (side: 'debitMinor' | 'creditMinor'): number =>
    lines.reduce((total, line) => total + (line[side] ?? 0), 0)
  const debit = sum('debitMinor')
  const credit = sum('creditMinor')
  const submit = async (): Promise<void> => {
    const input = lines.flatMap((line) =>
      line.accountCode === undefined
        ? []
        : [
            {
              accountCode: line.accountCode,
              debitMinor: line.debitMinor ?? 0,
              creditMinor: line.creditMinor ?? 0,
              ...(line.partnerId === undefined ? {} : { partnerId: line.partnerId }),
            },
          ],
    )
    const answer = await post.run({ postedOn, memo, lines: input })
    if (answer === undefined) return
    close('accounting.newVoucher')
    open('accounting.entry', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('accounting.newVoucher')}
      state={tag('draft')}
      refusal={post.refusal}
      fields={
        <>
          <Field label={t('accounting.postedOn')}>
            {(control) => (
              <DatePicker
                id={control.id}
                allowClear={false}
                value={dayjs(postedOn)}
                onChange={(day) => day && setPostedOn(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
          <Field label={t('accounting.memo')} isRequired>
            {(control) => (
              <Input
                {...control}
                autoFocus
                maxLength={200}
                value={memo}
                onChange={(event) => setMemo(event.target.value)}
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
      totals={[
        { key: 'debit', label: t('app.journal.debit'), value: <MoneyText amountMinor={debit} /> },
        { key: 'credit', label: t('app.journal.credit'), value: <MoneyText amountMinor={credit} /> },
        {
          key: 'difference',
          label: t('accounting.difference'),
          value: <MoneyText amountMinor={debit - credit} />,
          isStrong: true,
        },
      ]}
      {...(lines.length < 2 || memo === '' || debit !== credit || debit === 0
        ? {}
        : { primary: { label: t('accounting.post'), onPress: () => void submit(), isBusy: post.isRunning } })}
    />
  )
}
