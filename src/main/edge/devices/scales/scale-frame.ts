import type { ScaleStatus } from '../../../../shared/devices/device'
import type { Weight } from '../../../../shared/devices/weight'

/** What one frame of a scale says. */
export interface ScaleFrame {
  readonly status: ScaleStatus
  readonly weight?: Weight
  /** `unsaid` where the protocol has no word for it: then only time tells */
  readonly stable: boolean | 'unsaid'
  readonly isNet: boolean
}

export type ScaleSaid =
  | ({ readonly kind: 'frame' } & ScaleFrame)
  | { readonly kind: 'acknowledged' }
  /** bytes that are no frame: what was read before them confirms nothing behind them */
  | { readonly kind: 'noise' }

export const noise: ScaleSaid = { kind: 'noise' }

export interface ScaleCodec {
  feed(chunk: Uint8Array): ScaleSaid[]
}

export const status = (what: Exclude<ScaleStatus, 'weight'>): ScaleSaid => ({
  kind: 'frame',
  status: what,
  stable: false,
  isNet: false,
})

export function weighed(
  weight: Weight | undefined,
  stable: ScaleFrame['stable'],
  isNet = false,
): ScaleSaid | undefined {
  if (weight === undefined) return undefined
  return { kind: 'frame', status: stable === false ? 'moving' : 'weight', weight, stable, isNet }
}
