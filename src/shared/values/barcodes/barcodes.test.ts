import { describe, expect, it } from 'vitest'
import {
  barcodeErrorCodes,
  barcodeLine,
  checkDigit,
  checkMask,
  checkPair,
  gtin14,
  hasValidCheckDigit,
  hasValidCheckPair,
  priceCheckDigit,
  readBracketed,
  readScan,
  separator,
  upcAFromUpcE,
  withCheckDigit,
  type ScanOptions,
} from '.'

const today = '2026-11-22'
const scan = (text: string, options: ScanOptions = {}) => readScan(text, { today, ...options })
const GS = separator

/** One scan from its pieces, so that each identifier and value can be told apart in the test. */
const joined = (...pieces: string[]): string => pieces.join('')

function codeOf(text: string, options: ScanOptions = {}): string {
  const reading = scan(text, options)
  return reading.ok ? 'ok' : reading.error.code
}

describe('GS1 scans', () => {
  it('fills a receipt from one scan', () => {
    expect(
      scan(joined(']C1', '01', '06901234567892', '10', 'LOT-7', GS, '17', '270331', '3103', '001250', '30', '12')),
    ).toEqual({
      ok: true,
      kind: 'gs1',
      code: `010690123456789210LOT-7${GS}1727033131030012503012`,
      symbology: ']C1',
      ais: [
        ['01', '06901234567892'],
        ['10', 'LOT-7'],
        ['17', '270331'],
        ['3103', '001250'],
        ['30', '12'],
      ],
      gtin: '06901234567892',
      lot: 'LOT-7',
      expiry: '2027-03-31',
      quantity: 12,
      weight: { value: 1250, decimals: 3, unit: 'kg' },
      measures: [{ name: 'netWeight', value: 1250, decimals: 3, unit: 'kg' }],
    })
  })

  it('reads the pallet label', () => {
    expect(scan(']C10036901234000000017802069012345678923748')).toMatchObject({
      ok: true,
      sscc: '369012340000000178',
      contentGtin: '06901234567892',
      quantity: 48,
    })
  })

  it('reads dates, serial numbers, prices and places', () => {
    expect(
      scan(
        joined(
          ']d20106901234567892112610011326100515261200',
          '1626123121A/1',
          GS,
          '70032703310815',
          GS,
          '800826100107',
        ),
      ),
    ).toMatchObject({
      production: '2026-10-01',
      packaging: '2026-10-05',
      bestBefore: '2026-12-31',
      sellBy: '2026-12-31',
      expiry: '2027-03-31',
      serial: 'A/1',
    })
    expect(scan(joined(']C1', '01', '06901234567892', '3931', '1561995', GS, '3103', '000500'))).toMatchObject({
      price: { value: 1995, decimals: 1, currency: 'CNY' },
    })
    expect(
      scan(joined(']C1', '01', '06901234567892', '3922', '1995', GS, '30', '10', GS, '3303', '001000')),
    ).toMatchObject({
      price: { value: 1995, decimals: 2 },
      grossWeight: { value: 1000, decimals: 3, unit: 'kg' },
      quantity: 10,
    })
    expect(scan(`]C1400PO-17${GS}4106901234000016`)).toMatchObject({ orderNumber: 'PO-17', shipToGln: '6901234000016' })
    expect(scan(']C18006069012345678920103')).toMatchObject({ gtin: '06901234567892' })
  })

  it('accepts every way in which FNC1 arrives', () => {
    const expected = { ok: true, kind: 'gs1', lot: 'A', serial: 'B' }
    const texts = [
      `]C1010690123456789210A${GS}21B`,
      `]d2010690123456789210A${GS}21B`,
      `]Q3010690123456789210A${GS}21B`,
      `]e0010690123456789210A${GS}21B`,
      `]J1010690123456789210A${GS}21B`,
      `]Q4\\000026010690123456789210A${GS}21B`,
      `${GS}010690123456789210A${GS}21B`,
      `010690123456789210A${GS}21B`,
      '^010690123456789210A^21B',
      '010690123456789210A{GS}21B',
      '010690123456789210A\u241d21B',
      `010690123456789210A${GS}21B${GS}\r\n`,
      '(01)06901234567892(10)A(21)B',
      ']C0(01)06901234567892(10)A(21)B',
    ]
    expect(texts.map((text) => scan(text))).toMatchObject(texts.map(() => expected))
  })

  it('knows GS1 data that lost its FNC1 by the check digit of the key', () => {
    expect(scan('010690123456789210LOT7')).toMatchObject({ kind: 'gs1', lot: 'LOT7' })
    expect(scan('00369012340000000178')).toMatchObject({ kind: 'gs1', sscc: '369012340000000178' })
    expect(scan('010690123456789310LOT7')).toMatchObject({ kind: 'internal' })
  })

  it('says what is wrong', () => {
    expect(codeOf(']C10106901234567893')).toBe('barcodes.valueCheckDigit')
    expect(codeOf(']C1010690123456789')).toBe('barcodes.valueLength')
    expect(codeOf(']C101069012345678921727')).toBe('barcodes.valueLength')
    expect(codeOf(']C1010690123456789217271301')).toBe('barcodes.valueDate')
    expect(codeOf(']C1010690123456789217270230')).toBe('barcodes.valueDate')
    expect(codeOf(']C1010690123456789210')).toBe('barcodes.valueEmpty')
    expect(codeOf(`]C1010690123456789210${'X'.repeat(21)}`)).toBe('barcodes.valueTooLong')
    expect(codeOf(']C1010690123456789210中')).toBe('barcodes.valueCharacter')
    expect(codeOf(']C1010690123456789289X')).toBe('barcodes.elementUnknown')
    expect(codeOf(']C1010690123456789210A^21B')).toBe('barcodes.caretInData')
    expect(codeOf(`]C1010690123456789210A${GS}${GS}21B`)).toBe('barcodes.elementUnknown')
    expect(codeOf(']C110LOT')).toBe('barcodes.elementRequired')
    expect(codeOf(']C101069012345678923712')).toBe('barcodes.elementExcluded')
    expect(codeOf(`]C1010690123456789210A${GS}10B`)).toBe('barcodes.elementRepeated')
    expect(codeOf('(01)06901234567892(10)')).toBe('barcodes.elementsForm')
    expect(codeOf(']C1')).toBe('barcodes.elementsEmpty')
    expect(codeOf(']ZZ123')).toBe('barcodes.symbologyUnknown')
    expect(codeOf('')).toBe('barcodes.empty')
    expect(scan(']C10106901234567893')).toEqual({
      ok: false,
      kind: 'gs1',
      code: '0106901234567893',
      symbology: ']C1',
      error: { code: 'barcodes.valueCheckDigit', params: { ai: '01', value: '06901234567893' } },
    })
  })

  it('lets one of several codes on a label lack what the others hold', () => {
    const content = ']C102069012345678923748'
    expect(codeOf(content)).toBe('barcodes.elementRequired')
    expect(scan(content, { isPart: true })).toMatchObject({ ok: true, quantity: 48 })
    expect(codeOf(']C101069012345678923712', { isPart: true })).toBe('barcodes.elementExcluded')
  })

  it('wants a serial number under a digital signature', () => {
    expect(readBracketed('(253)1234567890128X(8030)ABC123').ok).toBe(true)
    expect(readBracketed('(255)1234567890128(8030)ABC123')).toMatchObject({
      error: { code: 'barcodes.serialRequired' },
    })
  })
})

