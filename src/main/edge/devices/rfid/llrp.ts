/**
 * LLRP 1.0.1 (EPCglobal Low Level Reader Protocol), as much of it as reading tags takes: the reader's own jobs are
 * deleted, one that reads always is added and started, tags are taken from its reports, and its calls are answered.
 */
import { Framer } from '../framing'
import type { RfidCodec, RfidSaid } from './rfid-codec'

export const LLRP = {
  addJob: 20,
  deleteJob: 21,
  enableJob: 24,
  report: 61,
  keepAlive: 62,
  keepAliveAnswer: 72,
  event: 63,
} as const

const PARAMETER = {
  job: 177,
  boundary: 178,
  start: 179,
  stop: 182,
  antennas: 183,
  antennasStop: 184,
  inventory: 186,
  reporting: 237,
  content: 238,
  tagReport: 240,
  epcData: 241,
} as const
/** Parameters of fixed length have one byte of type with its top bit set, and no length. */
const EPC_96 = 13
const FIXED_LENGTHS: Readonly<Record<number, number>> = {
  1: 2,
  2: 8,
  3: 8,
  4: 8,
  5: 8,
  6: 1,
  7: 2,
  8: 2,
  9: 4,
  10: 2,
  11: 2,
  12: 2,
  13: 12,
  14: 2,
  15: 2,
  16: 4,
}

const JOB = 1234
const IMMEDIATELY = 1
const NEVER = 0
const EACH_TAG = 1
const GEN_2 = 1
const HEADER = 10
const LONGEST = 60_000

const u8 = (value: number): number[] => [value & 0xff]
const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff]
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value)]

const parameter = (type: number, ...parts: readonly (readonly number[])[]): number[] => {
  const body = parts.flat()
  return [...u16(type), ...u16(body.length + 4), ...body]
}

export function llrpMessage(type: number, id: number, body: readonly number[] = []): Uint8Array {
  // Three reserved bits, version 1 in three bits, ten bits of type.
  return Uint8Array.from([...u16((1 << 10) | type), ...u32(body.length + HEADER), ...u32(id), ...body])
}

/** Reads with all antennas for ever and reports each tag as it is seen. */
const readAlways = parameter(
  PARAMETER.job,
  u32(JOB),
  u8(0),
  u8(0),
  parameter(
    PARAMETER.boundary,
    parameter(PARAMETER.start, u8(IMMEDIATELY)),
    parameter(PARAMETER.stop, u8(NEVER), u32(0)),
  ),
  parameter(
    PARAMETER.antennas,
    u16(1),
    u16(0),
    parameter(PARAMETER.antennasStop, u8(NEVER), u32(0)),
    parameter(PARAMETER.inventory, u16(1), u8(GEN_2)),
  ),
  parameter(PARAMETER.reporting, u8(1), u16(EACH_TAG), parameter(PARAMETER.content, u16(0))),
)

export function llrp(): RfidCodec {
  const framer = new Framer<RfidSaid[]>((bytes) => {
    if (bytes.length < HEADER) return undefined
    const head = (bytes[0] ?? 0) >> 2
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const length = view.getUint32(2)
    // Version 1 or 2 in front; what is none, or too long, is no message.
    if ((head !== 1 && head !== 2) || length < HEADER || length > LONGEST) return { used: 1 }
    if (bytes.length < length) return undefined
    return { used: length, said: read(view.getUint16(0) & 0x3ff, view.getUint32(6), bytes.subarray(HEADER, length)) }
  }, LONGEST)
  return {
    begin: [
      llrpMessage(LLRP.deleteJob, 1, u32(0)),
      llrpMessage(LLRP.addJob, 2, readAlways),
      llrpMessage(LLRP.enableJob, 3, u32(JOB)),
    ],
    feed: (chunk) => framer.feed(chunk).flat(),
  }
}

function read(type: number, id: number, body: Uint8Array): RfidSaid[] {
  if (type === LLRP.keepAlive) return [{ kind: 'answer', bytes: llrpMessage(LLRP.keepAliveAnswer, id) }]
  if (type !== LLRP.report) return [{ kind: 'alive' }]
  return parametersOf(body)
    .filter((part) => part.type === PARAMETER.tagReport)
    .flatMap(({ body: report }) => {
      const parts = parametersOf(report)
      const short = parts.find((part) => part.type === EPC_96)
      if (short !== undefined) return [{ kind: 'tag', epc: short.body } as const]
      const long = parts.find((part) => part.type === PARAMETER.epcData)?.body
      if (long === undefined || long.length < 3) return []
      const bytes = Math.ceil((((long[0] ?? 0) << 8) | (long[1] ?? 0)) / 8)
      return bytes === 0 || long.length < bytes + 2 ? [] : [{ kind: 'tag', epc: long.slice(2, bytes + 2) } as const]
    })
}

interface Parameter {
  readonly type: number
  readonly body: Uint8Array
}

/** The parameters of a message as far as they can be read. */
function parametersOf(bytes: Uint8Array): Parameter[] {
  const found: Parameter[] = []
  for (let at = 0; at + 1 < bytes.length;) {
    const first = bytes[at] ?? 0
    const isFixed = (first & 0x80) !== 0
    const type = isFixed ? first & 0x7f : ((first & 3) << 8) | (bytes[at + 1] ?? 0)
    const head = isFixed ? 1 : 4
    const length = isFixed ? (FIXED_LENGTHS[type] ?? -1) + 1 : ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < head || at + length > bytes.length) break
    found.push({ type, body: Uint8Array.from(bytes.subarray(at + head, at + length)) })
    at += length
  }
  return found
}
