import { existsSync } from 'node:fs'
import HID from 'node-hid'
import type { DeviceAddress } from '../../../../shared/devices/device'
import { Refusal } from '../../../../shared/errors'
import { accessTrouble, troubleOf, whereOf, type OpenWire, type Wire, type WireEvents } from './transport'

const WATCH_MS = 400

export async function openHid({ address }: OpenWire, events: WireEvents): Promise<Wire> {
  if (address.transport !== 'hid') throw new Error('not a HID device')
  const path = await hidPath(address)
  const device = await HID.HIDAsync.open(path).catch((error: unknown) => {
    // The library says only that it could not open it.
    throw accessTrouble(path) ?? troubleOf(error, path)
  })
  let isOver = false
  device.on('data', (report: Buffer) => {
    if (!isOver) events.onData(report)
  })
  const end = (): void => {
    if (isOver) return
    isOver = true
    clearInterval(watch)
    void device.close().catch(() => undefined)
    events.onGone()
  }
  device.on('error', end)
  // A device that only listens to its own changes may not notice that it is gone.
  const watch = setInterval(() => {
    if (process.platform === 'linux' && !existsSync(path)) end()
  }, WATCH_MS)
  const requireOpen = (): void => {
    if (isOver) throw new Refusal('devices.unplugged', { where: path })
  }
  return {
    async write(bytes) {
      requireOpen()
      await device.write(Buffer.from(bytes))
    },
    async sendFeature(bytes) {
      requireOpen()
      await device.sendFeatureReport([...bytes])
    },
    async close() {
      if (isOver) return
      isOver = true
      clearInterval(watch)
      await device.close().catch(() => undefined)
    },
  }
}

async function hidPath(address: Extract<DeviceAddress, { transport: 'hid' }>): Promise<string> {
  const { vendorId, productId, serialNumber, usagePage, path } = address
  const devices = await HID.devicesAsync(vendorId, productId)
  const alike = devices.filter(
    (device) => (device.serialNumber ?? '') === serialNumber && (usagePage === null || device.usagePage === usagePage),
  )
  const found = alike.find((device) => device.path === path) ?? alike[0]
  if (found?.path === undefined) throw new Refusal('devices.unplugged', { where: whereOf(address) })
  return found.path
}
