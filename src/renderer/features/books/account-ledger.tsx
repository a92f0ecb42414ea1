import { Tag } from 'antd'
import type { TFunction } from 'i18next'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/values/format'
import { formatMonth } from '../../../shared/values/format-date'
import { ForeignText } from '../../app/currencies/foreign-text'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import { DateText, MoneyText, useLanguage, type ListColumn } from '../../ui'
import { useAccountChoice, useSpan } from '../../app/lists/span'

type Ledger = Awaited<ReturnType<Engine['books']['subsidiaryLedger']>>
type Row = Ledger['rows'][number]
type Account = Awaited<ReturnType<Engine['accounting']['listAccounts']>>['rows'][number]

const isUsed = (account: Account): boolean => account.isUsed
const holdsMoney = (account: Account): boolean => account.cashKind !== ''

/** 明细账: the lines of an account with their running balance; each opens its voucher. */
export function SubsidiaryLedgerPage({ params }: { readonly params: PageParams }): ReactNode {
  return <AccountLedger params={params} name="subsidiary" fits={isUsed} isDaily={false} />
}

/** 日记账: the same for cash and bank, with the balance of every day. */
export function CashBookPage({ params }: { readonly params: PageParams }): ReactNode {
  return <AccountLedger params={params} name="cashBook" fits={holdsMoney} isDaily />
}

function AccountLedger(props: {
  readonly params: PageParams
  readonly name: 'subsidiary' | 'cashBook'
  readonly fits: (account: Account) => boolean
  readonly isDaily: boolean
}): ReactNode {
  const { params, name, fits, isDaily } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  const span = useSpan(params)
  const { code, select, account } = useAccountChoice(params, fits, isUsed)
  const { from, to } = span
  const [ledger, setLedger] = useState<Ledger>()
  const [only, setOnly] = useState(() => narrowedBy(params))
  const language = useLanguage()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    async ({ offset, limit, filter }, signal) => {
      if (code === undefined) return { rows: [], total: 0, sums: {} }
      const answer = await engine.books.subsidiaryLedger(
        { accountCode: code, from, to, offset, limit, filter, isDaily, ...only?.filter },
        { signal },
      )
      if (offset === 0) setLedger(answer)
      return answer
    },
    [code, from, to, isDaily, only],
  )
  const columns = useLedgerColumns(ledger)
  return (
    <ListPage<Row>
      key={`${code ?? ''} ${from} ${to} ${only?.name ?? ''}`}
      name={`books.${name}`}
      about={[account === undefined ? '' : `${account.code} ${account.name}`, only?.name ?? '', span.about]
        .filter((text) => text !== '')
        .join(' ')}
      between={ledger === undefined ? undefined : (before, after) => carried(ledger, before, after, { t, language })}
      room="accounting"
      title={t(`books.${name}`)}
      columns={columns}
      fetch={fetch}
      filterHint={t('books.ledgerFilter')}
      rowKey={(row) => `${row.entryId}-${row.lineNumber}`}
      onOpen={(row) => open('accounting.entry', { id: row.entryId })}
      actions={
        <>
          {only === undefined ? null : (
            <Tag closable onClose={() => setOnly(undefined)}>
              {t('books.only', { value: only.name })}
            </Tag>
          )}
          {select}
          {span.picker}
        </>
      }
      hint={ledger === undefined ? '' : <Summary ledger={ledger} />}
      empty={{ title: t('books.noLines'), hint: t('books.noLinesHint') }}
    />
  )
}

const FILTERS = ['partnerId', 'itemId', 'departmentId', 'projectId', 'personId'] as const

/** The partner, item, department, project or person that a link asks for, and its name. */
function narrowedBy(params: PageParams) {
  const field = FILTERS.find((name) => params[name] !== undefined)
  if (field === undefined) return undefined
  return { name: String(params['value'] ?? ''), filter: { [field]: Number(params[field]) } }
}

