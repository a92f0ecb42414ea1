import { describe, expect, it } from 'vitest'
import { characterOf } from '../../ui/scan/wedge-keys'
import { diagnoseWedge, TEST_CODE } from './wedge-diagnosis'

type RecordedKey = Parameters<typeof diagnoseWedge>[0][number]

const CODES = [
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`),
  ...[...'0123456789'].map((digit) => `Digit${digit}`),
  'Minus',
  'Slash',
]
/** The keys of a US keyboard that write a text. */
function keys(text: string, everyMs = 4, more: Partial<RecordedKey> = {}): RecordedKey[] {
  return [...text].map((character, at) => {
    const shift = CODES.every((code) => characterOf(code, false) !== character)
    const code = CODES.find((known) => characterOf(known, shift) === character) ?? ''
    return { type: 'down', code, key: character, shift, capsLock: false, time: at * everyMs, ...more }
  })
}
const end = (code: string): RecordedKey => ({ type: 'down', code, key: code, shift: false, capsLock: false, time: 60 })

describe('a scanner in keyboard mode', () => {
  it('as it comes from the factory has nothing to complain about', () => {
    expect(diagnoseWedge([...keys(TEST_CODE), end('Enter')])).toEqual({
      reads: 'keys',
      prefix: '',
      suffix: '',
      ends: 'Enter',
      averageMs: 5,
      hasInputMethod: false,
      hasCapsLock: false,
      hasOtherLayout: false,
      isSlow: false,
    })
  })

  it('has what it puts around the code found', () => {
    expect(diagnoseWedge([...keys(`A1${TEST_CODE}9`), end('Tab')])).toMatchObject({
      prefix: 'A1',
      suffix: '9',
      ends: 'Tab',
    })
    expect(diagnoseWedge(keys(TEST_CODE))).toMatchObject({ ends: 'silence' })
  })

  it('is read below an input method and with caps lock on', () => {
    expect(diagnoseWedge(keys(TEST_CODE, 4, { key: 'Process' }))).toMatchObject({ reads: 'keys', hasInputMethod: true })
    expect(diagnoseWedge(keys(TEST_CODE, 4, { capsLock: true }))).toMatchObject({ reads: 'keys', hasCapsLock: true })
  })

  it('that writes for a German keyboard is read by the characters', () => {
    const german = keys(TEST_CODE).map((key) =>
      key.code === 'KeyY' ? { ...key, code: 'KeyZ' } : key.code === 'KeyZ' ? { ...key, code: 'KeyY' } : key,
    )
    expect(diagnoseWedge(german)).toMatchObject({ reads: 'characters', hasOtherLayout: true })
    expect(diagnoseWedge(german.map((key) => ({ ...key, key: 'Process' })))).toMatchObject({ reads: 'nothing' })
  })

  it('that is too slow is told', () => {
    expect(diagnoseWedge(keys(TEST_CODE, 45))).toMatchObject({ isSlow: true, averageMs: 45 })
  })
})
