import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyName, isCurrency } from './iso-4217'
import {
  fromBaseMinor,
  fromBasePriceMicro,
  impliedRateMicro,
  toBaseMinor,
  toBasePriceMicro,
  type ExchangeRate,
} from './rate'
import { readRates } from './rate-table'

const usd: ExchangeRate = { currency: 'USD', units: 1, quoted: 'direct', rateMicro: 7_100_000 }
const yen: ExchangeRate = { currency: 'JPY', units: 100, quoted: 'direct', rateMicro: 4_781_200 }
const ecb: ExchangeRate = { currency: 'USD', units: 1, quoted: 'indirect', rateMicro: 1_085_000 }
const dinar: ExchangeRate = { currency: 'KWD', units: 1, quoted: 'direct', rateMicro: 23_187_500 }

describe('an amount at a rate', () => {
  it.each([
    // 1,000.00 USD at 7.10
    [usd, 'CNY', 100_000, 710_000],
    // 12,345 yen at 4.7812 for 100: 590.239...
    [yen, 'CNY', 12_345, 59_024],
    // 1,000.00 USD at 1.0850 USD for a euro: 921.658...
    [ecb, 'EUR', 100_000, 92_166],
    // 1.234 dinar of three decimals at 23.1875: 28.613...
    [dinar, 'CNY', 1234, 2861],
    [usd, 'CNY', -100_000, -710_000],
    // half a fen goes away from zero
    [{ ...usd, rateMicro: 7_050_000 }, 'CNY', 10, 71],
  ] as const)('%o in %s: %i is %i', (rate, base, amount, expected) => {
    expect(toBaseMinor(amount, rate, base)).toBe(expected)
  })

  it('goes there and back within what its smallest unit is worth', () => {
    expect(fromBaseMinor(710_000, usd, 'CNY')).toBe(100_000)
    expect(fromBaseMinor(92_166, ecb, 'EUR')).toBe(100_000)
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 1_000_000, max: 99_000_000 }),
        (amount, rateMicro) => {
          // A unit of the foreign currency is worth one of ours or more: the way back loses nothing.
          const rate = { ...usd, rateMicro }
          expect(fromBaseMinor(toBaseMinor(amount, rate, 'CNY'), rate, 'CNY')).toBe(amount)
        },
      ),
    )
  })

  it('says at which rate two amounts were exchanged', () => {
    expect(impliedRateMicro(40_000, 282_000, usd, 'CNY')).toBe(7_050_000)
    expect(impliedRateMicro(100_000, 92_166, ecb, 'EUR')).toBe(1_084_999)
    expect(impliedRateMicro(12_345, 59_024, yen, 'CNY')).toBe(4_781_207)
  })

  it('turns prices', () => {
    expect(toBasePriceMicro(12_500_000, usd)).toBe(88_750_000)
    expect(fromBasePriceMicro(88_750_000, usd)).toBe(12_500_000)
    expect(toBasePriceMicro(100_000_000, yen)).toBe(4_781_200)
  })
})

describe('a table of rates', () => {
  const expected = [
    { currency: 'USD', validFrom: '2026-03-01', rateMicro: 7_100_000 },
    { currency: 'JPY', validFrom: '2026-03-01', rateMicro: 4_781_200 },
  ]
  it.each([
    [
      'a rate a row',
      [
        ['Date', 'Currency', 'Rate'],
        ['2026-03-01', 'USD', '7.10'],
        ['2026-03-01', 'JPY', '4.7812'],
      ],
    ],
    [
      'without a head, in another order',
      [
        ['USD', '7.1', '2026/3/1'],
        ['JPY', '4.7812', '20260301'],
      ],
    ],
    [
      'as a central bank prints it',
      [
        ['日期', 'USD/CNY', '100JPY/CNY'],
        ['2026年3月1日', '7.1000', '4.7812'],
      ],
    ],
    [
      'in full-width digits',
      [
        ['２０２６－０３－０１', 'usd', '７．１０'],
        ['2026-03-01 00:00', '日元 JPY', '4.7812'],
      ],
    ],
  ])('%s', (_name, table) => {
    expect(readRates(table)).toEqual({ rates: expected, problems: [] })
  })

  it('says what it could not read, row by row', () => {
    expect(
      readRates([
        ['2026-13-01', 'USD', '7.1'],
        ['2026-03-01', 'XXX', '7.1'],
        ['2026-03-01', 'USD', '0'],
        ['', '', ''],
      ]),
    ).toEqual({
      rates: [],
      problems: [
        { row: 1, text: '2026-13-01 USD 7.1', reason: 'day' },
        { row: 2, text: '2026-03-01 XXX 7.1', reason: 'currency' },
        { row: 3, text: '2026-03-01 USD 0', reason: 'rate' },
      ],
    })
  })
})

describe('ISO 4217', () => {
  it('is known by code and named in both languages', () => {
    expect([isCurrency('USD'), isCurrency('XXX'), isCurrency('usd')]).toEqual([true, false, false])
    expect([currencyName('USD', 'zh-CN'), currencyName('USD', 'en')]).toEqual(['美元', 'US Dollar'])
  })
})
