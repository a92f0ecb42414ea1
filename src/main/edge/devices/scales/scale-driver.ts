import type { BoundDevice, DeviceState, PrintOutcome, ScaleReading } from '../../../../shared/devices/device'
import { bytesOf, textOfBytes, type ScaleProfile } from '../../../../shared/devices/profile'
import { Refusal } from '../../../../shared/errors'
import { cannot, type DeviceCommand, type Driver, type Tell } from '../driver'
import { indexOfBytes } from '../framing'
import { Link } from '../link'
import { whereOf } from '../transports'
import { scaleCodec, StableWeight, type ScaleCodec, type ScaleSaid } from './index'

/** A scale that says nothing for so long is not there, whatever its port says. */
const SILENT_MS = 3000
const LOOK_MS = 500

/** A scale: asked where it must be asked, its weight told whenever it changes. */
export class ScaleDriver implements Driver {
  readonly #link: Link
  readonly #gate: StableWeight
  #codec: ScaleCodec
  #state: DeviceState
  #poll: ReturnType<typeof setInterval> | undefined
  #look: ReturnType<typeof setInterval> | undefined
  #heardAt = 0
  #isWatched = false

  constructor(
    private readonly device: BoundDevice,
    private readonly profile: ScaleProfile,
    private readonly tell: Tell,
  ) {
    this.#state = { deviceId: device.id, link: 'connecting' }
    this.#gate = new StableWeight(device.settings)
    this.#codec = scaleCodec(profile)
    this.#link = new Link(device, {
      onReady: () => this.begin(),
      onData: (bytes) => this.read(bytes),
      onState: (link, trouble) => {
        if (link !== 'ready') this.rest()
        this.become({ deviceId: device.id, link, ...(trouble === undefined ? {} : { trouble }) })
      },
    })
  }

  get state(): DeviceState {
    return this.#state
  }

  start(): void {
    this.#link.start()
  }

  wake(): void {
    this.#link.wake()
  }

  async command(command: DeviceCommand): Promise<void> {
    const bytes = command === 'status' ? undefined : this.profile.commands[command]
    if (bytes === undefined) throw cannot(command)
    this.#gate.forget()
    await this.send(bytes)
  }

  print(): Promise<PrintOutcome> {
    return Promise.reject(cannot('print'))
  }

  watchBytes(isOn: boolean): void {
    this.#isWatched = isOn
  }

  async close(): Promise<void> {
    this.rest()
    await this.#link.close()
  }

  private begin(): void {
    this.#codec = scaleCodec(this.profile)
    this.#gate.forget()
    this.#heardAt = performance.now()
    const { poll } = this.profile
    if (poll !== undefined) {
      const ask = (): void => void this.send(poll.bytes).catch(() => undefined)
      ask()
      this.#poll = setInterval(ask, poll.everyMs)
    }
    this.#look = setInterval(() => {
      // A USB scale at rest may send only changes; it has its own way to say that it is gone.
      if (this.profile.codec === 'scale-hid' || performance.now() - this.#heardAt < SILENT_MS) return
      if (this.#state.trouble !== undefined) return
      this.#gate.forget()
      const trouble = new Refusal('devices.scaleSilent', { where: whereOf(this.device.address) }).toData()
      this.become({ deviceId: this.device.id, link: 'ready', trouble })
    }, LOOK_MS)
  }

  private rest(): void {
    clearInterval(this.#poll)
    clearInterval(this.#look)
    this.#gate.forget()
  }

  private read(bytes: Uint8Array): void {
    if (this.#isWatched) {
      this.tell({ kind: 'bytes', deviceId: this.device.id, out: false, text: textOfBytes(bytes) })
    }
    const { handshake } = this.profile
    if (handshake !== undefined && indexOfBytes(bytes, bytesOf(handshake.when)) >= 0) {
      void this.send(handshake.bytes).catch(() => undefined)
    }
    for (const said of this.#codec.feed(bytes)) this.hear(said)
  }

  private hear(said: ScaleSaid): void {
    if (said.kind === 'noise') return this.#gate.forget()
    const now = performance.now()
    this.#heardAt = now
    if (said.kind === 'acknowledged') return
    const reading = this.#gate.feed(said, now)
    const before = this.#state
    if (before.link === 'ready' && before.trouble === undefined && isSameReading(before.weight, reading)) return
    if (before.trouble !== undefined) this.become({ deviceId: this.device.id, link: 'ready', weight: reading })
    else this.#state = { deviceId: this.device.id, link: 'ready', weight: reading }
    this.tell({ kind: 'weight', deviceId: this.device.id, reading })
  }

  private async send(text: string): Promise<void> {
    await this.#link.write(bytesOf(text))
    if (this.#isWatched) this.tell({ kind: 'bytes', deviceId: this.device.id, out: true, text })
  }

  private become(state: DeviceState): void {
    this.#state = state
    this.tell({ kind: 'state', state })
  }
}

function isSameReading(before: ScaleReading | undefined, now: ScaleReading): boolean {
  return (
    before !== undefined &&
    before.status === now.status &&
    before.isStable === now.isStable &&
    before.isNet === now.isNet &&
    before.weight?.value === now.weight?.value &&
    before.weight?.decimals === now.weight?.decimals &&
    before.weight?.unit === now.weight?.unit
  )
}
