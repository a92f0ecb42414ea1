import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Refusal } from '../../src/shared/errors'
import { brokenChecks, openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, PIECE, type Supplies } from '../support/supplies'
import { draftOrder, putAllAway, stockUp } from '../support/warehouse-day'

/** What a day may bring, in any order. Whoever acts takes what is there; a refusal is an answer as well. */
interface Day {
  readonly company: TestCompany
  readonly supplies: Supplies
  /** Chooses one of what is there. */
  readonly choose: <T>(from: readonly T[], at: number) => T | undefined
}

type Step = (day: Day, at: number, pieces: number) => void

const steps: Readonly<Record<string, Step>> = {
  buyTea({ company, supplies }, at, pieces) {
    const expiresOn = `2026-${String(4 + (at % 8)).padStart(2, '0')}-28`
    stockUp(company, supplies, [
      { item: supplies.tea, pieces, lotCode: `L${at % 8}`, expiresOn, priceMicro: 7_000_000 + at * 1000 },
    ])
  },
  buyBolts({ company, supplies }, at, pieces) {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces, priceMicro: 3_333_333 + at * 1000 }])
  },
  order({ company, supplies }, at, pieces) {
    const item = at % 2 === 0 ? supplies.tea : supplies.bolt
    const id = draftOrder(company, supplies, [
      { item, pieces },
      { item: supplies.bolt, pieces: 1 },
    ])
    company.bookkeeper.sales.confirmOrder({ id })
  },
  cancel({ company, choose }, at) {
    const order = choose(company.bookkeeper.sales.listOrders({}).rows, at)
    if (order !== undefined) company.bookkeeper.sales.cancelOrder({ id: order.id })
  },
  release({ company, supplies }, at) {
    company.clerk.warehouse.releaseWave({
      warehouseId: supplies.warehouseId,
      orderIds: [],
      releasedOn: '2026-03-02',
      batchCapacity: 1 + (at % 5),
    })
  },
  unrelease({ company, supplies, choose }, at) {
    const wave = choose(company.clerk.warehouse.listWaves({ warehouseId: supplies.warehouseId }).rows, at)
    if (wave !== undefined) company.clerk.warehouse.unreleaseWave({ waveId: wave.id })
  },
  move({ company, supplies, choose }, at, pieces) {
    const bins = company.clerk.warehouse.listBins({ warehouseId: supplies.warehouseId, kind: 'storage' }).rows
    const [from, to] = [choose(bins, at % 4), choose(bins, (at + 3) % 7)]
    const row = from && choose(company.clerk.warehouse.binContent({ scan: from.code }).rows, 0)
    if (from === undefined || to === undefined || row === undefined) return
    company.clerk.warehouse.moveStock({
      fromBinScan: from.code,
      toBinScan: to.code,
      itemId: row.item.id,
      lotId: row.lot?.id ?? null,
      quantityMicro: pieces * PIECE,
    })
  },
  pick(day, at, pieces) {
    const task = openPick(day, at)
    if (task === undefined) return
    const quantityMicro = Math.min(pieces * PIECE, task.quantityMicro - task.doneMicro)
    day.company.clerk.warehouse.confirmPick({
      taskId: task.id,
      binScan: task.fromBin.code,
      itemScan: task.item.code,
      quantityMicro,
    })
  },
  shortPick(day, at) {
    const task = openPick(day, at)
    if (task !== undefined) day.company.clerk.warehouse.shortPick({ taskId: task.id, foundMicro: (at % 2) * PIECE })
  },
  pack(day, at, pieces) {
    const row = day.choose(day.company.clerk.warehouse.listToPack({ warehouseId: day.supplies.warehouseId }).rows, at)
    if (row === undefined) return
    const line = day.choose(day.company.clerk.warehouse.packingList({ orderId: row.orderId }).rows, at)
    if (line === undefined) return
    day.company.clerk.warehouse.packScan({
      orderId: row.orderId,
      itemScan: line.item.code,
      quantityMicro: pieces * PIECE,
    })
  },
  undo({ company, choose }, at) {
    const scan = choose(company.clerk.warehouse.lastScans({ limit: 20 }).rows, at)
    if (scan !== undefined) company.clerk.warehouse.undoScan({ scanId: scan.id })
  },
  putAway({ company, supplies }) {
    putAllAway(company, supplies)
  },
  ship({ company, supplies, choose }, at) {
    const order = choose(company.clerk.shipping.listReady({ warehouseId: supplies.warehouseId }).rows, at)
    if (order !== undefined) company.clerk.shipping.shipOrder({ orderId: order.orderId, shippedOn: '2026-03-03' })
  },
  invoice({ company, choose }, at) {
    const state = at % 2 === 0 ? 'shipped' : 'partly-shipped'
    const order = choose(company.bookkeeper.sales.listOrders({ state }).rows, at)
    if (order !== undefined) company.bookkeeper.sales.invoiceOrder({ orderId: order.id, invoicedOn: '2026-03-04' })
  },
  reverseInvoice({ company, choose }, at) {
    const invoice = choose(company.owner.sales.listInvoices({}).rows, at)
    if (invoice !== undefined)
      company.owner.sales.reverseInvoice({ id: invoice.id, reversedOn: '2026-03-05', reason: '' })
  },
  reverseShipment({ company, choose }, at) {
    const shipment = choose(company.owner.shipping.listShipments({}).rows, at)
    if (shipment !== undefined)
      company.owner.shipping.reverseShipment({ id: shipment.id, reversedOn: '2026-03-05', reason: '' })
  },
  bringBack({ company, supplies, choose }, at) {
    const shipment = choose(company.owner.shipping.listShipments({}).rows, at)
    const line = shipment && choose(company.owner.shipping.getShipment({ id: shipment.id }).lines, at)
    if (line === undefined) return
    company.bookkeeper.shipping.receiveReturn({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      returnedOn: '2026-03-05',
      reason: 'no need',
      lines: [
        {
          shipmentLineId: line.id,
          itemId: line.item.id,
          quantityMicro: PIECE,
          priceMicro: line.priceMicro,
          status: at % 3 === 0 ? 'damaged' : 'available',
        },
      ],
    })
  },
  count({ company, supplies, choose }, at, pieces) {
    const bin = choose(
      company.clerk.warehouse.listBins({ warehouseId: supplies.warehouseId, kind: 'storage' }).rows,
      at % 3,
    )
    const row = bin && choose(company.clerk.warehouse.binContent({ scan: bin.code }).rows, 0)
    if (bin === undefined || row === undefined) return
    const count = company.clerk.warehouse.startCount({
      warehouseId: supplies.warehouseId,
      binIds: [bin.id],
      countedOn: '2026-03-05',
    })
    const line = {
      itemId: row.item.id,
      countedMicro: pieces * PIECE,
      ...(row.lot === null ? {} : { lotCode: row.lot.code }),
    }
    company.clerk.warehouse.countBin({ countId: count.id, binScan: bin.code, lines: [line] })
    company.owner.warehouse.approveCount({ countId: count.id, approvedOn: '2026-03-05' })
  },
  adjust({ company, supplies }, at, pieces) {
    company.owner.warehouse.adjustStock({
      warehouseId: supplies.warehouseId,
      adjustedOn: '2026-03-05',
      reason: 'kitchen',
      lines: [{ itemId: supplies.bolt.id, quantityMicro: (at % 2 === 0 ? 1 : -1) * pieces * PIECE }],
    })
  },
  reverseAdjustment({ company, choose }, at) {
    const adjustment = choose(company.owner.warehouse.listAdjustments({}).rows, at)
    if (adjustment !== undefined)
      company.owner.warehouse.reverseAdjustment({ id: adjustment.id, reversedOn: '2026-03-06', reason: '' })
  },
}

