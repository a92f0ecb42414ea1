import type { LinkState } from '../../../shared/devices/device'
import { Refusal, type RefusalData } from '../../../shared/errors'
import { openWire, troubleOf, whereOf, type OpenWire, type Wire } from './transports'

/** After a failure it is tried again so much later; the last one is repeated. */
const AGAIN_MS = [500, 1000, 2000, 5000, 15_000]

export interface LinkEvents {
  onReady(wire: Wire): void
  onData(bytes: Uint8Array): void
  onState(link: LinkState, trouble: RefusalData | undefined): void
}

/** Keeps a device open: opened anew whenever it comes back, at once when something was plugged in. */
export class Link {
  #wire: Wire | undefined
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #isOpening = false
  #isClosed = false

  constructor(
    private readonly request: OpenWire,
    private readonly events: LinkEvents,
  ) {}

  start(): void {
    this.events.onState('connecting', undefined)
    void this.open()
  }

  get wire(): Wire | undefined {
    return this.#wire
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#wire === undefined) throw new Refusal('devices.unplugged', { where: whereOf(this.request.address) })
    await this.#wire.write(bytes)
  }

  /** Something was plugged in or the PC woke up: no waiting. */
  wake(): void {
    if (this.#wire !== undefined || this.#isOpening || this.#isClosed) return
    clearTimeout(this.#timer)
    this.#failures = 0
    void this.open()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    const wire = this.#wire
    this.#wire = undefined
    await wire?.close()
  }

  private async open(): Promise<void> {
    this.#isOpening = true
    let wire: Wire | undefined
    let isGone = false
    try {
      wire = await openWire(this.request, {
        onData: (bytes) => this.events.onData(bytes),
        onGone: () => {
          isGone = true
          if (wire !== undefined && this.#wire === wire) this.lost()
        },
      })
      if (this.#isClosed) return void (await wire.close())
      this.#isOpening = false
      this.#wire = wire
      if (isGone) return this.lost()
      this.#failures = 0
      this.events.onState('ready', undefined)
      this.events.onReady(wire)
    } catch (error) {
      this.#isOpening = false
      if (!this.#isClosed) this.again(troubleOf(error, whereOf(this.request.address)).toData())
    }
  }

  private lost(): void {
    this.#wire = undefined
    if (this.#isClosed) return
    const code = this.request.address.transport === 'tcp' ? 'devices.unreachable' : 'devices.unplugged'
    this.again(new Refusal(code, { where: whereOf(this.request.address) }).toData())
  }

  private again(trouble: RefusalData): void {
    this.events.onState('away', trouble)
    const wait = AGAIN_MS[Math.min(this.#failures, AGAIN_MS.length - 1)] ?? 0
    this.#failures += 1
    clearTimeout(this.#timer)
    // A little apart, so that many devices behind one hub do not all knock at once.
    this.#timer = setTimeout(() => void this.open(), wait * (0.9 + Math.random() * 0.2))
  }
}
