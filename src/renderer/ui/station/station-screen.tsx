import { CheckOutlined, CloseOutlined, LogoutOutlined, WarningFilled } from '@ant-design/icons'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutKeys } from '../shell/shortcut-keys'
import { ariaKeys } from '../shell/shortcuts'
import { useShortcuts } from '../shell/use-shortcuts'
import { ThemeScope } from '../theme/ui-provider'
import { type StationDevice, StationDevices } from './station-devices'
import './station.css'
import { type StationScan, StationScans } from './station-scans'

export interface StationOutcome {
  /** Different for every scan, so that the same answer twice floods twice. */
  readonly id: string | number
  readonly kind: 'right' | 'wrong' | 'done'
  /** What was wrong and what is expected, or what was taken. */
  readonly message: string
}

export interface StationAction {
  readonly key: string
  readonly label: string
  readonly onPress: () => void
  readonly keys?: string
  readonly isPrimary?: boolean
  readonly isDisabled?: boolean
  /** Takes what was typed in the pad instead, where something was. */
  readonly onTyped?: (text: string) => void
}

export interface StationScreenProps {
  /** The task: wave, receipt, count, with its number. */
  readonly title: string
  /** Who works here. */
  readonly person?: string
  readonly progress?: { readonly done: number; readonly total: number }
  /** The one thing to do now, as a sentence: "Scan the bin". */
  readonly instruction: string
  /** Bin or place, readable from 3 m. */
  readonly where?: string
  readonly what?: {
    readonly name: string
    readonly code?: string
    /** Lot, expiry, customer: one line. */
    readonly detail?: string
    readonly picture?: ReactNode
  }
  readonly howMany?: { readonly value: string; readonly unit?: string; readonly note?: string }
  /** The answer to the last scan; undefined after a while or at the next step. */
  readonly outcome?: StationOutcome | undefined
  /** Newest first; five are shown. */
  readonly scans: readonly StationScan[]
  readonly onUndo?: (id: string) => void
  readonly devices: readonly StationDevice[]
  readonly actions?: readonly StationAction[]
  /** For example a quantity pad; takes the place of the picture. */
  readonly children?: ReactNode
  /** A lost connection or a printer without paper. The task goes on. */
  readonly banner?: string | undefined
  readonly onSignOff?: () => void
}

/** The whole screen turns green or red for a moment; the answer in words stays until the next scan. */
function Outcome(props: { readonly outcome: StationOutcome }): ReactNode {
  const { id, kind, message } = props.outcome
  const { t } = useTranslation()
  const word = { right: t('ui.station.right'), wrong: t('ui.station.wrong'), done: t('ui.station.done') }[kind]
  return (
    <>
      <div key={id} className={`k-station-flood k-station-${kind}`} aria-hidden="true">
        {kind === 'wrong' ? <CloseOutlined /> : <CheckOutlined />}
        <span>{word}</span>
      </div>
      <div className={`k-station-answer k-station-${kind}`} role={kind === 'wrong' ? 'alert' : 'status'}>
        {kind === 'wrong' ? <CloseOutlined aria-hidden="true" /> : <CheckOutlined aria-hidden="true" />}
        <p>
          <strong>{word}</strong>
          <span>{message}</span>
        </p>
      </div>
    </>
  )
}

function Head(props: StationScreenProps): ReactNode {
  const { title, person, progress, devices, onSignOff } = props
  const { t } = useTranslation()
  return (
    <header className="k-station-head">
      <h1>{title}</h1>
      {progress === undefined ? null : (
        <span className="k-station-progress k-num">
          <progress value={progress.done} max={progress.total} aria-label={title} />
          {t('ui.station.progress', progress)}
        </span>
      )}
      <StationDevices devices={devices} />
      {person === undefined ? null : <span className="k-station-person">{person}</span>}
      {onSignOff === undefined ? null : (
        <button type="button" className="k-station-small" onClick={onSignOff}>
          <LogoutOutlined aria-hidden="true" /> {t('ui.station.signOff')}
        </button>
      )}
    </header>
  )
}

function Task(props: StationScreenProps): ReactNode {
  const { instruction, where, what, howMany, children } = props
  const { t } = useTranslation()
  return (
    <div className={`k-station-task${children === undefined ? '' : ' k-station-task-pad'}`}>
      <h2 aria-live="polite">{instruction}</h2>
      <div className="k-station-facts">
        {where === undefined ? null : (
          <div className="k-station-where">
            <span className="k-station-caption">{t('ui.station.where')}</span>
            <strong style={{ '--k-letters': lettersOf(where) } as CSSProperties}>{where}</strong>
          </div>
        )}
        {howMany === undefined ? null : (
          <div className="k-station-many">
            <span className="k-station-caption">{t('ui.station.howMany')}</span>
            <strong className="k-num">
              {howMany.value} {howMany.unit === undefined ? null : <small>{howMany.unit}</small>}
            </strong>
            {howMany.note === undefined ? null : <span className="k-station-note">{howMany.note}</span>}
          </div>
        )}
      </div>
      {what === undefined ? null : (
        <div className="k-station-what">
          {what.picture === undefined || children !== undefined ? null : (
            <div className="k-station-picture">{what.picture}</div>
          )}
          <div className="k-station-words">
            <strong>{what.name}</strong>
            <span>{[what.code, what.detail].filter((part) => part !== undefined).join('  ·  ')}</span>
          </div>
        </div>
      )}
      {children}
    </div>
  )
}

/**
 * A warehouse station: full screen, high contrast, one instruction at a time, everything by scanner or a few keys.
 * It shows what it is told; what a scan means is decided by the page (`useScanner`), tones come from `feedback`.
 */
export function StationScreen(props: StationScreenProps): ReactNode {
  const { outcome, scans, onUndo, actions = [], banner, instruction } = props
  const { t } = useTranslation()
  useShortcuts(
    instruction,
    actions.flatMap(({ keys, label, onPress, isDisabled }) =>
      keys === undefined || isDisabled === true ? [] : [{ keys, label, run: onPress }],
    ),
  )
  return (
    <ThemeScope appearance="station">
      <div className="k-station">
        <Head {...props} />
        {banner === undefined ? null : (
          <div className="k-station-banner" role="alert">
            <WarningFilled aria-hidden="true" /> {banner}
          </div>
        )}
        <Task {...props} />
        <div className="k-station-foot">
          <div className="k-station-answer-slot">{outcome === undefined ? null : <Outcome outcome={outcome} />}</div>
          <StationScans scans={scans} onUndo={onUndo} title={t('ui.station.lastScans')} />
          {actions.length === 0 ? null : (
            <div className="k-station-actions">
              {actions.map((action) => (
                <button
                  key={action.key}
                  type="button"
                  className={`k-station-button${action.isPrimary === true ? ' k-station-primary' : ''}`}
                  disabled={action.isDisabled}
                  aria-keyshortcuts={action.keys === undefined ? undefined : ariaKeys(action.keys)}
                  onClick={action.onPress}
                >
                  {action.label}
                  {action.keys === undefined ? null : <ShortcutKeys keys={action.keys} />}
                </button>
              ))}
            </div>
          )}
        </div>
      </div>
    </ThemeScope>
  )
}

/** How many Latin letters a text is wide: a Chinese character is half as wide again. */
const lettersOf = (text: string): number =>
  Array.from(text).reduce((width, letter) => width + (letter > '\u2e7f' ? 1.5 : 1), 0)
