/** The far end of each kind of device on each kind of wire: what happens there, and whether it arrived. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  openPty,
  openTcp,
  SimulatedPrinter,
  SimulatedRfidReader,
  SimulatedScale,
  SimulatedScanner,
  rfidProtocols,
  type Channel,
} from '../../src/main/edge/simulators'
import type { DeviceAddress, DeviceEvent, PrintOutcome } from '../../src/shared/devices/device'
import type { DeviceProfile, PrinterLanguage } from '../../src/shared/devices/profile'
import { gramsMicro } from '../../src/shared/devices/weight'
import { scansOf, tagsOf, type DevicesProcess, type portFolder } from './devices'

export interface Entry {
  readonly id: number
  readonly profile: DeviceProfile
  readonly transport: 'serial' | 'tcp' | 'file' | 'spooler'
}

/** One device at the end of its wire. Everything that happens there has a number and happens once. */
export interface FarEnd {
  readonly entry: Entry
  readonly address: DeviceAddress
  plugIn(): Promise<void>
  unplug(): Promise<void>
  garbage(): void
  /** Lets the next thing happen there; whether it has arrived here is asked with its number. */
  happen(): number
  hasArrived(number: number): boolean
  /** What arrived and never happened, or twice; empty where all is well. */
  wrongs(): string[]
}

const GARBAGE = Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256)

/** A wire that can be pulled out and plugged in again at the same place. */
class Plug {
  channel: Channel | undefined
  #port = 0

  constructor(
    private readonly transport: 'serial' | 'tcp' | 'file',
    private readonly path: string,
  ) {}

