/** The two protocols of serial UHF readers: `A0 len addr cmd .. check` and `BB type code len16 .. check 7E`. */
import { Framer } from '../framing'
import { epcBytes, type RfidCodec, type RfidSaid } from './rfid-codec'

const alive: RfidSaid = { kind: 'alive' }
const INVENTORY_A0 = 0x89
const NOTICE_BB = 2
const POLLED_BB = 0x22

const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => (total + byte) & 0xff, 0)

/** Readers of the R2000 family: the length counts what follows it, the check makes the sum of the whole frame zero. */
export function readerA0(): RfidCodec {
  const framer = new Framer<RfidSaid>((bytes) => {
    if (bytes[0] !== 0xa0) return { used: 1 }
    const [, length] = bytes
    if (length === undefined) return undefined
    if (length < 3) return { used: 1 }
    if (bytes.length < length + 2) return undefined
    const frame = bytes.subarray(0, length + 2)
    return sum(frame) === 0 ? { used: frame.length, said: tagA0(frame) } : { used: 1 }
  })
  return { begin: [], feed: (chunk) => framer.feed(chunk) }
}

/** `A0 len addr 89 freqAnt PC PC EPC.. RSSI check`; the end of a round and errors have other lengths. */
function tagA0(frame: Uint8Array): RfidSaid {
  const epc = frame.subarray(7, frame.length - 2)
  const control = ((frame[5] ?? 0) << 8) | (frame[6] ?? 0)
  const isTag = frame[3] === INVENTORY_A0 && epc.length > 0 && epcBytes(control) === epc.length
  return isTag ? { kind: 'tag', epc: Uint8Array.from(epc) } : alive
}

/** Readers of the M100 family: the check is the sum behind the head, and the tag's own CRC travels along. */
export function readerBb(): RfidCodec {
  const framer = new Framer<RfidSaid>((bytes) => {
    if (bytes[0] !== 0xbb) return { used: 1 }
    if (bytes.length < 5) return undefined
    const length = ((bytes[3] ?? 0) << 8) | (bytes[4] ?? 0)
    if (length > 512) return { used: 1 }
    if (bytes.length < length + 7) return undefined
    const frame = bytes.subarray(0, length + 7)
    const isWhole = frame.at(-1) === 0x7e && sum(frame.subarray(1, -2)) === frame.at(-2)
    return isWhole ? { used: frame.length, said: tagBb(frame) } : { used: 1 }
  })
  return { begin: [], feed: (chunk) => framer.feed(chunk) }
}

/** `BB 02 22 len len RSSI PC PC EPC.. CRC CRC check 7E` */
function tagBb(frame: Uint8Array): RfidSaid {
  if (frame[1] !== NOTICE_BB || frame[2] !== POLLED_BB) return alive
  const body = frame.subarray(6, -4)
  const epc = body.subarray(2)
  const told = ((frame.at(-4) ?? 0) << 8) | (frame.at(-3) ?? 0)
  const isTag = epc.length > 0 && epcBytes(((body[0] ?? 0) << 8) | (body[1] ?? 0)) === epc.length
  return isTag && crcOfTag(body) === told ? { kind: 'tag', epc: Uint8Array.from(epc) } : alive
}

/** CRC-16 of the air protocol (ISO/IEC 18000-63, annex F) over control word and EPC. */
export function crcOfTag(bytes: Uint8Array): number {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff
  }
  return crc ^ 0xffff
}
