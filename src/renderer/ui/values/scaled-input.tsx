import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { formatScaled, parseScaled } from '../../../shared/values/format'

export interface ScaledInputProps {
  /** An integer of 10^-decimals units; null while empty. Set by a form. */
  readonly value?: number | null
  readonly onChange?: (value: number | null) => void
  readonly decimals: number
  /** Decimals always shown; all of them when left out. */
  readonly minDecimals?: number
  readonly id?: string
  readonly suffix?: ReactNode
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly 'aria-label'?: string
}

/**
 * A number as people type it (thousands marks, full-width digits), kept as an integer. What can't be read stays in the
 * field, marked, until it is mended.
 */
export function ScaledInput(props: ScaledInputProps): ReactNode {
  const { value = null, onChange, decimals, minDecimals = decimals, ...rest } = props
  const written = value === null ? '' : formatScaled(value, decimals, { minDecimals })
  const [text, setText] = useState(written)
  const [isBad, setBad] = useState(false)
  // Another value from outside replaces what was typed.
  const [shown, setShown] = useState(written)
  if (shown !== written) {
    setShown(written)
    setText(written)
    setBad(false)
  }
  const settle = (): void => {
    if (text.trim() === '') {
      onChange?.(null)
      return
    }
    const parsed = parseScaled(text, decimals)
    setBad(!parsed.ok)
    if (parsed.ok) {
      onChange?.(parsed.value)
      setText(formatScaled(parsed.value, decimals, { minDecimals }))
    }
  }
  return (
    <Input
      {...rest}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      aria-invalid={isBad}
      status={isBad ? 'error' : ''}
      style={{ textAlign: 'right' }}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onPressEnter={settle}
    />
  )
}
