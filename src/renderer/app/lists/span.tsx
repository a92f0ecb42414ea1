import { DatePicker, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import dayjs, { type Dayjs } from 'dayjs'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/values/format-date'
import { api, type Engine } from '../engine'
import { useSession } from '../session'
import type { PageParams } from '../pages'
import { useLanguage } from '../../ui'

type Account = Awaited<ReturnType<Engine['accounting']['listAccounts']>>['rows'][number]

export interface Span {
  readonly from: string
  readonly to: string
  /** The same for people. */
  readonly about: string
  readonly picker: ReactNode
}

const textOf = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value)

/** The months that a page of the books is about: the present one, unless its link names others. */
export function useSpan(params: PageParams = {}): Span {
  const { company } = useSession()
  const language = useLanguage()
  const [range, setRange] = useState<readonly [Dayjs, Dayjs]>(() => {
    const [from, to] = [textOf(params['from']), textOf(params['to'])]
    const today = dayjs(company.today)
    return [
      from === undefined ? today.startOf('month') : dayjs(from),
      to === undefined ? today.endOf('month') : dayjs(to),
    ]
  })
  const [first, last] = range
  const picker = (
    <DatePicker.RangePicker
      picker="month"
      allowClear={false}
      value={[first, last]}
      onChange={(chosen) => {
        const [start, end] = chosen ?? []
        if (start && end) setRange([start.startOf('month'), end.endOf('month')])
      }}
    />
  )
  const [from, to] = [first.format('YYYY-MM-DD'), last.format('YYYY-MM-DD')]
  return { from, to, about: `${formatDate(from, language)} – ${formatDate(to, language)}`, picker }
}

/** The account that a page is about: the first that fits, better one that it has most to say of, unless its link names one. */
export function useAccountChoice(
  params: PageParams,
  fits: (account: Account) => boolean,
  better: (account: Account) => boolean = fits,
) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(textOf(params['accountCode']))
  const { data } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const options = useMemo(() => (data?.rows ?? []).filter(fits), [data, fits])
  const code = chosen ?? (options.find(better) ?? options[0])?.code
  const select = (
    <Select
      aria-label={t('app.journal.account')}
      style={{ width: 260 }}
      showSearch={{
        filterOption: (typed, option) => String(option?.['find'] ?? '').includes(typed.trim().toLowerCase()),
      }}
      value={code ?? null}
      options={options.map((row) => ({
        value: row.code,
        label: `${row.code} ${row.name}`,
        find: `${row.code} ${row.name} ${row.otherName} ${row.search}`.toLowerCase(),
      }))}
      onChange={(next) => next !== null && setChosen(next)}
    />
  )
  return { code, select, account: options.find((row) => row.code === code) }
}
