import { describe, expect, it } from 'vitest'
import { chooseMethod, costOf, play } from './back-test'
import { levelsOf } from './policies'
import { seasonal, seasonOf } from './season'
import { expectedIn } from './smoothing'

const steady = { leadPeriods: 2, leadDeviation: 0, z: 1.645 }

/** Ten a week, forty in the ten weeks of a high season; noise that repeats no year. */
const ofIceCream = (weeks: number, noise = 0): number[] =>
  Array.from({ length: weeks }, (_, at) => {
    const week = at % 52
    return (week >= 20 && week < 30 ? 40 : 10) + noise * (((at * 7919) % 5) - 2)
  })

describe('the season of an item', () => {
  it('is each period with its neighbours against the average of the year', () => {
    // 52 weeks of 1, but for one of 27: 78 in all, 1.5 on average; five weeks see the peak: (4 + 27) / 5 / 1.5
    const year = Array.from({ length: 52 }, (_, at) => (at === 10 ? 27 : 1))
    const season = seasonOf(year)
    expect(season[10]).toBeCloseTo(31 / 5 / 1.5, 12)
    expect(season.slice(8, 13).every((index) => Math.abs((index ?? 0) - 31 / 7.5) < 1e-12)).toBe(true)
    expect(season[13]).toBeCloseTo(1 / 1.5, 12)
    // The last weeks of a year have those of its beginning beside them.
    expect(seasonOf(year.map((_, at) => year[(at + 11) % 52] ?? 0))[0]).toBeCloseTo(31 / 7.5, 12)
    expect(seasonOf([1, 2, 3])).toEqual(Array.from({ length: 52 }, () => 1))
  })

  it('is put on the level of now: what sells twice as well as last year does so in the season too', () => {
    const demand = ofIceCream(104).map((value, at) => (at < 52 ? value : value * 2))
    const forecast = seasonal(demand, 0.2)
    const inSeason = forecast?.coming?.slice(22, 28) ?? []
    for (const week of inSeason) expect(week).toBeGreaterThan(70)
    expect(forecast?.coming?.[5]).toBeLessThan(25)
  })

  it('is not guessed from less than a year and a quarter', () => {
    expect(seasonal(ofIceCream(64), 0.2)).toBeUndefined()
    expect(levelsOf('seasonal', ofIceCream(64), steady)).toEqual(levelsOf('ses', ofIceCream(64), steady))
  })

  it('asks for more before the season begins, and for less before it ends', () => {
    const before = levelsOf('seasonal', ofIceCream(52 + 19), steady)
    expect(before.reorder).toBeGreaterThan(levelsOf('ses', ofIceCream(52 + 19), steady).reorder * 1.5)
    const atItsEnd = ofIceCream(52 + 29)
    expect(levelsOf('seasonal', atItsEnd, steady).reorder).toBeLessThan(levelsOf('ses', atItsEnd, steady).reorder)
  })
})

describe('what is expected', () => {
  it('counts the part of a period as well', () => {
    expect(expectedIn({ mean: 4, deviation: 0 }, 2.5)).toBe(10)
    expect(expectedIn({ mean: 1, deviation: 0, coming: [1, 2, 4, 8] }, 2.5)).toBe(5)
  })
})

describe('the back-test', () => {
  it('takes the season where it would have cost clearly less, and only there', () => {
    const seasonalItem = ofIceCream(86, 1)
    expect(costOf(play('seasonal', seasonalItem, steady))).toBeLessThan(costOf(play('ses', seasonalItem, steady)))
    expect(chooseMethod(seasonalItem, steady).method).toBe('seasonal')
    const flat = Array.from({ length: 104 }, (_, at) => 20 + (((at * 7919) % 11) - 5))
    expect(chooseMethod(flat, steady).method).not.toBe('seasonal')
  })
})
