/**
 * Every profile of a device that USB knows as HID, in the real devices process, all at once, as every-profile.test.ts
 * does it for the other wires. Nothing else can hold such a port, because Linux lets several read it; a port without
 * permission can't be tried, because umockdev serves nobody but the person who started it.
 */
import { afterEach, expect, test } from 'vitest'
import { frameOf } from '../../src/main/edge/simulators/scale-frames'
import type { DeviceProfile } from '../../src/shared/devices/profile'
import { profiles } from '../../src/shared/devices/profiles'
import { gramsMicro } from '../../src/shared/devices/weight'
import { device, isState, scansOf, startDevices, type DevicesProcess } from '../support/devices'
import { hasUmockdev, UsbBus, type HidDevice } from '../support/usb'

const GRAMS = 1250
const hid = profiles.filter(({ transports }) => transports.includes('hid'))
const hex = (value: number): string => value.toString(16).padStart(4, '0')
const codeOf = (id: number): string => `]C0CODE-${id}`
const GARBAGE = Uint8Array.from({ length: 64 }, (_, at) => ((at * 89 + 200) % 223) + 33)

function scanReport(code: string): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set([2, code.length - 3, ...Buffer.from(code)])
  return bytes
}

/** What each says again and again: what it is there for, and now and then nonsense. */
function plugged(profile: DeviceProfile, id: number): HidDevice {
  const [usb = { vendorId: 0x05e0 }] = profile.usb
  const { page = 0, usage = profile.role === 'scale' ? 0x20 : 2 } = profile.usage ?? {}
  const isScale = profile.role === 'scale'
  const weight = { value: GRAMS, decimals: 3, unit: 'kg' } as const
  const good = isScale
    ? frameOf('scale-hid', { kind: 'weight', weight, stable: true, isNet: false })
    : scanReport(codeOf(id))
  const report = isScale ? '03' : '02'
  return {
    kind: 'hid',
    vendorId: hex(usb.vendorId),
    productId: hex(usb.productId ?? 0x1900 + id),
    maker: 'Maker',
    product: profile.name,
    serialNumber: `S-${id}`,
    descriptor: `05${hex(page).slice(2)}09${hex(usage).slice(2)}a10185${report}0975089${isScale ? '505' : '53f'}150026ff0009018102c0`,
    says: [good, good, GARBAGE],
  }
}

let bus: UsbBus
let devices: DevicesProcess
afterEach(async () => {
  await devices.close()
  await bus.remove()
})

const isIn = (id: number, after: number): boolean => {
  const events = devices.events.slice(after)
  return (
    scansOf(events, id).includes(codeOf(id)) ||
    events.some(
      (event) =>
        event.kind === 'weight' &&
        event.deviceId === id &&
        event.reading.isStable &&
        event.reading.weight !== undefined &&
        gramsMicro(event.reading.weight) === GRAMS * 1_000_000,
    )
  )
}

test.skipIf(!hasUmockdev)(
  'every profile of USB lives through all that happens to devices (needs umockdev)',
  { retry: 2, timeout: 60_000 },
  async () => {
    expect(hid.length).toBeGreaterThan(2)
    bus = new UsbBus()
    const all = hid.map((profile, at) => plugged(profile, at + 1))
    const ids = hid.map((_profile, at) => at + 1)
    await bus.plugIn(...all)
    const use = hid.map((profile, at) =>
      device(at + 1, profile.id, {
        transport: 'hid',
        path: '',
        usagePage: null,
        vendorId: Number.parseInt(all[at]?.vendorId ?? '', 16),
        productId: Number.parseInt(all[at]?.productId ?? '', 16),
        serialNumber: all[at]?.serialNumber ?? '',
      }),
    )
    const env = { ...process.env, ...bus.env }
    devices = await startDevices({ env })
    const everyone = (after: number, what: string): Promise<void> =>
      devices.settled(() => ids.every((id) => isIn(id, after)), what)

    await devices.client.use({ devices: use })
    for (const id of ids) await devices.until(isState(id, 'ready'))
    await everyone(0, 'read')

    const asleep = devices.events.length
    devices.process.kill('SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, 9000))
    devices.process.kill('SIGCONT')
    await devices.settled(
      () => devices.events.slice(asleep).some(({ kind }) => kind === 'changed'),
      'noticed the sleep',
    )
    await bus.unplug()
    const pulled = Date.now()
    for (const id of ids) await devices.until(isState(id, 'away'), asleep)
    expect(Date.now() - pulled).toBeLessThan(1000)
    const used = devices.processorSeconds()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(devices.processorSeconds() - used).toBeLessThan(0.2)

    const seen = devices.events.length
    await bus.plugIn(...all.toReversed())
    await everyone(seen, 'read again')
    const scanned = ids.flatMap((id) => scansOf(devices.events, id))
    expect(new Set(scanned)).toEqual(
      new Set(hid.flatMap(({ role }, at) => (role === 'scanner' ? [codeOf(at + 1)] : []))),
    )
  },
)
