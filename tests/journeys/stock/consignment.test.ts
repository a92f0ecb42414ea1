import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { putAllAway, sell, ship, stockUp } from '../../support/warehouse-day'
import { readPdf } from '../../support/pdf-text'
import { foundAfter } from '../../support/tampering'
import { checks } from '../../../src/main/rooms'

let company: TestCompany
let supplies: Supplies

afterEach(() => closeSound(company))

const yuan = (amount: number): number => amount * 1_000_000
const stock = () => company.owner.inventory.itemStock({ itemId: supplies.bolt.id })
const consigned = () => company.owner.purchasing.listConsigned({}).rows

/** Goods of the supplier that come on consignment, at 10.00 unless said otherwise; answers the receipt's id. */
function bring(pieces: number, price = 10, item = supplies.bolt, lot: object = {}): number {
  const { id } = company.owner.purchasing.saveOrder({
    supplierId: supplies.supplierId,
    warehouseId: supplies.warehouseId,
    orderedOn: '2026-03-02',
    expectedOn: '2026-03-02',
    isConsigned: true,
    lines: [{ itemId: item.id, packId: item.packId, quantityMicro: pieces * PIECE, priceMicro: yuan(price) }],
  })
  company.owner.purchasing.confirmOrder({ id })
  const [line] = company.owner.purchasing.getOrder({ id }).lines
  const receipt = company.clerk.purchasing.receiveGoods({
    orderId: id,
    receivedOn: '2026-03-02',
    lines: [{ orderLineId: line!.id, quantityMicro: pieces * PIECE, ...lot }],
  })
  putAllAway(company, supplies)
  return receipt.id
}

const shipPieces = (pieces: number, item = supplies.bolt): number =>
  ship(company, supplies, sell(company, supplies, [{ item, pieces }]))

