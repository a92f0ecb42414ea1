import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { checks } from '../../../src/main/rooms'

let company: TestCompany
let supplies: Supplies
const TODAY = '2026-03-02'
const PALLET = '095200000000000018'

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const clerk = () => company.clerk.arrivals
const here = () => ({ warehouseId: supplies.warehouseId })
const inBin = (scan: string) =>
  company.clerk.warehouse
    .binContent({ scan })
    .rows.map((row) => [row.item.code, row.quantityMicro / PIECE, row.looseMicro / PIECE])

type Rows = Parameters<TestCompany['bookkeeper']['arrivals']['saveNotice']>[0]['rows']
const notice = (rows: Rows, id?: number) =>
  company.owner.arrivals.saveNotice({
    ...(id === undefined ? {} : { id }),
    ...here(),
    supplierId: supplies.supplierId,
    expectedOn: '2026-03-05',
    supplierNumber: 'DN-77',
    rows,
  })
const bolts = (pieces: number, unitCode = PALLET, more: object = {}) => ({
  unitCode,
  item: 'BOLT',
  quantityMicro: pieces * PIECE,
  ...more,
})
const buy = (pieces: number, item = supplies.bolt) =>
  order(company.owner, supplies, [{ item, pieces, priceMicro: 1_000_000 }])
const receive = (unitScan: string) => clerk().receiveUnit({ ...here(), unitScan, receivedOn: TODAY })

