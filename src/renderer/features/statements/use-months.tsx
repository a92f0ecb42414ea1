import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useSession } from '../../app/session'

export interface Months {
  readonly from: string
  readonly to: string
  readonly picker: ReactNode
}

/** The months that a statement is about; it begins with the present one. */
export function useMonths(): Months {
  const { company } = useSession()
  const [range, setRange] = useState(() => {
    const today = dayjs(company.today)
    return [today.startOf('month'), today.endOf('month')] as const
  })
  const [first, last] = range
  return {
    from: first.format('YYYY-MM-DD'),
    to: last.format('YYYY-MM-DD'),
    picker: (
      <DatePicker.RangePicker
        picker="month"
        allowClear={false}
        value={[first, last]}
        onChange={(chosen) => {
          const [start, end] = chosen ?? []
          if (start && end) setRange([start.startOf('month'), end.endOf('month')])
        }}
      />
    ),
  }
}
