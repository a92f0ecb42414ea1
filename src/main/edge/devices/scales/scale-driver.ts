import type { BoundDevice, ScaleReading } from '../../../../shared/devices/device'
import { bytesOf, type ScaleProfile } from '../../../../shared/devices/profile'
import { cannot, type DeviceCommand, type Tell } from '../driver'
import { indexOfBytes } from '../framing'
import { LinkedDriver } from '../linked-driver'
import { scaleCodec, StableWeight, type ScaleCodec, type ScaleSaid } from './index'

/** A scale that says nothing for so long is not there, whatever its port says. */
const SILENT_MS = 3000
const LOOK_MS = 500

/** A scale: asked where it must be asked, its weight told whenever it changes. */
export class ScaleDriver extends LinkedDriver {
  readonly #gate: StableWeight
  #codec: ScaleCodec
  #poll: ReturnType<typeof setInterval> | undefined
  #look: ReturnType<typeof setInterval> | undefined
  #heardAt = 0

  constructor(
    device: BoundDevice,
    private readonly profile: ScaleProfile,
    tell: Tell,
  ) {
    super(device, tell)
    this.#gate = new StableWeight(device.settings)
    this.#codec = scaleCodec(profile)
  }

  override async command(command: DeviceCommand): Promise<void> {
    const bytes = command === 'status' ? undefined : this.profile.commands[command]
    if (bytes === undefined) throw cannot(command)
    this.#gate.forget()
    await this.send(bytesOf(bytes))
  }

  protected begin(): void {
    this.#codec = scaleCodec(this.profile)
    this.#gate.forget()
    this.#heardAt = performance.now()
    const { poll } = this.profile
    if (poll !== undefined) {
      const question = bytesOf(poll.bytes)
      this.ask(question)
      this.#poll = setInterval(() => this.ask(question), poll.everyMs)
    }
    this.#look = setInterval(() => {
      // A USB scale at rest may send only changes; it has its own way to say that it is gone.
      if (this.profile.codec === 'scale-hid' || performance.now() - this.#heardAt < SILENT_MS) return
      if (this.state.trouble !== undefined) return
      this.#gate.forget()
      this.becomeSilent('devices.scaleSilent')
    }, LOOK_MS)
  }

  protected rest(): void {
    clearInterval(this.#poll)
    clearInterval(this.#look)
    this.#gate.forget()
  }

  protected read(bytes: Uint8Array): void {
    const { handshake } = this.profile
    if (handshake !== undefined && indexOfBytes(bytes, bytesOf(handshake.when)) >= 0) {
      this.ask(bytesOf(handshake.bytes))
    }
    for (const said of this.#codec.feed(bytes)) this.hear(said)
  }

  private hear(said: ScaleSaid): void {
    if (said.kind === 'noise') return this.#gate.forget()
    const now = performance.now()
    this.#heardAt = now
    if (said.kind === 'acknowledged') return
    const reading = this.#gate.feed(said, now)
    const { link, trouble, weight } = this.state
    if (link === 'ready' && trouble === undefined && isSameReading(weight, reading)) return
    if (trouble !== undefined) this.become({ link: 'ready', weight: reading })
    else this.keep({ link: 'ready', weight: reading })
    this.tell({ kind: 'weight', deviceId: this.device.id, reading })
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
