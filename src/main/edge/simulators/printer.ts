import type { PrinterLanguage } from '../../../shared/devices/profile'
import type { Channel } from './channel'

export interface PrinterFaults {
  paperOut: boolean
  headOpen: boolean
  paused: boolean
}

const ZPL_END = '^XZ'
/** The command that ends a job, of the languages that are read line by line. */
const LAST_LINES = { epl: /^P\d/, cpcl: /^PRINT$/ } as const

/**
 * A label printer: takes jobs in its language, prints one label after the other, answers what it is asked. What it has
 * printed stays in `printed`, a job's bytes each; what is still in its memory is lost when its plug is pulled.
 */
export class SimulatedPrinter {
  readonly printed: Uint8Array[] = []
  readonly faults: PrinterFaults = { paperOut: false, headOpen: false, paused: false }
  #memory: Uint8Array[] = []
  #rest: Buffer = Buffer.alloc(0)
  /** so much of it is read and belongs to the job that comes */
  #read = 0
  readonly #work: ReturnType<typeof setInterval>

  constructor(
    readonly language: Exclude<PrinterLanguage, 'pdf'>,
    private readonly channel: Channel,
    labelMs = 20,
    private readonly onPrinted: (job: Uint8Array) => void = () => undefined,
  ) {
    channel.onData((bytes) => this.take(bytes))
    this.#work = setInterval(() => this.printOne(), labelMs)
  }

  get isBusy(): boolean {
    return this.#memory.length > 0
  }

