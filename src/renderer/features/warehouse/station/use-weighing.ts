import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatScaled } from '../../../../shared/values/format'
import { weightText, wholeGrams } from '../../../../shared/devices/weight'
import { useScale } from '../../../app/station/station-device-list'
import { stationDevices } from '../../../app/station/station-devices'
import type { StationAction } from '../../../ui'
import { useStation } from './station-control'

/** A parcel is as heavy as its goods and its carton: so much more or less is taken without a question. */
const TOLERANCE_PERCENT = 5
const TOLERANCE_GRAMS = 250

/** Whether the scale contradicts what the goods weigh. Goods without a known weight contradict nothing. */
export function isFarOff(grams: number, expectedGrams: number): boolean {
  if (expectedGrams === 0) return false
  return Math.abs(grams - expectedGrams) > Math.max(TOLERANCE_GRAMS, (expectedGrams * TOLERANCE_PERCENT) / 100)
}

interface Weighing {
  readonly howMany: { readonly value: string; readonly note: string }
  readonly confirm: { readonly label: string; readonly onPress: () => void }
  readonly extra: readonly StationAction[]
}

/**
 * The scale of this place for a step that asks a weight: shown live, taken when it rests. A weight far from the expected
 * one is taken only when it is confirmed a second time. Undefined where there is no scale.
 */
export function useWeighing(expectedGrams: number, onGrams: (grams: number) => void): Weighing | undefined {
  const { t } = useTranslation()
  const { tell, tellFailure } = useStation()
  const [doubted, setDoubted] = useState<number>()
  const scale = useScale()
  const { reading } = scale ?? {}
  if (scale === undefined || reading === undefined) return undefined
  const { weight } = reading
  const refuse = (code: string, params = {}): void => tell({ kind: 'wrong', refusal: { code, params } })
  const take = (): void => {
    if (!reading.isStable || weight === undefined) return refuse('station.scaleNotAtRest')
    const grams = wholeGrams(weight)
    if (grams <= 0) return refuse('station.nothingOnScale')
    if (isFarOff(grams, expectedGrams) && doubted !== grams) {
      setDoubted(grams)
      const kilograms = (amount: number): string => formatScaled(amount, 3, { minDecimals: 0 })
      return refuse('station.weightFarOff', { weighed: kilograms(grams), expected: kilograms(expectedGrams) })
    }
    onGrams(grams)
  }
  const ask = (command: 'zero' | 'tare') => (): void => {
    stationDevices().command({ deviceId: scale.deviceId, command }).catch(tellFailure)
  }
  const text = weight === undefined ? '–' : weightText(weight)
  return {
    howMany: { value: text, note: t(`devices.readings.${reading.isStable ? 'stable' : reading.status}`) },
    confirm: { label: t('warehouse.station.takeWeight', { weight: text }), onPress: take },
    extra: [
      { key: 'zero', label: t('devices.commands.zero'), keys: 'F6', onPress: ask('zero') },
      { key: 'tare', label: t('devices.commands.tare'), keys: 'F8', onPress: ask('tare') },
    ],
  }
}
