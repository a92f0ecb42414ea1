import type { BoundDevice, DeviceState, PrintOutcome } from '../../../../shared/devices/device'
import { textOfBytes, type ScannerProfile } from '../../../../shared/devices/profile'
import { cannot, type Driver, type Tell } from '../driver'
import { Link } from '../link'
import type { Wire } from '../transports'
import { ScannerHid } from './scanner-hid'
import { ScannerText } from './scanner-text'

/** A scanner that sends bytes or reports: whole codes out, one for each pull of the trigger. */
export class ScannerDriver implements Driver {
  readonly #link: Link
  readonly #text: ScannerText
  readonly #hid = new ScannerHid()
  #state: DeviceState
  #silence: ReturnType<typeof setTimeout> | undefined
  #isWatched = false
  #last = { text: '', at: Number.NEGATIVE_INFINITY }

  constructor(
    private readonly device: BoundDevice,
    private readonly profile: ScannerProfile,
    private readonly tell: Tell,
  ) {
    this.#state = { deviceId: device.id, link: 'connecting' }
    this.#text = new ScannerText(device.settings)
    this.#link = new Link(device, {
      onReady: (wire) => void this.switchOn(wire),
      onData: (bytes) => this.read(bytes),
      onState: (link, trouble) => {
        // What was cut off by unplugging must not begin the next code.
        if (link !== 'ready') this.forget()
        this.#state = { deviceId: device.id, link, ...(trouble === undefined ? {} : { trouble }) }
        tell({ kind: 'state', state: this.#state })
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
    clearTimeout(this.#silence)
    await this.#link.close()
  }

  private async switchOn(wire: Wire): Promise<void> {
    const { switchOn } = this.profile
    if (switchOn !== undefined) await wire.sendFeature?.(switchOn).catch(() => undefined)
  }

  private read(bytes: Uint8Array): void {
    if (this.#isWatched) {
      this.tell({ kind: 'bytes', deviceId: this.device.id, out: false, text: textOfBytes(bytes) })
    }
    if (this.profile.codec === 'scanner-hid') {
      const code = this.#hid.feed(bytes)
      if (code !== undefined) this.scanned(code)
      return
    }
    clearTimeout(this.#silence)
    for (const code of this.#text.feed(bytes)) this.scanned(code)
    if (this.#text.isWaiting) {
      this.#silence = setTimeout(() => {
        for (const code of this.#text.silence()) this.scanned(code)
      }, this.profile.silenceMs)
    }
  }

  private scanned(text: string): void {
    const now = performance.now()
    const sameMs = this.device.settings.sameCodeMs ?? this.profile.sameCodeMs
    const isSame = text === this.#last.text && now - this.#last.at < sameMs
    this.#last = { text, at: now }
    if (isSame) return
    this.tell({ kind: 'scan', deviceId: this.device.id, workplace: this.device.workplace, text })
  }

  private forget(): void {
    clearTimeout(this.#silence)
    this.#text.silence()
    this.#hid.forget()
  }
}
