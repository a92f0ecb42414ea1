/** What printers say about themselves, each language in its own bytes. */
import type { PrinterLanguage } from '../../../../shared/devices/profile'
import { textOf } from '../framing'

export type PrinterFault = 'headOpen' | 'jam' | 'paper' | 'ribbon' | 'pause' | 'fault' | 'offline' | 'coverOpen'

export interface PrinterStatus {
  readonly fault?: PrinterFault
  /** still has something to print */
  readonly isBusy: boolean
}

export interface StatusQuestion {
  readonly bytes: Uint8Array
  /** Undefined while the answer is not whole. */
  read(answer: Uint8Array): PrinterStatus | undefined
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** `~HS`: three strings between STX and ETX. */
const zpl: StatusQuestion = {
  bytes: ascii('~HS'),
  read(answer) {
    // oxlint-disable-next-line no-control-regex
    const strings = [...textOf(answer).matchAll(/\u0002([^\u0002\u0003]*)\u0003/g)].map((match) =>
      (match[1] ?? '').split(','),
    )
    // What an earlier question was answered may still be on its way: the last whole answer counts.
    const at = strings.findLastIndex((fields) => fields.length === 2)
    const [one, two] = at < 2 ? [] : [strings[at - 2], strings[at - 1]]
    if (one?.length !== 12 || two?.length !== 11) return undefined
    const fault: PrinterFault | undefined =
      two[2] === '1'
        ? 'headOpen'
        : one[1] === '1'
          ? 'paper'
          : two[3] === '1'
            ? 'ribbon'
            : one[2] === '1'
              ? 'pause'
              : undefined
    const isBusy = Number(one[4]) > 0 || one[7] === '1' || Number(two[8]) > 0
    return { isBusy, ...(fault === undefined ? {} : { fault }) }
  },
}

const TSPL_FAULTS: readonly (readonly [number, PrinterFault])[] = [
  [0x01, 'headOpen'],
  [0x02, 'jam'],
  [0x04, 'paper'],
  [0x08, 'ribbon'],
  [0x80, 'fault'],
  [0x10, 'pause'],
]

/** `ESC ! ?`: one byte. */
const tspl: StatusQuestion = {
  bytes: Uint8Array.of(0x1b, 0x21, 0x3f),
  read(answer) {
    const bits = answer.at(-1)
    if (bits === undefined) return undefined
    const fault = TSPL_FAULTS.find(([bit]) => (bits & bit) !== 0)?.[1]
    return { isBusy: (bits & 0x20) !== 0, ...(fault === undefined ? {} : { fault }) }
  },
}

/** `DLE EOT 2` and `DLE EOT 4`: two bytes, each with bits 1 and 4 set and 0 and 7 clear. */
const escpos: StatusQuestion = {
  bytes: Uint8Array.of(0x10, 0x04, 2, 0x10, 0x04, 4),
  read(answer) {
    const valid = [...answer].filter((byte) => (byte & 0x93) === 0x12)
    const [offline, paper] = valid.slice(-2)
    if (offline === undefined || paper === undefined) return undefined
    const fault: PrinterFault | undefined =
      (offline & 0x04) !== 0
        ? 'coverOpen'
        : (paper & 0x60) !== 0 || (offline & 0x20) !== 0
          ? 'paper'
          : (offline & 0x40) !== 0
            ? 'fault'
            : undefined
    return { isBusy: false, ...(fault === undefined ? {} : { fault }) }
  },
}

/** Of the EPL2 manual's codes, those that stop the printer; the others complain about a label. */
const EPL_FAULTS: Readonly<Record<string, PrinterFault>> = { '11': 'headOpen', '07': 'paper', '12': 'pause' }

/** `^ee`: codes with commas between them, `00` where all is well. Answered once what was sent before is read. */
const epl: StatusQuestion = {
  bytes: ascii('\r\n^ee\r\n'),
  read(answer) {
    const codes = [...textOf(answer).matchAll(/(?:^|[\r\n])(\d\d(?:,\d\d)*)\r\n/g)].at(-1)?.[1]?.split(',')
    if (codes === undefined) return undefined
    const fault = Object.entries(EPL_FAULTS).find(([code]) => codes.includes(code))?.[1]
    return { isBusy: false, ...(fault === undefined ? {} : { fault }) }
  },
}

/** `ESC h`: one byte, of which the upper three bits are clear. Answered once the label before is out. */
const cpcl: StatusQuestion = {
  bytes: Uint8Array.of(0x1b, 0x68),
  read(answer) {
    const bits = answer.findLast((byte) => (byte & 0xe0) === 0)
    if (bits === undefined) return undefined
    const fault: PrinterFault | undefined = (bits & 4) !== 0 ? 'headOpen' : (bits & 2) !== 0 ? 'paper' : undefined
    return { isBusy: (bits & 1) !== 0, ...(fault === undefined ? {} : { fault }) }
  },
}

const QUESTIONS: Partial<Record<PrinterLanguage, StatusQuestion>> = { zpl, tspl, escpos, epl, cpcl }

export function statusQuestion(language: PrinterLanguage): StatusQuestion | undefined {
  return QUESTIONS[language]
}
