import { watch, type FSWatcher } from 'node:fs'
import type { BoundDevice, DeviceEvent, DeviceState } from '../../../shared/devices/device'
import { Refusal } from '../../../shared/errors'
import { log } from '../../kernel/log'
import type { Driver } from './driver'
import { PrinterDriver } from './printers/printer-driver'
import { RfidDriver } from './rfid/rfid-driver'
import { SystemPrinter } from './printers/system-printer'
import { ScaleDriver } from './scales/scale-driver'
import { ScannerDriver } from './scanners/scanner-driver'

const CLOCK_MS = 2000
/** A clock that jumped so far was asleep. */
const SLEPT_MS = 8000
const SETTLE_MS = 200

/** All devices of this station: opened, kept open, and heard. */
export class Hub {
  readonly #drivers = new Map<number, { readonly device: BoundDevice; readonly driver: Driver }>()
  readonly #listeners = new Set<(event: DeviceEvent) => void>()
  readonly #clock: ReturnType<typeof setInterval>
  #folders: FSWatcher | undefined
  #settle: ReturnType<typeof setTimeout> | undefined
  #changing: Promise<unknown> = Promise.resolve()

  constructor() {
    let last = Date.now()
    this.#clock = setInterval(() => {
      const now = Date.now()
      if (now - last > SLEPT_MS) this.wake()
      last = now
    }, CLOCK_MS)
    this.#clock.unref()
    if (process.platform === 'linux') this.watchFolders()
  }

  /** Exactly these devices from now on. One that has not changed is left alone: its line stays open. */
  use(devices: readonly BoundDevice[]): Promise<void> {
    const change = this.#changing.then(() => this.change(devices))
    this.#changing = change.catch(() => undefined)
    return change
  }

  states(): DeviceState[] {
    return [...this.#drivers.values()].map(({ driver }) => driver.state)
  }

  driver(deviceId: number): Driver {
    const entry = this.#drivers.get(deviceId)
    if (entry === undefined) throw new Refusal('devices.notUsedHere', {})
    return entry.driver
  }

  device(deviceId: number): BoundDevice {
    const entry = this.#drivers.get(deviceId)
    if (entry === undefined) throw new Refusal('devices.notUsedHere', {})
    return entry.device
  }

  devices(): BoundDevice[] {
    return [...this.#drivers.values()].map(({ device }) => device)
  }

  subscribe(listener: (event: DeviceEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Devices that are away are tried now. */
  wake(): void {
    for (const { driver } of this.#drivers.values()) driver.wake()
    this.tell({ kind: 'changed' })
  }

  async close(): Promise<void> {
    clearInterval(this.#clock)
    clearTimeout(this.#settle)
    this.#folders?.close()
    await this.use([])
  }

  private async change(devices: readonly BoundDevice[]): Promise<void> {
    const wanted = new Map(devices.map((device) => [device.id, device]))
    const leaving = [...this.#drivers.values()].filter(
      ({ device }) => JSON.stringify(wanted.get(device.id)) !== JSON.stringify(device),
    )
    await Promise.all(
      leaving.map(async ({ device, driver }) => {
        this.#drivers.delete(device.id)
        await driver.close()
      }),
    )
    for (const device of devices) {
      if (this.#drivers.has(device.id)) continue
      const driver = driverFor(device, (event) => this.tell(event))
      this.#drivers.set(device.id, { device, driver })
      driver.start()
    }
  }

  private tell(event: DeviceEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** A device that is plugged in or out changes /dev. */
  private watchFolders(): void {
    try {
      this.#folders = watch('/dev', { persistent: false }, (_event, name) => {
        if (!/^(tty(USB|ACM)|hidraw|usb)/.test(String(name))) return
        clearTimeout(this.#settle)
        this.#settle = setTimeout(() => this.wake(), SETTLE_MS)
      })
      this.#folders.on('error', () => this.#folders?.close())
    } catch (error) {
      log.info({ err: error }, 'plugging in is noticed by trying again only')
    }
  }
}

function driverFor(device: BoundDevice, tell: (event: DeviceEvent) => void): Driver {
  const { profile } = device
  switch (profile.role) {
    case 'scanner':
      return new ScannerDriver(device, profile, tell)
    case 'scale':
      return new ScaleDriver(device, profile, tell)
    case 'printer':
      return profile.language === 'pdf' ? new SystemPrinter(device, tell) : new PrinterDriver(device, profile, tell)
    case 'rfid':
      return new RfidDriver(device, profile, tell)
  }
}