describe.each(['cn-sbe', 'generic'] as const)('goods of a supplier on our shelf (%s)', (pack) => {
  const accounts =
    pack === 'cn-sbe' ? { stock: '1405', grni: '220202', cost: '5401' } : { stock: '1200', grni: '2010', cost: '5000' }
  beforeEach(() => {
    company = openTestCompany({ pack })
    supplies = addSupplies(company)
  })
  const booked = (name: keyof typeof accounts): number => balances(company.owner)[accounts[name]] ?? 0

  it('are counted and may be sold, and are in no book before they leave', () => {
    const receiptId = bring(10)
    expect(stock()).toMatchObject({ onHandMicro: 10 * PIECE, freeMicro: 10 * PIECE })
    expect(balances(company.owner)).toEqual({})
    expect(company.owner.purchasing.getReceipt({ id: receiptId })).toMatchObject({
      terms: 'consigned',
      lines: [{ valueMinor: 0 }],
    })
    expect(company.owner.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows).toEqual([])
    const [line] = company.owner.purchasing.getReceipt({ id: receiptId }).lines
    const early = refusalOf(() =>
      company.bookkeeper.purchasing.postInvoice({
        supplierId: supplies.supplierId,
        supplierReference: 'TOO-EARLY',
        invoicedOn: '2026-03-03',
        lines: [{ receiptLineId: line!.id, quantityMicro: PIECE, priceMicro: yuan(10) }],
      }),
    )
    expect(early.code).toBe('purchasing.receiptOnConsignment')
  })

  it('are bought as they leave, after our own, and invoiced like any receipt', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 4, priceMicro: yuan(8) }])
    const receiptId = bring(10)
    const grniBefore = booked('grni')
    shipPieces(7)
    // four of ours at 8.00, then three of theirs at 10.00
    expect(booked('cost')).toBe(3200 + 3000)
    expect(booked('stock')).toBe(0)
    expect(booked('grni') - grniBefore).toBe(-3000)
    expect(consigned()).toMatchObject([
      { broughtMicro: 10 * PIECE, usedMicro: 3 * PIECE, hereMicro: 7 * PIECE, unbilledMicro: 3 * PIECE },
    ])
    const { chain } = company.owner.purchasing.getReceipt({ id: receiptId })
    const used = chain.to[0]!
    expect(used).toMatchObject({ kind: 'purchasing.receipt', state: 'posted' })
    expect(company.owner.purchasing.getReceipt({ id: used.id })).toMatchObject({ terms: 'used' })
    const open = company.owner.purchasing
      .linesToInvoice({ supplierId: supplies.supplierId })
      .rows.find((row) => row.receiptId === used.id)
    company.bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'INV-7',
      invoicedOn: '2026-03-04',
      lines: [{ receiptLineId: open!.receiptLineId, quantityMicro: open!.openMicro, priceMicro: yuan(11) }],
    })
    // what it cost more goes where the goods are: gone
    expect(booked('cost')).toBe(3200 + 3300)
    expect(booked('grni')).toBe(grniBefore)
    expect(consigned()).toMatchObject([{ unbilledMicro: 0, hereMicro: 7 * PIECE }])
  })

  it('go back as the supplier’s: no value moves, and what was used can’t', () => {
    const receiptId = bring(10)
    shipPieces(4)
    const before = balances(company.owner)
    const [line] = company.owner.purchasing.getReceipt({ id: receiptId }).lines
    const plan = (pieces: number) =>
      company.owner.purchasing.planReturn({
        supplierId: supplies.supplierId,
        warehouseId: supplies.warehouseId,
        plannedOn: '2026-03-04',
        reason: 'not sold',
        lines: [{ receiptLineId: line!.id, quantityMicro: pieces * PIECE }],
      })
    expect(refusalOf(() => plan(7)).params).toMatchObject({ open: '6', wanted: '7' })
    const { id } = plan(6)
    const [waiting] = company.clerk.purchasing.returnsToSend({ warehouseId: supplies.warehouseId }).rows
    company.clerk.purchasing.sendReturn({
      lineId: waiting!.lines[0]!.id,
      binScan: waiting!.lines[0]!.places[0]!.bin.code,
      itemScan: '4006381333931',
      sentOn: '2026-03-04',
    })
    expect(company.owner.purchasing.getReturn({ id })).toMatchObject({ state: 'closed', lines: [{ costMinor: 0 }] })
    expect(balances(company.owner)).toEqual(before)
    expect(stock().onHandMicro).toBe(0)
    expect(company.owner.purchasing.listConsigned({ onlyOpen: false }).rows).toMatchObject([
      { usedMicro: 4 * PIECE, returnedMicro: 6 * PIECE, hereMicro: 0 },
    ])
    company.owner.purchasing.reverseReturn({ id, reversedOn: '2026-03-05', reason: 'kept' })
    expect(consigned()).toMatchObject([{ hereMicro: 6 * PIECE, returnedMicro: 0 }])
  })

  it('are the supplier’s again where a sale and its purchase are taken back', () => {
    const receiptId = bring(5)
    const shipmentId = shipPieces(5)
    expect(
      refusalOf(() => company.owner.purchasing.reverseReceipt({ id: receiptId, reversedOn: '2026-03-04', reason: '' }))
        .code,
    ).toBe('purchasing.receiptUsed')
    const used = company.owner.purchasing.getReceipt({ id: receiptId }).chain.to[0]!
    const takeBack = (): unknown =>
      company.owner.purchasing.reverseReceipt({ id: used.id, reversedOn: '2026-03-04', reason: 'not sold' })
    expect(refusalOf(takeBack).code).toBe('inventory.insufficientStock')
    company.owner.shipping.reverseShipment({ id: shipmentId, reversedOn: '2026-03-04', reason: 'never left' })
    expect(booked('stock')).toBe(5000)
    takeBack()
    expect(balances(company.owner)).toEqual({})
    expect(consigned()).toMatchObject([{ hereMicro: 5 * PIECE, usedMicro: 0 }])
  })
})

