import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { Field } from '../../../ui'

/** A business date in a document's header. */
export function DayField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}): ReactNode {
  return (
    <Field label={props.label}>
      {(control) => (
        <DatePicker
          id={control.id}
          allowClear={false}
          value={dayjs(props.value)}
          onChange={(day) => day && props.onChange(day.format('YYYY-MM-DD'))}
        />
      )}
    </Field>
  )
}
