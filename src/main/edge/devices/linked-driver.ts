import type { BoundDevice, DeviceState, PrintOutcome } from '../../../shared/devices/device'
import { textOfBytes } from '../../../shared/devices/profile'
import { Refusal } from '../../../shared/errors'
import { cannot, type DeviceCommand, type Driver, type Tell } from './driver'
import { Link } from './link'
import { whereOf, type Wire } from './transports'

/** A device whose line stays open while it is there: its state, and its bytes for whoever watches them. */
export abstract class LinkedDriver implements Driver {
  readonly #link: Link
  #state: DeviceState
  #isWatched = false

  constructor(
    protected readonly device: BoundDevice,
    protected readonly tell: Tell,
  ) {
    this.#state = { deviceId: device.id, link: 'connecting' }
    this.#link = new Link(device, {
      onReady: (wire) => this.begin(wire),
      onData: (bytes) => {
        this.watch(bytes, false)
        this.read(bytes)
      },
      onState: (link, trouble) => {
        if (link !== 'ready') this.rest()
        this.become({ link, ...(trouble === undefined ? {} : { trouble }) })
      },
    })
  }

  /** The line is open. */
  protected abstract begin(wire: Wire): void
  /** Bytes as they come, in whatever pieces. */
  protected abstract read(bytes: Uint8Array): void
  /** The line is closed, or was never open: nothing that was half read or half asked counts any more. */
  protected abstract rest(): void

  get state(): DeviceState {
    return this.#state
  }

  start(): void {
    this.#link.start()
  }

  wake(): void {
    this.#link.wake()
  }

  command(command: DeviceCommand): Promise<void> {
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

  protected async send(bytes: Uint8Array): Promise<void> {
    await this.#link.write(bytes)
    this.watch(bytes, true)
  }

  /** Sent as far as there is anybody: the next one is sent anyway. */
  protected ask(bytes: Uint8Array): void {
    void this.send(bytes).catch(() => undefined)
  }

  protected become(state: Omit<DeviceState, 'deviceId'>): void {
    this.keep(state)
    this.tell({ kind: 'state', state: this.#state })
  }

  /** As `become`, where another event tells it. */
  protected keep(state: Omit<DeviceState, 'deviceId'>): void {
    this.#state = { deviceId: this.device.id, ...state }
  }

  /** Its line is open and nobody speaks. */
  protected becomeSilent(code: 'devices.scaleSilent' | 'devices.readerSilent'): void {
    this.become({ link: 'ready', trouble: new Refusal(code, { where: whereOf(this.device.address) }).toData() })
  }

  private watch(bytes: Uint8Array, out: boolean): void {
    if (this.#isWatched) this.tell({ kind: 'bytes', deviceId: this.device.id, out, text: textOfBytes(bytes) })
  }
}
