/** What hangs on this PC, and what its identity says it is. */
import { readdir } from 'node:fs/promises'
import HID from 'node-hid'
import { SerialPort } from 'serialport'
import type { DeviceAddress, FoundDevice } from '../../../shared/devices/device'
import type { DeviceProfile } from '../../../shared/devices/profile'
import { profiles } from '../../../shared/devices/profiles'
import { log } from '../../kernel/log'
import { accessTrouble } from './transports'

/** Chips that turn USB into a serial port say nothing about the device behind them: CH340, FTDI, PL2303. */
const BRIDGES = new Set([0x1a86, 0x0403, 0x067b])

export async function findDevices(): Promise<FoundDevice[]> {
  const [serial, hid, files] = await Promise.all([serialDevices(), hidDevices(), printerFiles()])
  return [...serial, ...hid, ...files]
}

async function serialDevices(): Promise<FoundDevice[]> {
  // On Linux the list comes from udevadm; without it there is nothing to list, which is no fault of the user.
  const ports = await SerialPort.list().catch((error: unknown) => {
    log.info({ err: error }, 'serial ports could not be listed')
    return []
  })
  return ports
    .filter((port) => port.vendorId !== undefined || process.platform !== 'linux' || !/\/ttyS\d+$/.test(port.path))
    .map((port) => {
      const vendorId = port.vendorId === undefined ? null : Number.parseInt(port.vendorId, 16)
      const productId = port.productId === undefined ? null : Number.parseInt(port.productId, 16)
      const { path, serialNumber = '', manufacturer = '' } = port
      return found(
        { transport: 'serial', path, vendorId, productId, serialNumber },
        { name: manufacturer === '' ? path : `${manufacturer} · ${path}`, maker: manufacturer, path },
        vendorId === null || BRIDGES.has(vendorId) ? [] : matching('serial', vendorId, productId, undefined),
      )
    })
}

async function hidDevices(): Promise<FoundDevice[]> {
  const devices = await HID.devicesAsync().catch((error: unknown) => {
    log.info({ err: error }, 'HID devices could not be listed')
    return []
  })
  return devices.flatMap((device) => {
    const { path, vendorId, productId, serialNumber = '', usagePage, product = '', manufacturer = '' } = device
    const suited = matching('hid', vendorId, productId, usagePage)
    if (suited.length === 0 || path === undefined) return []
    return [
      found(
        { transport: 'hid', path, vendorId, productId, serialNumber, usagePage: usagePage ?? null },
        { name: product === '' ? path : product, maker: manufacturer, path },
        suited,
      ),
    ]
  })
}

/** Printers that the Linux driver usblp serves. */
async function printerFiles(): Promise<FoundDevice[]> {
  if (process.platform !== 'linux') return []
  const names = await readdir('/dev/usb').catch(() => [])
  return names
    .filter((name) => /^lp\d+$/.test(name))
    .map((name) => {
      const path = `/dev/usb/${name}`
      const suited = profiles.filter((profile) => profile.role === 'printer')
      return found({ transport: 'file', path }, { name: path, maker: '', path }, suited)
    })
}

function found(
  address: DeviceAddress,
  { name, maker, path }: { name: string; maker: string; path: string },
  suited: readonly DeviceProfile[],
): FoundDevice {
  const roles = new Set(suited.map((profile) => profile.role))
  const [role = 'unknown'] = roles
  const trouble = accessTrouble(path)?.toData()
  return {
    address,
    name,
    maker,
    profileIds: suited.map((profile) => profile.id),
    role: roles.size === 1 ? role : 'unknown',
    ...(trouble === undefined ? {} : { trouble }),
  }
}

/** What usage page or maker point to: a product before a maker, a maker before a usage page alone. */
function matching(
  transport: 'serial' | 'hid',
  vendorId: number | null,
  productId: number | null,
  usagePage: number | undefined,
): DeviceProfile[] {
  const weightOf = (profile: DeviceProfile): number => {
    if (!profile.transports.includes(transport)) return 0
    if (profile.usage !== undefined && usagePage !== undefined && profile.usage.page !== usagePage) return 0
    const sameMaker = profile.usb.filter((usb) => usb.vendorId === vendorId)
    if (sameMaker.some((usb) => usb.productId !== undefined && usb.productId === productId)) return 3
    if (sameMaker.some((usb) => usb.productId === undefined)) return 2
    return sameMaker.length === 0 &&
      profile.usage !== undefined &&
      profile.usage.page === usagePage &&
      isForAll(profile)
      ? 1
      : 0
  }
  return profiles
    .map((profile) => ({ profile, weight: weightOf(profile) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ profile }) => profile)
}

/** A profile for one maker's peculiarity is no guess for another's device. */
const isForAll = (profile: DeviceProfile): boolean => !('switchOn' in profile) || profile.switchOn === undefined
