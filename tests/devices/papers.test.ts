/** Receipts and sheets from the sale to the paper: the company, the station's agent, the real devices process. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOfUser } from '../../src/main/foundation/access'
import { checks } from '../../src/main/rooms'
import { StationAgent } from '../../src/main/edge/station'
import { openTcp, readEscPos, readZpl, SimulatedPrinter } from '../../src/main/edge/simulators'
import { profileById } from '../../src/shared/devices/profiles'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { isState, startDevices, type DevicesProcess } from '../support/devices'
import { readPdf } from '../support/pdf-text'
import { addSupplies, PIECE } from '../support/supplies'
import { foundAfter } from '../support/tampering'
import { sell as sellOnCredit, ship, stockUp } from '../support/warehouse-day'

const KICK = Buffer.from([0x1b, 0x70, 0, 25, 250])

/** A print system that keeps each sheet in a folder: `lp` and `lpstat` as CUPS has them, first on the path. */
const system = mkdtempSync(join(tmpdir(), 'kontor-lp-'))
const pathBefore = process.env['PATH']
let devices: DevicesProcess

beforeAll(async () => {
  const program = (name: string, lines: string[]): void => {
    writeFileSync(join(system, name), ['#!/bin/sh', ...lines, ''].join('\n'))
    chmodSync(join(system, name), 0o755)
  }
  program('lp', [
    `if [ -e "${system}/away" ]; then echo 'lp: The printer or class does not exist.' >&2; exit 1; fi`,
    `echo "$@" >> "${system}/asked"`,
    `for last; do :; done; if [ "$last" = - ]; then cat > "${system}/raw"; else cp "$last" "${system}/sheet.pdf"; fi`,
    `echo 'request id is Office-7 (1 file(s))'`,
  ])
  program('lpstat', [
    `case "$*" in *not-completed*) exit 0;; esac`,
    `if [ -e "${system}/empty" ]; then printf 'printer Office is idle.\\n\\tAlerts: media-empty-error\\n'; exit 0; fi`,
    `echo 'printer Office is idle.  enabled since today'`,
  ])
  process.env['PATH'] = `${system}:${pathBefore}`
  devices = await startDevices()
})
afterAll(async () => {
  await devices.close()
  process.env['PATH'] = pathBefore
  rmSync(system, { recursive: true, force: true })
})

let company: TestCompany
let agent: StationAgent
let printer: SimulatedPrinter
let tillId: number
let officeId: number

beforeEach(async () => {
  devices.events.length = 0
  const channel = await openTcp(0)
  printer = new SimulatedPrinter('escpos', channel)
  company = openTestCompany({ now: new Date().toISOString() })
  const [till, office] = [profileById('escpos-58'), profileById('system-printer')]
  if (till === undefined || office === undefined) throw new Error('no profile')
  const port = Number(channel.address.split(':')[1])
  const add = company.owner.devices.addDevice
  tillId = add({ name: 'Till', profile: till, address: { transport: 'tcp', host: '127.0.0.1', port } }).id
  officeId = add({ name: 'Office', profile: office, address: { transport: 'spooler', queue: 'Office' } }).id
  agent = new StationAgent(company.company, devices.client, 'test')
  await devices.until(isState(officeId, 'ready'))
  await devices.until(isState(tillId, 'ready'))
})
afterEach(async () => {
  agent.stop()
  await devices.client.use({ devices: [] })
  await printer.kill()
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

function sell() {
  const supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  const today = company.owner.company.profile({}).today
  return company.bookkeeper.counter.sell({
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    soldOn: today,
    tenderedMinor: 10_000,
    lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro: 20_000_000 }],
  })
}
/** The printer at the till is of this kind. */
async function haveTill(profileId: string): Promise<void> {
  const profile = profileById(profileId)
  const till = company.owner.devices.listDevices({}).rows.find(({ id }) => id === tillId)
  if (profile === undefined || till === undefined) throw new Error('no till')
  if (profile.id === till.profile.id) return
  const seen = devices.events.length
  company.owner.devices.changeDevice({ id: tillId, name: till.name, profile, address: till.address })
  await devices.until(isState(tillId, 'ready'), seen)
}
const states = () => company.clerk.labels.listJobs({ limit: 50 }).rows.map(({ state }) => state)
const settled = (count: number) =>
  devices.settled(() => states().length === count && states().every((state) => state === 'confirmed'), `${count} jobs`)

