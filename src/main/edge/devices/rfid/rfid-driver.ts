import type { BoundDevice } from '../../../../shared/devices/device'
import { hexOfEpc, scanOfEpc } from '../../../../shared/devices/epc'
import { bytesOf, type RfidProfile } from '../../../../shared/devices/profile'
import type { Tell } from '../driver'
import { LinkedDriver } from '../linked-driver'
import { rfidCodec } from './index'
import type { RfidCodec, RfidSaid } from './rfid-codec'

const LOOK_MS = 1000
/** A reader that has been asked and says nothing for so long is not there, whatever its port says. */
const SILENT_MS = 5000
/** Tags that nobody has seen for long are forgotten, so that the list does not grow for ever. */
const MOST_REMEMBERED = 20_000

/** A reader of UHF tags: every tag in its field told once, and again only after a while. */
export class RfidDriver extends LinkedDriver {
  #codec: RfidCodec
  #poll: ReturnType<typeof setInterval> | undefined
  #look: ReturnType<typeof setInterval> | undefined
  #heardAt = 0
  readonly #told = new Map<string, number>()

  constructor(
    device: BoundDevice,
    private readonly profile: RfidProfile,
    tell: Tell,
  ) {
    super(device, tell)
    this.#codec = rfidCodec(profile)
  }

  protected begin(): void {
    this.#codec = rfidCodec(this.profile)
    this.#heardAt = performance.now()
    const { poll } = this.profile
    for (const bytes of this.#codec.begin) this.ask(bytes)
    if (poll !== undefined) {
      const question = bytesOf(poll.bytes)
      this.ask(question)
      this.#poll = setInterval(() => this.ask(question), poll.everyMs)
    }
    this.#look = setInterval(() => this.look(), LOOK_MS)
  }

  /** A reader on the network says nothing while it sees no tag; one that is polled always answers. */
  private look(): void {
    if (this.profile.poll === undefined || this.state.trouble !== undefined) return
    if (performance.now() - this.#heardAt >= SILENT_MS) this.becomeSilent('devices.readerSilent')
  }

  protected rest(): void {
    clearInterval(this.#poll)
    clearInterval(this.#look)
  }

  protected read(bytes: Uint8Array): void {
    for (const said of this.#codec.feed(bytes)) this.hear(said)
  }

  private hear(said: RfidSaid): void {
    this.#heardAt = performance.now()
    if (this.state.trouble !== undefined) this.become({ link: 'ready' })
    if (said.kind === 'answer') this.ask(said.bytes)
    if (said.kind === 'tag') this.seen(said.epc)
  }

  private seen(epc: Uint8Array): void {
    const key = hexOfEpc(epc)
    const now = performance.now()
    const before = this.#told.get(key)
    if (before !== undefined && now - before < (this.device.settings.sameCodeMs ?? this.profile.sameTagMs)) return
    // The latest stand last: the first are those not told for longest.
    this.#told.delete(key)
    this.#told.set(key, now)
    const [oldest] = this.#told.keys()
    if (this.#told.size > MOST_REMEMBERED && oldest !== undefined) this.#told.delete(oldest)
    const text = scanOfEpc(epc)
    const { id: deviceId, workplace } = this.device
    this.tell({ kind: 'tag', deviceId, workplace, epc: key, ...(text === undefined ? {} : { text }) })
  }
}