describe('numbers', () => {
  it.each([
    ['6901234567892', 'ean-13', '06901234567892'],
    [']E06901234567892', 'ean-13', '06901234567892'],
    [']E3690123456789212', 'ean-13', '06901234567892'],
    ['96385074', 'ean-8', '00000096385074'],
    [']E496385074', 'ean-8', '00000096385074'],
    ['042100005264', 'upc-a', '00042100005264'],
    [']E00042100005264', 'upc-a', '00042100005264'],
    [']E0042100005264', 'upc-a', '00042100005264'],
    [']E004252614', 'upc-e', '00042100005264'],
    ['16901234567899', 'itf-14', '16901234567899'],
    [']I116901234567899', 'itf-14', '16901234567899'],
    [']I016901234567899', 'itf-14', '16901234567899'],
  ])('%s is %s', (text, kind, gtin) => {
    expect(scan(text)).toMatchObject({ ok: true, kind, gtin, ais: [] })
  })

  it('takes eight bare digits for a UPC-E where they are no EAN-8, or where told', () => {
    expect(scan('04252614')).toMatchObject({ kind: 'upc-e', gtin: '00042100005264' })
    expect(codeOf('04252615')).toBe('barcodes.checkDigit')
    // Both: 01234565 is an EAN-8, and the UPC-E of 012345000065 with the same check digit.
    expect(scan('01234565')).toMatchObject({ kind: 'ean-8' })
    expect(scan('04252614', { upcE: true })).toMatchObject({ kind: 'upc-e', gtin: '00042100005264' })
    expect(upcAFromUpcE('04252615')).toBeUndefined()
    // Rules 0 to 2, 3, 4 and 5 to 9: where the zeros go.
    expect(upcAFromUpcE(upcE('0123450', '01200000345'))).toBe(withCheckDigit('01200000345'))
    expect(upcAFromUpcE(upcE('0123453', '01230000045'))).toBe(withCheckDigit('01230000045'))
    expect(upcAFromUpcE(upcE('0123454', '01234000005'))).toBe(withCheckDigit('01234000005'))
    expect(upcAFromUpcE(upcE('0123455', '01234500005'))).toBe(withCheckDigit('01234500005'))
  })

  it('refuses wrong check digits, lengths and letters', () => {
    expect(codeOf('6901234567893')).toBe('barcodes.checkDigit')
    expect(codeOf('369012340000000179')).toBe('barcodes.checkDigit')
    expect(codeOf(']E069012345678')).toBe('barcodes.length')
    expect(codeOf(']E069012345678920')).toBe('barcodes.length')
    expect(codeOf(']E412ABC678')).toBe('barcodes.notDigits')
    expect(codeOf(']E4')).toBe('barcodes.notDigits')
    expect(codeOf(']I116901234567890')).toBe('barcodes.checkDigit')
  })

  it('reads what is printed above an EAN', () => {
    expect(scan(']E06901234567892|]e010LOT')).toMatchObject({ kind: 'ean-13', gtin: '06901234567892', lot: 'LOT' })
    expect(codeOf(']E06901234567892|]e03712')).toBe('barcodes.elementExcluded')
    expect(codeOf(']E06901234567892|]e0')).toBe('barcodes.elementsEmpty')
  })

  it('accepts a refused code that is on the company’s own list', () => {
    const isOwnCode = (code: string): boolean => code === '10000123'
    expect(scan('10000123', { isOwnCode })).toMatchObject({ ok: true, kind: 'internal', code: '10000123' })
    expect(codeOf('10000124', { isOwnCode })).toBe('barcodes.checkDigit')
  })

  it('leaves every other code as it is', () => {
    expect(scan('BIN-A-03-2')).toEqual({ ok: true, kind: 'internal', code: 'BIN-A-03-2', ais: [] })
    expect(scan(']A0ITEM7')).toMatchObject({ kind: 'internal', code: 'ITEM7', symbology: ']A0' })
    expect(scan(']I0123456')).toMatchObject({ kind: 'internal' })
    expect(scan('12345')).toMatchObject({ kind: 'internal' })
    expect(scan(']Q1两个 words')).toMatchObject({ ok: true, kind: 'unknown', code: '两个 words' })
  })

  it('computes check digits', () => {
    expect(checkDigit('629104150021')).toBe('3')
    expect(withCheckDigit('629104150021')).toBe('6291041500213')
    expect(hasValidCheckDigit('6291041500213')).toBe(true)
    expect(hasValidCheckDigit('6')).toBe(false)
    expect(() => withCheckDigit('12a')).toThrow('barcodes.notDigits')
    // The two examples of the General Specifications.
    expect(priceCheckDigit('2875')).toBe('9')
    expect(priceCheckDigit('14685')).toBe('6')
    expect(checkPair('1987654Ad4X4bL5ttr2310c')).toBe('2K')
    expect(checkPair('中')).toBeUndefined()
    expect(checkPair('1'.repeat(98))).toBeUndefined()
    expect(hasValidCheckPair('12345678901234567890123NT')).toBe(true)
    expect(hasValidCheckPair('N')).toBe(false)
    expect(gtin14('96385074')).toBe('00000096385074')
  })
})