function openPick({ company, supplies, choose }: Day, at: number) {
  const batch = choose(company.clerk.warehouse.listBatches({ warehouseId: supplies.warehouseId }).rows, at)
  if (batch === undefined) return undefined
  const { tasks } = company.clerk.warehouse.takeBatch({ batchId: batch.id })
  return choose(
    tasks.filter((task) => task.state === 'open'),
    at,
  )
}

const names = Object.keys(steps)
const day = fc.array(
  fc.tuple(
    fc.constantFrom(...names, 'order', 'order', 'pick', 'pick', 'pack', 'pack', 'release', 'ship', 'ship', 'invoice'),
    fc.nat(50),
    fc.integer({ min: 1, max: 9 }),
  ),
  {
    minLength: 20,
    maxLength: 60,
  },
)

it.each(['cn-sbe', 'generic'] as const)(
  'whatever the day brings, all invariants hold (%s)',
  (pack) => {
    const company = openTestCompany({ pack })
    const supplies = addSupplies(company)
    const choose = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(from.length, 1)]
    const went = new Set<string>()
    fc.assert(
      fc.property(day, (script) => {
        for (const [name, at, pieces] of script) {
          try {
            steps[name]?.({ company, supplies, choose }, at, pieces)
            went.add(name)
          } catch (error) {
            if (!(error instanceof Refusal) || error.code === 'app.unexpected') throw error
          }
        }
        expect(brokenChecks(company.reader)).toEqual([])
      }),
      // Days follow each other in one company; a fixed seed keeps them the same everywhere.
      { numRuns: 20, seed: 20261122, endOnFailure: true },
    )
    expect([...went].toSorted()).toEqual([...names].toSorted())
    company.close()
  },
  120_000,
)
