/**
 * Scanners in HID-POS mode (usage page 0x8C): report 2 with length, AIM id, up to 56 bytes and whether more follows.
 * Some models send one byte less in front; the `]` of the AIM id tells. Newland's (integration guides of the FM420 and
 * EM2027) send no AIM id: what can be read begins where it would stand.
 */
import { joined } from '../framing'

const REPORT = 2
const AIM = 0x5d
const DATA = 5
const MOST = 56
const LONGEST = 7200

export class ScannerHid {
  #held: Uint8Array = new Uint8Array(0)
  #aim = ''

  /** The whole code, where this report ends one. */
  feed(report: Uint8Array): string | undefined {
    const shift = shiftOf(report)
    if (shift === undefined) return undefined
    const length = Math.min(report[1 - shift] ?? 0, MOST)
    const start = 2 - shift
    const first = report[start] ?? 0
    const from = first === AIM || first < 0x20 ? DATA - shift : start
    const aim = String.fromCharCode(...report.subarray(start, from))
    const data = report.subarray(from, from + length)
    if (this.#held.length === 0) this.#aim = /^\][A-Za-z][0-9A-F]$/.test(aim) ? aim : ''
    this.#held = joined(this.#held, data)
    if ((report[63 - shift] ?? 0) !== 0 && this.#held.length < LONGEST) return undefined
    const text = new TextDecoder().decode(this.#held).replace(/[\r\n\t]+$/, '')
    this.#held = new Uint8Array(0)
    return text === '' || text.includes('\u0000') || text.includes('\ufffd') ? undefined : this.#aim + text
  }

  /** A code that was cut off by unplugging must not begin the next one. */
  forget(): void {
    this.#held = new Uint8Array(0)
  }
}

/** 0 where the report number stands in front, 1 where the driver has taken it off; undefined for another report. */
function shiftOf(report: Uint8Array): 0 | 1 | undefined {
  if (report.length < 6) return undefined
  if (report[2] === AIM) return report[0] === REPORT ? 0 : undefined
  if (report[1] === AIM) return 1
  return report[0] === REPORT ? 0 : undefined
}
