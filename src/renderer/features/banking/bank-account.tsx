import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import { useSession } from '../../app/session'
import { readPreference, setPreference } from '../../app/preferences'

/** The bank account that is worked on: the one chosen last, else the first; what each is kept in. */
export function useBankAccounts() {
  const { data } = useQuery(api.treasury.listAccounts.queryOptions({ input: {} }))
  const banks = (data?.rows ?? []).filter(({ kind, isActive }) => kind === 'bank' && isActive)
  const kept = readPreference<number>('banking.account', 0)
  const first = banks.find(({ id }) => id === kept) ?? banks[0]
  const { currency: base } = useSession().company
  const currencyOf = (id: number | undefined): string => banks.find((bank) => bank.id === id)?.currency ?? base
  return { banks, accounts: data?.rows ?? [], first, currencyOf }
}

export function BankSelect(props: {
  readonly banks: readonly {
    readonly id: number
    readonly name: string
    readonly accountCode: string
    readonly currency: string | null
  }[]
  readonly value: number | undefined
  readonly onChange: (id: number) => void
}): ReactNode {
  const { banks, value, onChange } = props
  const { t } = useTranslation()
  return (
    <Select
      aria-label={t('treasury.accountKinds.bank')}
      style={{ width: 240 }}
      value={value ?? null}
      options={banks.map(({ id, name, accountCode, currency }) => ({
        value: id,
        label: [accountCode, name, currency ?? ''].join(' ').trim(),
      }))}
      onChange={(id) => {
        if (id === null) return
        setPreference('banking.account', id)
        onChange(id)
      }}
    />
  )
}
