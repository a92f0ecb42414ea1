/** What is plugged into this PC. Runs in the devices process only; never touches the database. */
import HID from 'node-hid'
import { SerialPort } from 'serialport'
import type { PluggedDevice } from '../../../shared/shell'
import { log } from '../../kernel/log'

/** HID usage pages of the USB tables: 0x8C bar code scanners, 0x8D scales. */
const ROLE_BY_USAGE_PAGE: Readonly<Record<number, PluggedDevice['role']>> = { 0x8c: 'scanner', 0x8d: 'scale' }
/** Vendors that build little else than scanners: Symbol, Honeywell, Newland, Datalogic. */
const SCANNER_VENDORS = new Set([0x05e0, 0x0c2e, 0x1eab, 0x05f9])

export async function pluggedDevices(): Promise<PluggedDevice[]> {
  const [serial, hid] = await Promise.all([serialDevices(), hidDevices()])
  return [...serial, ...hid]
}

async function serialDevices(): Promise<PluggedDevice[]> {
  // On Linux the list comes from udevadm; without it there is nothing to list, which is no fault of the user.
  const ports = await SerialPort.list().catch((error: unknown) => {
    log.info({ err: error }, 'serial ports could not be listed')
    return []
  })
  return ports.map((port) => {
    const vendorId = port.vendorId === undefined ? null : Number.parseInt(port.vendorId, 16)
    return {
      kind: 'serial',
      path: port.path,
      name: port.manufacturer ?? port.path,
      vendorId,
      productId: port.productId === undefined ? null : Number.parseInt(port.productId, 16),
      role: vendorId !== null && SCANNER_VENDORS.has(vendorId) ? 'scanner' : 'unknown',
    }
  })
}

async function hidDevices(): Promise<PluggedDevice[]> {
  const devices = await HID.devicesAsync().catch((error: unknown) => {
    log.info({ err: error }, 'HID devices could not be listed')
    return []
  })
  return devices.flatMap((device) => {
    const role = ROLE_BY_USAGE_PAGE[device.usagePage ?? 0]
    if (role === undefined || device.path === undefined) return []
    const { path, vendorId, productId } = device
    return [{ kind: 'hid' as const, path, name: device.product ?? path, vendorId, productId, role }]
  })
}