describe('a receipt', () => {
  // Of a roll of 58 mm a printer reaches 48, of one of 80 mm 72: at 203 dpi, in whole bytes.
  test.each([
    ['escpos-58', 384],
    ['escpos', 568],
  ])(
    'on %s comes by itself after the sale and opens the drawer; a copy needs a reason, says so, and opens nothing',
    async (profileId, width) => {
      await haveTill(profileId)
      company.owner.labels.setRule({ use: 'receipt', deviceId: tillId, isAutomatic: true })
      const { id } = sell()
      await settled(1)
      // It answers before the paper has come out.
      await devices.settled(() => printer.printed.length === 1, 'the receipt')
      const [first = Buffer.alloc(0)] = printer.printed.map((job) => Buffer.from(job))
      expect(first.indexOf(KICK)).toBe(0)
      const [strip] = readEscPos(first)
      expect(strip?.picture.width).toBe(width)
      const ink = strip?.picture.cropped()
      expect(ink?.x).toBeLessThan(width / 10)
      // What stands at the right ends at the right edge of what this roll can show.
      expect((ink?.x ?? 0) + (ink?.bitmap.width ?? 0)).toBeGreaterThan(width - 8)
      const again = { paper: 'receipt', sourceId: id, locale: 'zh-CN' } as const
      expect(refusalOf(() => company.bookkeeper.labels.printPaper(again)).code).toBe('labels.reasonWanted')
      company.bookkeeper.labels.printPaper({ ...again, reason: 'customer lost it' })
      await settled(2)
      await devices.settled(() => printer.printed.length === 2, 'the copy')
      const copy = Buffer.from(printer.printed[1] ?? [])
      expect(copy.includes(KICK)).toBe(false)
      const tampering = `UPDATE labels_job SET template = json_set(template, '$.opensDrawer', json('true'))`
      expect(foundAfter(company, checks, tampering)).toContain('labels.receipts are printed once')
      expect(readEscPos(copy)[0]?.picture.height).toBeGreaterThan(strip?.picture.height ?? 0)
    },
  )

  test('may not be printed by whoever may not see sales', () => {
    const { id } = sell()
    const clerk = actorOfUser(company.reader, 'clerk', 'test')
    if (clerk === undefined) throw new Error('no clerk')
    const nobody = company.as({ ...clerk, rights: new Set(['signedIn']) })
    expect(refusalOf(() => nobody.labels.printPaper({ paper: 'receipt', sourceId: id, locale: 'en' })).code).toBe(
      'access.rightMissing',
    )
  })
})

describe('a label printer behind a queue of the system', () => {
  test('gets its bytes as they are, and waits while the queue says that there is no paper', async () => {
    const zpl = profileById('zpl')
    if (zpl === undefined) throw new Error('no profile')
    const spooler = { ...zpl, transports: ['spooler' as const], confirms: 'delivery' as const }
    const address = { transport: 'spooler', queue: 'Labels' } as const
    const sourceId = company.owner.devices.addDevice({ name: 'Queue', profile: spooler, address }).id
    await devices.until(isState(sourceId, 'ready'))
    writeFileSync(join(system, 'empty'), '')
    // A line that is still open from looking is used once more; then the queue is asked again.
    await new Promise((resolve) => setTimeout(resolve, 2500))
    company.clerk.labels.printLabels({ use: 'test', sourceId })
    await devices.settled(
      () => company.clerk.labels.listJobs({ limit: 1 }).rows[0]?.trouble?.code === 'devices.paperFault',
      'no paper',
    )
    rmSync(join(system, 'empty'))
    await settled(1)
    const [label] = readZpl(readFileSync(join(system, 'raw')))
    expect(label?.picture.width).toBeGreaterThan(300)
    expect(readFileSync(join(system, 'asked'), 'utf8')).toContain('-d Labels -o raw -')
  })
})

/** What has just come out lies on the form as its layout says, off by what the rule says. */
function expectOnForm(wanted: { height: number; dx: number; dy: number; says?: readonly string[] }): void {
  const { height, dx, dy, says = [] } = wanted
  const [page] = readPdf(readFileSync(join(system, 'sheet.pdf')))
  expect(page?.width).toBeCloseTo(241.3, 1)
  expect(page?.height).toBeCloseTo(height, 1)
  const across = (page?.rules ?? []).filter(({ from, to }) => Math.abs(from[1] - to[1]) < 0.01)
  expect(across.length).toBeGreaterThan(1)
  for (const [at, { from, to }] of across.entries()) {
    // To a needle of 1/180 inch: the table begins at 25 mm, its rows are 5.6 mm high, between 16 and 225.3 mm.
    expect(Math.abs(from[1] - (25 + at * 5.6 + dy))).toBeLessThan(0.14)
    expect(Math.abs(from[0] - (16 + dx))).toBeLessThan(0.14)
    expect(Math.abs(to[0] - (225.3 + dx))).toBeLessThan(0.14)
  }
  const texts = page?.texts ?? []
  for (const one of says) expect(texts.map(({ text }) => text).join('\n')).toContain(one)
  // Who sends it stands at the left edge of the print; nothing stands on the strips with the holes.
  for (const { x, text } of texts) {
    expect(x, text).toBeGreaterThan(16 + dx - 0.14)
    expect(x, text).toBeLessThan(225.3 + dx)
  }
}

