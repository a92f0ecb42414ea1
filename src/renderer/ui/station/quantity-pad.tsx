import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseScaled } from '../../../shared/values/format'
import './station.css'

export interface QuantityPadProps {
  /** Decimals of what is entered: 6 for a quantity in micro, 0 for pieces. */
  readonly decimals: number
  readonly unit?: string
  readonly onConfirm: (value: number) => void
}

const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '.'] as const

/** Large keys for a quantity; the keyboard's digits and Enter work as well. */
export function QuantityPad(props: QuantityPadProps): ReactNode {
  const { decimals, unit, onConfirm } = props
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const parsed = parseScaled(text, decimals)
  const confirm = (): void => {
    if (!parsed.ok) return
    onConfirm(parsed.value)
    setText('')
  }
  return (
    <form
      className="k-station-pad"
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <label>
        <span className="k-station-caption">
          {t('ui.station.quantity')} {unit}
        </span>
        <input
          inputMode="none"
          autoComplete="off"
          aria-invalid={text !== '' && !parsed.ok}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="k-station-keys">
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            className="k-station-button"
            disabled={key === '.' && decimals === 0}
            onClick={() => setText(text + key)}
          >
            {key}
          </button>
        ))}
        <button
          type="button"
          className="k-station-button"
          aria-label={t('ui.station.erase')}
          onClick={() => setText(text.slice(0, -1))}
        >
          ⌫
        </button>
      </div>
      <button type="submit" className="k-station-button k-station-primary" disabled={!parsed.ok}>
        {t('ui.station.confirm')}
      </button>
    </form>
  )
}