describe('what leaves without a sale', () => {
  beforeEach(() => {
    company = openTestCompany()
    supplies = addSupplies(company)
  })

  it('is bought as well: lost, scrapped, or sent to another warehouse', () => {
    bring(6)
    company.owner.warehouse.adjustStock({
      warehouseId: supplies.warehouseId,
      adjustedOn: '2026-03-03',
      reason: 'broken',
      lines: [{ itemId: supplies.bolt.id, quantityMicro: -2 * PIECE }],
    })
    expect(consigned()).toMatchObject([{ usedMicro: 2 * PIECE, hereMicro: 4 * PIECE }])
    expect(balances(company.owner)['220202']).toBe(-2000)
    const other = company.owner.warehouse.addWarehouse({
      code: 'W2',
      name: 'Second',
      zones: [{ code: 'Z', name: 'All', categories: [], aisles: 1, baysPerAisle: 1, levels: 1 }],
    })
    company.owner.stock.sendTransfer({
      fromWarehouseId: supplies.warehouseId,
      toWarehouseId: other.id,
      sentOn: '2026-03-03',
      lines: [{ itemId: supplies.bolt.id, quantityMicro: PIECE }],
    })
    expect(consigned()).toMatchObject([{ usedMicro: 3 * PIECE, hereMicro: 3 * PIECE }])
    expect(balances(company.owner)).toMatchObject({ '220202': -3000, '1405': 1000 })
  })

  it('under layers comes out of the layer that bought it, by lot where lots are tracked', () => {
    company.owner.inventory.setCostingMethod({ category: 'General', method: 'fifo', changedOn: '2026-03-02' })
    const lot = { lotCode: 'L-1', expiresOn: '2027-01-01' }
    bring(5, 12, supplies.tea, lot)
    shipPieces(2, supplies.tea)
    expect(consigned()).toMatchObject([{ lotCode: 'L-1', usedMicro: 2 * PIECE, hereMicro: 3 * PIECE }])
    expect(balances(company.owner)['5401']).toBe(2400)
  })
})

describe.each(['cn-sbe', 'generic'] as const)('our goods at a customer’s (%s)', (pack) => {
  const accounts = pack === 'cn-sbe' ? { stock: '1405', cost: '5401' } : { stock: '1200', cost: '5000' }
  beforeEach(() => {
    company = openTestCompany({ pack })
    supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 20 }])
  })
  const booked = (name: keyof typeof accounts): number => balances(company.owner)[accounts[name]] ?? 0
  const place = () => company.owner.consignment.listGoods({}).rows
  const lines = (pieces: number) => [{ itemId: supplies.bolt.id, quantityMicro: pieces * PIECE }]
  const bringOut = (pieces: number) =>
    company.clerk.consignment.bringGoods({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      on: '2026-03-03',
      lines: lines(pieces),
    })

  it('stay in our stock and books until the customer reports that they are used', () => {
    const before = balances(company.owner)
    bringOut(8)
    bringOut(2)
    expect(balances(company.owner)).toEqual(before)
    expect(place()).toMatchObject([{ quantityMicro: 10 * PIECE, valueMinor: 10_000, customer: { code: 'C1' } }])
    expect(company.owner.warehouse.listWarehouses({}).rows).toMatchObject([
      { customerId: null },
      { customerId: supplies.customerId },
    ])
    const report = company.bookkeeper.consignment.reportUse({
      customerId: supplies.customerId,
      usedOn: '2026-03-10',
      reference: 'USE-3',
      lines: lines(6),
    })
    expect(booked('cost')).toBe(6000)
    expect(booked('stock')).toBe(14_000)
    expect(company.owner.sales.getInvoice({ id: report.invoiceId })).toMatchObject({
      netMinor: 12_000,
      state: 'posted',
    })
    expect(company.owner.shipping.getShipment({ id: report.shipmentId }).chain.from).toMatchObject([
      { kind: 'sales.order', id: report.orderId, state: 'closed' },
      { kind: 'warehouse.wave' },
    ])
    expect(place()).toMatchObject([{ quantityMicro: 4 * PIECE, lastUsedOn: '2026-03-10' }])
    const tooMany = refusalOf(() =>
      company.bookkeeper.consignment.reportUse({
        customerId: supplies.customerId,
        usedOn: '2026-03-11',
        lines: lines(5),
      }),
    )
    expect(tooMany.code).toBe('inventory.insufficientStock')
  })

  it('are for that customer alone, and come back when they are not sold', () => {
    bringOut(5)
    const placeId = company.owner.warehouse.listWarehouses({}).rows[1]!.id
    const other = company.owner.parties.addPartner({
      code: 'C2',
      name: 'Other Shop',
      isCustomer: true,
      isSupplier: false,
      paymentTermsDays: 14,
      creditLimitMinor: null,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: '',
    }).id
    const stolen = refusalOf(() =>
      company.bookkeeper.sales.saveOrder({
        customerId: other,
        warehouseId: placeId,
        orderedOn: '2026-03-04',
        promisedOn: '2026-03-04',
        lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro: yuan(20) }],
      }),
    )
    expect(stolen.code).toBe('sales.placeOfOtherCustomer')
    expect(
      refusalOf(() =>
        company.clerk.consignment.takeGoodsBack({
          customerId: other,
          warehouseId: supplies.warehouseId,
          on: '2026-03-04',
          lines: lines(1),
        }),
      ).code,
    ).toBe('consignment.nothingThere')
    const { id } = company.clerk.consignment.takeGoodsBack({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      on: '2026-03-04',
      lines: lines(5),
    })
    expect(place()).toEqual([])
    const transfer = company.owner.stock.getTransfer({ id })
    company.clerk.stock.receiveTransfer({
      id,
      arrivedOn: '2026-03-05',
      lines: transfer.lines.map((line) => ({ lineId: line.id, arrivedMicro: line.quantityMicro })),
    })
    putAllAway(company, supplies)
    expect(booked('stock')).toBe(20_000)
    expect(stock()).toMatchObject({ onHandMicro: 20 * PIECE })
    company.owner.sales.saveOrder({
      customerId: supplies.customerId,
      warehouseId: placeId,
      orderedOn: '2026-03-04',
      promisedOn: '2026-03-04',
      lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro: yuan(20) }],
    })
    const tampering = `UPDATE sales_order SET customer_id = ${String(other)} WHERE warehouse_id = ${String(placeId)}`
    expect(foundAfter(company, checks, tampering)).toContain('consignment.placesServeTheirCustomer')
  })
})

