import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasValidCheckDigit } from '../../../src/shared/values/barcodes'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { packAll, pickAll, release, sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 40 },
    { item: supplies.tea, pieces: 40, lotCode: 'L1', expiresOn: '2026-09-30' },
  ])
})

afterEach(() => {
  closeSound(company)
})

/** Both items weigh 100 g and take 100 ml a piece. */
const small = { code: 'S', name: 'Small', volumeMillilitres: 500, tareGrams: 50 }
const GTIN = '5901234123457'
const large = { code: 'L', name: 'Large', volumeMillilitres: 5000, tareGrams: 200 }
const picked = (boltPieces: number, teaPieces = 0): number => {
  const id = sell(company, supplies, [
    { item: supplies.bolt, pieces: boltPieces },
    ...(teaPieces === 0 ? [] : [{ item: supplies.tea, pieces: teaPieces }]),
  ])
  pickAll(company, release(company, supplies, [id]))
  return id
}
const pack = (orderId: number, itemScan: string, pieces: number) =>
  company.clerk.warehouse.packScan({ orderId, itemScan, quantityMicro: pieces * PIECE })
const list = (orderId: number) => company.clerk.warehouse.packingList({ orderId })

describe('cartons', () => {
  it('are proposed by volume, filled by scan, weighed, and shipped', () => {
    const smallId = company.owner.warehouse.saveCartonKind(small).id
    const largeId = company.owner.warehouse.saveCartonKind(large).id
    expect(refusalOf(() => company.owner.warehouse.saveCartonKind({ ...large, code: 's' })).code).toBe(
      'warehouse.cartonCodeTaken',
    )
    const orderId = picked(4, 2)
    // Six pieces take 600 ml.
    expect(list(orderId).proposedKindId).toBe(largeId)
    const first = company.clerk.warehouse.openCarton({ orderId, kindId: smallId })
    expect(refusalOf(() => company.clerk.warehouse.openCarton({ orderId, kindId: smallId })).code).toBe(
      'warehouse.cartonOpen',
    )
    expect(refusalOf(() => company.clerk.warehouse.closeCarton({ cartonId: first.id })).code).toBe(
      'warehouse.cartonEmpty',
    )
    pack(orderId, 'BOLT', 4)
    const off = refusalOf(() => company.clerk.warehouse.closeCarton({ cartonId: first.id, weightGrams: 500 }))
    expect([off.code, off.params]).toEqual(['warehouse.weightOff', { expected: 450, weighed: 500 }])
    // 20 g are allowed.
    expect(company.clerk.warehouse.closeCarton({ cartonId: first.id, weightGrams: 465 }).expectedGrams).toBe(450)
    expect(list(orderId).proposedKindId).toBe(smallId)
    company.clerk.warehouse.openCarton({ orderId, kindId: smallId })
    pack(orderId, 'TEA', 2)
    const second = list(orderId).cartons[1]!
    expect(second).toMatchObject({ number: 2, state: 'open', expectedGrams: 250, lines: [{ lot: { code: 'L1' } }] })
    const ship = () => company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' })
    expect(refusalOf(ship).code).toBe('warehouse.cartonOpen')
    company.owner.warehouse.acceptWeight({ cartonId: second.id, weightGrams: 400, reason: 'padding' })
    expect(company.clerk.warehouse.cartonLabelPdf({ cartonId: second.id, locale: 'en' }).pdf.length).toBeGreaterThan(
      500,
    )
    const shipment = ship()
    expect(list(orderId).cartons).toEqual([])
    company.owner.shipping.reverseShipment({ id: shipment.id, reversedOn: '2026-03-03', reason: '' })
    expect(list(orderId).cartons.map((carton) => carton.state)).toEqual(['closed', 'closed'])
  })

  it('take nothing that is past its date by the books or by its label', () => {
    const orderId = picked(1, 2)
    const labelled = (day: string) => `]C1010${GTIN}17${day}10L1`
    expect(refusalOf(() => pack(orderId, labelled('260228'), 1)).code).toBe('warehouse.lotExpired')
    pack(orderId, labelled('260930'), 1)
    company.clock.set('2026-10-01T08:00:00Z')
    expect(refusalOf(() => pack(orderId, 'TEA', 1))).toMatchObject({
      code: 'warehouse.lotExpired',
      params: { lot: 'L1', expiresOn: '2026-09-30' },
    })
    pack(orderId, 'BOLT', 1)
  })

  it('give back what was scanned into them, while they are open', () => {
    const kindId = company.owner.warehouse.saveCartonKind(large).id
    const orderId = picked(4)
    const carton = company.clerk.warehouse.openCarton({ orderId, kindId })
    const { scanId } = pack(orderId, 'BOLT', 3)
    company.clerk.warehouse.closeCarton({ cartonId: carton.id })
    expect(company.clerk.warehouse.lastScans({}).rows[0]).toMatchObject({ id: scanId, canUndo: false })
    expect(refusalOf(() => company.clerk.warehouse.undoScan({ scanId })).code).toBe('warehouse.scanBuiltUpon')
    company.clerk.warehouse.reopenCarton({ cartonId: carton.id })
    company.clerk.warehouse.undoScan({ scanId })
    expect(list(orderId).cartons[0]!.lines).toEqual([])
    pack(orderId, 'BOLT', 4)
  })

  it('carry an SSCC once the company has a GS1 prefix', () => {
    const kindId = company.owner.warehouse.saveCartonKind(large).id
    const settings = { warehouseId: supplies.warehouseId, weightTolerancePermille: 0, weightToleranceGrams: 0 }
    company.owner.warehouse.savePackingSettings({ ...settings, gs1Prefix: '4012345' })
    const orderId = picked(1)
    const { code } = company.clerk.warehouse.openCarton({ orderId, kindId })
    expect([code.length, code.slice(0, 8), hasValidCheckDigit(code)]).toEqual([18, '04012345', true])
    pack(orderId, 'BOLT', 1)
    const [carton] = list(orderId).cartons
    expect(refusalOf(() => company.clerk.warehouse.closeCarton({ cartonId: carton!.id, weightGrams: 301 })).code).toBe(
      'warehouse.weightOff',
    )
    company.clerk.warehouse.closeCarton({ cartonId: carton!.id, weightGrams: 300 })
  })

  it('go to a lane and onto the vehicle, the last stop first', () => {
    const kindId = company.owner.warehouse.saveCartonKind(large).id
    const orders = [picked(1), picked(2), picked(3)]
    const codes = orders.map((orderId) => {
      const carton = company.clerk.warehouse.openCarton({ orderId, kindId })
      packAll(company, orderId)
      expect(
        refusalOf(() => company.clerk.warehouse.stageCarton({ cartonScan: carton.code, laneScan: 'STAGE' })).code,
      ).toBe('warehouse.cartonOpen')
      company.clerk.warehouse.closeCarton({ cartonId: carton.id })
      return carton.code
    })
    const stage = (cartonScan: string, laneScan: string) =>
      company.clerk.warehouse.stageCarton({ cartonScan, laneScan })
    expect(refusalOf(() => stage(codes[0]!, 'A01-01-1')).code).toBe('warehouse.notALane')
    for (const code of codes) stage(code, 'STAGE')
    expect(refusalOf(() => stage(codes[0]!, 'STAGE')).code).toBe('warehouse.sameBin')
    expect(company.clerk.warehouse.binContent({ scan: 'STAGE' }).rows).toMatchObject([{ quantityMicro: 6 * PIECE }])
    expect(company.clerk.warehouse.binContent({ scan: 'PACK' }).rows).toEqual([])

    const { warehouseId } = supplies
    const plan = { warehouseId, plannedOn: '2026-03-03', carrier: 'Own van' }
    const load = company.clerk.warehouse.planLoad({ ...plan, orderIds: orders })
    expect(refusalOf(() => company.clerk.warehouse.planLoad({ ...plan, orderIds: [orders[0]!] })).code).toBe(
      'warehouse.orderOnLoad',
    )
    const put = (cartonScan: string) => company.clerk.warehouse.loadScan({ loadId: load.id, cartonScan })
    const early = refusalOf(() => put(codes[0]!))
    expect([early.code, early.params]).toEqual([
      'warehouse.notYetLoaded',
      { carton: codes[0], stop: 1, next: 3, expected: codes[2] },
    ])
    expect(refusalOf(() => put('CT-999999')).code).toBe('warehouse.cartonUnknown')
    expect(put(codes[2]!).left).toBe(2)
    expect(refusalOf(() => put(codes[2]!)).code).toBe('warehouse.cartonLoaded')
    put(codes[1]!)
    const last = put(codes[0]!)
    expect(company.clerk.warehouse.listLoads({ warehouseId }).rows).toMatchObject([{ state: 'loaded', loaded: 3 }])
    company.clerk.warehouse.undoScan({ scanId: last.scanId })
    expect(company.clerk.warehouse.getLoad({ loadId: load.id })).toMatchObject({ state: 'open' })
    put(codes[0]!)
    for (const orderId of orders) company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' })
    expect(company.clerk.warehouse.binContent({ scan: 'STAGE' }).rows).toEqual([])
    expect(refusalOf(() => put(codes[0]!)).code).toBe('warehouse.loadClosed')

    const other = picked(1)
    const open = company.clerk.warehouse.planLoad({ ...plan, orderIds: [other] })
    expect(refusalOf(() => company.clerk.warehouse.loadScan({ loadId: open.id, cartonScan: codes[0]! })).code).toBe(
      'warehouse.cartonNotOnTour',
    )
    company.clerk.warehouse.cancelLoad({ loadId: open.id })
    expect(refusalOf(() => company.clerk.warehouse.cancelLoad({ loadId: open.id })).code).toBe('warehouse.loadClosed')
  })
})