  async in(): Promise<Channel> {
    this.channel = this.transport === 'tcp' ? await openTcp(this.#port) : await openPty(this.path)
    if (this.transport === 'tcp') this.#port = Number(this.channel.address.split(':')[1])
    return this.channel
  }

  async out(): Promise<void> {
    await this.channel?.close()
    this.channel = undefined
  }

  get address(): DeviceAddress {
    if (this.transport === 'tcp') return { transport: 'tcp', host: '127.0.0.1', port: this.#port }
    if (this.transport === 'file') return { transport: 'file', path: this.path }
    return { transport: 'serial', path: this.path, vendorId: null, productId: null, serialNumber: '' }
  }
}

abstract class Plugged implements FarEnd {
  protected readonly plug: Plug
  #count = 0

  constructor(
    readonly entry: Entry,
    folder: ReturnType<typeof portFolder>,
    protected readonly devices: () => DevicesProcess,
  ) {
    const { transport } = entry
    this.plug = new Plug(transport === 'spooler' ? 'tcp' : transport, folder.path(`${entry.profile.id}-${transport}`))
  }

  get address(): DeviceAddress {
    return this.plug.address
  }

  protected get events(): readonly DeviceEvent[] {
    return this.devices().events
  }

  async plugIn(): Promise<void> {
    this.connect(await this.plug.in())
  }

  async unplug(): Promise<void> {
    await this.plug.out()
  }

  garbage(): void {
    this.plug.channel?.write(GARBAGE)
    this.plug.channel?.write(Buffer.from('\r\n'))
  }

  happen(): number {
    this.#count += 1
    this.make(this.#count)
    return this.#count
  }

  protected get count(): number {
    return this.#count
  }

  protected abstract connect(channel: Channel): void
  protected abstract make(number: number): void
  abstract hasArrived(number: number): boolean
  abstract wrongs(): string[]
}

class FarScanner extends Plugged {
  #scanner: SimulatedScanner | undefined

  protected connect(channel: Channel): void {
    this.#scanner = new SimulatedScanner(channel)
  }
  protected make(number: number): void {
    this.#scanner?.scan(this.codeOf(number))
  }
  hasArrived(number: number): boolean {
    return scansOf(this.events, this.entry.id).includes(this.codeOf(number))
  }
  wrongs(): string[] {
    const made = Array.from({ length: this.count }, (_, at) => this.codeOf(at + 1))
    const seen = scansOf(this.events, this.entry.id).filter((text) => text.startsWith('CODE'))
    // In their order, each once; what was on the wire when the plug was pulled may be missing.
    const inOrder = made.filter((code) => seen.includes(code))
    return seen.join(' ') === inOrder.join(' ') ? [] : [seen.join(' ')]
  }
  private codeOf(number: number): string {
    return `CODE-${this.entry.id}-${String(number).padStart(4, '0')}`
  }
}

class FarScale extends Plugged {
  #scale: SimulatedScale | undefined
  readonly #put = new Map<number, number>()

  protected connect(channel: Channel): void {
    this.#scale?.stop()
    this.#scale = new SimulatedScale(this.entry.profile.id, channel)
    const last = this.#put.get(this.count)
    if (last !== undefined) this.#scale.put(last)
  }
  override async unplug(): Promise<void> {
    this.#scale?.stop()
    await super.unplug()
  }
  protected make(number: number): void {
    const grams = 500 + 20 * number
    this.#put.set(number, grams)
    this.#scale?.put(grams)
  }
  hasArrived(number: number): boolean {
    const grams = this.#put.get(number) ?? 0
    return this.weights().some((shown) => Math.abs(shown - grams) < 6)
  }
  wrongs(): string[] {
    const allowed = [0, ...this.#put.values()]
    return this.weights()
      .filter((shown) => !allowed.some((grams) => Math.abs(shown - grams) < 6))
      .map(String)
  }
  /** Grams, of those that may be taken. */
  private weights(): number[] {
    return this.events.flatMap((event) =>
      event.kind === 'weight' && event.deviceId === this.entry.id && event.reading.isStable && event.reading.weight
        ? [gramsMicro(event.reading.weight) / 1_000_000]
        : [],
    )
  }
}

class FarReader extends Plugged {
  #reader: SimulatedRfidReader | undefined

  protected connect(channel: Channel): void {
    const protocol = rfidProtocols.find((one) => one === this.entry.profile.id)
    if (protocol === undefined) throw new Error(`no reader speaks ${this.entry.profile.id}`)
    this.#reader = new SimulatedRfidReader(protocol, channel)
    if (this.count > 0) this.#reader.put(this.tagOf(this.count))
  }
  override async unplug(): Promise<void> {
    this.#reader?.stop()
    await super.unplug()
  }
  protected make(number: number): void {
    // Several lie in the field: a reader that is asked now and then misses none.
    const last = Array.from({ length: Math.min(number, 30) }, (_, at) => this.tagOf(number - at))
    this.#reader?.put(...last)
  }
  hasArrived(number: number): boolean {
    return tagsOf(this.events, this.entry.id).includes(this.tagOf(number))
  }
  wrongs(): string[] {
    const made = new Set(Array.from({ length: this.count }, (_, at) => this.tagOf(at + 1)))
    return tagsOf(this.events, this.entry.id).filter((tag) => !made.has(tag))
  }
  private tagOf(number: number): string {
    return `3074257BF7194E4000${(this.entry.id * 1000 + number).toString(16).toUpperCase().padStart(6, '0')}`
  }
}

/** The shortest job of each language with a word in it. */
const JOBS: Readonly<Record<PrinterLanguage, (word: string) => string>> = {
  zpl: (word) => `^XA^FX${word}^FS^XZ`,
  tspl: (word) => `CLS\r\nTEXT 1,1,"1",0,1,1,"${word}"\r\nPRINT 1,1\r\n`,
  epl: (word) => `\r\nN\r\nA1,1,0,1,1,1,N,"${word}"\r\nP1\r\n`,
  cpcl: (word) => `! 0 200 200 40 1\r\nT 0 0 0 0 ${word}\r\nPRINT\r\n`,
  escpos: (word) => `\u001b@${word}\n\u001dV\u0042\u0000`,
  pdf: (word) => `%PDF-1.4 ${word}`,
}

abstract class FarPaper extends Plugged {
  readonly #outcomes = new Map<number, PrintOutcome>()

  protected make(number: number): void {
    const { profile, id } = this.entry
    if (profile.role !== 'printer') throw new Error('no printer')
    const bytes = Buffer.from(JOBS[profile.language](this.wordOf(number)), 'latin1').toString('base64')
    const job = { deviceId: id, jobId: this.wordOf(number), bytes }
    void this.devices()
      .client.print(job)
      .then((outcome) => this.#outcomes.set(number, outcome))
      .catch(() => undefined)
  }
  hasArrived(number: number): boolean {
    return this.#outcomes.get(number)?.kind === 'confirmed' && this.timesOf(number) === 1
  }
  /** Each job ends as something; what was not sent has not come out, nothing twice. */
  wrongs(): string[] {
    return Array.from({ length: this.count }, (_, at) => at + 1).flatMap((number) => {
      const kind = this.#outcomes.get(number)?.kind
      const times = this.timesOf(number)
      const isWrong = kind === undefined || times > 1 || (kind === 'not-sent' && times > 0)
      const isLost = kind === 'confirmed' && times === 0 && this.isConfirmedByAnswer
      return isWrong || isLost ? [`${number} ${kind} printed ${times}`] : []
    })
  }
  protected abstract paper(): string
  private get isConfirmedByAnswer(): boolean {
    const { profile, transport } = this.entry
    return profile.role === 'printer' && profile.confirms !== 'delivery' && transport !== 'spooler'
  }
  private timesOf(number: number): number {
    return this.paper().split(this.wordOf(number)).length - 1
  }
  private wordOf(number: number): string {
    return `JOB-${this.entry.id}-${String(number).padStart(4, '0')}`
  }
}

class FarPrinter extends FarPaper {
  readonly #printers: SimulatedPrinter[] = []

  protected connect(channel: Channel): void {
    const { profile } = this.entry
    if (profile.role !== 'printer' || profile.language === 'pdf') throw new Error('no printer')
    this.#printers.push(new SimulatedPrinter(profile.language, channel, 5))
  }
  override async unplug(): Promise<void> {
    await this.#printers.at(-1)?.kill()
  }
  protected paper(): string {
    const jobs = this.#printers.flatMap(({ printed }) => printed)
    return jobs.map((job) => Buffer.from(job).toString('latin1')).join('')
  }
}

/** A print system of which each queue is a file, and which forgets a queue whose printer is away. First on the path. */
export class PrintSystem {
  readonly folder = mkdtempSync(join(tmpdir(), 'kontor-cups-'))

  constructor() {
    const program = (name: string, lines: readonly string[]): void => {
      writeFileSync(join(this.folder, name), ['#!/bin/sh', ...lines, ''].join('\n'))
      chmodSync(join(this.folder, name), 0o755)
    }
    const isAway = `if [ -e "${this.folder}/$queue.away" ]; then echo 'The printer or class does not exist.' >&2; exit 1; fi`
    program('lp', [
      `queue=$2; for last; do :; done`,
      isAway,
      `if [ "$last" = - ]; then cat >> "${this.folder}/$queue.paper"; else cat "$last" >> "${this.folder}/$queue.paper"; fi`,
      `echo "request id is $queue-1 (1 file(s))"`,
    ])
    program('lpstat', [`for queue; do :; done`, isAway, `echo "printer $queue is idle.  enabled since today"`])
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

class FarQueue extends FarPaper {
  constructor(
    entry: Entry,
    folder: ReturnType<typeof portFolder>,
    devices: () => DevicesProcess,
    private readonly system: PrintSystem,
  ) {
    super(entry, folder, devices)
    mkdirSync(system.folder, { recursive: true })
  }
  override get address(): DeviceAddress {
    return { transport: 'spooler', queue: this.entry.profile.id }
  }
  override plugIn(): Promise<void> {
    rmSync(this.file('away'), { force: true })
    return Promise.resolve()
  }
  override unplug(): Promise<void> {
    writeFileSync(this.file('away'), '')
    return Promise.resolve()
  }
  override garbage(): void {}
  protected connect(): void {}
  protected paper(): string {
    return existsSync(this.file('paper')) ? readFileSync(this.file('paper'), 'latin1') : ''
  }
  private file(what: string): string {
    return join(this.system.folder, `${this.entry.profile.id}.${what}`)
  }
}

export function farEndOf(
  entry: Entry,
  folder: ReturnType<typeof portFolder>,
  devices: () => DevicesProcess,
  system: PrintSystem,
): FarEnd {
  if (entry.transport === 'spooler') return new FarQueue(entry, folder, devices, system)
  const ends = { scanner: FarScanner, scale: FarScale, rfid: FarReader, printer: FarPrinter }
  return new ends[entry.profile.role](entry, folder, devices)
}
