import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface StationDevice {
  readonly kind: 'scanner' | 'printer' | 'scale' | 'connection'
  readonly state: 'ok' | 'warning' | 'off'
  /** The reading of a scale, or what is the matter: "no paper". The state in words when left out. */
  readonly text?: string
}

const shapes: Readonly<Record<StationDevice['state'], ReactNode>> = {
  ok: <CheckCircleFilled />,
  warning: <WarningFilled />,
  off: <CloseCircleFilled />,
}

/** Scale reading and printer state, always in sight. */
export function StationDevices(props: { readonly devices: readonly StationDevice[] }): ReactNode {
  const { t } = useTranslation()
  const names = {
    scanner: t('ui.station.scanner'),
    printer: t('ui.station.printer'),
    scale: t('ui.station.scale'),
    connection: t('ui.station.connection'),
  }
  const states = {
    ok: t('ui.station.state.ok'),
    warning: t('ui.station.state.warning'),
    off: t('ui.station.state.off'),
  }
  return (
    <ul className="k-station-devices" aria-label={t('ui.station.devices')}>
      {props.devices.map(({ kind, state, text }) => (
        <li key={kind} className={`k-station-device-${state}${text === undefined ? ' k-station-device-plain' : ''}`}>
          <span aria-hidden="true">{shapes[state]}</span> {names[kind]} <b>{text ?? states[state]}</b>
        </li>
      ))}
    </ul>
  )
}
