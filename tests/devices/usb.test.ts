/** USB devices in the real devices process: found, bound by their serial number, read, pulled out, plugged in again. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { frameOf } from '../../src/main/edge/simulators/scale-frames'
import type { DeviceEvent } from '../../src/shared/devices/device'
import { device, isState, scansOf, startDevices, type DevicesProcess } from '../support/devices'
import { hasUmockdev, UsbBus, type HidDevice, type SerialDevice } from '../support/usb'

const report = (code: string): Uint8Array => {
  const bytes = new Uint8Array(64)
  bytes.set([2, code.length - 3, ...Buffer.from(code)])
  return bytes
}

const SCANNER: HidDevice = {
  kind: 'hid',
  vendorId: '05e0',
  productId: '1900',
  maker: 'Symbol',
  product: 'Bar Code Scanner',
  serialNumber: 'S-0001',
  // Usage page 0x8C (barcode scanner), usage 2; one input report with the number 2.
  descriptor: '058c0902a101850275089538150026ff0009018102c0',
  says: [report(']E06901234567892'), report(']C0A-03-2')],
}
const SCALE: HidDevice = {
  kind: 'hid',
  vendorId: '0922',
  productId: '8003',
  maker: 'Dymo',
  product: 'M10',
  serialNumber: 'D-7',
  // Usage page 0x8D (scale), usage 0x20; one input report with the number 3.
  descriptor: '058d0920a101850375089505150026ff0009018102c0',
  says: [
    frameOf('scale-hid', {
      kind: 'weight',
      weight: { value: 1250, decimals: 3, unit: 'kg' },
      stable: true,
      isNet: false,
    }),
  ],
}
const SERIAL: SerialDevice = {
  kind: 'serial',
  vendorId: '0c2e',
  productId: '0b6a',
  maker: 'Honeywell',
  product: 'Xenon',
  serialNumber: 'H-0042',
  says: [Buffer.from(']C1010690123456789210LOT-7\r'), Buffer.from(']C0B-01-1\r')],
}

let bus: UsbBus
let devices: DevicesProcess
const begin = async (...plugged: readonly (HidDevice | SerialDevice)[]): Promise<void> => {
  await bus.plugIn(...plugged)
  devices = await startDevices({ env: { ...process.env, ...bus.env } })
}

// Without it the tests stand in the report as skipped: npm test installs it as root on Debian. Where a node vanishes while
// node-hid reads it, the devices process may crash, which the program outlives by starting it anew: hence the retry.
describe.skipIf(!hasUmockdev)('a device on USB (needs umockdev)', { retry: 2 }, () => {
  beforeEach(() => {
    bus = new UsbBus()
  })
  afterEach(async () => {
    await devices.close()
    await bus.remove()
  })

  test('is found for what it is, with its serial number', async () => {
    await begin(SCANNER, SCALE, SERIAL)
    const found = await devices.client.find()
    const known = found.filter(({ address }) => 'serialNumber' in address && address.serialNumber !== '')
    expect(
      known.map(({ address, role, profileIds }) => [
        'serialNumber' in address ? address.serialNumber : '',
        role,
        profileIds[0],
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['S-0001', 'scanner', 'scanner-hid'],
        ['D-7', 'scale', 'scale-hid'],
        ['H-0042', 'scanner', 'scanner-serial'],
      ]),
    )
  })

  test('a scanner in HID-POS mode and a USB scale are read, pulled out and found again at another node', async () => {
    await begin(SCANNER, SCALE)
    const hid = { transport: 'hid', path: '', usagePage: null } as const
    const use = [
      device(1, 'scanner-hid', { ...hid, vendorId: 0x05e0, productId: 0x1900, serialNumber: 'S-0001' }),
      device(2, 'scale-hid', { ...hid, vendorId: 0x0922, productId: 0x8003, serialNumber: 'D-7' }),
    ]
    await devices.client.use({ devices: use })
    const isWeight = (event: DeviceEvent): event is Extract<DeviceEvent, { kind: 'weight' }> =>
      event.kind === 'weight' && event.reading.isStable && event.reading.weight?.value === 1250
    await devices.until(isState(1, 'ready'))
    await devices.until(isWeight)
    await devices.settled(() => scansOf(devices.events, 1).length >= 2, 'scans')
    expect(new Set(scansOf(devices.events, 1))).toEqual(new Set([']E06901234567892', ']C0A-03-2']))

    const pulled = Date.now()
    await bus.unplug()
    await devices.until(isState(1, 'away'))
    await devices.until(isState(2, 'away'))
    expect(Date.now() - pulled).toBeLessThan(1000)
    const before = devices.processorSeconds()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(devices.processorSeconds() - before).toBeLessThan(0.2)

    const seen = devices.events.length
    // The other way round: each has the other's node now, and is found by what it is.
    await bus.plugIn(SCALE, SCANNER)
    await devices.until(isState(1, 'ready'), seen)
    await devices.until(isWeight, seen)
    await devices.settled(() => scansOf(devices.events.slice(seen), 1).length > 0, 'scans again')
  })

  test('a scanner on a serial port of USB is found by its serial number and followed', async () => {
    await begin(SERIAL)
    const address = {
      transport: 'serial',
      path: '/dev/ttyACM9',
      vendorId: 0x0c2e,
      productId: 0x0b6a,
      serialNumber: 'H-0042',
    } as const
    await devices.client.use({ devices: [device(1, 'scanner-serial', address)] })
    await devices.until(isState(1, 'ready'))
    await devices.settled(() => scansOf(devices.events, 1).length >= 2, 'scans')
    expect(scansOf(devices.events, 1)).toContain(']C1010690123456789210LOT-7')
    const pulled = Date.now()
    await bus.unplug()
    await devices.until(isState(1, 'away', 'devices.unplugged'))
    expect(Date.now() - pulled).toBeLessThan(1000)
    const seen = devices.events.length
    await bus.plugIn({ ...SERIAL, serialNumber: 'H-0001' }, SERIAL)
    await devices.until(isState(1, 'ready'), seen)
    await devices.settled(() => scansOf(devices.events.slice(seen), 1).length > 0, 'scans again')
  })

  test.skipIf(process.getuid?.() !== 0)('one that this person may not open is shown with what to do', async () => {
    await bus.plugIn(SCANNER, SCALE)
    devices = await startDevices({ env: { ...process.env, ...bus.env }, ...bus.forbid() })
    const found = await devices.client.find()
    const hids = found.filter(({ address }) => address.transport === 'hid')
    expect(hids.map(({ trouble }) => trouble?.code)).toEqual(['devices.noHidPermission', 'devices.noHidPermission'])
    const hid = { transport: 'hid', path: '', usagePage: null } as const
    const scanner = { ...hid, vendorId: 0x05e0, productId: 0x1900, serialNumber: 'S-0001' }
    const scale = { ...hid, vendorId: 0x0922, productId: 0x8003, serialNumber: 'D-7' }
    await devices.client.use({ devices: [device(1, 'scanner-hid', scanner), device(2, 'scale-hid', scale)] })
    for (const id of [1, 2]) {
      const { state } = await devices.until(isState(id, 'away'))
      expect(state.trouble).toMatchObject({
        code: 'devices.noHidPermission',
        params: { where: expect.stringMatching(/^\/dev\/hidraw\d$/) },
      })
    }
    expect(devices.events.some(({ kind }) => kind === 'scan' || kind === 'weight')).toBe(false)
    expect(await devices.client.diagnostics()).toMatchObject({
      text: expect.stringContaining('devices.noHidPermission'),
    })
  })
})
