/** What the number on an RFID tag says (GS1 EPC Tag Data Standard): an item with its serial number, or a logistic unit. */
import { withCheckDigit } from '../values/barcodes'

/** Partition tables of the standard: bits and digits of the company prefix; the rest belongs to the reference. */
const PREFIX_BITS = [40, 37, 34, 30, 27, 24, 20] as const

const HEADERS = { sgtin96: 0x30, sscc96: 0x31, sgtin198: 0x36 } as const
const FILTER_BITS = 3
const SGTIN_BITS = 44
const SSCC_BITS = 58
const SERIAL_CHARACTERS = 20

/**
 * The tag as a scan of a GS1 barcode would say it: `]C101<gtin>21<serial>` or `]C100<sscc>`; undefined for a number of
 * another kind, which no item and no unit of the company has.
 * @param epc the bytes behind the protocol control word, at least 12
 */
export function scanOfEpc(epc: Uint8Array): string | undefined {
  const bits = bitsOf(epc)
  const header = epc[0]
  if (header === HEADERS.sgtin96 && epc.length >= 12) {
    const gtin = gtinOf(bits)
    return gtin === undefined ? undefined : `]C101${gtin}21${BigInt(`0b${bits.slice(58, 96)}`)}`
  }
  if (header === HEADERS.sgtin198 && epc.length >= 25) {
    const [gtin, serial] = [gtinOf(bits), charactersOf(bits.slice(58, 198))]
    return gtin === undefined || serial === undefined ? undefined : `]C101${gtin}21${serial}`
  }
  if (header === HEADERS.sscc96 && epc.length >= 12) {
    const parts = partsOf(bits, SSCC_BITS, 17)
    if (parts === undefined) return undefined
    const { prefix, reference } = parts
    // The first digit of the reference is the extension digit: it stands in front of the prefix.
    return `]C100${withCheckDigit(reference.slice(0, 1) + prefix + reference.slice(1))}`
  }
  return undefined
}

function gtinOf(bits: string): string | undefined {
  const parts = partsOf(bits, SGTIN_BITS, 13)
  if (parts === undefined) return undefined
  const { prefix, reference } = parts
  return withCheckDigit(reference.slice(0, 1) + prefix + reference.slice(1))
}

/** Company prefix and reference, with their leading zeros. */
function partsOf(bits: string, size: number, digits: number): { prefix: string; reference: string } | undefined {
  const at = 8 + FILTER_BITS
  const partition = Number.parseInt(bits.slice(at, at + 3), 2)
  const prefixBits = PREFIX_BITS[partition]
  if (prefixBits === undefined) return undefined
  const from = at + 3
  const prefixDigits = 12 - partition
  const prefix = String(BigInt(`0b${bits.slice(from, from + prefixBits)}`)).padStart(prefixDigits, '0')
  const rest = digits - prefixDigits
  const reference = String(BigInt(`0b${bits.slice(from + prefixBits, from + size)}`)).padStart(rest, '0')
  return prefix.length > prefixDigits || reference.length > rest ? undefined : { prefix, reference }
}

/** Seven bits a character, ended by zeros. */
function charactersOf(bits: string): string | undefined {
  let text = ''
  for (let at = 0; at < SERIAL_CHARACTERS; at++) {
    const code = Number.parseInt(bits.slice(at * 7, at * 7 + 7), 2)
    if (code === 0) break
    text += String.fromCharCode(code)
  }
  return /^[!-z]+$/.test(text) ? text : undefined
}

const bitsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')

export const hexOfEpc = (epc: Uint8Array): string =>
  Array.from(epc, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