  /** Switched off: what it had in memory is gone. */
  async kill(): Promise<void> {
    clearInterval(this.#work)
    this.#memory = []
    await this.channel.close()
  }

  private printOne(): void {
    const { paperOut, headOpen, paused } = this.faults
    if (paperOut || headOpen || paused) return
    const job = this.#memory.shift()
    if (job === undefined) return
    this.printed.push(job)
    this.onPrinted(job)
  }

  private take(bytes: Uint8Array): void {
    this.#rest = Buffer.concat([this.#rest, bytes])
    if (this.language === 'zpl') while (this.takeZpl());
    else if (this.language === 'tspl') while (this.takeTspl());
    else if (this.language === 'escpos') this.takeEscPos()
    else while (this.takeLine(LAST_LINES[this.language]));
  }

  /** The next command behind those already read; a graphic of EPL2 tells how many raw bytes follow it. */
  private takeLine(last: RegExp): boolean {
    if (this.#rest[this.#read] === 0x1b && this.language === 'cpcl') {
      if (this.#rest.length < this.#read + 2) return false
      this.cutOut(2)
      const { paperOut, headOpen } = this.faults
      this.channel.write(Uint8Array.of((this.isBusy ? 1 : 0) + (paperOut ? 2 : 0) + (headOpen ? 4 : 0)))
      return true
    }
    const graphic = /^GW\d+,\d+,(\d+),(\d+),/.exec(this.#rest.toString('latin1', this.#read, this.#read + 40))
    const raw = graphic === null ? 0 : graphic[0].length + Number(graphic[1]) * Number(graphic[2])
    const end = this.#rest.indexOf(0x0a, this.#read + raw)
    if (end < 0) return false
    const line = this.#rest.toString('latin1', this.#read, end).trim()
    if (line === '^ee') {
      this.cutOut(end + 1 - this.#read)
      const { paperOut, headOpen, paused } = this.faults
      const codes = [...(headOpen ? ['11'] : []), ...(paperOut ? ['07'] : []), ...(paused ? ['12'] : [])]
      this.channel.write(Buffer.from(`${codes.join(',') || '00'}\r\n`))
      return true
    }
    this.#read = end + 1
    if (graphic !== null || !last.test(line)) return true
    this.#memory.push(this.#rest.subarray(0, this.#read))
    this.#rest = this.#rest.subarray(this.#read)
    this.#read = 0
    return true
  }

  private cutOut(length: number): void {
    this.#rest = Buffer.concat([this.#rest.subarray(0, this.#read), this.#rest.subarray(this.#read + length)])
  }

  /** Command by command, as a receipt printer reads them: the knife ends a job, a question is answered where it stands. */
  private takeEscPos(): void {
    for (let at = 0; ;) {
      const length = escPosLength(this.#rest, at)
      if (length === undefined) return
      const [first, , what = 0] = this.#rest.subarray(at, at + length)
      if (first === 0x10) {
        this.answerEscPos(what)
        this.#rest = Buffer.concat([this.#rest.subarray(0, at), this.#rest.subarray(at + length)])
      } else if (first === 0x1d && this.#rest[at + 1] === 0x56) {
        this.#memory.push(this.#rest.subarray(0, at + length))
        this.#rest = this.#rest.subarray(at + length)
        at = 0
      } else at += length
    }
  }

  private answerEscPos(what: number): void {
    const { paperOut, headOpen } = this.faults
    const fault = what === 2 ? (headOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0) : what === 4 && paperOut ? 0x60 : 0
    this.channel.write(Uint8Array.of(0x12 | fault))
  }

  private takeZpl(): boolean {
    const text = this.#rest.toString('latin1')
    const format = text.indexOf(ZPL_END)
    const question = text.indexOf('~HS')
    const identity = text.indexOf('~HI')
    if (identity >= 0 && (format < 0 || identity < format) && (question < 0 || identity < question)) {
      this.#rest = this.#rest.subarray(identity + 3)
      this.channel.write(Buffer.from('\u0002ZD421,V93.21,8,8192KB\u0003\r\n', 'latin1'))
      return true
    }
    if (question >= 0 && (format < 0 || question < format)) {
      this.#rest = this.#rest.subarray(question + 3)
      this.answerZpl()
      return true
    }
    if (format < 0) return false
    this.#memory.push(this.#rest.subarray(0, format + 3))
    this.#rest = this.#rest.subarray(format + 3)
    return true
  }

  private answerZpl(): void {
    const { paperOut, headOpen, paused } = this.faults
    const waiting = String(this.#memory.length).padStart(3, '0')
    const flag = (isSet: boolean): string => (isSet ? '1' : '0')
    const strings = [
      `030,${flag(paperOut)},${flag(paused)},0480,${waiting},0,0,0,000,0,0,0`,
      `001,0,${flag(headOpen)},0,0,2,4,0,00000000,1,000`,
      '1234,0',
    ]
    this.channel.write(Buffer.from(strings.map((text) => `\u0002${text}\u0003\r\n`).join(''), 'latin1'))
  }

  private takeTspl(): boolean {
    const question = this.#rest.indexOf(Buffer.of(0x1b, 0x21, 0x3f))
    const print = /PRINT 1,\d+\r\n/.exec(this.#rest.toString('latin1'))
    if (question >= 0 && (print === null || question < print.index)) {
      this.#rest = Buffer.concat([this.#rest.subarray(0, question), this.#rest.subarray(question + 3)])
      const { paperOut, headOpen, paused } = this.faults
      this.channel.write(
        Uint8Array.of((headOpen ? 1 : 0) + (paperOut ? 4 : 0) + (paused ? 0x10 : 0) + (this.isBusy ? 0x20 : 0)),
      )
      return true
    }
    if (print === null) return false
    const end = print.index + print[0].length
    this.#memory.push(this.#rest.subarray(0, end))
    this.#rest = this.#rest.subarray(end)
    return true
  }
}

/** Of the command there; undefined while it is not whole. `GS v 0` tells how many dots follow. */
function escPosLength(bytes: Buffer, at: number): number | undefined {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2)
  const isRaster = first === 0x1d && second === 0x76
  if (isRaster && bytes.length < at + 8) return undefined
  const raster = isRaster ? 8 + bytes.readUInt16LE(at + 4) * bytes.readUInt16LE(at + 6) : 0
  const known: Readonly<Record<number, number>> = { 0x1004: 3, 0x1b40: 2, 0x1b70: 5, 0x1d56: 4, 0x1d76: raster }
  const length = known[first * 256 + second] ?? 1
  return bytes.length < at + length || bytes.length === at ? undefined : length
}
