import type { DeviceAddress } from '../../../shared/devices/device'

/** Where a device hangs, as a person names it. */
export function addressText(address: DeviceAddress): string {
  switch (address.transport) {
    case 'tcp':
      return `${address.host}:${address.port}`
    case 'spooler':
      return address.queue
    case 'file':
      return address.path
    case 'serial':
    case 'hid': {
      const { path, vendorId, productId, serialNumber } = address
      const hex = (value: number | null): string => (value ?? 0).toString(16).padStart(4, '0')
      const identity = vendorId === null ? '' : `USB ${hex(vendorId)}:${hex(productId)} ${serialNumber}`.trim()
      return identity === '' ? path : `${identity} · ${path}`
    }
  }
}
