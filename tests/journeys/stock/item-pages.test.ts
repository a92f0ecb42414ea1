import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('pictures of an item', () => {
  it('are kept in the company file, the first one small for lists and the station', () => {
    const { owner, clerk } = company
    const itemId = supplies.bolt.id
    const { id } = owner.items.addImage({ itemId, picture: PNG, thumbnail: PNG })
    owner.items.addImage({ itemId, picture: PNG, thumbnail: PNG })
    expect(clerk.items.thumbnails({ itemIds: [itemId, supplies.tea.id] }).rows).toEqual([
      { itemId, url: `data:image/png;base64,${PNG}` },
    ])
    expect(clerk.items.listImages({ itemId }).rows).toHaveLength(2)
    expect(clerk.items.getImage({ id }).url).toBe(`data:image/png;base64,${PNG}`)
    // The trail names the picture, and does not hold it.
    const trail = company.reader.all<{ detail: string }>(
      `SELECT detail FROM audit_entry WHERE procedure = 'items.addImage'`,
    )
    expect(trail).toHaveLength(2)
    expect(trail[0]?.detail).toContain('SHA-256')
    expect(trail[0]?.detail).not.toContain(PNG)
    owner.items.removeImage({ id })
    expect(clerk.items.listImages({ itemId }).rows).toHaveLength(1)
    expect(refusalOf(() => clerk.items.getImage({ id })).code).toBe('items.pictureUnknown')
  })

  it('are pictures, small enough, and few', () => {
    const { owner } = company
    const itemId = supplies.bolt.id
    const text = Buffer.from('<svg onload="alert(1)"/>').toString('base64')
    const refused = (picture: string, thumbnail = PNG): string =>
      refusalOf(() => owner.items.addImage({ itemId, picture, thumbnail })).code
    expect(refused(text)).toBe('items.notAPicture')
    const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(600_000)]).toString('base64')
    expect(refused(large)).toBe('items.pictureTooLarge')
    for (let at = 0; at < 6; at += 1) owner.items.addImage({ itemId, picture: PNG, thumbnail: PNG })
    expect(refused(PNG)).toBe('items.tooManyPictures')
  })
})

describe('the year of a partner', () => {
  it('shows what was sold and bought, what is open and overdue either way, open orders and the last papers', () => {
    const { owner, bookkeeper, clerk } = company
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 4 }])
    ship(company, supplies, orderId)
    const invoice = bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
    const waiting = sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    const partnerId = supplies.customerId
    const year = owner.reports.partnerYear({ partnerId, on: '2026-03-10' })
    expect(year.months.at(-1)).toEqual({ month: '2026-03', soldMinor: 8000, boughtMinor: 0 })
    expect(year.receivable).toEqual({ openMinor: 9040, overdueMinor: 0 })
    expect(year.openOrders.map(({ documentId }) => documentId)).toEqual([waiting])
    expect(year.lastPapers).toMatchObject([{ kind: 'sales.invoice', documentId: invoice.id, on: '2026-03-04' }])
    // The day after it was due, all of it is late.
    const later = owner.reports.partnerYear({ partnerId, on: '2027-01-10' })
    expect(later.receivable).toEqual({ openMinor: 9040, overdueMinor: 9040 })
    expect(later.months.every(({ soldMinor }) => soldMinor === 0)).toBe(false)

    const supplier = owner.reports.partnerYear({ partnerId: supplies.supplierId, on: '2026-03-10' })
    expect(supplier.payable.openMinor).toBe(0)
    expect(refusalOf(() => owner.reports.partnerYear({ partnerId: 9999, on: '2026-03-10' })).code).toBe(
      'parties.partnerUnknown',
    )
    expect(refusalOf(() => clerk.reports.partnerYear({ partnerId, on: '2026-03-10' })).code).toBe('access.rightMissing')
  })
})

describe('the year of an item', () => {
  it('shows what was bought, sold and held month by month, and the last deals', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 4 }])
    ship(company, supplies, orderId)
    company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
    const { months, lastSold, lastBought } = company.owner.reports.itemYear({
      itemId: supplies.bolt.id,
      on: '2026-04-10',
    })
    expect(months.map(({ month }) => month)).toEqual([
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
    ])
    // 4 x 20.00 sold, at 10.00 each
    expect(months.at(-2)).toEqual({
      month: '2026-03',
      soldMicro: 4 * PIECE,
      boughtMicro: 10 * PIECE,
      netMinor: 8000,
      costMinor: 4000,
      profitMinor: 4000,
      onHandMicro: 6 * PIECE,
    })
    expect(months.at(-1)).toMatchObject({ soldMicro: 0, onHandMicro: 6 * PIECE })
    expect(lastSold).toMatchObject([{ partner: 'Corner Shop', quantityMicro: 4 * PIECE, netMinor: 8000 }])
    expect(lastBought).toMatchObject([{ partner: 'Northern Supplies', quantityMicro: 10 * PIECE, valueMinor: 10_000 }])
  })
})
