import { describe, expect, it } from 'vitest'
import {
  bracketed,
  checkElements,
  dateForCode,
  dateFromCode,
  digitalLink,
  elementString,
  findIdentifier,
  readBracketed,
  readDigitalLink,
  readElementString,
  readScan,
  separator,
  ssccFrom,
} from '.'

const today = '2026-11-22'
const GS = separator

describe('values', () => {
  it.each([
    ['(00)369012340000000178(4309)02790858483600000000', 'ok'],
    ['(00)369012340000000178(4309)18000000010000000000', 'barcodes.valueNumber'],
    ['(00)369012340000000178(4307)CN', 'ok'],
    ['(00)369012340000000178(4307)QQ', 'barcodes.valueCountry'],
    ['(00)369012340000000178(4300)ABC%20GmbH', 'ok'],
    ['(00)369012340000000178(4300)100%', 'barcodes.valuePercent'],
    ['(00)369012340000000178(4324)2612312400', 'barcodes.valueTime'],
    ['(00)369012340000000178(4330)000120-', 'ok'],
    ['(00)369012340000000178(4330)000120+', 'barcodes.valueCode'],
    ['(00)369012340000000178(4321)2', 'barcodes.valueCode'],
    ['(00)369012340000000178(7041)PX', 'ok'],
    ['(00)369012340000000178(7041)B2', 'barcodes.valueCode'],
    ['(01)06901234567892(422)156', 'ok'],
    ['(01)06901234567892(422)157', 'barcodes.valueCountry'],
    ['(01)06901234567892(7030)999ABC', 'ok'],
    ['(01)06901234567892(30)1(3932)9991', 'ok'],
    ['(01)06901234567892(30)1(3932)0011', 'barcodes.valueCurrency'],
    ['(01)06901234567892(8001)00010000000100', 'barcodes.valueNumber'],
    ['(01)06901234567892(8001)12341234512321', 'barcodes.valueCode'],
    ['(8006)069012345678920403', 'barcodes.valuePieces'],
    ['(8010)1234A(8011)0', 'barcodes.valueNumber'],
    ['(8010)1234a', 'barcodes.valueCharacter'],
    ['(8013)1987654Ad4X4bL5ttr2310c2K', 'ok'],
    ['(8013)1987654Ad4X4bL5ttr2310cXK', 'barcodes.valueCheckPair'],
    ['(8004)12A4', 'barcodes.valueCompanyPrefix'],
    ['(8018)123456789012345675(7258)1/3(7259)A', 'ok'],
    ['(8018)123456789012345675(7258)3/1(7259)A', 'barcodes.valuePieces'],
    ['(8018)123456789012345675(7250)20000229', 'ok'],
    ['(8018)123456789012345675(7250)20010229', 'barcodes.valueDate'],
    ['(8018)123456789012345675(7252)9', 'ok'],
    ['(8018)123456789012345675(7241)11', 'barcodes.valueCode'],
    ['(415)6901234000016(8020)A(8007)DE91100000000123456789', 'ok'],
    ['(415)6901234000016(8020)A(8007)DE91100000000123456788', 'barcodes.valueIban'],
    ['(8110)012345612345611110123', 'ok'],
    ['(8110)01234561234561111012335006064500607', 'barcodes.valueCoupon'],
    ['(8110)0123456123456111101236', 'barcodes.valueCoupon'],
    ['(8112)001234561234560123456', 'ok'],
    ['(8112)01123456', 'barcodes.valueCoupon'],
    ['(00)369012340000000178(8030)12=', 'ok'],
    ['(00)369012340000000178(8030)1===', 'barcodes.valueCharacter'],
    ['(10)A\\(B)(01)06901234567892', 'ok'],
  ])('%s: %s', (text, expected) => {
    const reading = readBracketed(text, { today })
    expect(reading.ok ? 'ok' : reading.error.code).toBe(expected)
  })

  it('puts years into the window of 49 years back and 50 ahead', () => {
    expect(dateFromCode('760101', today)).toBe('2076-01-01')
    expect(dateFromCode('770101', today)).toBe('1977-01-01')
    expect(dateFromCode('000229', today)).toBe('2000-02-29')
    expect(dateFromCode('010101', '2060-01-01')).toBe('2101-01-01')
    expect(dateFromCode('990101', '2001-01-01')).toBe('1999-01-01')
  })

  it('ends a month without day on its last', () => {
    expect(dateFromCode('270200', today)).toBe('2027-02-28')
    expect(dateFromCode('280200', today)).toBe('2028-02-29')
    expect(dateFromCode('271300', today)).toBeUndefined()
    expect(dateFromCode('27010', today)).toBeUndefined()
    expect(dateForCode('2027-02-28')).toBe('270228')
  })

  it('knows the titles for labels', () => {
    expect(findIdentifier('17')?.title).toBe('USE BY or EXPIRY')
    expect(findIdentifier('3103')?.measure).toEqual({ name: 'netWeight', unit: 'kg' })
    expect(findIdentifier('99')?.needsSeparator).toBe(true)
    expect(findIdentifier('04')).toBeUndefined()
  })
})

