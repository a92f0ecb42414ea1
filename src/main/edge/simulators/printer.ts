import type { Channel } from './channel'

export interface PrinterFaults {
  paperOut: boolean
  headOpen: boolean
  paused: boolean
}

const ZPL_END = '^XZ'

/**
 * A label printer: takes jobs in ZPL or TSPL, prints one label after the other, answers what it is asked. What it has
 * printed stays in `printed`, a job's bytes each; what is still in its memory is lost when its plug is pulled.
 */
export class SimulatedPrinter {
  readonly printed: Uint8Array[] = []
  readonly faults: PrinterFaults = { paperOut: false, headOpen: false, paused: false }
  #memory: Uint8Array[] = []
  #rest: Buffer = Buffer.alloc(0)
  readonly #work: ReturnType<typeof setInterval>

  constructor(
    readonly language: 'zpl' | 'tspl',
    private readonly channel: Channel,
    labelMs = 20,
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
    if (job !== undefined) this.printed.push(job)
  }

  private take(bytes: Uint8Array): void {
    this.#rest = Buffer.concat([this.#rest, bytes])
    while (this.language === 'zpl' ? this.takeZpl() : this.takeTspl());
  }

  private takeZpl(): boolean {
    const text = this.#rest.toString('latin1')
    const format = text.indexOf(ZPL_END)
    const question = text.indexOf('~HS')
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
