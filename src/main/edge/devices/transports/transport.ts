/** A way of bytes to and from a device. */
import type { DeviceAddress, DeviceSettings } from '../../../../shared/devices/device'
import type { DeviceProfile, SerialSettings } from '../../../../shared/devices/profile'
import { accessSync, constants } from 'node:fs'
import { Refusal } from '../../../../shared/errors'

export interface Wire {
  /** Resolves when the system has taken the bytes. Refuses when the wire is closed: nothing is kept for later. */
  write(bytes: Uint8Array): Promise<void>
  /** HID only: settings of the device itself. */
  sendFeature?(bytes: readonly number[]): Promise<void>
  close(): Promise<void>
}

export interface WireEvents {
  onData(bytes: Uint8Array): void
  /** Once, when the other end is gone; not after our own `close`. */
  onGone(): void
}

export interface OpenWire {
  readonly address: DeviceAddress
  readonly profile: DeviceProfile
  readonly settings: DeviceSettings
}

export function serialSettingsOf({ profile, settings }: OpenWire): SerialSettings {
  return settings.serial ?? profile.serial
}

/** The system's reason in the words of a person who can do something about it. */
export function troubleOf(error: unknown, where: string): Refusal {
  if (error instanceof Refusal) return error
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  const reason = `${code} ${message}`
  if (/EACCES|EPERM|Permission denied|Access denied/i.test(reason)) return forbidden(where)
  if (/EBUSY|Cannot lock port|Resource busy|temporarily unavailable|in use/i.test(reason)) {
    return new Refusal('devices.portBusy', { where })
  }
  if (/ENOENT|ENODEV|ENXIO|No such (file|device)|cannot find|not found/i.test(reason)) {
    return new Refusal('devices.unplugged', { where })
  }
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EHOSTDOWN|ENOTFOUND|EAI_AGAIN|ECONNRESET|EPIPE/.test(reason)) {
    return new Refusal('devices.unreachable', { where })
  }
  return new Refusal('devices.failed', { where, reason: message.slice(0, 200) })
}

/** No group of the system owns a HID device: only a rule of udev opens it to a person. */
const forbidden = (where: string): Refusal =>
  new Refusal(where.startsWith('/dev/hidraw') ? 'devices.noHidPermission' : 'devices.noPermission', { where })

/** Why a device file of Linux can't be opened, where that is known without opening it. */
export function accessTrouble(path: string): Refusal | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return undefined
  } catch (error) {
    return (error as { code?: string }).code === 'EACCES' ? forbidden(path) : undefined
  }
}

export function whereOf(address: DeviceAddress): string {
  switch (address.transport) {
    case 'serial':
    case 'hid':
      return address.path === '' ? `USB ${hex(address.vendorId)}:${hex(address.productId)}` : address.path
    case 'tcp':
      return `${address.host}:${address.port}`
    case 'file':
      return address.path
    case 'spooler':
      return address.queue
  }
}

const hex = (value: number | null): string => (value ?? 0).toString(16).padStart(4, '0')
