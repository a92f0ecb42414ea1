import { describe, expect, it } from 'vitest'
import { type Appearance, palettes } from './tokens'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

const grounds = ['ground', 'paper', 'raised', 'hover', 'selected'] as const
const texts = ['text', 'textSoft', 'textFaint', 'accent', 'good', 'warning', 'bad', 'info'] as const
const pairs = [
  ['good', 'goodSoft'],
  ['warning', 'warningSoft'],
  ['bad', 'badSoft'],
  ['info', 'infoSoft'],
  ['text', 'badSoft'],
  ['text', 'warningSoft'],
  ['onFill', 'fill'],
  ['onFill', 'fillHover'],
  ['onFlood', 'floodGood'],
  ['onFlood', 'floodBad'],
] as const

describe.each(Object.keys(palettes) as Appearance[])('%s', (appearance) => {
  const palette = palettes[appearance]
  const wanted = appearance === 'station' ? 7 : 4.5

  it('measures as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })

  it('is legible on every ground', () => {
    const faint = grounds.flatMap((ground) =>
      texts
        .map((text) => ({ ground, text, ratio: contrast(palette[ground], palette[text]) }))
        .filter(
          ({ ratio, ground: on }) => ratio < (on === 'selected' || on === 'hover' ? Math.min(wanted, 4.5) : wanted),
        ),
    )
    expect(faint).toEqual([])
  })

  it('is legible on its own colours', () => {
    const faint = pairs
      .map(([text, ground]) => ({ ground, text, ratio: contrast(palette[ground], palette[text]) }))
      .filter(({ ratio }) => ratio < wanted)
    expect(faint).toEqual([])
  })

  it('shows edges and focus at 3:1', () => {
    for (const ground of ['ground', 'paper', 'raised'] as const) {
      expect(contrast(palette.edge, palette[ground])).toBeGreaterThanOrEqual(2.9)
      expect(contrast(palette.focus, palette[ground])).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(palette.edge, palette.paper)).toBeGreaterThanOrEqual(3)
  })
})
