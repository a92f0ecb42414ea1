import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  isMassUnit,
  pieceMicrograms,
  piecesOfWeight,
  quantityOfWeight,
} from '../../../../shared/devices/scale-quantity'
import { wholeGrams } from '../../../../shared/devices/weight'
import { formatQuantity, formatScaled } from '../../../../shared/values/format'
import { asRefusal } from '../../../app/engine'
import { useScaleCapture, type ScaleCapture } from '../../../app/station/use-scale-capture'
import type { StationAction } from '../../../ui'
import type { ItemOf } from './flows/flow'
import { useStation } from './station-control'

/** A parcel is as heavy as its goods and its carton: so much more or less is taken without a question. */
const TOLERANCE_PERCENT = 5
const TOLERANCE_GRAMS = 250
/** How many pieces are a sample where nobody says otherwise. */
const SAMPLE_PIECES = 10

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
  const { tell } = useStation()
  const [doubted, setDoubted] = useState<number>()
  const capture = useScaleCapture()
  const taking = useTaking()
  const settings = useScaleActions(capture)
  if (capture === undefined) return undefined
  const take = taking(() => {
    const grams = wholeGrams(capture.take())
    if (isFarOff(grams, expectedGrams) && doubted !== grams) {
      setDoubted(grams)
      const kilograms = (amount: number): string => formatScaled(amount, 3, { minDecimals: 0 })
      const params = { weighed: kilograms(grams), expected: kilograms(expectedGrams) }
      return tell({ kind: 'wrong', refusal: { code: 'station.weightFarOff', params } })
    }
    onGrams(grams)
  })
  return {
    howMany: { value: capture.text, note: capture.note },
    confirm: { label: t('warehouse.station.takeWeight', { weight: capture.text }), onPress: take },
    extra: settings,
  }
}

/**
 * The scale for a step that asks a quantity: goods counted in kilograms are taken as they weigh; pieces are counted by
 * the weight of one, which a sample of ten tells, or of as many as were typed. Empty where there is no scale.
 */
export function useScaleQuantity(
  item: ItemOf | undefined,
  onQuantity: (quantityMicro: number) => void,
): readonly StationAction[] {
  const { t } = useTranslation()
  const { tell } = useStation()
  const capture = useScaleCapture()
  const taking = useTaking()
  const settings = useScaleActions(capture)
  // Of the item at hand only: the next one has pieces of another weight.
  const [sample, setSample] = useState<{ readonly itemId: number; readonly each: number }>()
  if (capture === undefined || item === undefined) return []
  const each = sample?.itemId === item.id ? sample.each : undefined
  if (isMassUnit(item.baseUnit)) {
    const take = taking(() => onQuantity(quantityOfWeight(capture.take(), item.baseUnit) ?? 0))
    return [action('weigh', t('warehouse.station.takeWeight', { weight: capture.text }), 'F9', take), ...settings]
  }
  const wrong = (code: string, params = {}): void => tell({ kind: 'wrong', refusal: { code, params } })
  const weighSample = (pieces: number): void =>
    taking(() => {
      const found = pieceMicrograms(capture.take(), pieces)
      if (found === undefined) return wrong('station.sampleTooLight', { count: pieces })
      setSample({ itemId: item.id, each: found })
      tell({ kind: 'right', text: 'sampleWeighed', params: { count: pieces, weight: capture.text } })
    })()
  const sampling: StationAction = {
    ...action('sample', t('warehouse.station.weighSample', { count: SAMPLE_PIECES }), 'F10', () =>
      weighSample(SAMPLE_PIECES),
    ),
    onTyped: (text) => {
      const pieces = Number(text)
      if (Number.isSafeInteger(pieces) && pieces > 0) weighSample(pieces)
      else wrong('station.notANumber', { text })
    },
  }
  if (each === undefined) return [sampling, ...settings]
  const shown = capture.stable === undefined ? undefined : piecesOfWeight(capture.stable, each)
  const count = taking(() => {
    const pieces = piecesOfWeight(capture.take(), each)
    if (pieces === undefined) return wrong('station.noWholePieces', { weight: capture.text, each: gramsText(each) })
    onQuantity(pieces * 1_000_000)
  })
  const label = t('warehouse.station.takePieces', {
    quantity: shown === undefined ? '–' : formatQuantity(shown * 1_000_000, { unit: item.baseUnit }),
    weight: capture.text,
  })
  return [action('pieces', label, 'F9', count), sampling, ...settings]
}

const action = (key: string, label: string, keys: string, onPress: () => void): StationAction => ({
  key,
  label,
  keys,
  onPress,
})

const gramsText = (micrograms: number): string => `${formatScaled(Math.round(micrograms / 1000), 3)} g`

/** Runs what takes from the scale; what refuses is told as the answer. */
function useTaking(): (take: () => void) => () => void {
  const { tell } = useStation()
  return (take) => () => {
    try {
      take()
    } catch (error) {
      tell({ kind: 'wrong', refusal: asRefusal(error) })
    }
  }
}

function useScaleActions(capture: ScaleCapture | undefined): readonly StationAction[] {
  const { t } = useTranslation()
  const { tellFailure } = useStation()
  if (capture === undefined) return []
  const ask = (command: 'zero' | 'tare') => (): void => void capture.command(command).catch(tellFailure)
  return [
    action('zero', t('devices.commands.zero'), 'F6', ask('zero')),
    action('tare', t('devices.commands.tare'), 'F8', ask('tare')),
  ]
}
