import type { BoundDevice, DeviceState, PrintOutcome } from '../../../../shared/devices/device'
import { hexOfEpc, scanOfEpc } from '../../../../shared/devices/epc'
import { bytesOf, textOfBytes, type RfidProfile } from '../../../../shared/devices/profile'
import { Refusal } from '../../../../shared/errors'
import { cannot, type Driver, type Tell } from '../driver'
import { Link } from '../link'
import { whereOf } from '../transports'
import { rfidCodec } from './index'
import type { RfidCodec, RfidSaid } from './rfid-codec'

const LOOK_MS = 1000
/** A reader that has been asked and says nothing for so long is not there, whatever its port says. */
const SILENT_MS = 5000
/** Tags that nobody has seen for long are forgotten, so that the list does not grow for ever. */
const MOST_REMEMBERED = 20_000

/** A reader of UHF tags: every tag in its field told once, and again only after a while. */
export class RfidDriver implements Driver {
  readonly #link: Link
  #codec: RfidCodec
  #state: DeviceState
  #poll: ReturnType<typeof setInterval> | undefined
  #look: ReturnType<typeof setInterval> | undefined
  #heardAt = 0
  #isWatched = false
  readonly #told = new Map<string, number>()

  constructor(
    private readonly device: BoundDevice,
    private readonly profile: RfidProfile,
    private readonly tell: Tell,
  ) {
    this.#state = { deviceId: device.id, link: 'connecting' }
    this.#codec = rfidCodec(profile)
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

  command(command: string): Promise<void> {
    return Promise.reject(cannot(command))
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
    this.#codec = rfidCodec(this.profile)
    this.#heardAt = performance.now()
    const { poll } = this.profile
    const send = (bytes: Uint8Array): void => void this.send(bytes).catch(() => undefined)
    for (const bytes of this.#codec.begin) send(bytes)
    if (poll !== undefined) {
      const question = bytesOf(poll.bytes)
      send(question)
      this.#poll = setInterval(() => send(question), poll.everyMs)
    }
    this.#look = setInterval(() => this.look(), LOOK_MS)
  }

  /** A reader on the network says nothing while it sees no tag; one that is polled always answers. */
  private look(): void {
    if (this.profile.poll === undefined || this.#state.trouble !== undefined) return
    if (performance.now() - this.#heardAt < SILENT_MS) return
    const trouble = new Refusal('devices.readerSilent', { where: whereOf(this.device.address) }).toData()
    this.become({ deviceId: this.device.id, link: 'ready', trouble })
  }

  private rest(): void {
    clearInterval(this.#poll)
    clearInterval(this.#look)
  }

  private read(bytes: Uint8Array): void {
    this.watch(bytes, false)
    for (const said of this.#codec.feed(bytes)) this.hear(said)
  }

  private hear(said: RfidSaid): void {
    this.#heardAt = performance.now()
    if (this.#state.trouble !== undefined) this.become({ deviceId: this.device.id, link: 'ready' })
    if (said.kind === 'answer') void this.send(said.bytes).catch(() => undefined)
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

  private async send(bytes: Uint8Array): Promise<void> {
    await this.#link.write(bytes)
    this.watch(bytes, true)
  }

  private watch(bytes: Uint8Array, out: boolean): void {
    if (this.#isWatched) this.tell({ kind: 'bytes', deviceId: this.device.id, out, text: textOfBytes(bytes) })
  }

  private become(state: DeviceState): void {
    this.#state = state
    this.tell({ kind: 'state', state })
  }
}