describe('the settlement on paper', () => {
  beforeEach(() => {
    company = openTestCompany()
    supplies = addSupplies(company)
  })
  const wordsOf = (pdf: string): string[] =>
    readPdf(Buffer.from(pdf, 'base64')).flatMap(({ texts }) => texts.map(({ text }) => text))
  /** Code, name, unit, then what stood, came, was used, went back and stands, and the price. */
  const rowOf = (pdf: string, code: string): string[] => {
    const words = wordsOf(pdf)
    return words.slice(words.indexOf(code), words.indexOf(code) + 9)
  }

  it('with a supplier: what stood here, came, was used and stands, and what he may invoice', () => {
    bring(10)
    shipPieces(3)
    const pdf = (from: string, to: string) =>
      company.owner.purchasing.consignedPdf({ partnerId: supplies.supplierId, from, to, locale: 'en' }).pdf
    // brought on the 2nd, sold on the 3rd at 10.00 each
    expect(rowOf(pdf('2026-03-01', '2026-03-31'), 'BOLT')).toEqual('BOLT|Bolt M8|pc|0|10|3|0|7|10.00'.split('|'))
    expect(wordsOf(pdf('2026-03-01', '2026-03-31'))).toContain('30.00 CNY')
    expect(rowOf(pdf('2026-03-03', '2026-03-31'), 'BOLT').slice(3, 8)).toEqual(['10', '0', '3', '0', '7'])
    expect(rowOf(pdf('2026-03-04', '2026-03-31'), 'BOLT').slice(3, 8)).toEqual(['7', '0', '0', '0', '7'])
    expect(
      refusalOf(() =>
        company.clerk.purchasing.consignedPdf({
          partnerId: supplies.supplierId,
          from: '2026-03-01',
          to: '2026-03-31',
          locale: 'en',
        }),
      ).code,
    ).toBe('access.rightMissing')
  })

  it('with a customer: what we brought, what is used and paid, what came back', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 20 }])
    const moved = { customerId: supplies.customerId, warehouseId: supplies.warehouseId }
    const lines = (pieces: number) => [{ itemId: supplies.bolt.id, quantityMicro: pieces * PIECE }]
    company.clerk.consignment.bringGoods({ ...moved, on: '2026-03-03', lines: lines(10) })
    company.bookkeeper.consignment.reportUse({
      customerId: supplies.customerId,
      usedOn: '2026-03-10',
      lines: lines(6),
    })
    company.clerk.consignment.takeGoodsBack({ ...moved, on: '2026-03-11', lines: lines(1) })
    const { pdf } = company.bookkeeper.consignment.placedPdf({
      partnerId: supplies.customerId,
      from: '2026-03-01',
      to: '2026-03-31',
      locale: 'en',
    })
    expect(rowOf(pdf, 'BOLT').slice(3)).toEqual(['0', '10', '6', '1', '3', '20.00'])
    expect(wordsOf(pdf)).toContain('120.00 CNY')
  })
})

