import type { ScaleReading } from '../../../../shared/devices/device'
import { wholeGrams, type Weight } from '../../../../shared/devices/weight'
import type { ScaleFrame } from './scale-frame'

/** Frames further apart do not confirm each other. */
const TOGETHER_MS = 2500
/** How long a weight must stay as it is where the protocol has no word for rest. */
const REST_MS = 600
const REST_FRAMES = 4

export interface WeightRange {
  readonly minGrams?: number | undefined
  readonly maxGrams?: number | undefined
}

/**
 * When a weight may be taken. One frame proves nothing: most protocols have no checksum, and a digit may have changed on
 * the wire. So two frames in a row must agree in every digit and both say that the scale rests; where a protocol has no
 * word for that, four over 0.6 s.
 */
export class StableWeight {
  #last: ScaleFrame | undefined
  #lastAt = 0
  #since = 0
  #count = 0

  constructor(private readonly range: WeightRange = {}) {}

  feed(frame: ScaleFrame, at: number): ScaleReading {
    const agrees = this.#last !== undefined && at - this.#lastAt <= TOGETHER_MS && isSame(this.#last, frame)
    if (!agrees) {
      this.#since = at
      this.#count = 0
    }
    this.#count += 1
    this.#last = frame
    this.#lastAt = at
    const { status, weight, isNet } = frame
    if (status !== 'weight' || weight === undefined) {
      return { status, isStable: false, isNet, ...(weight === undefined ? {} : { weight }) }
    }
    const rests =
      frame.stable === 'unsaid'
        ? this.#count >= REST_FRAMES && at - this.#since >= REST_MS
        : frame.stable && this.#count >= 2
    return { status, weight, isNet, isStable: rests && this.isWithin(weight) }
  }

  /** After a pause, a new connection, zero or tare: what was seen before confirms nothing. */
  forget(): void {
    this.#last = undefined
    this.#count = 0
  }

  private isWithin(weight: Weight): boolean {
    const grams = wholeGrams(weight)
    const { minGrams = Number.NEGATIVE_INFINITY, maxGrams = Number.POSITIVE_INFINITY } = this.range
    return grams >= minGrams && grams <= maxGrams
  }
}

function isSame(before: ScaleFrame, now: ScaleFrame): boolean {
  const [one, other] = [before.weight, now.weight]
  return (
    before.status === now.status &&
    before.stable === now.stable &&
    before.isNet === now.isNet &&
    one?.value === other?.value &&
    one?.decimals === other?.decimals &&
    one?.unit === other?.unit
  )
}
