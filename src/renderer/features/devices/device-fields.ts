/** What the dialog of a device asks, and the device that comes of it: pure. */
import type { BoundDevice, DeviceAddress, DeviceSettings, FoundDevice } from '../../../shared/devices/device'
import type { DeviceProfile } from '../../../shared/devices/profile'
import { profiles } from '../../../shared/devices/profiles'

export interface DeviceDraft {
  readonly device?: BoundDevice
  readonly found?: FoundDevice
}

export interface Fields {
  readonly name: string
  readonly profileId: string
  readonly transport: DeviceAddress['transport']
  readonly path: string
  readonly host: string
  readonly port: number
  readonly queue: string
  readonly workplace: string
  readonly baudRate: number
  readonly parity: 'none' | 'even' | 'odd'
  readonly prefix: string
  readonly suffix: string
  /** the same code within this time is the same pull of the trigger */
  readonly sameCodeMs: number | null
  readonly minGrams: number | null
  readonly maxGrams: number | null
  readonly labelWidthMillimetres: number | null
  readonly labelHeightMillimetres: number | null
  readonly dpi: 203 | 300 | 600
  readonly gapMillimetres: number | null
  readonly darkness: number | null
  readonly speed: number | null
  readonly shiftXDots: number | null
  readonly shiftYDots: number | null
}

/** Each with its least and greatest. */
export const PRINTER_NUMBERS = [
  ['gapMillimetres', 0, 20],
  ['darkness', 0, 30],
  ['speed', 1, 14],
  ['shiftXDots', -500, 500],
  ['shiftYDots', -500, 500],
] as const

/** What a kind of device usually has, where somebody chooses it. */
export function usualOf(profile: DeviceProfile | undefined): Partial<Fields> {
  if (profile === undefined) return {}
  return {
    baudRate: profile.serial.baudRate,
    parity: profile.serial.parity,
    ...(profile.tcpPort === undefined ? {} : { port: profile.tcpPort }),
    ...(profile.role === 'printer' ? { dpi: profile.dpi } : {}),
  }
}

/** Its own profile, which may be a changed copy, or one of the program's. */
export function profileOf(id: string, { device }: DeviceDraft): DeviceProfile | undefined {
  return device?.profile.id === id ? device.profile : profiles.find((profile) => profile.id === id)
}

export function firstFields({ device, found }: DeviceDraft): Fields {
  const address = device?.address ?? found?.address
  const profileId = device?.profile.id ?? found?.profileIds[0] ?? ''
  const profile = device?.profile ?? profiles.find((one) => one.id === profileId)
  const serial = device?.settings.serial ?? profile?.serial
  const settings = device?.settings ?? {}
  return {
    name: device?.name ?? found?.name.slice(0, 60) ?? '',
    profileId,
    transport: address?.transport ?? 'serial',
    path: address !== undefined && 'path' in address ? address.path : '',
    host: address?.transport === 'tcp' ? address.host : '',
    port: address?.transport === 'tcp' ? address.port : 9100,
    queue: address?.transport === 'spooler' ? address.queue : '',
    workplace: device?.workplace ?? '',
    baudRate: serial?.baudRate ?? 9600,
    parity: serial?.parity ?? 'none',
    prefix: settings.prefix ?? '',
    suffix: settings.suffix ?? '',
    sameCodeMs: settings.sameCodeMs ?? null,
    minGrams: settings.minGrams ?? null,
    maxGrams: settings.maxGrams ?? null,
    labelWidthMillimetres: settings.labelWidthMillimetres ?? null,
    labelHeightMillimetres: settings.labelHeightMillimetres ?? null,
    gapMillimetres: settings.gapMillimetres ?? null,
    darkness: settings.darkness ?? null,
    speed: settings.speed ?? null,
    shiftXDots: settings.shiftXDots ?? null,
    shiftYDots: settings.shiftYDots ?? null,
    dpi: settings.dpi ?? (profile?.role === 'printer' ? profile.dpi : 203),
  }
}

export function addressOf(fields: Fields, { device, found }: DeviceDraft): DeviceAddress {
  const known = found?.address ?? (device?.address.transport === 'hid' ? device.address : undefined)
  if (known !== undefined) return known
  if (fields.transport === 'tcp') return { transport: 'tcp', host: fields.host, port: fields.port }
  if (fields.transport === 'spooler') return { transport: 'spooler', queue: fields.queue }
  if (fields.transport === 'file') return { transport: 'file', path: fields.path }
  const before = device?.address
  // A USB device keeps its identity; a path that somebody typed over is a port without one.
  if (before?.transport === 'serial' && before.path === fields.path) return before
  return { transport: 'serial', path: fields.path, vendorId: null, productId: null, serialNumber: '' }
}

export function settingsOf(fields: Fields, profile: DeviceProfile, before: DeviceSettings): DeviceSettings {
  const { prefix, suffix, minGrams, maxGrams, labelWidthMillimetres, labelHeightMillimetres } = fields
  const isUsual = profile.serial.baudRate === fields.baudRate && profile.serial.parity === fields.parity
  const dataBits = fields.parity === 'none' ? 8 : profile.serial.dataBits
  const wanted: { [Name in keyof DeviceSettings]: DeviceSettings[Name] | undefined } = {
    ...before,
    serial:
      fields.transport !== 'serial' || isUsual
        ? undefined
        : { ...profile.serial, dataBits, baudRate: fields.baudRate, parity: fields.parity },
    ...(profile.role === 'scanner' ? { prefix: prefix || undefined, suffix: suffix || undefined } : {}),
    ...(profile.role === 'scanner' || profile.role === 'rfid' ? { sameCodeMs: fields.sameCodeMs ?? undefined } : {}),
    ...(profile.role === 'scale' ? { minGrams: minGrams ?? undefined, maxGrams: maxGrams ?? undefined } : {}),
    ...(profile.role === 'printer'
      ? {
          dpi: fields.dpi,
          labelWidthMillimetres: labelWidthMillimetres ?? undefined,
          labelHeightMillimetres: labelHeightMillimetres ?? undefined,
          ...Object.fromEntries(PRINTER_NUMBERS.map(([name]) => [name, fields[name] ?? undefined])),
        }
      : {}),
  }
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as DeviceSettings
}