describe('any history of own and consigned goods', () => {
  it('keeps own goods first, books = own stock, and each piece with its owner', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('bring' as const), pieces: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('buy' as const), pieces: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('lose' as const), pieces: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('undo' as const), pieces: fc.constant(0) }),
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), fc.boolean(), (steps, isFifo) => {
        company = openTestCompany()
        supplies = addSupplies(company)
        if (isFifo) {
          const change = { category: 'General', method: 'fifo' as const, changedOn: '2026-03-02' }
          company.owner.inventory.setCostingMethod(change)
        }
        const refused = new Set(['inventory.insufficientStock'])
        let own = 0
        let theirs = 0
        for (const { kind, pieces } of steps) {
          if (kind === 'bring') {
            bring(pieces)
            theirs += pieces
          } else if (kind === 'buy') {
            stockUp(company, supplies, [{ item: supplies.bolt, pieces, priceMicro: yuan(7) }])
            own += pieces
          } else if (kind === 'lose' && pieces <= own + theirs) {
            company.owner.warehouse.adjustStock({
              warehouseId: supplies.warehouseId,
              adjustedOn: '2026-03-03',
              reason: 'gone',
              lines: [{ itemId: supplies.bolt.id, quantityMicro: 0 - pieces * PIECE }],
            })
            theirs -= Math.max(0, pieces - own)
            own = Math.max(0, own - pieces)
          } else if (kind === 'undo') {
            const used = company.owner.purchasing
              .listReceipts({})
              .rows.find((row) => row.terms === 'used' && row.state === 'posted')
            if (used === undefined) continue
            const size = company.owner.purchasing.getReceipt({ id: used.id }).lines[0]!.quantityMicro / PIECE
            const undo = (): unknown =>
              company.owner.purchasing.reverseReceipt({ id: used.id, reversedOn: '2026-03-04', reason: '' })
            if (size > own) {
              refused.add(refusalOf(undo).code)
              continue
            }
            undo()
            own -= size
            theirs += size
          }
          const rows = consigned()
          expect(rows.reduce((sum, row) => sum + row.hereMicro, 0)).toBe(theirs * PIECE)
          expect(stock().onHandMicro).toBe((own + theirs) * PIECE)
        }
        expect(refused.size).toBe(1)
        closeSound(company)
      }),
      { numRuns: 12 },
    )
    company = openTestCompany()
  })
})

describe('a tampered file', () => {
  it('is found out', () => {
    company = openTestCompany()
    supplies = addSupplies(company)
    bring(10)
    shipPieces(3)
    const found = (sql: string): string[] => foundAfter(company, checks, sql)
    expect(found('UPDATE inventory_consigned SET quantity_micro = 6000000')).toEqual(
      expect.arrayContaining(['inventory.consignedFollowsMovements', 'inventory.consignedWithinStock']),
    )
    expect(found('UPDATE purchasing_receipt_line SET invoiced_micro = 0 WHERE used_of_id IS NULL')).toContain(
      'purchasing.consignedIsSettledOrHere',
    )
    expect(found('UPDATE inventory_movement SET owner_id = 0 WHERE owner_id <> 0 AND from_bin_id IS NULL')).toContain(
      'inventory.consignedFollowsMovements',
    )
  })
})
