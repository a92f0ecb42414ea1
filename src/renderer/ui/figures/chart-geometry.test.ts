import { describe, expect, it } from 'vitest'
import { labelStep, linePath, niceScale, sparkPath, xOf, yOf } from './chart-geometry'

describe('chart geometry', () => {
  it('makes round scales that hold zero', () => {
    expect(niceScale([3, 87])).toEqual({ min: 0, max: 100, ticks: [0, 25, 50, 75, 100] })
    expect(niceScale([-30, 60])).toMatchObject({ min: -50, max: 75 })
    expect(niceScale([])).toEqual({ min: 0, max: 1, ticks: [0] })
    expect(niceScale([0, 0])).toMatchObject({ ticks: [0] })
  })

  it('places points', () => {
    const box = { left: 10, top: 0, width: 100, height: 50 }
    const scale = { min: 0, max: 10, ticks: [] }
    expect([yOf(0, scale, box), yOf(10, scale, box)]).toEqual([50, 0])
    expect([xOf(0, 2, box), xOf(1, 2, box)]).toEqual([35, 85])
    expect(linePath([0, 10, undefined, 5], scale, box)).toBe('M22.5 50L47.5 0M97.5 25')
  })

  it('draws a small line, flat where nothing changes', () => {
    expect(sparkPath([1, 3, 2], 24, 12)).toBe('M2 10L12 2L22 6')
    expect(sparkPath([5, 5], 24, 12)).toBe('M2 6L22 6')
    expect(sparkPath([5], 24, 12)).toBe('')
  })

  it('leaves out labels that would overlap', () => {
    expect([labelStep(12, 600, 50), labelStep(12, 300, 50), labelStep(31, 20, 50)]).toEqual([1, 2, 31])
  })
})
