import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatMoney,
  formatPercent,
  formatPrice,
  formatQuantity,
  formatScaled,
  parseScaled,
} from './format'
import { formatDate, formatDateTime, formatMonth, parseDate } from './format-date'

describe('formatScaled', () => {
  it.each([
    [0, 2, '0.00'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [123456789, 2, '1,234,567.89'],
    [-100000, 2, '-1,000.00'],
    [999, 0, '999'],
    [1000, 0, '1,000'],
    [9007199254740993n, 2, '90,071,992,547,409.93'],
  ] as const)('%s with %s decimals is %s', (value, decimals, text) => {
    expect(formatScaled(value, decimals)).toBe(text)
  })

  it('rounds half away from zero for display and keeps the sign honest', () => {
    expect(formatScaled(1_005_000, 6, { maxDecimals: 2 })).toBe('1.01')
    expect(formatScaled(-1_005_000, 6, { maxDecimals: 2 })).toBe('-1.01')
    expect(formatScaled(-4_000, 6, { maxDecimals: 2 })).toBe('0.00')
    expect(formatScaled(999_999, 6, { maxDecimals: 2 })).toBe('1.00')
  })

  it('shows zero as a dash, but never a small value', () => {
    expect(formatScaled(0, 2, { zeroAsDash: true })).toBe('–')
    expect(formatScaled(0n, 2, { zeroAsDash: true })).toBe('–')
    expect(formatScaled(1, 6, { maxDecimals: 2, zeroAsDash: true })).toBe('0.00')
  })

  it('refuses a value that is no integer', () => {
    expect(() => formatScaled(1.5, 2)).toThrow(RangeError)
  })

  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const parsed = parseScaled(formatScaled(value, decimals), decimals)
        expect(parsed).toEqual({ ok: true, value: value === 0 ? 0 : value })
      }),
    )
  })
})

describe('money, quantity, price, percent', () => {
  it('writes amounts with the sign before the symbol', () => {
    expect(formatMoney(-123456, 'zh-CN', { currency: 'CNY', symbol: true })).toBe('-¥1,234.56')
    expect(formatMoney(123456, 'en', { currency: 'CNY', symbol: true })).toBe('CN¥1,234.56')
    expect(formatMoney(123456, 'en', { currency: 'JPY', symbol: true })).toBe('¥123,456')
    expect(formatMoney(123456, 'en', { currency: 'CHF', symbol: true })).toBe('CHF\u00a01,234.56')
    expect(formatMoney(500, 'en', { plus: true })).toBe('+5.00')
  })

  it('writes quantities without needless decimals', () => {
    expect(formatQuantity(12_000_000)).toBe('12')
    expect(formatQuantity(12_500_000, { unit: 'kg' })).toBe('12.5\u00a0kg')
    expect(formatQuantity(1)).toBe('0.000001')
    expect(formatQuantity(0, { zeroAsDash: true, unit: 'kg' })).toBe('–')
  })

  it('writes prices with at least the currency’s decimals', () => {
    expect(formatPrice(3_500_000)).toBe('3.50')
    expect(formatPrice(3_512_500)).toBe('3.5125')
    expect(formatPrice(3_000_000, { currency: 'JPY' })).toBe('3')
  })

  it('writes percent from rates and counts', () => {
    expect([formatPercent(130_000), formatPercent(135_000), formatPercent(-500)]).toEqual(['13%', '13.5%', '-0.05%'])
    expect(formatCount(1_000_000)).toBe('1,000,000')
  })
})

describe('parseScaled', () => {
  it.each([
    ['1234.5', 123450],
    ['1,234.50', 123450],
    ['1.234,50', 123450],
    ['1 234,5', 123450],
    ["1'234.50", 123450],
    ['１，２３４．５０', 123450],
    ['1,234', 123400],
    ['1,23', 123],
    ['1.234.567', 123456700],
    ['(12.50)', -1250],
    ['（12.50）', -1250],
    ['-12.5', -1250],
    ['12.5-', -1250],
    ['\u221212.5', -1250],
    ['¥ 3.20', 320],
    ['￥3.20', 320],
    ['-¥3.20', -320],
    ['CN¥3.20', 320],
    ['CNY 3.20', 320],
    ['3.20 元', 320],
    ['13%', 1300],
    ['.5', 50],
    ['5.', 500],
    ['0', 0],
    ['-0', 0],
    ['1.500', 150],
  ])('%s', (text, value) => {
    expect(parseScaled(text, 2)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['-', 'notANumber'],
    ['abc', 'notANumber'],
    ['1,23,4', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['1,234,56', 'notANumber'],
    ['-5-', 'notANumber'],
    ['12 pcs', 'notANumber'],
    ['1.005', 'tooManyDecimals'],
    ['99999999999999999', 'tooLarge'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseScaled(text, 2)).toEqual({ ok: false, reason })
  })
})

describe('dates', () => {
  it('writes days as people do', () => {
    expect(formatDate('2026-11-02', 'en')).toBe('2 Nov 2026')
    expect(formatDate('2026-11-02', 'en', 'long')).toBe('2 November 2026')
    expect(formatDate('2026-11-02', 'zh-CN')).toBe('2026-11-02')
    expect(formatDate('2026-11-02', 'zh-CN', 'long')).toBe('2026年11月2日')
    expect(formatDate('2026-11-02', 'zh-CN', 'monthDay')).toBe('11月2日')
    expect(formatDate('2026-02-30', 'en')).toBe('2026-02-30')
    expect([formatMonth('2026-11', 'en'), formatMonth('2026-11', 'zh-CN')]).toEqual(['Nov 2026', '2026年11月'])
    expect(formatDateTime(Date.UTC(2026, 10, 22, 23, 5), 'en', 'Asia/Shanghai')).toBe('23 Nov 2026 07:05')
  })

  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/1/2', '2026-01-02'],
    ['20261122', '2026-11-22'],
    ['261122', '2026-11-22'],
    ['2026年11月2日', '2026-11-02'],
    ['11月2日', '2026-11-02'],
    ['2.11.2026', '2026-11-02'],
    ['11-2', '2026-11-02'],
    ['1102', '2026-11-02'],
    ['2 Nov', '2026-11-02'],
    ['2 november 2025', '2025-11-02'],
    ['25/11/2026', '2026-11-25'],
    ['11/25/26', '2026-11-25'],
    ['t', '2026-11-22'],
    ['今天', '2026-11-22'],
    ['+10', '2026-12-02'],
    ['-22', '2026-10-31'],
  ])('reads %s', (text, iso) => {
    expect(parseDate(text, '2026-11-22')).toBe(iso)
  })

  it.each(['03/04/2026', '2026-02-30', '31.04.2026', 'soon', '', '13月1日', '2 ju'])('does not guess %s', (text) => {
    expect(parseDate(text, '2026-11-22')).toBeUndefined()
  })
})
