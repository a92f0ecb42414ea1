import { hash } from 'node:crypto'
import { refuse } from '../../shared/errors'

// Crockford's base 32: no letter that is read as a digit. https://www.crockford.com/base32.html
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_BYTES = 16
const CHECK_BITS = 12n
const LENGTH = 28

const checkOf = (key: Buffer): bigint => BigInt(`0x${hash('sha256', key).slice(0, 3)}`)

/** 128 bits and a check of 12, as seven groups of four that can be read aloud. */
export function writeRecoveryKey(key: Buffer): string {
  let value = (BigInt(`0x${key.toString('hex')}`) << CHECK_BITS) | checkOf(key)
  let text = ''
  for (let at = 0; at < LENGTH; at += 1) {
    text = (LETTERS[Number(value & 31n)] ?? '') + text
    value >>= 5n
  }
  return text.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** Reads what a person typed from paper: case, hyphens and spaces don't matter, O is zero, I and L are one. */
export function readRecoveryKey(text: string): Buffer {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const digits = [...typed].map((letter) => LETTERS.indexOf(letter))
  if (digits.length !== LENGTH || digits.includes(-1)) refuse('backup.recoveryKeyMistyped')
  const value = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n)
  const key = Buffer.from((value >> CHECK_BITS).toString(16).padStart(KEY_BYTES * 2, '0'), 'hex')
  if (checkOf(key) !== (value & 0xfffn)) refuse('backup.recoveryKeyMistyped')
  return key
}
