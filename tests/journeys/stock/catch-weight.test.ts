import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/rooms'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, ITEM, order, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { putAllAway, release, sell } from '../../support/warehouse-day'

const KG = PIECE
const GTIN = '95012345678903'
/** A wheel of about 5 kg. */
const WHEEL = { unit: 'wheel', nominalMicro: 5 * KG, tolerancePercent: 10 }

let company: TestCompany
let supplies: Supplies
let cheese: Supplies['bolt']

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  const { owner } = company
  const packs = [{ unit: 'kg', baseQuantity: 1, barcodes: [GTIN] }]
  const { id } = owner.items.addItem({ ...ITEM, code: 'CHEESE', name: 'Mountain cheese', baseUnit: 'kg', packs })
  cheese = { id, packId: owner.items.getItem({ id }).packs[0]!.id }
  owner.items.setCatchWeight({ itemId: id, terms: WHEEL })
})
afterEach(() => closeSound(company))

/** The label of one wheel: its weight in grams, as GS1 has it. */
const label = (grams: number): string => `01${GTIN}3103${String(grams).padStart(6, '0')}`

/** Orders wheels by their nominal weight and receives them as weighed; answers the order. */
function receive(kilograms: number, ...arrivals: { pieces: number; grams: number }[]): number {
  const bought = order(company.owner, supplies, [{ item: cheese, pieces: kilograms, priceMicro: 60_000_000 }])
  for (const { pieces, grams } of arrivals) {
    const quantityMicro = grams * 1000
    const line = { orderLineId: bought.lineIds[0]!, quantityMicro, pieces }
    company.clerk.purchasing.receiveGoods({ orderId: bought.id, receivedOn: '2026-03-02', lines: [line] })
  }
  return bought.id
}

/** Where the cheese lies: bin, kilograms, wheels. */
const shelves = () =>
  company.owner.inventory
    .itemStock({ itemId: cheese.id })
    .balances.map((row) => [row.bin.code, row.quantityMicro / KG, row.pieces])

const salesLine = (id: number) => company.owner.sales.getOrder({ id }).lines[0]!