/** One of each that goes to a customer on a sheet, and a word that it must say. */
function documents() {
  const supplies = addSupplies(company)
  const { bookkeeper } = company
  const customerId = supplies.customerId
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  const orderId = sellOnCredit(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
  const shipmentId = ship(company, supplies, orderId)
  const invoice = bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
  const bolts = { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 2 * PIECE }
  const draft = bookkeeper.offers.saveQuotation({
    customerId,
    warehouseId: supplies.warehouseId,
    quotedOn: '2026-03-02',
    validUntil: '2999-01-01',
    lines: [{ ...bolts, priceMicro: 20_000_000 }],
  })
  const quotation = bookkeeper.offers.sendQuotation({ id: draft.id })
  const [bought] = company.owner.purchasing.listOrders({}).rows
  const reminder = bookkeeper.treasury.sendDunning({ partnerId: customerId, sentOn: '2026-03-28' })
  return [
    { paper: 'invoice', sourceId: invoice.id, says: 'Bolt M8' },
    { paper: 'deliveryNote', sourceId: shipmentId, says: 'Bolt M8' },
    { paper: 'statement', sourceId: customerId, from: '2026-01-01', to: '2026-12-31', says: invoice.number ?? '' },
    { paper: 'quotation', sourceId: quotation.id, says: 'Bolt M8' },
    { paper: 'purchaseOrder', sourceId: bought?.id ?? 0, says: 'Bolt M8' },
    { paper: 'reminder', sourceId: reminder.id, says: invoice.number ?? '' },
  ] as const
}

describe.each([
  ['241x280', 279.4],
  ['241x140', 139.7],
  ['241x93', 93.1],
] as const)('on the three-part form %s', (form, height) => {
  test('every document comes out in its places, in both languages', async () => {
    const at = { shiftXTenths: -5, shiftYTenths: 12 }
    for (const [index, one] of documents().entries()) {
      company.owner.labels.setRule({ use: one.paper, deviceId: officeId, isAutomatic: false, form, ...at })
      for (const [turn, locale] of (['zh-CN', 'en'] as const).entries()) {
        rmSync(join(system, 'sheet.pdf'), { force: true })
        const { says, ...ask } = one
        company.bookkeeper.labels.printPaper({ ...ask, locale })
        await settled(2 * index + turn + 1)
        expectOnForm({ height, dx: -0.5, dy: 1.2, says: [company.owner.company.profile({}).name, says] })
      }
    }
  })
})

describe('an invoice', () => {
  test('goes to the printer of the system on the sheet that the rule names, and waits where it cannot', async () => {
    const rule = { use: 'invoice', isAutomatic: false, form: '241x140', shiftXTenths: 15, shiftYTenths: -10 } as const
    expect(refusalOf(() => company.owner.labels.setRule({ ...rule, deviceId: tillId })).code).toBe(
      'labels.printerUnsuited',
    )
    company.owner.labels.setRule({ ...rule, deviceId: officeId })
    const { invoiceId } = sell()
    const ask = { paper: 'invoice', sourceId: invoiceId, locale: 'zh-CN' } as const
    company.bookkeeper.labels.printPaper(ask)
    await settled(1)
    expect(readFileSync(join(system, 'asked'), 'utf8')).toContain('media=Custom.241x140mm')
    expectOnForm({ height: 139.7, dx: 1.5, dy: -1 })
    writeFileSync(join(system, 'away'), '')
    const { jobIds } = company.bookkeeper.labels.printPaper(ask)
    await devices.settled(
      () => company.clerk.labels.queueOf({ station: 'test' }).trouble?.code === 'devices.queueUnknown',
      'told',
    )
    expect(company.clerk.labels.queueOf({ station: 'test' })).toMatchObject({ waiting: 1, unknown: 0 })
    rmSync(join(system, 'away'))
    await settled(2)
    expect(jobIds).toHaveLength(1)
  })
})
