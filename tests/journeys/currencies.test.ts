import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../support/company'

let company: TestCompany

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
})

afterEach(() => {
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

describe('currencies', () => {
  it('are none until one is added; each is quoted in its own way', () => {
    const { currencies } = company.bookkeeper
    expect(currencies.listCurrencies({})).toEqual({ base: 'CNY', rows: [] })
    currencies.addCurrency({ code: 'USD' })
    currencies.addCurrency({ code: 'JPY', units: 100 })
    currencies.setRates({
      rates: [
        { currency: 'USD', validFrom: '2026-03-01', rateMicro: 7_100_000 },
        { currency: 'JPY', validFrom: '2026-03-01', rateMicro: 4_781_200 },
        { currency: 'USD', validFrom: '2026-03-05', rateMicro: 7_050_000 },
      ],
    })
    expect(currencies.listCurrencies({}).rows).toEqual([
      {
        code: 'JPY',
        decimals: 0,
        units: 100,
        quoted: 'direct',
        isActive: true,
        lastOn: '2026-03-01',
        lastRateMicro: 4_781_200,
      },
      {
        code: 'USD',
        decimals: 2,
        units: 1,
        quoted: 'direct',
        isActive: true,
        lastOn: '2026-03-05',
        lastRateMicro: 7_050_000,
      },
    ])
  })

  it('take the last rate on or before a day, and the later word of two for the same day', () => {
    const { currencies } = company.bookkeeper
    currencies.addCurrency({ code: 'USD' })
    const on = (day: string) => currencies.rateOn({ currency: 'USD', on: day })
    const set = (validFrom: string, rateMicro: number) =>
      currencies.setRates({ rates: [{ currency: 'USD', validFrom, rateMicro }] })
    set('2026-03-01', 7_100_000)
    set('2026-03-05', 7_050_000)
    expect(on('2026-02-28')).toEqual({ rateMicro: null, validFrom: null })
    expect(on('2026-03-04')).toEqual({ rateMicro: 7_100_000, validFrom: '2026-03-01' })
    expect(on('2026-03-05')).toEqual({ rateMicro: 7_050_000, validFrom: '2026-03-05' })
    set('2026-03-05', 7_060_000)
    expect(on('2026-12-31').rateMicro).toBe(7_060_000)
    const [newest] = currencies.listRates({}).rows
    currencies.deleteRate({ id: newest?.id ?? 0 })
    expect(on('2026-12-31')).toEqual({ rateMicro: 7_100_000, validFrom: '2026-03-01' })
    expect(refusalOf(() => currencies.deleteRate({ id: newest?.id ?? 0 })).code).toBe('currencies.rateUnknown')
  })

  it('are refused where nobody deals in them', () => {
    const { currencies } = company.bookkeeper
    const add = (code: string) => refusalOf(() => currencies.addCurrency({ code })).code
    expect([add('CNY'), add('XAU')]).toEqual(['currencies.isBase', 'currencies.unknown'])
    currencies.addCurrency({ code: 'USD' })
    expect(add('USD')).toBe('currencies.taken')
    const rates = [
      { currency: 'USD', validFrom: '2026-03-01', rateMicro: 7_100_000 },
      { currency: 'EUR', validFrom: '2026-03-01', rateMicro: 7_800_000 },
    ]
    expect(refusalOf(() => currencies.setRates({ rates }))).toMatchObject({
      code: 'currencies.notInUse',
      params: { currency: 'EUR' },
    })
    // All of them or none.
    expect(currencies.listRates({}).total).toBe(0)
  })
})