describe('an announced pallet', () => {
  it('comes in with all that is on it by one scan, and is put away whole', () => {
    const bought = [buy(40), buy(10, supplies.tea)]
    const rows: Rows = [
      bolts(30),
      bolts(5, 'CARTON-1', { unitKind: 'carton', parentCode: PALLET }),
      {
        unitCode: 'CARTON-2',
        unitKind: 'carton',
        parentCode: PALLET,
        item: '5901234123457',
        lotCode: 'L1',
        expiresOn: '2027-01-31',
        quantityMicro: 10 * PIECE,
        orderNumber: bought[1]!.number ?? '',
      },
    ]
    const { id, number } = notice(rows)
    expect(number).toBe('AN-000001')
    expect(clerk().expectedUnit({ ...here(), scan: `]C100${PALLET}` }).unit).toMatchObject({
      noticeNumber: number,
      unit: { code: PALLET, lines: [{ quantityMicro: 30 * PIECE }] },
      inside: [{ code: 'CARTON-1' }, { code: 'CARTON-2', lines: [{ lotCode: 'L1' }] }],
    })
    const came = receive(`00${PALLET}`)
    expect(came.units.map((unit) => unit.code)).toEqual([PALLET, 'CARTON-1', 'CARTON-2'])
    expect(came.receipts).toHaveLength(2)
    expect(inBin('DOCK')).toEqual([
      ['BOLT', 35, 0],
      ['TEA', 10, 0],
    ])
    expect(company.owner.purchasing.getOrder({ id: bought[0]!.id }).lines[0]?.receivedMicro).toBe(35 * PIECE)
    expect(clerk().getNotice({ id })).toMatchObject({ state: 'received', receipts: came.receipts })
    expect(clerk().listNotices({ filter: 'carton-1' }).rows).toMatchObject([{ units: 3, unitsReceived: 3 }])
    // The same label a second time is nothing that anybody waits for.
    expect(refusalOf(() => receive(PALLET)).code).toBe('arrivals.unitNotAnnounced')
    expect(company.clerk.warehouse.moveUnit({ unitScan: PALLET, toBinScan: 'A01-01-1' }).lines).toBe(2)
    expect(company.clerk.warehouse.listPutaway(here()).tasks).toEqual([])
    expect(
      company.clerk.warehouse.getUnit({ unitScan: PALLET }).inside.map((unit) => [unit.code, unit.rows.length]),
    ).toEqual([
      ['CARTON-1', 1],
      ['CARTON-2', 1],
    ])
  })

  it('is held against the orders: nothing is announced that nobody waits for, or twice', () => {
    buy(10)
    expect(refusalOf(() => notice([bolts(11)]))).toMatchObject({ code: 'arrivals.notOrdered', params: { open: '10' } })
    const { id } = notice([bolts(8)])
    expect(refusalOf(() => notice([bolts(1)])).code).toBe('arrivals.unitElsewhere')
    expect(refusalOf(() => notice([bolts(3, 'P2')])).code).toBe('arrivals.notOrdered')
    const wrong = (rows: Rows) => refusalOf(() => notice(rows)).code
    expect(wrong([{ ...bolts(1, 'P2'), item: 'NOTHING' }])).toMatch(/itemUnknown|barcode/)
    expect(wrong([{ unitCode: 'P2', item: 'TEA', quantityMicro: PIECE }])).toBe('arrivals.lotMissing')
    expect(wrong([bolts(1, 'P2', { parentCode: 'P3' })])).toBe('arrivals.palletOnPallet')
    expect(wrong([bolts(1, 'P2'), bolts(1, 'P2', { unitKind: 'carton' })])).toBe('arrivals.unitDiffers')
    // Written anew as long as nothing of it has come; given up, its goods may be announced again.
    notice([bolts(10)], id)
    company.owner.arrivals.cancelNotice({ id })
    expect(clerk().expectedUnit({ ...here(), scan: PALLET }).unit).toBeNull()
    const again = notice([bolts(6), bolts(4, 'P2')])
    receive('p2')
    expect(clerk().getNotice({ id: again.id }).state).toBe('partly-received')
    expect(refusalOf(() => company.owner.arrivals.cancelNotice({ id: again.id })).code).toBe('arrivals.noticeBegun')
    expect(refusalOf(() => notice([bolts(6)], again.id)).code).toBe('arrivals.noticeBegun')
  })

  it('leaves goods that must be looked at in quarantine, out of the unit', () => {
    company.owner.quality.savePlan({
      name: 'Bolts',
      itemId: supplies.bolt.id,
      samplePermille: 0,
      sampleMinimumMicro: PIECE,
      points: ['Thread'],
    })
    buy(5)
    notice([bolts(5)])
    expect(receive(PALLET)).toMatchObject({ held: 1, units: [{ code: PALLET }] })
    expect(inBin('DOCK')).toEqual([])
    expect(inBin('QUARANTINE')).toEqual([['BOLT', 5, 5]])
  })

  it('is expected again once its receipt is reversed, with its label, and comes once more', () => {
    const bought = [buy(8), buy(5)]
    const carton = (pieces: number, unitCode: string, orderNumber: string | null) =>
      bolts(pieces, unitCode, { unitKind: 'carton', parentCode: PALLET, orderNumber: orderNumber ?? '' })
    const { id } = notice([carton(8, 'K-1', bought[0]!.number), carton(5, 'K-2', bought[1]!.number)])
    const came = receive(PALLET)
    const reverse = (at: number) =>
      company.bookkeeper.purchasing.reverseReceipt({ id: came.receipts[at]!.id, reversedOn: TODAY, reason: 'mixed up' })
    const state = () => company.owner.arrivals.getNotice({ id })
    reverse(0)
    expect(state()).toMatchObject({ state: 'partly-received', receipts: [came.receipts[1]] })
    expect(inBin('DOCK')).toEqual([['BOLT', 5, 0]])
    expect(clerk().expectedUnit({ ...here(), scan: 'K-1' }).unit?.unit.lines).toMatchObject([
      { quantityMicro: 8 * PIECE },
    ])
    // The pallet itself is here as long as something on it is.
    expect(clerk().expectedUnit({ ...here(), scan: PALLET }).unit).toBeNull()
    reverse(1)
    expect(state()).toMatchObject({ state: 'expected', receipts: [] })
    expect(refusalOf(() => company.clerk.warehouse.getUnit({ unitScan: PALLET })).code).toBe('warehouse.unitBroken')
    expect(brokenChecks(company.reader)).toEqual([])
    expect(receive(PALLET).units.map((unit) => unit.code)).toEqual([PALLET, 'K-1', 'K-2'])
    expect(inBin('DOCK')).toEqual([['BOLT', 13, 0]])
    expect(company.owner.purchasing.getOrder({ id: bought[0]!.id }).state).toBe('received')
  })

  it('is proved by verify: a unit that came without a receipt, a receipt of another quantity', () => {
    buy(10)
    notice([bolts(6), bolts(4, 'P2')])
    receive(PALLET)
    const units = 'arrivals.units that came are on receipts'
    expect(foundAfter(company, checks, 'UPDATE arrivals_line SET receipt_id = NULL')).toContain(units)
    expect(foundAfter(company, checks, `UPDATE arrivals_notice SET state = 'received'`)).toContain(units)
    expect(foundAfter(company, checks, `UPDATE purchasing_receipt SET state = 'reversed'`)).toContain(units)
    expect(
      foundAfter(company, checks, 'UPDATE arrivals_line SET quantity_micro = 7000000 WHERE receipt_id IS NOT NULL'),
    ).toContain('arrivals.receipts hold what was announced')
    expect(brokenChecks(company.reader)).toEqual([])
  })
})

