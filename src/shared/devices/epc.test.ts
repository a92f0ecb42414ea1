import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScan } from '../values/barcodes'
import { hexOfEpc, scanOfEpc } from './epc'

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

describe('the number of a tag', () => {
  // The examples of the Tag Data Standard: urn:epc:id:sgtin:0614141.812345.6789, sgtin:0614141.712345.32a/b and
  // sscc:0614141.1234567890.
  it.each([
    ['3074257BF7194E4000001A85', ']C10180614141123458216789'],
    ['3674257BF6B7A659B2C2BF1000000000000000000000000000', ']C101706141411234512132a/b'],
    ['3174257BF4499602D2000000', ']C100106141412345678908'],
  ])('%s', (hex, expected) => {
    expect(scanOfEpc(bytes(hex))).toBe(expected)
    expect(readScan(expected).ok).toBe(true)
  })

  it.each(['E28011700000020F1C5A8D3F', '307C257BF7194E4000001A85', '30', ''])('%s is no item and no unit', (hex) =>
    expect(scanOfEpc(bytes(hex))).toBeUndefined(),
  )

  it('is written as it is printed on the tag', () => {
    expect(hexOfEpc(bytes('3074257BF7194E4000001A85'))).toBe('3074257BF7194E4000001A85')
  })

  it('is a code that reads, or nothing: never a wrong one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0x30, 0x31, 0x36),
        fc.uint8Array({ minLength: 24, maxLength: 30 }),
        (header, rest) => {
          const text = scanOfEpc(Uint8Array.from([header, ...rest]))
          expect(text ?? ']C100000000000000000000').toMatch(/^\]C1(?:01\d{14}21[!-z]+|00\d{18})$/)
        },
      ),
    )
  })
})
