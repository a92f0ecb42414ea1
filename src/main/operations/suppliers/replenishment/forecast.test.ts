import { describe, expect, it } from 'vitest'
import { croston, forecasts, patternOf, quantile, syntetosBoylan } from './forecast'
import { smooth } from './smoothing'

describe('forecasts equal their formulas', () => {
  it('simple exponential smoothing: l(t) = a y(t) + (1 - a) l(t-1)', () => {
    // 10; 0.5 x 20 + 0.5 x 10 = 15; 0.5 x 12 + 0.5 x 15 = 13.5; 0.5 x 16.5 + 0.5 x 13.5 = 15
    const { level, errors } = smooth([10, 20, 12, 16.5], 0.5)
    expect(level).toBeCloseTo(15, 12)
    expect(errors).toEqual([10, -3, 3])
  })

  it('weights fall as a(1 - a)^k, the first observation carries the rest', () => {
    const demand = [3, 8, 1, 9, 4, 7]
    const alpha = 0.3
    const weighted = demand
      .toReversed()
      .reduce((total, value, k) => total + value * (1 - alpha) ** k * (k === demand.length - 1 ? 1 : alpha), 0)
    expect(smooth(demand, alpha).level).toBeCloseTo(weighted, 12)
  })

  it('Croston: smoothed size over smoothed interval, unchanged while nothing is wanted', () => {
    // sizes 5, 9, 3 after intervals 2, 3, 1; a = 0.2
    // size 5 -> 5.8 -> 5.24; interval 2 -> 2.2 -> 1.96
    const demand = [0, 5, 0, 0, 9, 3]
    expect(croston(demand, 0.2)).toBeCloseTo(5.24 / 1.96, 12)
    expect(croston([...demand, 0, 0], 0.2)).toBeCloseTo(5.24 / 1.96, 12)
    expect(croston([0, 0], 0.2)).toBe(0)
  })

  it('Croston of demand in every period is smoothing', () => {
    const demand = [4, 7, 5, 9]
    expect(croston(demand, 0.1)).toBeCloseTo(smooth(demand, 0.1).level, 12)
  })

  it('Syntetos-Boylan takes the bias a / 2 off', () => {
    expect(syntetosBoylan([0, 5, 0, 0, 9, 3], 0.2)).toBeCloseTo((0.9 * 5.24) / 1.96, 12)
  })

  it('naive repeats the last period, seasonal naive the one of a year before', () => {
    const demand = Array.from({ length: 60 }, (_, week) => week)
    expect(forecasts.naive(demand).mean).toBe(59)
    // the next period is number 60, a year of 52 before it number 8
    expect(forecasts['seasonal-naive'](demand).mean).toBe(8)
    expect(forecasts.mean(demand).mean).toBeCloseTo((34 + 59) / 2, 12)
  })
})

it.each([
  [0.5, 0],
  [0.9, 1.2815515655],
  [0.95, 1.644853627],
  [0.975, 1.9599639845],
  [0.99, 2.326347874],
  [0.999, 3.0902323062],
])('the quantile of %s', (level, z) => {
  expect(quantile(level)).toBeCloseTo(z, 8)
})

it.each([
  [[5, 5, 6, 5], 'smooth'],
  [[1, 20, 1, 20, 1], 'erratic'],
  [[0, 5, 0, 0, 5, 0], 'intermittent'],
  [[0, 1, 0, 0, 30, 0, 1], 'lumpy'],
] as const)('%j is %s', (demand, pattern) => {
  expect(patternOf(demand)).toBe(pattern)
})
