/** Serial devices through pseudo terminals, in the real devices process. */
import { chmodSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  openPty,
  openTcp,
  SimulatedScale,
  SimulatedScanner,
  scaleProtocols,
  type Channel,
} from '../../src/main/edge/simulators'
import { gramsMicro } from '../../src/shared/devices/weight'
import type { DeviceEvent } from '../../src/shared/devices/device'
import { device, isState, portFolder, scansOf, startDevices, type DevicesProcess } from '../support/devices'

const ports = portFolder()
const open: Channel[] = []
let devices: DevicesProcess

const pty = async (name: string): Promise<Channel> => {
  const channel = await openPty(ports.path(name))
  open.push(channel)
  return channel
}
const use = (...wanted: Parameters<typeof device>[]): Promise<unknown> =>
  devices.client.use({ devices: wanted.map((parts) => device(...parts)) })
const ready = (deviceId: number, after = 0) => devices.until(isState(deviceId, 'ready'), after)
const stable =
  (deviceId: number, grams: number) =>
  (event: DeviceEvent): event is Extract<DeviceEvent, { kind: 'weight' }> =>
    event.kind === 'weight' &&
    event.deviceId === deviceId &&
    event.reading.isStable &&
    event.reading.weight !== undefined &&
    gramsMicro(event.reading.weight) === grams * 1_000_000

// The native driver can crash when a port goes while it is polled; the shell then starts the process anew. A process of
// its own for each test, and one more try, keep that apart from faults of ours.
beforeEach(async () => {
  devices = await startDevices()
})
afterEach(async () => {
  await devices.close()
  for (const channel of open.splice(0)) await channel.close()
})
afterAll(() => ports.remove())

describe('a scanner', { retry: 2 }, () => {
  test('its codes come whole: with suffix, without, in pieces, several at once, in Chinese', async () => {
    const wire = await pty('scanner')
    await use([1, 'scanner-serial', { transport: 'serial', path: wire.address }])
    await ready(1)
    const scanner = new SimulatedScanner(wire)
    scanner.scan(']C1010690123456789210LOT-7\u001d37')
    await devices.settled(() => scansOf(devices.events, 1).length === 1, 'first')
    wire.write(Buffer.from(']E0690123'))
    await new Promise((resolve) => setTimeout(resolve, 10))
    wire.write(Buffer.from('4567892\r\n]C0A-03-2\r]d2'))
    wire.write(Buffer.from('0106901234567892\n'))
    await devices.settled(() => scansOf(devices.events, 1).length === 4, 'pieces')
    wire.write(Buffer.from('NO-SUFFIX'))
    await devices.settled(() => scansOf(devices.events, 1).length === 5, 'silence')
    wire.write(Buffer.from('绿茶 250 克\r'))
    wire.write(Buffer.concat([Buffer.from('gb '), Buffer.from([0xc2, 0xcc, 0xb2, 0xe8]), Buffer.from('\r')]))
    await devices.settled(() => scansOf(devices.events, 1).length === 7, 'Chinese')
    expect(scansOf(devices.events, 1)).toEqual([
      ']C1010690123456789210LOT-7\u001d37',
      ']E06901234567892',
      ']C0A-03-2',
      ']d20106901234567892',
      'NO-SUFFIX',
      '绿茶 250 克',
      'gb 绿茶',
    ])
  })

  test('two on one PC keep their workplaces apart, and one pull of the trigger is one scan', async () => {
    const [left, right] = [await pty('left'), await pty('right')]
    await use(
      [1, 'scanner-serial', { transport: 'serial', path: left.address }, { workplace: 'packing 1' }],
      [2, 'scanner-serial', { transport: 'serial', path: right.address }, { workplace: 'packing 2' }],
    )
    await ready(1)
    await ready(2)
    for (const wire of [left, right]) for (const _ of [1, 2, 3]) new SimulatedScanner(wire).scan('6901234567892')
    new SimulatedScanner(right).scan('A-03-2')
    await devices.settled(() => scansOf(devices.events, 2).length === 2, 'scans')
    const scans = devices.events
      .filter((event) => event.kind === 'scan')
      .map(({ workplace, text }) => `${workplace} ${text}`)
    expect(scans.toSorted()).toEqual(['packing 1 6901234567892', 'packing 2 6901234567892', 'packing 2 A-03-2'])
  })

  test('garbage is no scan', async () => {
    const wire = await pty('garbage')
    await use([1, 'scanner-serial', { transport: 'serial', path: wire.address }])
    await ready(1)
    wire.write(Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256))
    wire.write(Buffer.from('\r'))
    wire.write(Buffer.alloc(20_000, 0x41))
    wire.write(Buffer.from('\r\n'))
    new SimulatedScanner(wire).scan('AFTER')
    await devices.settled(() => scansOf(devices.events, 1).includes('AFTER'), 'the next scan')
    expect(scansOf(devices.events, 1).filter((text) => text !== 'AFTER' && text.length > 100)).toEqual([])
  })
})

