import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface EntryField {
  readonly kind: 'code' | 'quantity' | 'number' | 'date' | 'text'
  /** What is entered, with its unit. */
  readonly caption: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** A letter that was typed with no field in focus. */
  readonly onTyped: (letter: string) => void
  /** Enter or the button beside it; empty means the usual answer. */
  readonly onSubmit: () => void
  readonly isFocused: boolean
  /** Changes with the step: the field takes the focus again, wherever a finger left it. */
  readonly step: string
}

const padKeys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '.'] as const
const isTouch = (): boolean => window.matchMedia('(pointer: coarse)').matches

/** The line that takes a code by keyboard, or the pad that takes what a code does not say. */
export function StationEntry(props: EntryField): ReactNode {
  const { kind, caption, value, onChange, onTyped, onSubmit, isFocused, step } = props
  const { t } = useTranslation()
  const isPad = kind !== 'code' && kind !== 'text'
  // A code line that takes the focus on a touch screen would put a keyboard over the instruction.
  const takesFocus = isFocused && (isPad || !isTouch())
  const input = useTypedAnywhere(kind === 'code' || kind === 'text', onTyped)
  const field = (
    <label>
      <span className="k-station-caption">{caption}</span>
      <input
        key={step}
        ref={input}
        autoFocus={takesFocus}
        inputMode={isPad ? 'none' : 'text'}
        autoComplete="off"
        value={value}
        placeholder={kind === 'date' ? t('warehouse.station.datePlaceholder') : ''}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onSubmit()
        }}
      />
    </label>
  )
  if (!isPad) return <div className="k-station-line">{field}</div>
  return (
    <div className="k-station-pad k-station-entry">
      {field}
      <div className="k-station-keys">
        {padKeys.map((key) => (
          <button
            key={key}
            type="button"
            className="k-station-button"
            disabled={key === '.' && kind !== 'quantity'}
            onClick={() => onChange(value + key)}
          >
            {key}
          </button>
        ))}
        <button
          type="button"
          className="k-station-button"
          aria-label={t('ui.station.erase')}
          onClick={() => onChange(value.slice(0, -1))}
        >
          ⌫
        </button>
      </div>
    </div>
  )
}

/**
 * Beside choices the code line has no focus: digits choose. A letter begins a code all the same, be it typed or the
 * label of a carton that is too short to be told from typing.
 */
function useTypedAnywhere(isOn: boolean, onTyped: (letter: string) => void) {
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(onTyped)
  useEffect(() => {
    latest.current = onTyped
  })
  useEffect(() => {
    if (!isOn) return undefined
    const take = (event: KeyboardEvent): void => {
      const field = input.current
      const isElsewhere = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (field === null || field.offsetParent === null || isElsewhere || event.isComposing) return
      const isOpen = document.activeElement === field
      if (event.ctrlKey || event.altKey || event.metaKey || !(isOpen ? /^[\w:.-]$/ : /^[a-z]$/i).test(event.key)) return
      event.preventDefault()
      // A digit of the code is no choice.
      event.stopImmediatePropagation()
      field.focus()
      latest.current(event.key)
    }
    window.addEventListener('keydown', take, { capture: true })
    return () => window.removeEventListener('keydown', take, { capture: true })
  }, [isOn])
  return input
}
