import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../../src/main/rooms'
import { brokenChecks, openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, PIECE, type Supplies } from '../support/supplies'
import { foundAfter } from '../support/tampering'
import { pickAll, receive, release, sell, stockUp } from '../support/warehouse-day'

// One floor with something of everything; each rule of the warehouse is then broken behind the program's back.
let company: TestCompany
const TODAY = '2026-03-02'
const LOT = { lotCode: 'L1', expiresOn: '2027-01-01' }

function prepare(): void {
  company = openTestCompany()
  const supplies = addSupplies(company)
  const { owner } = company
  const floor = company.clerk.warehouse
  const here = { warehouseId: supplies.warehouseId }
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 60 },
    { item: supplies.tea, pieces: 20, ...LOT },
  ])
  // A batch of two orders, picked, sorted and packed into a carton as far as its first piece.
  const first = sell(company, supplies, [{ item: supplies.bolt, pieces: 2 }])
  sell(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
  pickAll(company, release(company, supplies))
  const [batch] = floor.listToSort(here).rows
  floor.sortScan({ batchId: batch!.batchId, itemScan: 'BOLT', quantityMicro: 2 * PIECE })
  const kind = owner.warehouse.saveCartonKind({ code: 'BOX', name: 'Box', volumeMillilitres: 5000 })
  floor.openCarton({ orderId: first, kindId: kind.id })
  floor.packScan({ orderId: first, itemScan: 'BOLT', quantityMicro: PIECE })
  // An open pick, of a lot that may be held.
  sell(company, supplies, [{ item: supplies.tea, pieces: 4 }])
  release(company, supplies)
  // A tote on a pallet, both with goods.
  const unit = (unitKind: 'pallet' | 'tote', code: string) =>
    floor.openUnit({ kind: unitKind, binScan: 'A01-01-1', code })
  unit('pallet', 'P-1')
  unit('tote', 'T-1')
  const goods = { itemId: supplies.bolt.id, lotId: null, quantityMicro: 5 * PIECE }
  floor.packUnit({ unitScan: 'P-1', ...goods })
  floor.packUnit({ unitScan: 'T-1', ...goods })
  floor.nestUnit({ unitScan: 'T-1', parentScan: 'P-1' })
  owner.warehouse.saveItemPlace({
    ...here,
    itemId: supplies.bolt.id,
    temperature: '',
    binCode: 'A02-04-2',
    minimumMicro: 0,
    maximumMicro: 10 * PIECE,
  })
  owner.warehouse.saveWalkways({
    ...here,
    aisleGapMillimetres: 3000,
    aisleLengthMillimetres: 4000,
    crossAislesMillimetres: [2000],
  })
  inspect(supplies)
  documents(supplies)
}

