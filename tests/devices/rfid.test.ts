/** Readers of UHF tags in the real devices process: two serial protocols through pseudo terminals, LLRP over TCP. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPty, openTcp, rfidProtocols, SimulatedRfidReader, type Channel } from '../../src/main/edge/simulators'
import { device, isState, portFolder, startDevices, tagsOf, type DevicesProcess } from '../support/devices'

const SHIRT = '3074257BF7194E4000001A85'
const PALLET = '3174257BF4499602D2000000'
const FOREIGN = 'E28011700000020F1C5A8D3F'

const ports = portFolder()
const open: Channel[] = []
let devices: DevicesProcess

beforeEach(async () => {
  devices = await startDevices()
})
afterEach(async () => {
  await devices.close()
  for (const channel of open.splice(0)) await channel.close()
})
afterAll(() => ports.remove())

async function plugIn(protocol: (typeof rfidProtocols)[number], port = 0) {
  const wire = protocol === 'llrp' ? await openTcp(port) : await openPty(ports.path(protocol))
  open.push(wire)
  const [host = '', at = ''] = wire.address.split(':')
  const address =
    protocol === 'llrp'
      ? ({ transport: 'tcp', host, port: Number(at) } as const)
      : ({ transport: 'serial', path: wire.address } as const)
  return { wire, address, switchOn: () => new SimulatedRfidReader(protocol, wire) }
}

describe.each(rfidProtocols)('a reader that speaks %s', (protocol) => {
  test('tells each tag once, an item and a unit as scans, and goes on after the plug was pulled', async () => {
    const { wire, address, switchOn } = await plugIn(protocol)
    const reader = switchOn()
    reader.put(SHIRT, PALLET, FOREIGN)
    await devices.client.use({ devices: [device(1, protocol, address, { workplace: 'dock' })] })
    await devices.until(isState(1, 'ready'))
    await devices.settled(() => tagsOf(devices.events, 1).length === 3, 'three tags')
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(tagsOf(devices.events, 1).toSorted()).toEqual([SHIRT, PALLET, FOREIGN].toSorted())
    const texts = devices.events.flatMap((event) => (event.kind === 'tag' ? [event.text] : []))
    expect(texts.toSorted()).toEqual([']C100106141412345678908', ']C10180614141123458216789', undefined])
    expect(devices.events.every((event) => event.kind !== 'tag' || event.workplace === 'dock')).toBe(true)
    expect(reader.keepAlivesAnswered > 2).toBe(protocol === 'llrp')

    const pulled = Date.now()
    reader.stop()
    await wire.close()
    await devices.until(isState(1, 'away'))
    expect(Date.now() - pulled).toBeLessThan(1000)
    const before = devices.processorSeconds()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(devices.processorSeconds() - before).toBeLessThan(0.2)

    const seen = devices.events.length
    const again = await plugIn(protocol, 'port' in address ? address.port : 0)
    const next = again.switchOn()
    next.put('3074257BF7194E4000001A86')
    await devices.until(isState(1, 'ready'), seen)
    await devices.settled(() => tagsOf(devices.events, 1).length === 4, 'the new tag')
    next.stop()
  })

  test('is in trouble when it says nothing, and gets over garbage', async () => {
    const { wire, address, switchOn } = await plugIn(protocol)
    await devices.client.use({ devices: [device(1, protocol, address)] })
    await devices.until(isState(1, 'ready'))
    wire.write(Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256))
    if (protocol !== 'llrp') await devices.until(isState(1, 'ready', 'devices.readerSilent'))
    const reader = switchOn()
    reader.put(SHIRT)
    // The network reader was asked before there was one: it is asked again when the line is new.
    if (protocol === 'llrp') await devices.client.use({ devices: [] })
    if (protocol === 'llrp') await devices.client.use({ devices: [device(1, protocol, address)] })
    await devices.settled(() => tagsOf(devices.events, 1).includes(SHIRT), 'a tag')
    reader.stop()
  })
})
