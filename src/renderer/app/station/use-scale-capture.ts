import { useTranslation } from 'react-i18next'
import { weightText, type Weight } from '../../../shared/devices/weight'
import { Refusal } from '../../../shared/errors'
import { useScale } from './station-device-list'
import { engine } from '../engine'
import { hasStationDevices, stationDevices } from './station-devices'

export interface ScaleCapture {
  /** the reading as the scale shows it, `–` while it tells none */
  readonly text: string
  /** at rest, settling, too heavy: in words */
  readonly note: string
  /** the reading while it may be taken */
  readonly stable: Weight | undefined
  /** The weight that rests on the scale; refuses while it moves, and while nothing is there. */
  take(): Weight
  command(command: 'zero' | 'tare'): Promise<unknown>
}

/** The scale of this place for any line that is filled by weight. Undefined where there is none. */
export function useScaleCapture(): ScaleCapture | undefined {
  const { t } = useTranslation()
  const scale = useScale()
  const { reading } = scale ?? {}
  if (scale === undefined || reading === undefined) return undefined
  const { weight } = reading
  const stable = reading.isStable ? weight : undefined
  return {
    text: weight === undefined ? '–' : weightText(weight),
    note: t(`devices.readings.${reading.isStable ? 'stable' : reading.status}`),
    stable,
    take() {
      if (stable === undefined) throw new Refusal('station.scaleNotAtRest')
      if (stable.value <= 0) throw new Refusal('station.nothingOnScale')
      return stable
    },
    command: (command) =>
      hasStationDevices
        ? stationDevices().command({ deviceId: scale.deviceId, command })
        : engine.devices.askDevice({ deviceId: scale.deviceId, command, idempotencyKey: crypto.randomUUID() }),
  }
}