/** Bolts that are looked at when they come: one arrival decided, one waiting. */
function inspect(supplies: Supplies): void {
  const { owner } = company
  owner.quality.savePlan({
    name: 'Bolts',
    itemId: supplies.bolt.id,
    samplePermille: 0,
    sampleMinimumMicro: PIECE,
    points: ['Thread'],
  })
  receive(company, supplies, [{ item: supplies.bolt, pieces: 4 }])
  const [inspection] = owner.quality.listInspections({ state: 'open' }).rows
  owner.quality.decide({
    inspectionId: inspection!.id,
    decidedOn: TODAY,
    results: [{ passed: true }],
    rejectedMicro: 0,
  })
  receive(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
}

/** Goods on their way to another house, and goods that became others. */
function documents(supplies: Supplies): void {
  const { owner } = company
  const { id: toWarehouseId } = owner.warehouse.addWarehouse({
    code: 'W2',
    name: 'Second',
    zones: [{ code: 'S', name: 'All', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 }],
  })
  owner.stock.sendTransfer({
    fromWarehouseId: supplies.warehouseId,
    toWarehouseId,
    sentOn: TODAY,
    lines: [{ itemId: supplies.bolt.id, quantityMicro: 2 * PIECE }],
  })
  owner.stock.convertGoods({
    kind: 'repack',
    warehouseId: supplies.warehouseId,
    convertedOn: TODAY,
    used: [{ itemId: supplies.bolt.id, quantityMicro: 2 * PIECE }],
    made: [{ itemId: supplies.tea.id, quantityMicro: 2 * PIECE, lotCode: 'L9', expiresOn: '2027-06-01' }],
  })
}

beforeAll(prepare)
afterAll(() => company.close())

describe('what verify says of a floor', () => {
  it('is nothing as long as nobody tampers with it', () => {
    expect(brokenChecks(company.reader)).toEqual([])
  })

  it.each([
    ['units hold what lies in their bin', `UPDATE warehouse_unit_line SET quantity_micro = quantity_micro + 100000000`],
    [
      'units stand in larger ones in the same bin',
      `UPDATE warehouse_unit SET bin_id = (SELECT id FROM warehouse_bin WHERE code = 'A02-01-1') WHERE code = 'T-1'`,
    ],
    ['units stand in larger ones in the same bin', `UPDATE warehouse_unit SET state = 'broken' WHERE code = 'P-1'`],
    ['demand equals its picks', `UPDATE warehouse_demand SET picked_micro = picked_micro - 1 WHERE picked_micro > 0`],
    [
      'allocated stock equals open picks and picked goods',
      `UPDATE warehouse_task SET quantity_micro = quantity_micro + 1 WHERE kind = 'pick' AND state = 'open'`,
    ],
    ['batches and waves end with their last pick', `UPDATE warehouse_batch SET state = 'open' WHERE state = 'picked'`],
    ['bins marked empty are empty', `UPDATE warehouse_bin SET fill = 'empty' WHERE code = 'A01-01-1'`],
    ['cartons hold what is packed', `UPDATE warehouse_carton_line SET quantity_micro = quantity_micro + 1000000`],
    ['sorted goods were picked', `UPDATE warehouse_task SET sorted_micro = done_micro + 1 WHERE sorted_micro > 0`],
    [
      'held lots are not picked',
      `INSERT INTO warehouse_held_lot (lot_id, item_id, reason, held_by, held_at)
       SELECT lot_id, item_id, 'x', 1, '2026-03-02' FROM warehouse_task WHERE kind = 'pick' AND state = 'open' LIMIT 1`,
    ],
    [
      'fixed bins are pick faces of their warehouse',
      `UPDATE warehouse_pick_face SET bin_id = (SELECT id FROM warehouse_bin WHERE code = 'DOCK')`,
    ],
    [
      'cross aisles lie within the aisles',
      `UPDATE warehouse_warehouse SET cross_aisles_millimetres = '[9000]' WHERE code = 'W1'`,
    ],
    [
      'stock lies in bins of its warehouse',
      `UPDATE warehouse_bin SET warehouse_id = (SELECT id FROM warehouse_warehouse WHERE code = 'W2') WHERE code = 'A01-01-1'`,
    ],
  ])('warehouse.%s', (name, tampering) => {
    expect(foundAfter(company, checks, tampering)).toContain(`warehouse.${name}`)
  })

  it.each([
    [
      'quality.goods to be looked at stand in quarantine',
      `UPDATE quality_inspection SET quantity_micro = quantity_micro + 90000000 WHERE state = 'open'`,
    ],
    [
      'quality.decisions name every point and move what they say',
      `UPDATE quality_inspection SET accepted_micro = 3000000, quantity_micro = 3000000 WHERE state = 'decided'`,
    ],
    ['stock.goodsInTransitFollowTransfers', 'UPDATE stock_transfer_line SET quantity_micro = 1000000'],
    ['stock.transfersKeepValue', 'UPDATE stock_transfer_line SET difference_minor = 1'],
    [
      'stock.conversionsKeepValue',
      `UPDATE stock_conversion_line SET value_minor = value_minor + 1 WHERE side = 'made'`,
    ],
    ['inventory.documentsEqualMovements', `UPDATE stock_conversion_line SET quantity_micro = 1 WHERE side = 'made'`],
  ])('%s', (name, tampering) => {
    expect(foundAfter(company, checks, tampering)).toContain(name)
  })
})
