/** A browser prints and weighs through the station that owns the devices. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startHost, type Host } from '../../src/main/edge/host'
import { StationAgent } from '../../src/main/edge/station'
import { openTcp, SimulatedPrinter, SimulatedScale, type Channel } from '../../src/main/edge/simulators'
import { profileById } from '../../src/shared/devices/profiles'
import { brokenChecks, openTestCompany, PASSWORD, type TestCompany } from '../support/company'
import { isState, startDevices, type DevicesProcess } from '../support/devices'
import { HttpClient } from '../support/host'

const STATION = 'packing-pc'

let devices: DevicesProcess
let company: TestCompany
let agent: StationAgent
let host: Host
let browser: HttpClient
let channels: Channel[]
let scale: SimulatedScale
let printer: SimulatedPrinter
let scaleId: number
let printerId: number

const tcpOf = (channel: Channel) =>
  ({ transport: 'tcp', host: '127.0.0.1', port: Number(channel.address.split(':')[1]) }) as const

function addDevice(profileId: string, channel: Channel): number {
  const profile = profileById(profileId)
  if (profile === undefined) throw new Error(`no profile ${profileId}`)
  return company.owner.devices.addDevice({ station: STATION, name: profileId, profile, address: tcpOf(channel) }).id
}

beforeAll(async () => {
  devices = await startDevices()
})
afterAll(() => devices.close())

beforeEach(async () => {
  company = openTestCompany({ now: new Date().toISOString() })
  channels = [await openTcp(0), await openTcp(0)]
  const [first, second] = channels as [Channel, Channel]
  scale = new SimulatedScale('mt-sics', first)
  printer = new SimulatedPrinter('zpl', second)
  scaleId = addDevice('mt-sics', first)
  printerId = addDevice('zpl', second)
  agent = new StationAgent(company.company, devices.client, STATION)
  host = await startHost({ company: company.company, port: 0, rendererFolder: 'out/renderer' })
  browser = new HttpClient(host.address)
  await browser.signIn('owner', PASSWORD)
  await devices.until(isState(scaleId, 'ready'))
})
afterEach(async () => {
  agent.stop()
  scale.stop()
  await devices.client.use({ devices: [] })
  await host.close()
  await printer.kill()
  for (const channel of channels) await channel.close().catch(() => undefined)
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
  devices.events.length = 0
})

interface Live {
  readonly isLive: boolean
  readonly states: { deviceId: number; weight?: { isStable: boolean; weight?: { value: number } } }[]
}

async function weighed(grams: number): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    const { body } = await browser.call('devices.readDevices', { station: STATION })
    const reading = (body as unknown as Live).states.find(({ deviceId }) => deviceId === scaleId)?.weight
    if (reading?.isStable === true && reading.weight?.value === grams) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never weighed ${grams} g`)
}

test('the weight is seen, tared from afar, and the label comes out', async () => {
  const { body } = await browser.call('devices.listStations', {})
  expect(body).toEqual({ rows: [{ station: STATION, devices: 2, isLive: true }] })
  scale.put(1250)
  await weighed(1250)
  expect((await browser.command('devices.askDevice', { deviceId: scaleId, command: 'tare' })).status).toBe(200)
  await weighed(0)
  scale.put(1750)
  await weighed(500)
  const asked = await browser.command('labels.printLabels', { use: 'test', sourceId: printerId, station: STATION })
  expect(asked.status).toBe(200)
  await devices.settled(() => printer.printed.length === 1, 'printed')
})

test('a station that is away says so', async () => {
  agent.stop()
  const { body } = await browser.call('devices.readDevices', { station: STATION })
  expect(body).toEqual({ isLive: false, states: [] })
  const refused = await browser.command('devices.askDevice', { deviceId: scaleId, command: 'zero' })
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('devices.stationAway')])
})
