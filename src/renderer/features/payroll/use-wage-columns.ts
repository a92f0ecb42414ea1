import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccountLookup } from '../../app/documents/account-lookup'
import type { Engine } from '../../app/engine'
import type { EntryColumn } from '../../ui'

type Department = Awaited<ReturnType<Engine['accounting']['listDimensions']>>['rows'][number]

export const PARTS = [
  'grossMinor',
  'employerSocialMinor',
  'employerFundMinor',
  'socialMinor',
  'fundMinor',
  'incomeTaxMinor',
] as const
export type Part = (typeof PARTS)[number]

export interface WageEntry extends Readonly<Partial<Record<Part, number>>> {
  readonly key: string
  readonly departmentId: number | undefined
  readonly departmentText: string
  readonly accountCode: string | undefined
  readonly accountText: string
  readonly headcount: number | undefined
}

let lastKey = 0
export function newEntry(): WageEntry {
  lastKey += 1
  return {
    key: `wage-${String(lastKey)}`,
    departmentId: undefined,
    departmentText: '',
    accountCode: undefined,
    accountText: '',
    headcount: undefined,
  }
}

export const netOf = (entry: WageEntry): number =>
  (entry.grossMinor ?? 0) - (entry.socialMinor ?? 0) - (entry.fundMinor ?? 0) - (entry.incomeTaxMinor ?? 0)

export const costOf = (entry: WageEntry): number =>
  (entry.grossMinor ?? 0) + (entry.employerSocialMinor ?? 0) + (entry.employerFundMinor ?? 0)

const numbered = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

export function useWageColumns(departments: readonly Department[]): EntryColumn<WageEntry>[] {
  const { t } = useTranslation()
  const search = useAccountLookup()
  return useMemo(() => {
    const department: EntryColumn<WageEntry> = {
      key: 'department',
      title: t('accounting.dimensions.department'),
      kind: 'lookup',
      width: 120,
      read: (line) => line.departmentText,
      lookup: {
        search: async (text) => {
          const wanted = text.trim().toLowerCase()
          return departments
            .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
            .map(({ id, code, name }) => ({ key: String(id), code, name }))
        },
        choose: (line, item) => ({ ...line, departmentId: Number(item.key), departmentText: item.name }),
        clear: (line) => ({ ...line, departmentId: undefined, departmentText: '' }),
      },
    }
    return [
      ...(departments.length === 0 ? [] : [department]),
      {
        key: 'account',
        title: t('payroll.account'),
        kind: 'lookup',
        width: 170,
        read: (line) => line.accountText,
        lookup: {
          search,
          choose: (line, item) => ({ ...line, accountCode: item.key, accountText: `${item.code} ${item.name}` }),
          clear: (line) => ({ ...line, accountCode: undefined, accountText: '' }),
          copy: (from, to) => ({ ...to, accountCode: from.accountCode, accountText: from.accountText }),
        },
      },
      {
        key: 'headcount',
        title: t('payroll.headcount'),
        kind: 'integer',
        width: 64,
        read: (line) => line.headcount,
        write: (line, value) => ({ ...line, headcount: numbered(value) }),
      },
      ...PARTS.map((part): EntryColumn<WageEntry> => ({
        key: part,
        title: t(`payroll.amounts.${part}`),
        kind: 'money',
        width: 116,
        read: (line) => line[part],
        write: (line, value) => {
          const { [part]: _before, ...rest } = line
          const amount = numbered(value)
          return amount === undefined ? rest : { ...rest, [part]: amount }
        },
      })),
      {
        key: 'net',
        title: t('payroll.amounts.netMinor'),
        kind: 'money',
        width: 116,
        read: (line) => (line.accountCode === undefined ? undefined : netOf(line)),
      },
    ]
  }, [t, search, departments])
}
