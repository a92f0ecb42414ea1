import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'

/** A business date in a field; never empty. */
export function DayPicker(props: {
  readonly id?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly 'aria-label'?: string
}): ReactNode {
  const { value, onChange, ...rest } = props
  return (
    <DatePicker
      {...rest}
      allowClear={false}
      value={dayjs(value)}
      onChange={(day) => {
        if (day !== null) onChange(day.format('YYYY-MM-DD'))
      }}
    />
  )
}
