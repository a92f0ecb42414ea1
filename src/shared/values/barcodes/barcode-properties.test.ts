import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  barcodeErrorCodes,
  bracketed,
  checkPair,
  dateForCode,
  dateFromCode,
  digitalLink,
  elementString,
  hasValidCheckDigit,
  hasValidCheckPair,
  priceCheckDigit,
  readBracketed,
  readDigitalLink,
  readScan,
  separator,
  ssccFrom,
  withCheckDigit,
  type Element,
} from '.'

const today = '2026-11-22'
const set82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))
const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...set82), { minLength: 1, maxLength }).map((list) => list.join(''))
const date = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2075-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

/** Elements of one trade item in any order, each possibly missing. */
const itemElements = fc
  .record({
    gtin: digits(13).map(withCheckDigit),
    lot: fc.option(text(20)),
    serial: fc.option(text(20)),
    expiry: fc.option(date),
    count: fc.option(fc.integer({ min: 0, max: 99_999_999 })),
    weight: fc.option(digits(6)),
    note: fc.option(text(90)),
    order: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
  })
  .map(({ gtin, lot, serial, expiry, count, weight, note, order }): Element[] => {
    const elements: (Element | undefined)[] = [
      ['01', gtin],
      lot === null ? undefined : ['10', lot],
      serial === null ? undefined : ['21', serial],
      expiry === null ? undefined : ['17', dateForCode(expiry)],
      count === null ? undefined : ['30', String(count)],
      weight === null ? undefined : ['3103', weight],
      note === null ? undefined : ['91', note],
    ]
    return elements
      .map((element, at) => ({ element, key: order[at] ?? 0 }))
      .toSorted((a, b) => a.key - b.key)
      .flatMap(({ element }) => (element === undefined ? [] : [element]))
  })

const sortElements = (elements: readonly Element[]): Element[] => [...elements].sort(([a], [b]) => (a < b ? -1 : 1))

/** Text that gets past the first checks more often than pure noise. */
const almostCode = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ']C1',
        ']E0',
        ']d2',
        ']Q1',
        ']e0',
        '|]e0',
        separator,
        '^',
        '(',
        ')',
        '\\',
        '{GS}',
        '01',
        '10',
        '17',
      ),
      fc.constantFrom(
        'https://',
        'a.b/',
        '/01/',
        '?',
        '&',
        '=',
        '%4',
        '8110',
        '8030',
        '253',
        '3932',
        '21',
        '06901234567892',
      ),
      digits(6),
      fc.string({ maxLength: 8, unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((list) => list.join(''))

describe('any input', () => {
  it('is read or refused with a known code, never thrown', () => {
    const codes = new Set<string>(barcodeErrorCodes)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), almostCode), (input) => {
        const reading = readScan(input, { today, masks: ['21{item:5}{weight:5}', input] })
        expect(reading.ok || codes.has(reading.error.code)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes time in proportion to its length', () => {
    const started = performance.now()
    for (const piece of [
      '(',
      '\\',
      '(10)',
      '(10)A',
      `${separator}`,
      '10A',
      '11270101',
      '%',
      'https://a/',
      '/01/',
      '9',
    ]) {
      for (const front of ['', ']C1', ']Q1', 'https://a/01/06901234567892?', '(01)']) {
        readScan(front + piece.repeat(20_000), { today })
      }
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('what is written', () => {
  it('is read back from the scan', () => {
    fc.assert(
      fc.property(itemElements, (elements) => {
        for (const front of [']C1', ']d2', separator]) {
          expect(readScan(front + elementString(elements), { today })).toMatchObject({ ok: true, ais: elements })
        }
        expect(readBracketed(bracketed(elements))).toEqual({ ok: true, value: elements })
      }),
    )
  })

  it('is read back from the link', () => {
    fc.assert(
      fc.property(itemElements, (elements) => {
        const reading = readDigitalLink(digitalLink(elements, 'https://example.com/x'))
        expect(reading.ok && sortElements(reading.value)).toEqual(sortElements(elements))
      }),
    )
  })

  it('keeps dates within the window', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(dateFromCode(dateForCode(day), today)).toBe(day)
      }),
    )
  })

  it('makes SSCCs that are read as SSCCs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 4, max: 12 }).chain(digits),
        fc.integer({ min: 0, max: 9999 }),
        (extension, prefix, serial) => {
          const sscc = ssccFrom(extension, prefix, serial)
          expect(readScan(`]C100${sscc}`)).toMatchObject({ ok: true, sscc })
          expect(readScan(sscc)).toMatchObject({ ok: true, kind: 'sscc', sscc })
        },
      ),
    )
  })
})

describe('a single wrong character', () => {
  const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 }))

  function withOneChanged(number: string, [position, shift]: readonly [number, number]): string {
    const at = position % number.length
    const changed = String((Number(number[at]) + shift) % 10)
    return number.slice(0, at) + changed + number.slice(at + 1)
  }

  it('is caught by the check digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(7, 11, 12, 13, 16, 17).chain(digits), change, (body, wrong) => {
        const number = withCheckDigit(body)
        expect(hasValidCheckDigit(number)).toBe(true)
        expect(hasValidCheckDigit(withOneChanged(number, wrong))).toBe(false)
      }),
    )
  })

  it('is caught by the price verifier digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(4, 5).chain(digits), change, (price, wrong) => {
        expect(priceCheckDigit(withOneChanged(price, wrong))).not.toBe(priceCheckDigit(price))
      }),
    )
  })

  it('is caught by the check pair', () => {
    fc.assert(
      fc.property(text(23), fc.nat(), fc.constantFrom(...set82), (model, position, other) => {
        const at = position % model.length
        fc.pre(model[at] !== other)
        const pair = checkPair(model) ?? ''
        expect(hasValidCheckPair(model + pair)).toBe(true)
        expect(hasValidCheckPair(model.slice(0, at) + other + model.slice(at + 1) + pair)).toBe(false)
      }),
    )
  })
})