describe('digital links', () => {
  const link = 'https://example.com/shop/01/06901234567892/10/A%2FB?17=270331&3103=001250&utm=x#top'

  it('reads key, qualifiers and attributes', () => {
    expect(readScan(link, { today })).toMatchObject({
      ok: true,
      kind: 'digital-link',
      ais: [
        ['01', '06901234567892'],
        ['10', 'A/B'],
        ['17', '270331'],
        ['3103', '001250'],
      ],
      expiry: '2027-03-31',
    })
    expect(readScan(`]Q1${link}`, { today })).toMatchObject({ kind: 'digital-link', symbology: ']Q1' })
  })

  it.each([
    ['https://example.com/', 'barcodes.linkKeyMissing'],
    ['https://example.com/products/7', 'barcodes.linkKeyMissing'],
    ['https://example.com', 'barcodes.linkForm'],
    ['https://exa$mple.com/01/06901234567892', 'barcodes.linkCharacters'],
    ['https://example.com/01/06901234567892{', 'barcodes.linkCharacters'],
    ['https://id.gs1.org/AQnYUc1gmiCNV4JGLaGxMg', 'barcodes.linkCompressed'],
    ['https://example.com/01/06901234567892/21/A/10/B', 'barcodes.linkQualifiers'],
    ['https://example.com/01/06901234567892/10/', 'barcodes.valueEmpty'],
    ['https://example.com/01/06901234567892?17=', 'barcodes.valueEmpty'],
    ['https://example.com/01/06901234567892?18=1', 'barcodes.linkParameterUnknown'],
    ['https://example.com/01/06901234567892?21=A', 'barcodes.linkNotAttribute'],
    ['https://example.com/01/06901234567892?10=A', 'barcodes.linkBelongsInPath'],
    ['https://example.com/01/06901234567892?17=270331&17=270331', 'barcodes.elementRepeated'],
    ['https://example.com/01/6901234567892', 'barcodes.valueLength'],
    ['https://example.com/01/06901234567892/10/A%00', 'barcodes.valueCharacter'],
    ['https://example.com/01/06901234567892?37=2', 'barcodes.elementExcluded'],
  ])('refuses %s: %s', (text, expected) => {
    const reading = readDigitalLink(text)
    expect(reading.ok ? 'ok' : reading.error.code).toBe(expected)
  })

  it('writes links, attributes of agreed length first', () => {
    const elements = [
      ['10', 'A/B'],
      ['01', '06901234567892'],
      ['240', 'X'],
      ['17', '270331'],
    ] as const
    expect(digitalLink(elements, 'https://example.com/')).toBe(
      'https://example.com/01/06901234567892/10/A%2FB?17=270331&240=X',
    )
    expect(() => digitalLink([['99', 'X']])).toThrow('barcodes.linkKeyMissing')
    expect(() => digitalLink([['01', '06901234567893']])).toThrow('barcodes.valueCheckDigit')
  })
})

describe('labels', () => {
  it('puts separators only where they are needed', () => {
    const elements = [
      ['01', '06901234567892'],
      ['10', 'A'],
      ['17', '270331'],
      ['21', 'B'],
    ] as const
    expect(elementString(elements)).toBe(`010690123456789210A${GS}1727033121B`)
    expect(bracketed(elements)).toBe('(01)06901234567892(10)A(17)270331(21)B')
    expect(bracketed([['10', 'A(B']])).toBe('(10)A\\(B')
    expect(readElementString(elementString(elements))).toEqual({ ok: true, value: elements })
  })

  it('refuses to print what nobody could read', () => {
    expect(() => elementString([])).toThrow('barcodes.elementsEmpty')
    expect(() => elementString([['01', '06901234567893']])).toThrow('barcodes.valueCheckDigit')
    expect(() => elementString([['10', 'X'.repeat(21)]])).toThrow('barcodes.valueTooLong')
    expect(() => elementString([['10', '批次']])).toThrow('barcodes.valueCharacter')
    expect(() => elementString([['04', '1']])).toThrow('barcodes.elementUnknown')
    expect(elementString([['10', 'A']])).toBe('10A')
    expect(checkElements([['10', 'A']])).toMatchObject({ code: 'barcodes.elementRequired' })
  })

  it('numbers logistic units', () => {
    expect(ssccFrom(3, '6901234', 17)).toBe('369012340000000178')
    expect(ssccFrom(0, '690123456789', 9999n)).toHaveLength(18)
    for (const [extension, prefix, serial] of [
      [10, '6901234', 1],
      [3, '690', 1],
      [3, '6901234', 1_000_000_000],
      [3, '6901234', -1],
      [3, '6901234', 1.5],
    ] as const) {
      expect(() => ssccFrom(extension, prefix, serial)).toThrow('barcodes.ssccParts')
    }
  })
})