describe('a cart with totes', () => {
  it('takes each pick into the tote of its order, and no other', () => {
    const orders = [1, 2].map((pieces) => sell(company, supplies, [{ item: supplies.bolt, pieces }]))
    const wave = company.clerk.warehouse.releaseWave({
      warehouseId: supplies.warehouseId,
      orderIds: orders,
      releasedOn: '2026-03-02',
      picking: 'cluster',
      batchCapacity: 4,
    })
    const batchId = wave.batches[0]!.id
    const taken = company.clerk.warehouse.takeBatch({ batchId })
    expect(taken.totes).toEqual([
      { slot: 1, code: null },
      { slot: 2, code: null },
    ])
    const bind = (slot: number, toteScan: string) => company.clerk.warehouse.bindTote({ batchId, slot, toteScan })
    bind(1, 't-01')
    expect(refusalOf(() => bind(2, 'T-01')).code).toBe('warehouse.toteOnCart')
    expect(refusalOf(() => bind(3, 'T-03')).code).toBe('warehouse.slotUnknown')
    bind(2, 'T-02')
    const [first, second] = taken.tasks
    const put = (task: typeof first, toteScan?: string) =>
      company.clerk.warehouse.confirmPick({
        taskId: task!.id,
        binScan: task!.fromBin.code,
        itemScan: 'BOLT',
        ...(toteScan === undefined ? {} : { toteScan }),
      })
    expect(refusalOf(() => put(first)).code).toBe('warehouse.toteWanted')
    const wrong = refusalOf(() => put(first, 'T-02'))
    expect([wrong.code, wrong.params]).toEqual(['warehouse.wrongTote', { expected: 'T-01', scanned: 'T-02', slot: 1 }])
    put(first, 't-01')
    expect(refusalOf(() => bind(1, 'T-09')).code).toBe('warehouse.slotFilled')
    put(second, 'T-02')
    expect(company.clerk.warehouse.orderOfTote({ toteScan: 'T-01' }).orderNumber).toBe(first!.orderNumber)
    // Full totes are not put on another cart before they are packed.
    sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    const next = company.clerk.warehouse.releaseWave({
      warehouseId: supplies.warehouseId,
      orderIds: [],
      releasedOn: '2026-03-02',
      picking: 'cluster',
    })
    const again = () => company.clerk.warehouse.bindTote({ batchId: next.batches[0]!.id, slot: 1, toteScan: 'T-01' })
    expect(refusalOf(again).code).toBe('warehouse.toteInUse')
    for (const orderId of orders) packAll(company, orderId)
    expect(again()).toEqual({ code: 'T-01' })
    expect(refusalOf(() => company.clerk.warehouse.orderOfTote({ toteScan: 'T-02' })).code).toBe(
      'warehouse.toteUnknown',
    )
  })
})

