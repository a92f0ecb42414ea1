/** Readers of UHF tags with tags in their field, written from the descriptions of their protocols. */
import type { Channel } from './channel'

const STREAM_MS = 80
const JOB_MESSAGES = { add: 20, delete: 21, enable: 24 } as const

const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255]
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)]
const bytesOfHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
const sum = (bytes: readonly number[]): number => bytes.reduce((total, byte) => (total + byte) & 255, 0)
const control = (epc: readonly number[]): number[] => u16((epc.length / 2) << 11)

function crc(bytes: readonly number[]): number {
  let register = 0xffff
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const isOne = ((register >> 15) ^ (byte >> bit)) & 1
      register = (register << 1) & 0xffff
      if (isOne === 1) register ^= 0x1021
    }
  }
  return register ^ 0xffff
}

function frameA0(body: readonly number[]): number[] {
  const frame = [0xa0, body.length + 2, 0x01, ...body]
  return [...frame, -sum(frame) & 255]
}

function frameBb(type: number, code: number, body: readonly number[]): number[] {
  const checked = [type, code, ...u16(body.length), ...body]
  return [0xbb, ...checked, sum(checked), 0x7e]
}

function message(type: number, id: number, body: readonly number[]): number[] {
  return [...u16((1 << 10) | type), ...u32(body.length + 10), ...u32(id), ...body]
}

const parameter = (type: number, body: readonly number[]): number[] => [...u16(type), ...u16(body.length + 4), ...body]

/** One tag as the reader of this protocol tells it. */
export function tagFrame(protocol: string, hex: string): Uint8Array {
  const epc = bytesOfHex(hex)
  if (protocol === 'rfid-a0') return Uint8Array.from(frameA0([0x89, 0x04, ...control(epc), ...epc, 0x4b]))
  if (protocol === 'rfid-bb') {
    const read = [...control(epc), ...epc]
    return Uint8Array.from(frameBb(0x02, 0x22, [0xc9, ...read, ...u16(crc(read))]))
  }
  const number = epc.length === 12 ? [0x8d, ...epc] : parameter(241, [...u16(epc.length * 8), ...epc])
  // With antenna and signal strength, which nobody asked for but some readers send.
  const report = parameter(240, [...number, 0x81, 0, 1, 0x86, 0xc8])
  return Uint8Array.from(message(61, 77, report))
}

export const rfidProtocols = ['rfid-a0', 'rfid-bb', 'llrp'] as const

export class SimulatedRfidReader {
  readonly tags = new Set<string>()
  /** LLRP: whether its calls are answered */
  keepAlivesAnswered = 0
  #heard: number[] = []
  #stream: ReturnType<typeof setInterval> | undefined

  constructor(
    readonly protocol: (typeof rfidProtocols)[number],
    private readonly channel: Channel,
  ) {
    channel.onData((bytes) => {
      this.#heard.push(...bytes)
      if (protocol === 'llrp') while (this.obeyMessage());
      else this.obeyPoll()
    })
  }

  /** What the antenna sees now. */
  put(...epcs: readonly string[]): void {
    this.tags.clear()
    for (const epc of epcs) this.tags.add(epc)
  }

  stop(): void {
    clearInterval(this.#stream)
  }

  private tell(): void {
    for (const tag of this.tags) this.channel.write(tagFrame(this.protocol, tag))
  }

  private obeyPoll(): void {
    const poll = this.protocol === 'rfid-a0' ? 'a004018901d1' : 'bb00220000227e'
    const hex = Buffer.from(this.#heard).toString('hex')
    const at = hex.indexOf(poll)
    if (at < 0) return
    this.#heard = []
    this.tell()
    if (this.protocol === 'rfid-a0')
      this.channel.write(Uint8Array.from(frameA0([0x89, 0, 0, 50, 0, 0, 0, this.tags.size])))
    else if (this.tags.size === 0) this.channel.write(Uint8Array.from(frameBb(0x01, 0xff, [0x15])))
  }

  private obeyMessage(): boolean {
    const bytes = Buffer.from(this.#heard)
    if (bytes.length < 10 || bytes.length < bytes.readUInt32BE(2)) return false
    const type = bytes.readUInt16BE(0) & 0x3ff
    const id = bytes.readUInt32BE(6)
    this.#heard = this.#heard.slice(bytes.readUInt32BE(2))
    if (type === 72) this.keepAlivesAnswered += 1
    else {
      const success = parameter(287, [0, 0, 0, 0])
      this.channel.write(Uint8Array.from(message(type + 10, id, success)))
    }
    if (type === JOB_MESSAGES.delete) clearInterval(this.#stream)
    if (type === JOB_MESSAGES.enable) {
      clearInterval(this.#stream)
      this.#stream = setInterval(() => {
        this.tell()
        this.channel.write(Uint8Array.from(message(62, 5, [])))
      }, STREAM_MS)
    }
    return true
  }
}