describe('the plug', { retry: 2 }, () => {
  test('pulled while it streams: told within a second, nothing lost before it, the processor idle; in again: on it goes', async () => {
    for (let round = 0; round < 5; round++) {
      devices.events.length = 0
      const wire = await pty('streaming')
      if (round === 0) await use([1, 'scanner-serial', { transport: 'serial', path: wire.address }])
      await ready(1)
      const scanner = new SimulatedScanner(wire)
      const sent = Array.from({ length: 200 }, (_, at) => `R${round}-${String(at).padStart(4, '0')}`)
      for (const code of sent) scanner.scan(code)
      await devices.settled(() => scansOf(devices.events, 1).length === sent.length, 'all codes')
      for (let at = 0; at < 50; at++) scanner.scan(`TAIL${at}`)
      const pulled = Date.now()
      await wire.close()
      await devices.until(isState(1, 'away', 'devices.unplugged'))
      expect(Date.now() - pulled).toBeLessThan(1000)
      expect(scansOf(devices.events, 1).slice(0, sent.length)).toEqual(sent)
      const before = devices.processorSeconds()
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(devices.processorSeconds() - before).toBeLessThan(0.2)
    }
  })

  test('a command to a scale that is away is refused, not kept for later', async () => {
    const wire = await pty('scale')
    await use([1, 'mt-sics', { transport: 'serial', path: wire.address }])
    await ready(1)
    await wire.close()
    await devices.until(isState(1, 'away'))
    await expect(devices.client.command({ deviceId: 1, command: 'tare' })).rejects.toMatchObject({
      data: { code: 'devices.unplugged' },
    })
  })

  test('a PC that wakes up, or something plugged in, tries at once', async () => {
    await use([1, 'scanner-serial', { transport: 'serial', path: ports.path('late') }])
    await devices.until(isState(1, 'away', 'devices.unplugged'))
    await new Promise((resolve) => setTimeout(resolve, 2000))
    await pty('late')
    await ready(1)
  })
})

describe('a PC that sleeps', { retry: 2 }, () => {
  test('wakes with what was plugged in meanwhile, and loses no code that was scanned before it slept', async () => {
    const [kept, late] = [await pty('kept'), ports.path('while-asleep')]
    await use(
      [1, 'scanner-serial', { transport: 'serial', path: kept.address }],
      [2, 'scanner-serial', { transport: 'serial', path: late }],
    )
    await ready(1)
    await devices.until(isState(2, 'away'))
    devices.process.kill('SIGSTOP')
    for (const code of ['ASLEEP-1', 'ASLEEP-2']) new SimulatedScanner(kept).scan(code)
    const wire = await pty('while-asleep')
    await new Promise((resolve) => setTimeout(resolve, 9000))
    const woken = Date.now()
    devices.process.kill('SIGCONT')
    await ready(2)
    expect(Date.now() - woken).toBeLessThan(4000)
    new SimulatedScanner(wire).scan('AWAKE')
    await devices.settled(() => scansOf(devices.events, 2).includes('AWAKE'), 'a scan of the new one')
    expect(scansOf(devices.events, 1)).toEqual(['ASLEEP-1', 'ASLEEP-2'])
  })
})