describe('the sorting wall', () => {
  it('says the slot of each piece and takes no more than was picked', () => {
    const orders = [2, 1].map((pieces) => sell(company, supplies, [{ item: supplies.bolt, pieces }]))
    const tasks = release(company, supplies, orders)
    const [batch] = company.clerk.warehouse.listBatches({ warehouseId: supplies.warehouseId }).rows
    const toSort = () => company.clerk.warehouse.listToSort({ warehouseId: supplies.warehouseId }).rows
    expect(toSort()).toEqual([])
    pickAll(company, tasks)
    expect(toSort()).toMatchObject([{ batchId: batch!.id, orders: 2, pickedMicro: 3 * PIECE, sortedMicro: 0 }])
    const sort = (fields: object = {}) =>
      company.clerk.warehouse.sortScan({ batchId: batch!.id, itemScan: 'BOLT', ...fields })
    const slots = [sort(), sort()].map(({ slot, isOrderSorted }) => [slot, isOrderSorted])
    expect(slots).toHaveLength(2)
    expect(refusalOf(() => company.clerk.warehouse.sortScan({ batchId: batch!.id, itemScan: 'TEA' })).code).toBe(
      'warehouse.nothingToSort',
    )
    expect(refusalOf(() => sort({ quantityMicro: 5 * PIECE })).code).toBe('warehouse.sortedTooMany')
    const pickScan = company.clerk.warehouse.lastScans({ limit: 20 }).rows.findLast((scan) => scan.step === 'pick')
    expect(refusalOf(() => company.clerk.warehouse.undoScan({ scanId: pickScan!.id })).code).toBe(
      'warehouse.scanBuiltUpon',
    )
    const last = sort()
    expect([last.leftMicro, toSort()]).toEqual([0, []])
    company.clerk.warehouse.undoScan({ scanId: last.scanId })
    expect(toSort()).toMatchObject([{ sortedMicro: 2 * PIECE }])
    expect(refusalOf(() => company.clerk.warehouse.sortScan({ batchId: 999, itemScan: 'BOLT' })).code).toBe(
      'warehouse.batchUnknown',
    )
  })
})