/** 期初余额, 本月合计, 本年累计: what a ledger on paper has between its lines. */
function carried(
  ledger: Ledger,
  before: Row | undefined,
  after: Row | undefined,
  { t, language }: { readonly t: TFunction; readonly language: Language },
) {
  const balance = (amountMinor: number) => ({
    side: t(`books.sides.${amountMinor === 0 ? 'flat' : amountMinor > 0 ? 'debit' : 'credit'}`),
    balanceMinor: Math.abs(amountMinor),
  })
  if (before === undefined) return [{ memo: t('books.opening'), ...balance(ledger.openingMinor) }]
  const month = before.postedOn.slice(0, 7)
  if (after?.postedOn.startsWith(month) === true) return []
  const sums = ledger.months.find((each) => each.month === month)
  if (sums === undefined) return []
  return [
    {
      memo: `${formatMonth(month, language)} ${t('books.monthTotal')}`,
      debitMinor: sums.debitMinor,
      creditMinor: sums.creditMinor,
      ...balance(sums.balanceMinor),
    },
    { memo: t('books.yearToDate'), debitMinor: sums.yearDebitMinor, creditMinor: sums.yearCreditMinor },
  ]
}

/** Opening and closing; below them the months with the year so far, or the last days. */
function Summary({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const { t } = useTranslation()
  const last = ledger.months.at(-1)
  const day = ledger.days.at(-1)
  return (
    <>
      {t('books.opening')} <MoneyText amountMinor={ledger.openingMinor} /> · {t('books.closing')}{' '}
      <MoneyText amountMinor={ledger.closingMinor} />
      <ForeignText currency={ledger.account.currency} amountMinor={ledger.closingForeignMinor} />
      {last === undefined ? null : (
        <>
          {' '}
          · {t('books.yearToDate')} <MoneyText amountMinor={last.yearDebitMinor} /> /{' '}
          <MoneyText amountMinor={last.yearCreditMinor} />
        </>
      )}
      {day === undefined ? null : (
        <>
          {' '}
          · {t('books.day')} <DateText date={day.on} /> <MoneyText amountMinor={day.debitMinor} /> /{' '}
          <MoneyText amountMinor={day.creditMinor} />
        </>
      )}
    </>
  )
}

function useLedgerColumns(ledger: Ledger | undefined): ListColumn<Row>[] {
  const { t } = useTranslation()
  const currency = ledger?.account.currency ?? undefined
  const isForeign = currency !== undefined || ledger?.rows.some((row) => row.currency !== null) === true
  return useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'postedOn', title: t('accounting.postedOn'), kind: 'date', value: (row) => row.postedOn },
      { key: 'label', title: t('accounting.voucher'), value: (row) => row.label, width: 88, isFixed: true },
      { key: 'memo', title: t('accounting.memo'), value: (row) => row.memo },
      { key: 'counterpart', title: t('books.counterpart'), value: (row) => row.counterpart, width: 88 },
      { key: 'partnerName', title: t('accounting.partner'), value: (row) => row.partnerName, width: 128 },
      { key: 'sourceNumber', title: t('accounting.source'), value: (row) => row.sourceNumber, width: 136 },
      { key: 'debitMinor', title: t('app.journal.debit'), kind: 'money', value: (row) => row.debitMinor, hasSum: true },
      {
        key: 'creditMinor',
        title: t('app.journal.credit'),
        kind: 'money',
        value: (row) => row.creditMinor,
        hasSum: true,
      },
      {
        key: 'side',
        title: t('books.side'),
        value: (row) => t(`books.sides.${row.balanceMinor === 0 ? 'flat' : row.balanceMinor > 0 ? 'debit' : 'credit'}`),
        width: 64,
      },
      { key: 'balanceMinor', title: t('books.balance'), kind: 'money', value: (row) => Math.abs(row.balanceMinor) },
      ...(isForeign
        ? [
            {
              key: 'foreignMinor',
              title: t('currencies.amount'),
              kind: 'money' as const,
              width: 150,
              value: (row: Row) => row.foreignMinor,
              currency: (row: Row) => row.currency ?? '',
            },
          ]
        : []),
      ...(currency === undefined
        ? []
        : [
            {
              key: 'foreignBalanceMinor',
              title: t('currencies.balance', { currency }),
              kind: 'money' as const,
              width: 150,
              value: (row: Row) => row.foreignBalanceMinor,
              currency: () => currency,
            },
          ]),
    ],
    [t, isForeign, currency],
  )
}