describe('what stands in the way is named', { retry: 2 }, () => {
  test('a port that another program holds', async () => {
    const wire = await pty('busy')
    const holder = spawn('flock', ['-x', wire.address, 'sleep', '60'], { stdio: 'ignore', detached: true })
    await new Promise((resolve) => setTimeout(resolve, 200))
    await use([1, 'scanner-serial', { transport: 'serial', path: wire.address }])
    const { state } = await devices.until(isState(1, 'away'))
    expect(state.trouble).toMatchObject({ code: 'devices.portBusy', params: { where: wire.address } })
    if (holder.pid !== undefined) process.kill(-holder.pid)
    await ready(1)
  })

  test.skipIf(process.getuid?.() !== 0)('a port that this person may not open', async () => {
    const wire = await pty('forbidden')
    chmodSync(wire.address, 0o600)
    const other = await startDevices({ uid: 65_534, gid: 65_534 })
    await other.client.use({ devices: [device(1, 'scanner-serial', { transport: 'serial', path: wire.address })] })
    const { state } = await other.until(isState(1, 'away'))
    expect(state.trouble?.code).toBe('devices.noPermission')
    await other.close()
  })

  test('a scale that says nothing is not shown as connected', async () => {
    const wire = await pty('dead')
    await use([1, 'mt-sics', { transport: 'serial', path: wire.address }])
    await devices.until(isState(1, 'ready', 'devices.scaleSilent'))
    const scale = new SimulatedScale('mt-sics', wire)
    scale.put(1234)
    await devices.until(stable(1, 1234))
    scale.stop()
  })
})

describe('every scale', { retry: 2 }, () => {
  test.each(scaleProtocols.filter((id) => id !== 'scale-hid' && !id.endsWith('-lb')))(
    '%s, from zero to overload',
    async (protocol) => {
      const isSerial = protocol.length % 2 === 0
      const wire = isSerial ? await pty(protocol) : await openTcp(0)
      if (!isSerial) open.push(wire)
      const [host = '', port = ''] = wire.address.split(':')
      const address = isSerial
        ? ({ transport: 'serial', path: wire.address } as const)
        : ({ transport: 'tcp', host, port: Number(port) } as const)
      const scale = new SimulatedScale(protocol, wire)
      await use([1, protocol, address])
      scale.put(1250)
      await devices.until(stable(1, 1250))
      scale.put(3000, true)
      if (protocol !== 'xk3190') {
        await devices.until(
          (event): event is DeviceEvent => event.kind === 'weight' && event.reading.status === 'moving',
        )
      }
      expect(protocol !== 'xk3190' && devices.events.some(stable(1, 3000))).toBe(false)
      scale.put(2000)
      await devices.until(stable(1, 2000))
      if (protocol !== 'xk3190') {
        scale.put(20_000)
        await devices.until((event): event is DeviceEvent => event.kind === 'weight' && event.reading.status === 'over')
      }
      const commands = device(1, protocol, address).profile
      if (commands.role === 'scale' && commands.commands.tare !== undefined) {
        scale.put(500)
        await devices.until(stable(1, 500))
        const before = devices.events.length
        await devices.client.command({ deviceId: 1, command: 'tare' })
        await devices.until(stable(1, 0), before)
        const after = devices.events.length
        scale.put(1750)
        await devices.until(stable(1, 1250), after)
      }
      if (commands.role === 'scale' && commands.commands.zero !== undefined) {
        await devices.client.command({ deviceId: 1, command: 'zero' })
      }
      scale.stop()
    },
  )

  test('noise on the line never becomes a weight', async () => {
    const wire = await pty('noisy')
    const scale = new SimulatedScale('cas-ap', wire)
    let turn = 0
    scale.hiss(() => Uint8Array.from({ length: (turn++ * 7) % 23 }, (_, at) => (at * 89 + turn * 31) % 256))
    scale.put(4321)
    await use([1, 'cas-ap', { transport: 'serial', path: wire.address }])
    await new Promise((resolve) => setTimeout(resolve, 2500))
    scale.hiss(undefined)
    await devices.until(stable(1, 4321))
    const taken = devices.events.filter((event) => event.kind === 'weight' && event.reading.isStable)
    expect(taken.every(stable(1, 4321))).toBe(true)
    scale.stop()
  })

  test('is recognised by listening, or by asking', async () => {
    const streaming = await pty('recognise')
    const first = new SimulatedScale('xk3190', streaming)
    const heard = await devices.client.listen({
      address: { transport: 'serial', path: streaming.address, vendorId: null, productId: null, serialNumber: '' },
      milliseconds: 2000,
    })
    expect(heard.profileIds[0]).toBe('xk3190')
    first.stop()
    const polled = await pty('asked')
    const second = new SimulatedScale('and', polled)
    const answered = await devices.client.listen({
      address: { transport: 'serial', path: polled.address, vendorId: null, productId: null, serialNumber: '' },
      milliseconds: 500,
    })
    expect(answered.profileIds).toEqual(['and'])
    second.stop()
  })
})