describe('goods received into units at the dock', () => {
  it('stand there under new labels, what belongs to none stays loose', () => {
    company.owner.warehouse.savePackingSettings({
      ...here(),
      gs1Prefix: '6901234',
      weightTolerancePermille: 30,
      weightToleranceGrams: 20,
    })
    const bought = buy(40)
    const line = (pieces: number, unit?: number) => ({
      orderLineId: bought.lineIds[0]!,
      quantityMicro: pieces * PIECE,
      ...(unit === undefined ? {} : { unit }),
    })
    const input = {
      orderId: bought.id,
      receivedOn: TODAY,
      units: [{ kind: 'pallet' as const }, { kind: 'carton' as const, code: 'K-7' }],
    }
    expect(refusalOf(() => clerk().receiveIntoUnits({ ...input, lines: [line(1, 2)] })).code).toBe(
      'arrivals.unitMissing',
    )
    const came = clerk().receiveIntoUnits({ ...input, lines: [line(20, 0), line(5, 1), line(3)] })
    expect(came.units).toEqual([
      { code: '169012340000000013', kind: 'pallet' },
      { code: 'K-7', kind: 'carton' },
    ])
    expect(inBin('DOCK')).toEqual([['BOLT', 28, 3]])
    company.clerk.warehouse.moveUnit({ unitScan: came.units[0]!.code, toBinScan: 'A01-02-1' })
    expect(inBin('A01-02-1')).toEqual([['BOLT', 20, 0]])
  })
})

describe('goods that nobody knows the order of', () => {
  const blind = (pieces: number) =>
    clerk().saveBlind({
      ...here(),
      arrivedOn: TODAY,
      lines: [
        { itemId: supplies.bolt.id, quantityMicro: pieces * PIECE },
        { itemId: supplies.tea.id, quantityMicro: 2 * PIECE, lotCode: 'L1', expiresOn: '2027-01-31' },
      ],
    })

  it('are matched to the order that fits best; what it does not want is held as unordered', () => {
    buy(3)
    const fitting = order(company.owner, supplies, [
      { item: supplies.bolt, pieces: 10, priceMicro: 1_000_000 },
      { item: supplies.tea, pieces: 2, priceMicro: 1_000_000 },
    ])
    const { id, number } = blind(12)
    expect(number).toBe('BA-000001')
    // Nothing is in stock as long as nobody knows whose it is.
    expect(inBin('DOCK')).toEqual([])
    const seen = clerk().getBlind({ id })
    expect(seen.candidates.map((row) => [row.orderId, row.fits])).toEqual([
      [fitting.id, 1],
      [fitting.id - 1, 0],
    ])
    const matched = clerk().matchBlind({ id, orderId: fitting.id, receivedOn: TODAY })
    expect(matched.state).toBe('matched')
    expect(matched.receipts).toHaveLength(2)
    expect(inBin('DOCK')).toEqual([
      ['BOLT', 10, 10],
      ['TEA', 2, 2],
    ])
    expect(inBin('QUARANTINE')).toEqual([['BOLT', 2, 2]])
    expect(refusalOf(() => clerk().cancelBlind({ id })).code).toBe('arrivals.blindSettled')
    expect(clerk().listBlind({}).rows).toMatchObject([{ state: 'matched', lines: 2 }])
  })

  it('are kept as unordered, or given up', () => {
    buy(1)
    const kept = blind(4)
    expect(
      clerk()
        .getBlind({ id: kept.id })
        .suppliers.map((row) => row.id),
    ).toEqual([supplies.supplierId])
    const { receipts } = clerk().keepUnordered({ id: kept.id, supplierId: supplies.supplierId, receivedOn: TODAY })
    expect(receipts).toHaveLength(1)
    expect(inBin('QUARANTINE')).toEqual([
      ['BOLT', 4, 4],
      ['TEA', 2, 2],
    ])
    const gone = blind(1)
    clerk().cancelBlind({ id: gone.id })
    expect(refusalOf(() => clerk().matchBlind({ id: gone.id, orderId: 1, receivedOn: TODAY })).code).toBe(
      'arrivals.blindSettled',
    )
    const unlotted = () =>
      clerk().saveBlind({ ...here(), arrivedOn: TODAY, lines: [{ itemId: supplies.tea.id, quantityMicro: PIECE }] })
    expect(refusalOf(unlotted).code).toBe('purchasing.lotMissing')
    const check = 'arrivals.blind arrivals became receipts whole'
    expect(foundAfter(company, checks, `UPDATE arrivals_blind SET state = 'waiting' WHERE id = ${kept.id}`)).toContain(
      check,
    )
    expect(foundAfter(company, checks, `UPDATE arrivals_blind SET state = 'matched' WHERE id = ${gone.id}`)).toContain(
      check,
    )
  })
})
