import { describe, expect, it } from 'vitest'
import { maxSpacerPx, rowWindow, scrollTopToShow } from './row-window'

const base = { rowHeight: 32, viewport: 640 }

describe('row window', () => {
  it('draws what is seen and a little more', () => {
    expect(rowWindow({ ...base, total: 1000, scrollTop: 0 }, 4)).toEqual({
      first: 0,
      end: 24,
      topPx: 0,
      spacerPx: 32_000,
    })
    expect(rowWindow({ ...base, total: 1000, scrollTop: 3210 }, 4)).toEqual({
      first: 96,
      end: 125,
      topPx: 3072,
      spacerPx: 32_000,
    })
    expect(rowWindow({ ...base, total: 5, scrollTop: 0 })).toEqual({ first: 0, end: 5, topPx: 0, spacerPx: 160 })
    expect(rowWindow({ ...base, total: 0, scrollTop: 0 })).toEqual({ first: 0, end: 0, topPx: 0, spacerPx: 0 })
  })

  it('survives a scroll position left over from a longer list', () => {
    expect(rowWindow({ ...base, total: 30, scrollTop: 90_000 }, 0)).toMatchObject({ first: 10, end: 30, topPx: 320 })
  })

  it('reaches the first and the last of a million rows', () => {
    const total = 1_000_000
    const atTop = rowWindow({ ...base, total, scrollTop: 0 }, 0)
    const atEnd = rowWindow({ ...base, total, scrollTop: maxSpacerPx - base.viewport }, 0)
    expect(atTop).toMatchObject({ first: 0, end: 20, topPx: 0, spacerPx: maxSpacerPx })
    expect(atEnd).toMatchObject({ first: total - 20, end: total })
    expect(atEnd.topPx).toBeCloseTo(maxSpacerPx - base.viewport, 3)
  })

  it.each([100, 1_000_000])('scrolls as little as needed among %s rows', (total) => {
    let scrollTop = 0
    for (const index of [0, 19, 20, total - 1, total - 20, total - 21, 50, 0]) {
      scrollTop = scrollTopToShow({ ...base, total, scrollTop }, index)
      const seen = rowWindow({ ...base, total, scrollTop }, 0)
      expect(index).toBeGreaterThanOrEqual(seen.first)
      expect(index).toBeLessThan(seen.end)
    }
    expect(scrollTop).toBe(0)
    expect(scrollTopToShow({ ...base, total, scrollTop: 0 }, 10)).toBe(0)
  })
})
