/** Labels from the document to the paper: the company, the station's agent, the real devices process, a printer. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { StationAgent } from '../../src/main/edge/station'
import { openTcp, readZpl, SimulatedPrinter } from '../../src/main/edge/simulators'
import { profileById } from '../../src/shared/devices/profiles'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { isState, startDevices, type DevicesProcess } from '../support/devices'
import { addSupplies, order, PIECE } from '../support/supplies'

let devices: DevicesProcess
let company: TestCompany
let agent: StationAgent
let printer: SimulatedPrinter
let port: number
let deviceId: number

beforeAll(async () => {
  devices = await startDevices()
})
afterAll(() => devices.close())

async function plugIn(at: number, language: 'zpl' | 'tspl' = 'zpl'): Promise<void> {
  const channel = await openTcp(at)
  port = Number(channel.address.split(':')[1])
  printer = new SimulatedPrinter(language, channel)
}

beforeEach(async () => {
  devices.events.length = 0
  await plugIn(0)
  company = openTestCompany({ now: new Date().toISOString() })
  const profile = profileById('zpl')
  if (profile === undefined) throw new Error('no profile')
  deviceId = company.owner.devices.addDevice({
    name: 'Labels',
    profile,
    address: { transport: 'tcp', host: '127.0.0.1', port },
  }).id
  agent = new StationAgent(company.company, devices.client, 'test')
  await devices.until(isState(deviceId, 'ready'))
})
afterEach(async () => {
  agent.stop()
  await devices.client.use({ devices: [] })
  await printer.kill()
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

const jobs = () => company.clerk.labels.listJobs({ limit: 500 }).rows.toReversed()
const states = () => jobs().map((job) => job.state)

describe('a label', () => {
  test('is asked for, drawn, printed and confirmed; again only with a reason', async () => {
    const { jobIds } = company.clerk.labels.printLabels({ use: 'test', sourceId: deviceId })
    await devices.settled(() => states()[0] === 'confirmed', 'confirmed')
    expect(printer.printed).toHaveLength(1)
    expect(readZpl(printer.printed[0] ?? new Uint8Array())[0]?.picture.width).toBe(480)
    const [id = 0] = jobIds
    company.clerk.labels.reprintJob({ id, reason: 'smudged' })
    await devices.settled(() => states()[1] === 'confirmed', 'reprinted')
    expect(company.clerk.labels.queueOf({ station: 'test' })).toEqual({
      waiting: 0,
      sent: 0,
      confirmed: 2,
      unknown: 0,
      expired: 0,
      trouble: null,
    })
    expect(jobs()[1]).toMatchObject({ reprintOf: id, reason: 'smudged' })
    expect(printer.printed).toHaveLength(2)
  })

  test('waits for paper, says so, and comes out once there is some', async () => {
    printer.faults.paperOut = true
    company.clerk.labels.printLabels({ use: 'test', sourceId: deviceId })
    await devices.settled(() => jobs()[0]?.trouble?.code === 'devices.paperFault', 'no paper')
    expect(states()).toEqual(['queued'])
    printer.faults.paperOut = false
    await devices.settled(() => states()[0] === 'confirmed', 'printed')
    expect(printer.printed).toHaveLength(1)
  })

  test('that waits may be taken back; one that waited too long expires', () => {
    agent.stop()
    const first = company.clerk.labels.printLabels({ use: 'test', sourceId: deviceId }).jobIds[0] ?? 0
    company.clerk.labels.cancelJob({ id: first })
    expect(refusalOf(() => company.clerk.labels.cancelJob({ id: first })).code).toBe('labels.jobHasLeft')
    company.clerk.labels.printLabels({ use: 'test', sourceId: deviceId })
    company.clock.set(new Date(Date.now() + 3_600_000).toISOString())
    expect(company.owner.labels.claimJob({ station: 'test' })).toEqual({ job: null })
    expect(states()).toEqual(['cancelled', 'expired'])
    const expired = jobs()[1]?.id ?? 0
    const queue = () => company.clerk.labels.queueOf({ station: 'test' })
    expect(queue()).toMatchObject({ waiting: 0, confirmed: 0, expired: 1 })
    // Asked for once more, it is nobody's worry any longer.
    company.clerk.labels.reprintJob({ id: expired, reason: 'it was late' })
    expect(queue()).toMatchObject({ waiting: 1, expired: 0 })
  })

  test('that was on its way when the program ended is not known, and not sent again', () => {
    agent.stop()
    company.clerk.labels.printLabels({ use: 'test', sourceId: deviceId })
    company.owner.labels.claimJob({ station: 'test' })
    agent = new StationAgent(company.company, devices.client, 'test')
    expect(states()).toEqual(['unknown'])
  })

  test('needs a printer: of its own station, else the only one there is', () => {
    agent.stop()
    const { warehouseId } = addSupplies(company)
    const [sourceId = 0] = company.owner.warehouse.listBins({ warehouseId }).rows.map(({ id }) => id)
    const { jobIds } = company.clerk.labels.printLabels({ use: 'bin', sourceId, station: 'handheld' })
    expect(jobs().map(({ id, station }) => ({ id, station }))).toEqual([{ id: jobIds[0], station: 'test' }])
    company.clerk.labels.cancelJob({ id: jobIds[0] ?? 0 })
    company.owner.devices.removeDevice({ id: deviceId })
    expect(refusalOf(() => company.clerk.labels.printLabels({ use: 'bin', sourceId })).code).toBe('labels.noPrinter')
  })
})

test('a goods receipt brings its lot labels by itself where the station is set so', async () => {
  const supplies = addSupplies(company)
  company.owner.labels.setRule({ use: 'lot', deviceId, isAutomatic: true })
  const bought = order(company.bookkeeper, supplies, [{ item: supplies.tea, pieces: 5, priceMicro: 10_000_000 }])
  company.clerk.purchasing.receiveGoods({
    orderId: bought.id,
    receivedOn: '2026-03-05',
    lines: [
      { orderLineId: bought.lineIds[0] ?? 0, quantityMicro: 5 * PIECE, lotCode: 'L-77', expiresOn: '2027-03-31' },
    ],
  })
  await devices.settled(() => states()[0] === 'confirmed', 'the lot label')
  expect(jobs()[0]?.title).toContain('L-77')
  expect(printer.printed).toHaveLength(1)
})

test('a printer killed in the middle of 100 labels: each job ends, none comes out twice, none is lost unsaid', async () => {
  for (let at = 0; at < 100; at++) company.clerk.labels.printLabels({ use: 'test', sourceId: deviceId })
  await devices.settled(() => printer.printed.length >= 40, '40 labels')
  const before = printer.printed.length
  await printer.kill()
  await devices.settled(() => states().includes('unknown') || jobs().some((job) => job.trouble !== null), 'told')
  const first = printer
  await plugIn(port)
  await devices.settled(() => states().every((state) => state === 'confirmed' || state === 'unknown'), 'all ended')
  const printedNow = first.printed.length + printer.printed.length
  const confirmed = states().filter((state) => state === 'confirmed').length
  const unknown = states().filter((state) => state === 'unknown').length
  expect(confirmed + unknown).toBe(100)
  expect(unknown).toBeLessThanOrEqual(1)
  expect(first.printed.length).toBe(before)
  // What is confirmed has come out; the one that is not known may have or not; nothing came out twice.
  expect(printedNow).toBeGreaterThanOrEqual(confirmed)
  expect(printedNow).toBeLessThanOrEqual(100)
}, 60_000)
