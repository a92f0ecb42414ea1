/** Which printer of a station takes which kind of paper: kept with the company, apart for each station. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStrip, paperKinds } from '../../src/shared/labels/papers'
import { profileById } from '../../src/shared/devices/profiles'
import { openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, PIECE } from '../support/supplies'
import { sell, ship, stockUp } from '../support/warehouse-day'

const stations = ['front desk', 'store'] as const
type Station = (typeof stations)[number]

let company: TestCompany

beforeEach(() => {
  company = openTestCompany({ now: new Date().toISOString() })
})
afterEach(() => company.close())

/** A printer of the system for each kind of paper at each station, and the rule that sends it there. */
function setUpPrinters(): Map<string, number> {
  const profile = profileById('system-printer')
  if (profile === undefined) throw new Error('no profile')
  const printers = new Map<string, number>()
  for (const station of stations) {
    for (const use of paperKinds) {
      const name = `${station}, ${use}`
      const address = { transport: 'spooler', queue: name } as const
      printers.set(name, company.owner.devices.addDevice({ station, name, profile, address }).id)
    }
  }
  for (const station of stations) {
    for (const use of paperKinds) {
      const deviceId = printers.get(`${station}, ${use}`) ?? 0
      const form = station === 'store' ? '241x140' : 'A4'
      company.owner.labels.setRule({ station, use, deviceId, isAutomatic: false, form })
    }
  }
  return printers
}

function documents() {
  const supplies = addSupplies(company)
  const { bookkeeper } = company
  const bolts = { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE }
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
  const shipmentId = ship(company, supplies, orderId)
  const { warehouseId, customerId } = supplies
  const soldOn = company.owner.company.profile({}).today
  const line = { ...bolts, priceMicro: 20_000_000 }
  const quoted = { quotedOn: '2026-03-02', validUntil: '2999-01-01' }
  const till = bookkeeper.counter.openTill({ openedOn: soldOn, countedMinor: 0 })
  const sale = bookkeeper.counter.sell({ customerId, warehouseId, soldOn, tenderedMinor: 10_000, lines: [line] })
  bookkeeper.counter.closeTill({ id: till.id, closedOn: soldOn, countedMinor: sale.grossMinor })
  const [bought] = company.owner.purchasing.listOrders({}).rows
  return {
    invoice: bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' }).id,
    deliveryNote: shipmentId,
    statement: customerId,
    reminder: bookkeeper.treasury.sendDunning({ partnerId: customerId, sentOn: '2026-03-28' }).id,
    quotation: bookkeeper.offers.saveQuotation({ customerId, warehouseId, ...quoted, lines: [line] }).id,
    receipt: sale.id,
    tillReport: till.id,
    purchaseOrder: bought?.id ?? 0,
  }
}

/** Printed at the station, and taken by it from the queue: which device it goes to. */
function printedAt(station: Station, paper: (typeof paperKinds)[number], sourceId: number) {
  const span = paper === 'statement' ? { from: '2026-01-01', to: '2026-12-31' } : {}
  const again = isStrip(paper) ? { reason: 'once at each station' } : {}
  company.owner.labels.printPaper({ paper, sourceId, locale: 'en', station, ...span, ...again })
  const { job } = company.owner.labels.claimJob({ station })
  if (job === null) throw new Error(`nothing waits at ${station}`)
  company.owner.labels.settleJob({ id: job.id, outcome: 'confirmed' })
  return job
}

test('every kind of paper comes out of its own printer at each station', { timeout: 60_000 }, () => {
  const printers = setUpPrinters()
  const of = documents()
  for (const station of stations) {
    for (const paper of paperKinds) {
      const { deviceId, content } = printedAt(station, paper, of[paper])
      expect([...printers].find(([, id]) => id === deviceId)?.[0]).toBe(`${station}, ${paper}`)
      const sheet = station === 'store' ? '241x140' : 'A4'
      expect(content).toMatchObject(isStrip(paper) ? { kind: 'receipt' } : { kind: 'paper', form: sheet })
    }
  }
})

test('changing one at a station changes no other kind and no other station', () => {
  const printers = setUpPrinters()
  const of = documents()
  const other = printers.get('store, statement') ?? 0
  company.owner.labels.setRule({ station: 'store', use: 'invoice', deviceId: other, isAutomatic: false })
  expect(printedAt('store', 'invoice', of.invoice).deviceId).toBe(other)
  expect(printedAt('store', 'deliveryNote', of.deliveryNote).deviceId).toBe(printers.get('store, deliveryNote'))
  expect(printedAt('front desk', 'invoice', of.invoice).deviceId).toBe(printers.get('front desk, invoice'))
  // Forgotten: with six that would do, the station asks which.
  company.owner.labels.clearRule({ station: 'store', use: 'invoice' })
  const ask = { paper: 'invoice', sourceId: of.invoice, locale: 'en', station: 'store' } as const
  expect(refusalOf(() => company.bookkeeper.labels.printPaper(ask)).code).toBe('labels.whichPrinter')
  // Another station's printer can't be named here.
  const far = { station: 'store', use: 'invoice', deviceId: printers.get('front desk, invoice') ?? 0 } as const
  expect(refusalOf(() => company.owner.labels.setRule({ ...far, isAutomatic: false })).code).toBe('labels.noPrinter')
})