/** The short form carries the check digit of the long one. */
function upcE(short: string, long: string): string {
  return short + checkDigit(long)
}

describe('in-store codes', () => {
  it('reads item and weight, price or quantity by the company’s masks', () => {
    const masks = ['21{item:5}{weightGrams:5}', '28{item:4}{check:1}{price:5.2}', '29{ignore:1}{item:5}{quantity:4}']
    expect(scan(withCheckDigit('211234500750'), { masks })).toMatchObject({
      ok: true,
      kind: 'in-store',
      item: '12345',
      weight: { value: 750, decimals: 3, unit: 'kg' },
    })
    expect(scan(`]E0${withCheckDigit('281234614685')}`, { masks })).toMatchObject({
      kind: 'in-store',
      item: '1234',
      price: { value: 14_685, decimals: 2 },
    })
    expect(codeOf(withCheckDigit('281234714685'), { masks })).toBe('barcodes.maskCheckDigit')
    expect(scan(withCheckDigit('290123450012'), { masks })).toMatchObject({ item: '12345', quantity: 12 })
    expect(scan(withCheckDigit('251234500750'), { masks })).toMatchObject({ kind: 'ean-13' })
    expect(codeOf('2112345007509', { masks })).toBe('barcodes.checkDigit')
    expect(scan(withCheckDigit('21234500750'), { masks: ['2{item:5}{weight:5.3}'] })).toMatchObject({
      kind: 'in-store',
      item: '12345',
      weight: { value: 750, decimals: 3, unit: 'kg' },
    })
  })

  it('tells masks that make no sense', () => {
    expect(checkMask('21{item:5}{weightGrams:5}')).toBeUndefined()
    const masks = [
      '',
      '21{item:5}{weight:6}',
      '31{item:5}{weight:5}',
      '21{weight:10}',
      '2{item:6}{price:5}',
      '21{item:5}{colour:5}',
      '21{item:4}{check:1}{quantity:5}',
      '21{item:5}{item:5}',
      '{item:7}{weight:5}',
      '21{item:5}{price:5',
    ]
    expect(masks.map(checkMask)).toEqual(masks.map((mask) => ({ code: 'barcodes.maskForm', params: { mask } })))
    expect(scan(withCheckDigit('211234500750'), { masks: ['nonsense'] })).toMatchObject({ kind: 'ean-13' })
  })
})

describe('the line for the command line', () => {
  it('is short and always the same shape', () => {
    expect(barcodeLine(']C10106901234567892')).toEqual({
      ok: true,
      kind: 'gs1',
      ais: [['01', '06901234567892']],
      error: null,
    })
    expect(barcodeLine(']XX')).toEqual({
      ok: false,
      kind: 'unknown',
      ais: [],
      error: { code: 'barcodes.symbologyUnknown', params: { symbology: ']XX' } },
    })
  })

  it('has each code once', () => {
    expect(new Set(barcodeErrorCodes).size).toBe(barcodeErrorCodes.length)
  })
})
