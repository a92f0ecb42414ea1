/** Where the points of a chart stand. Pure; drawing only, so floating point is at home here. */

export interface Scale {
  readonly min: number
  readonly max: number
  /** Values with a line and a label. */
  readonly ticks: readonly number[]
}

const steps = [1, 2, 2.5, 5, 10]

/** A scale with round numbers that holds all values and zero: a bar that does not start at zero lies. */
export function niceScale(values: readonly number[], wantedTicks = 4): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low
  if (span === 0) return { min: 0, max: 1, ticks: [0] }
  const rough = span / wantedTicks
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (steps.find((candidate) => candidate * power >= rough) ?? 10) * power
  const min = Math.floor(low / step) * step
  const max = Math.ceil(high / step) * step
  const count = Math.round((max - min) / step)
  return { min, max, ticks: Array.from({ length: count + 1 }, (_, at) => min + at * step) }
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export function yOf(value: number, scale: Scale, box: Box): number {
  return box.top + box.height - ((value - scale.min) / (scale.max - scale.min)) * box.height
}

/** Centre of the n-th of `count` places across the box. */
export function xOf(index: number, count: number, box: Box): number {
  return box.left + (box.width * (index + 0.5)) / Math.max(1, count)
}

const round = (value: number): string => String(Math.round(value * 10) / 10)

/** The path of a line; a missing value breaks it. */
export function linePath(values: readonly (number | undefined)[], scale: Scale, box: Box): string {
  let isDrawing = false
  return values
    .map((value, index) => {
      if (value === undefined) {
        isDrawing = false
        return ''
      }
      const command = isDrawing ? 'L' : 'M'
      isDrawing = true
      return `${command}${round(xOf(index, values.length, box))} ${round(yOf(value, scale, box))}`
    })
    .join('')
}

/** A small line without axes, from edge to edge, scaled to its own values. */
export function sparkPath(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return ''
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const inset = 2
  return values
    .map((value, index) => {
      const x = inset + ((width - 2 * inset) * index) / (values.length - 1)
      const y = span === 0 ? height / 2 : height - inset - ((value - low) / span) * (height - 2 * inset)
      return `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`
    })
    .join('')
}

/** Every how many labels one fits. */
export function labelStep(count: number, width: number, labelWidth: number): number {
  const fitting = Math.max(1, Math.floor(width / labelWidth))
  return Math.max(1, Math.ceil(count / fitting))
}
