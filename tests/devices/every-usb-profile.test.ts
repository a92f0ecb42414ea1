/**
 * Every profile of a device that USB knows as HID, in the real devices process, all at once, as every-profile.test.ts
 * does it for the other wires: read among garbage, opened by somebody who may not, put to sleep, pulled out while it
 * streams, plugged in again. Left out: a port that another program holds, because Linux lets several read a HID device.
 */
import { describe, expect, test } from 'vitest'
import { frameOf } from '../../src/main/edge/simulators/scale-frames'
import type { DeviceAddress } from '../../src/shared/devices/device'
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

type Heard = DevicesProcess['events']

const isIn = (events: Heard): boolean =>
  scansOf(events, 1).includes(codeOf(1)) ||
  events.some(
    (event) =>
      event.kind === 'weight' &&
      event.reading.isStable &&
      event.reading.weight !== undefined &&
      gramsMicro(event.reading.weight) === GRAMS * 1_000_000,
  )

/** Somebody else signed in at this PC sees the device, is told what to do, and gets nothing from it. */
async function expectForbidden(profile: DeviceProfile, bus: UsbBus, address: DeviceAddress): Promise<void> {
  const other = await startDevices({ env: { ...process.env, ...bus.env }, ...bus.forbid() })
  try {
    await other.client.use({ devices: [device(1, profile.id, address)] })
    await other.until(isState(1, 'away', 'devices.noHidPermission'))
    expect(isIn(other.events)).toBe(false)
  } finally {
    await other.close()
  }
}

async function liveThrough(profile: DeviceProfile, bus: UsbBus, devices: DevicesProcess): Promise<void> {
  const { events } = devices
  const one = plugged(profile, 1)
  const address = {
    transport: 'hid',
    path: '',
    usagePage: null,
    vendorId: Number.parseInt(one.vendorId, 16),
    productId: Number.parseInt(one.productId, 16),
    serialNumber: one.serialNumber,
  } as const
  await devices.client.use({ devices: [device(1, profile.id, address)] })
  await devices.until(isState(1, 'ready'))
  // Garbage comes after every second report: what is read is read among it.
  await devices.settled(() => isIn(events), 'read')
  if (process.getuid?.() === 0) await expectForbidden(profile, bus, address)

  const asleep = events.length
  devices.process.kill('SIGSTOP')
  await new Promise((resolve) => setTimeout(resolve, 9000))
  devices.process.kill('SIGCONT')
  await devices.settled(() => events.slice(asleep).some(({ kind }) => kind === 'changed'), 'noticed the sleep')
  await bus.unplug()
  const pulled = Date.now()
  await devices.until(isState(1, 'away'), asleep)
  expect(Date.now() - pulled).toBeLessThan(1000)
  const used = devices.processorSeconds()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(devices.processorSeconds() - used).toBeLessThan(0.2)

  const seen = events.length
  // Another one of the maker stands before it now: it is found by its number.
  await bus.plugIn({ ...one, serialNumber: 'S-0' }, one)
  await devices.settled(() => isIn(events.slice(seen)), 'read again')
  expect(new Set(scansOf(events, 1))).toEqual(new Set(profile.role === 'scanner' ? [codeOf(1)] : []))
}

// As in usb.test.ts: where a node vanishes while node-hid reads it, the devices process may crash, which the program
// outlives by starting it anew.
describe.skipIf(!hasUmockdev).concurrent('a profile of USB (needs umockdev)', { retry: 3, timeout: 60_000 }, () => {
  test.each(hid.map((profile) => [profile.id, profile] as const))(
    '%s lives through all that happens to devices',
    async (_id, profile) => {
      const bus = new UsbBus()
      await bus.plugIn(plugged(profile, 1))
      const devices = await startDevices({ env: { ...process.env, ...bus.env } })
      try {
        await liveThrough(profile, bus, devices)
      } finally {
        await devices.close()
        await bus.remove()
      }
    },
  )
})

test('there are such profiles', () => {
  expect(hid.length).toBeGreaterThan(2)
})
