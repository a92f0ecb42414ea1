import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Engine } from '../../app/engine'
import type { EntryColumn, LookupItem } from '../../ui'

type Account = Awaited<ReturnType<Engine['accounting']['listAccounts']>>['rows'][number]

export interface BudgetLine {
  readonly key: string
  readonly accountCode: string | undefined
  readonly accountText: string
  /** January to December; undefined where nothing is planned. */
  readonly amounts: readonly (number | undefined)[]
}

const MOST = 12
export const MONTHS = Array.from({ length: 12 }, (_month, at) => at)

let lastKey = 0
export function newLine(): BudgetLine {
  lastKey += 1
  return {
    key: `budget-${String(lastKey)}`,
    accountCode: undefined,
    accountText: '',
    amounts: MONTHS.map(() => undefined),
  }
}

export const totalOf = ({ amounts }: BudgetLine): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

/** The year in twelve equal parts; what does not divide falls on December. */
function spread(totalMinor: number): number[] {
  const part = Math.trunc(totalMinor / 12)
  return MONTHS.map((at) => (at === 11 ? totalMinor - 11 * part : part))
}

function findAccounts(accounts: readonly Account[], text: string): LookupItem[] {
  const wanted = text.trim().toLowerCase()
  return accounts
    .filter(({ kind, isActive }) => isActive && (kind === 'revenue' || kind === 'expense'))
    .filter((row) => `${row.code} ${row.name} ${row.otherName} ${row.search}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(b.code.startsWith(wanted)) - Number(a.code.startsWith(wanted)))
    .slice(0, MOST)
    .map((row) => ({ key: row.code, code: row.code, name: row.name }))
}

/** An account, twelve months, and the year: an amount for the year is spread over the months. */
export function useBudgetColumns(accounts: readonly Account[]): EntryColumn<BudgetLine>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'account',
        title: t('app.journal.account'),
        kind: 'lookup',
        width: 200,
        read: (line) => line.accountText,
        isUnique: true,
        lookup: {
          search: async (text) => findAccounts(accounts, text),
          choose: (line, item) => ({ ...line, accountCode: item.key, accountText: `${item.code} ${item.name}` }),
          clear: (line) => ({ ...line, accountCode: undefined, accountText: '' }),
        },
      },
      ...MONTHS.map((at): EntryColumn<BudgetLine> => ({
        key: `month-${String(at + 1)}`,
        title: t('budgets.monthShort', { month: at + 1 }),
        kind: 'money',
        width: 100,
        read: (line) => line.amounts[at],
        write: (line, value) => ({
          ...line,
          amounts: line.amounts.map((amount, month) =>
            month === at ? (typeof value === 'number' ? value : undefined) : amount,
          ),
        }),
      })),
      {
        key: 'year',
        title: t('budgets.wholeYear'),
        kind: 'money',
        width: 120,
        read: (line) => (line.accountCode === undefined && totalOf(line) === 0 ? undefined : totalOf(line)),
        write: (line, value) => ({
          ...line,
          amounts: typeof value === 'number' ? spread(value) : MONTHS.map(() => undefined),
        }),
      },
    ],
    [t, accounts],
  )
}
