import type { BoundDevice } from '../../../../shared/devices/device'
import type { ScannerProfile } from '../../../../shared/devices/profile'
import type { Tell } from '../driver'
import { LinkedDriver } from '../linked-driver'
import type { Wire } from '../transports'
import { ScannerHid } from './scanner-hid'
import { ScannerText } from './scanner-text'

/** A scanner that sends bytes or reports: whole codes out, one for each pull of the trigger. */
export class ScannerDriver extends LinkedDriver {
  readonly #text: ScannerText
  readonly #hid = new ScannerHid()
  #silence: ReturnType<typeof setTimeout> | undefined
  #last = { text: '', at: Number.NEGATIVE_INFINITY }

  constructor(
    device: BoundDevice,
    private readonly profile: ScannerProfile,
    tell: Tell,
  ) {
    super(device, tell)
    this.#text = new ScannerText(device.settings)
  }

  protected begin(wire: Wire): void {
    const { switchOn } = this.profile
    if (switchOn !== undefined) void wire.sendFeature?.(switchOn).catch(() => undefined)
  }

  protected read(bytes: Uint8Array): void {
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

  /** What was cut off by unplugging must not begin the next code. */
  protected rest(): void {
    clearTimeout(this.#silence)
    this.#text.silence()
    this.#hid.forget()
  }

  private scanned(text: string): void {
    const now = performance.now()
    const sameMs = this.device.settings.sameCodeMs ?? this.profile.sameCodeMs
    const isSame = text === this.#last.text && now - this.#last.at < sameMs
    this.#last = { text, at: now }
    if (isSame) return
    this.tell({ kind: 'scan', deviceId: this.device.id, workplace: this.device.workplace, text })
  }
}
