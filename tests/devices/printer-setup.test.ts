/** Setting a printer up in the real devices process: what it speaks, how fine it prints, where its labels begin. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openTcp, SimulatedPrinter } from '../../src/main/edge/simulators'
import { device, isState, startDevices, type DevicesProcess } from '../support/devices'

let devices: DevicesProcess
const printers: SimulatedPrinter[] = []

beforeAll(async () => {
  devices = await startDevices()
})
afterAll(() => devices.close())
afterEach(async () => {
  await devices.client.use({ devices: [] })
  for (const printer of printers.splice(0)) await printer.kill()
})

async function plugIn(language: SimulatedPrinter['language']) {
  const channel = await openTcp(0)
  const heard: Uint8Array[] = []
  channel.onData((bytes) => void heard.push(bytes))
  printers.push(new SimulatedPrinter(language, channel))
  const address = { transport: 'tcp', host: '127.0.0.1', port: Number(channel.address.split(':')[1]) } as const
  return { address, sent: () => Buffer.concat(heard).toString('latin1') }
}

test.each([
  ['zpl', { language: 'zpl', dpi: 203 }],
  ['tspl', { language: 'tspl', dpi: null }],
  ['escpos', { language: 'escpos', dpi: null }],
  ['epl', { language: null, dpi: null }],
] as const)('a printer that speaks %s is asked what it speaks', async (language, expected) => {
  const { address } = await plugIn(language)
  expect(await devices.client.askPrinter({ address })).toEqual(expected)
})

test.each([
  ['zpl', '~JC'],
  ['tspl', 'GAPDETECT\r\n'],
] as const)('a printer that speaks %s finds the gaps of its labels', async (language, command) => {
  const { address, sent } = await plugIn(language)
  await devices.client.use({ devices: [device(1, language, address)] })
  await devices.until(isState(1, 'ready'))
  expect(await devices.client.calibrate({ deviceId: 1 })).toEqual({ kind: 'confirmed' })
  expect(sent()).toContain(command)
})

test.each(['epl', 'cpcl', 'zpl', 'tspl', 'escpos'] as const)(
  'a printer that speaks %s says what is wrong',
  async (language) => {
    const { address } = await plugIn(language)
    await devices.client.use({ devices: [device(1, language, address)] })
    await devices.until(isState(1, 'ready'))
    const [printer] = printers
    if (printer === undefined) throw new Error('no printer')
    for (const [fault, code] of [
      ['paperOut', 'devices.paperFault'],
      ['headOpen', language === 'escpos' ? 'devices.coverOpenFault' : 'devices.headOpenFault'],
    ] as const) {
      const before = devices.events.length
      printer.faults[fault] = true
      await devices.client.command({ deviceId: 1, command: 'status' })
      await devices.until(isState(1, 'ready', code), before)
      expect(await devices.client.print({ deviceId: 1, jobId: `${language}-${fault}`, bytes: '' })).toMatchObject({
        kind: 'not-sent',
        trouble: { code },
      })
      printer.faults[fault] = false
      await devices.client.command({ deviceId: 1, command: 'status' })
    }
    expect((await devices.client.states())[0]?.trouble).toBeUndefined()
  },
)

test('one of those that never say a word is believed by delivery', async () => {
  const channel = await openTcp(0)
  let heard = ''
  channel.onData((bytes) => void (heard += Buffer.from(bytes).toString('latin1')))
  const address = { transport: 'tcp', host: '127.0.0.1', port: Number(channel.address.split(':')[1]) } as const
  await devices.client.use({ devices: [device(1, 'epl', address)] })
  const bytes = Buffer.from('\r\nN\r\nP1\r\n').toString('base64')
  expect(await devices.client.print({ deviceId: 1, jobId: 'mute', bytes })).toEqual({ kind: 'confirmed' })
  expect(heard).toContain('N\r\nP1\r\n')
  await devices.client.use({ devices: [] })
  await channel.close()
})

test('one that cannot says so, and so does one that is not there', async () => {
  const { address } = await plugIn('escpos')
  await devices.client.use({ devices: [device(1, 'escpos', address)] })
  await expect(devices.client.calibrate({ deviceId: 1 })).rejects.toMatchObject({
    data: { code: 'devices.cannotDoThat' },
  })
  await expect(
    devices.client.askPrinter({ address: { transport: 'tcp', host: '127.0.0.1', port: 1 } }),
  ).rejects.toMatchObject({ data: { code: 'devices.unreachable' } })
})
