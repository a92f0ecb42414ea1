import { describe, expect, it } from 'vitest'
import { ScannerHid } from './scanner-hid'

const report = (head: readonly number[], text: string, more = 0): Uint8Array => {
  const bytes = new Uint8Array(64)
  bytes.set([...head, ...Buffer.from(text)])
  bytes[63] = more
  return bytes
}

describe('reports of a scanner', () => {
  it('hold an AIM id and the code, also where the number of the report was taken off', () => {
    expect(new ScannerHid().feed(report([2, 8], ']C1010LOT-7'))).toBe(']C1010LOT-7')
    const without = report([8], ']C1010LOT-7').subarray(0, 63)
    expect(new ScannerHid().feed(without)).toBe(']C1010LOT-7')
    // Three empty bytes stand where the id would.
    expect(new ScannerHid().feed(report([2, 6, 0, 0, 0], 'A-03-2'))).toBe('A-03-2')
  })

  it('of makers without AIM ids begin with the code, and lose none of it', () => {
    expect(new ScannerHid().feed(report([2, 13], '6901234567892'))).toBe('6901234567892')
    const long = 'X'.repeat(56)
    const scanner = new ScannerHid()
    expect(scanner.feed(report([2, 56], long, 1))).toBeUndefined()
    expect(scanner.feed(report([2, 3], 'END'))).toBe(`${long}END`)
  })
})