describe('goods that are counted in pieces and paid by weight', () => {
  it('come in as they weigh: the order follows the scale, and the value is weight times price', () => {
    const orderId = receive(50, { pieces: 4, grams: 20_600 })
    let [line] = company.owner.purchasing.getOrder({ id: orderId }).lines
    expect([line!.quantityMicro, line!.receivedMicro]).toEqual([50_600_000, 20_600_000])
    company.clerk.purchasing.receiveGoods({
      orderId,
      receivedOn: '2026-03-03',
      lines: [{ orderLineId: line!.id, quantityMicro: 29_900_000, pieces: 6 }],
    })
    const bought = company.owner.purchasing.getOrder({ id: orderId })
    ;[line] = bought.lines
    expect([line!.quantityMicro, line!.receivedMicro, bought.state]).toEqual([50_500_000, 50_500_000, 'received'])
    // 50.5 kg at 60.00 and 13 % tax on the order; 3030.00 on the shelf.
    expect([bought.netMinor, bought.taxMinor]).toEqual([303_000, 39_390])
    expect(company.owner.inventory.itemStock({ itemId: cheese.id }).valueMinor).toBe(303_000)
    putAllAway(company, supplies)
    expect(shelves().map(([, kilograms, wheels]) => [kilograms, wheels])).toEqual([[50.5, 10]])
    // The supplier bills what was weighed: nothing is left to explain.
    const invoice = company.bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'X-1',
      invoicedOn: '2026-03-04',
      lines: company.owner.purchasing.listReceipts({}).rows.flatMap(({ id }) =>
        company.owner.purchasing.getReceipt({ id }).lines.map((received) => ({
          receiptLineId: received.id,
          quantityMicro: received.quantityMicro,
          priceMicro: 60_000_000,
        })),
      ),
    })
    expect(company.owner.purchasing.getInvoice({ id: invoice.id }).netMinor).toBe(303_000)
  })

  it('refuse what so many pieces can’t weigh, and more pieces than were ordered', () => {
    const { id, lineIds } = order(company.owner, supplies, [{ item: cheese, pieces: 10, priceMicro: 60_000_000 }])
    const arrive = (pieces: number, grams: number) => () =>
      company.clerk.purchasing.receiveGoods({
        orderId: id,
        receivedOn: '2026-03-02',
        lines: [{ orderLineId: lineIds[0]!, quantityMicro: grams * 1000, pieces }],
      })
    const slip = refusalOf(arrive(2, 102_000))
    expect([slip.code, slip.params]).toMatchObject([
      'items.weightUnlikely',
      { pieces: 2, unit: 'wheel', lowest: '9 kg', highest: '11 kg', weighed: '102 kg' },
    ])
    expect(refusalOf(arrive(3, 15_000)).code).toBe('purchasing.overReceived')
    expect(company.owner.purchasing.getOrder({ id }).lines[0]).toMatchObject({ quantityMicro: 10 * KG })
    expect(shelves()).toEqual([])
  })

  it('are picked by their labels or on the scale; what is delivered and billed is what was weighed', () => {
    receive(50, { pieces: 10, grams: 50_500 })
    putAllAway(company, supplies)
    const orderId = sell(company, supplies, [{ item: cheese, pieces: 25, priceMicro: 90_000_000 }])
    const [task] = release(company, supplies)
    const pick = (itemScan: string, weighed: { quantityMicro?: number; pieces?: number } = {}) =>
      company.clerk.warehouse.confirmPick({ taskId: task!.id, binScan: task!.fromBin.code, itemScan, ...weighed })
    expect(refusalOf(() => pick(GTIN)).code).toBe('warehouse.weightMissing')
    expect(pick(label(5120))).toMatchObject({ state: 'open', remainingMicro: 20 * KG })
    expect(pick(label(4980))).toMatchObject({ remainingMicro: 15 * KG })
    expect(refusalOf(() => pick(GTIN, { quantityMicro: 20_300_000, pieces: 4 })).code).toBe('warehouse.moreThanPlanned')
    expect(refusalOf(() => pick(GTIN, { quantityMicro: 103_000_000, pieces: 2 })).code).toBe('items.weightUnlikely')
    expect(pick(GTIN, { quantityMicro: 15_300_000, pieces: 3 })).toMatchObject({ state: 'done', doneMicro: 25_400_000 })
    // 25.4 kg at 90.00.
    expect(salesLine(orderId)).toMatchObject({ quantityMicro: 25_400_000, netMinor: 228_600 })
    company.clerk.warehouse.packScan({ orderId, itemScan: GTIN })
    const shipment = company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' })
    const invoice = company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
    expect(company.owner.sales.getInvoice({ id: invoice.id }).netMinor).toBe(228_600)
    expect(company.owner.sales.getOrder({ id: orderId }).state).toBe('closed')
    expect(shelves()).toEqual([[task!.fromBin.code, 25.1, 5]])
    // Taken back: the pieces stand where they left from, and their weight with them.
    company.owner.sales.reverseInvoice({ id: invoice.id, reversedOn: '2026-03-04', reason: 'Refused' })
    company.owner.shipping.reverseShipment({ id: shipment.id, reversedOn: '2026-03-04', reason: 'Refused' })
    expect(shelves().map(([, kilograms, wheels]) => [kilograms, wheels])).toEqual([
      [25.1, 5],
      [25.4, 5],
    ])
  })

  it('leave no weight behind with the last piece, nor want any for a heavy one', () => {
    receive(15, { pieces: 3, grams: 15_000 })
    putAllAway(company, supplies)
    const start = balances(company.owner)
    const orderId = sell(company, supplies, [{ item: cheese, pieces: 15, priceMicro: 90_000_000 }])
    const [task] = release(company, supplies)
    const pick = (grams: number, pieces: number) =>
      company.clerk.warehouse.confirmPick({
        taskId: task!.id,
        binScan: task!.fromBin.code,
        itemScan: GTIN,
        quantityMicro: grams * 1000,
        pieces,
      })
    // Heavier than all the books have: found. 15.3 kg out of 15.
    pick(10_300, 2)
    expect(pick(5000, 1)).toMatchObject({ state: 'done', doneMicro: 15_300_000 })
    expect(salesLine(orderId).quantityMicro).toBe(15_300_000)
    expect(company.owner.warehouse.listAdjustments({}).rows.map((row) => row.reason)).toEqual([
      'Difference found by weighing',
    ])
    // 0.3 kg at 60.00.
    const gained = balances(company.owner)
    expect(Object.values(gained).reduce((sum, value) => sum + value, 0)).toBe(0)
    expect(gained['1405'] ?? gained['1400'] ?? 0).toBe((start['1405'] ?? start['1400'] ?? 0) + 1800)
  })

  it('that dried on the shelf are written off with the last piece', () => {
    receive(10, { pieces: 2, grams: 10_000 })
    putAllAway(company, supplies)
    const orderId = sell(company, supplies, [{ item: cheese, pieces: 10, priceMicro: 90_000_000 }])
    const [task] = release(company, supplies)
    company.clerk.warehouse.confirmPick({
      taskId: task!.id,
      binScan: task!.fromBin.code,
      itemScan: GTIN,
      quantityMicro: 9_700_000,
      pieces: 2,
    })
    expect(salesLine(orderId).quantityMicro).toBe(9_700_000)
    expect(shelves().map(([, kilograms, wheels]) => [kilograms, wheels])).toEqual([[9.7, 2]])
    expect(company.owner.warehouse.listAdjustments({}).rows).toHaveLength(1)
  })

  it('are counted by both: pieces alone may be wrong, and a bin found empty holds none', () => {
    receive(50, { pieces: 10, grams: 50_000 })
    putAllAway(company, supplies)
    const bin = shelves()[0]![0] as string
    const binId = company.clerk.warehouse.listBins({ warehouseId: supplies.warehouseId, filter: bin }).rows[0]!.id
    const count = (line: { countedMicro: number; countedPieces?: number }) => {
      const { warehouseId } = supplies
      const { id } = company.clerk.warehouse.startCount({ warehouseId, binIds: [binId], countedOn: '2026-03-04' })
      const lines = [{ itemId: cheese.id, ...line }]
      company.clerk.warehouse.countBin({ countId: id, binScan: bin, lines })
      company.owner.warehouse.approveCount({ countId: id, approvedOn: '2026-03-04' })
      return shelves().map(([, kilograms, wheels]) => [kilograms, wheels])
    }
    expect(count({ countedMicro: 50 * KG, countedPieces: 9 })).toEqual([[50, 9]])
    expect(count({ countedMicro: 45 * KG, countedPieces: 10 })).toEqual([[45, 10]])
    expect(count({ countedMicro: 46 * KG })).toEqual([[46, 9]])
    expect(count({ countedMicro: 0 })).toEqual([])
  })

  it('can’t become so, nor cease to be, while they lie on a shelf; and stay out of kits', () => {
    receive(10, { pieces: 2, grams: 10_000 })
    const { owner } = company
    expect(refusalOf(() => owner.items.setCatchWeight({ itemId: cheese.id, terms: null })).code).toBe(
      'inventory.trackingNeedsEmptyStock',
    )
    owner.items.setCatchWeight({ itemId: cheese.id, terms: { ...WHEEL, tolerancePercent: 20 } })
    const packs = [{ unit: 'pc', baseQuantity: 1, barcodes: [] }]
    const kit = owner.items.addItem({ ...ITEM, code: 'KIT', name: 'Basket', kind: 'service', isKit: true, packs })
    const parts = [{ itemId: cheese.id, quantityMicro: KG }]
    expect(refusalOf(() => owner.items.setKitParts({ itemId: kit.id, parts })).code).toBe('items.catchWeightInKit')
    expect(refusalOf(() => owner.items.setCatchWeight({ itemId: kit.id, terms: WHEEL })).code).toBe(
      'items.catchWeightNeedsStock',
    )
  })

  it('are proved by verify: pieces equal their entries and have weight', () => {
    receive(10, { pieces: 2, grams: 10_000 })
    expect(foundAfter(company, checks, 'UPDATE inventory_pieces SET pieces = 3')).toEqual([
      'inventory.piecesFollowTheirEntries',
    ])
    expect(foundAfter(company, checks, 'DELETE FROM items_catch_weight')).toEqual(['inventory.piecesHaveWeight'])
  })
})
