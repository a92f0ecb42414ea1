import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { actorOfUser } from '../../src/main/foundation/access'
import { Refusal } from '../../src/shared/errors'
import { brokenChecks, openTestCompany, type Client, type TestCompany } from '../support/company'
import { addSupplies, order, PIECE, type Supplies } from '../support/supplies'
import { draftOrder } from '../support/warehouse-day'

/** Room for five pieces of either item in each bin of the small house. */
const BIN_PIECES = 5
const CLERKS = 4

interface Task {
  readonly id: number
  readonly quantityMicro: number
  readonly toBin: { readonly code: string }
  readonly fromBin: { readonly code: string }
  readonly item: { readonly code: string }
}

/** A clerk works from what was read a while ago: tasks may be done, taken or gone meanwhile. */
interface Clerk {
  readonly client: Client
  putaway: readonly Task[]
  picks: readonly Task[]
  moves: readonly Task[]
}

interface Floor {
  readonly company: TestCompany
  readonly warehouseId: number
  readonly clerks: readonly Clerk[]
  /** what each took from the queue last, until somebody has finished it */
  readonly inHand: Map<Clerk, number>
}

type Step = (floor: Floor, clerk: Clerk, at: number, pieces: number) => void

const pieceMicro = (pieces: number): number => pieces * PIECE
const one = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)]

const steps: Readonly<Record<string, Step>> = {
  read({ warehouseId }, clerk) {
    clerk.putaway = clerk.client.warehouse.listPutaway({ warehouseId }).tasks
    clerk.moves = clerk.client.warehouse.listMoves({ warehouseId }).tasks
    clerk.picks = clerk.client.warehouse
      .listBatches({ warehouseId })
      .rows.flatMap((batch) => clerk.client.warehouse.takeBatch({ batchId: batch.id }).tasks)
  },
  putAway(_floor, clerk, at, pieces) {
    const task = one(clerk.putaway, at)
    if (task === undefined) return
    const whole = at % 2 === 0 ? {} : { quantityMicro: Math.min(pieceMicro(pieces), task.quantityMicro) }
    clerk.client.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code, ...whole })
  },
  elsewhere({ warehouseId }, clerk, at, pieces) {
    const task = one(clerk.putaway, at)
    const bin = one(clerk.client.warehouse.listBins({ warehouseId, kind: 'storage' }).rows, at)
    if (task === undefined || bin === undefined) return
    const quantityMicro = Math.min(pieceMicro(pieces), task.quantityMicro)
    clerk.client.warehouse.putAway({ taskId: task.id, binScan: bin.code, quantityMicro, otherBinReason: 'nearer' })
  },
  release({ warehouseId }, clerk, at) {
    const picking = (['batch', 'order', 'zone'] as const)[at % 3]!
    clerk.client.warehouse.releaseWave({ warehouseId, orderIds: [], releasedOn: '2026-03-02', picking })
  },
  pick(_floor, clerk, at, pieces) {
    const task = one(clerk.picks, at)
    if (task === undefined) return
    const whole = at % 2 === 0 ? {} : { quantityMicro: pieceMicro(pieces) }
    clerk.client.warehouse.confirmPick({
      taskId: task.id,
      binScan: task.fromBin.code,
      itemScan: task.item.code,
      ...whole,
    })
  },
  shortPick(_floor, clerk, at) {
    const task = one(clerk.picks, at)
    if (task !== undefined) clerk.client.warehouse.shortPick({ taskId: task.id, foundMicro: pieceMicro(at % 2) })
  },
  move({ warehouseId }, clerk, at, pieces) {
    const bins = clerk.client.warehouse.listBins({ warehouseId, kind: 'storage' }).rows
    const [from, to] = [one(bins, at), one(bins, at * 7 + 3)]
    const row = from && clerk.client.warehouse.binContent({ scan: from.code }).rows[0]
    if (from === undefined || to === undefined || row === undefined) return
    clerk.client.warehouse.moveStock({
      fromBinScan: from.code,
      toBinScan: to.code,
      itemId: row.item.id,
      lotId: row.lot?.id ?? null,
      quantityMicro: pieceMicro(pieces),
    })
  },
  unrelease({ warehouseId }, clerk, at) {
    const wave = one(clerk.client.warehouse.listWaves({ warehouseId }).rows, at)
    if (wave !== undefined) clerk.client.warehouse.unreleaseWave({ waveId: wave.id })
  },
  pack({ warehouseId }, clerk, at) {
    const waiting = one(clerk.client.warehouse.listToPack({ warehouseId }).rows, at)
    const row = waiting && one(clerk.client.warehouse.packingList({ orderId: waiting.orderId }).rows, at)
    if (waiting !== undefined && row !== undefined) {
      clerk.client.warehouse.packScan({ orderId: waiting.orderId, itemScan: row.item.code })
    }
  },
  /** Pick faces are filled and small remains brought together: the tasks of it. */
  plan({ warehouseId }, clerk, at) {
    if (at % 2 === 0) clerk.client.warehouse.planReplenishment({ warehouseId })
    else {
      const rows = clerk.client.warehouse.listConsolidations({ warehouseId }).rows
      const fromBinIds = rows.map((row) => row.fromBin.id)
      if (fromBinIds.length > 0) clerk.client.warehouse.planConsolidation({ warehouseId, fromBinIds })
    }
  },
  confirmMove(_floor, clerk, at, pieces) {
    const task = one(clerk.moves, at)
    if (task === undefined) return
    const part = at % 2 === 0 ? {} : { quantityMicro: pieceMicro(pieces) }
    clerk.client.warehouse.confirmMove({
      taskId: task.id,
      fromBinScan: task.fromBin.code,
      itemScan: task.item.code,
      toBinScan: task.toBin.code,
      ...part,
    })
  },
  /** The queue sends nobody to what somebody else has in hand. */
  takeWork({ warehouseId, inHand }, clerk, at) {
    const { rows } = clerk.client.warehouse.nextWork({ warehouseId })
    const next = one(
      rows.filter((row) => row.kind !== 'pick'),
      at,
    )
    if (next === undefined) return
    clerk.client.warehouse.takeWork({ taskId: next.id })
    for (const [other, taskId] of inHand) {
      if (taskId === next.id && other !== clerk) throw new Error(`task ${taskId} is in two hands`)
    }
    inHand.set(clerk, next.id)
  },
  freeze({ warehouseId }, clerk, at) {
    const bin = one(clerk.client.warehouse.listBins({ warehouseId, kind: 'storage' }).rows, at)
    if (bin === undefined) return
    clerk.client.warehouse.startCount({
      warehouseId,
      binIds: [bin.id],
      isFrozen: at % 2 === 0,
      countedOn: '2026-03-02',
    })
  },
  /** Counted as the books say: a count of its own changes nothing, so that the sum of all bins can be known. */
  count({ company }, clerk, at) {
    const open = one(
      clerk.client.warehouse.listCounts({}).rows.filter((row) => row.state === 'counting' || row.state === 'counted'),
      at,
    )
    if (open === undefined) return
    if (at % 3 === 0) {
      company.owner.warehouse.cancelCount({ countId: open.id })
      return
    }
    for (const { bin } of clerk.client.warehouse.getCount({ id: open.id }).bins) {
      const { rows } = clerk.client.warehouse.binContent({ scan: bin.code })
      const lines = rows.map((row) => ({
        itemId: row.item.id,
        countedMicro: row.quantityMicro,
        ...(row.lot === null ? {} : { lotCode: row.lot.code }),
      }))
      clerk.client.warehouse.countBin({ countId: open.id, binScan: bin.code, lines })
    }
    company.owner.warehouse.approveCount({ countId: open.id, approvedOn: '2026-03-02' })
  },
  undo(_floor, clerk, at) {
    const scan = one(clerk.client.warehouse.lastScans({ limit: 20 }).rows, at)
    if (scan !== undefined) clerk.client.warehouse.undoScan({ scanId: scan.id })
  },
}

/** A crowded house of eight bins, goods at its dock, and orders that want them. */
function openFloor(): Floor {
  const company = openTestCompany()
  const supplies = addSupplies(company)
  const { id: warehouseId } = company.owner.warehouse.addWarehouse({
    code: 'F',
    name: 'Floor',
    zones: [{ code: 'A', name: 'All', categories: [], aisles: 2, baysPerAisle: 2, levels: 2 }],
    capacityMillilitres: BIN_PIECES * 100,
  })
  const here: Supplies = { ...supplies, warehouseId }
  const bought = order(company.owner, here, [
    { item: here.bolt, pieces: 14, priceMicro: 10_000_000 },
    { item: here.tea, pieces: 12, priceMicro: 5_000_000 },
  ])
  company.clerk.purchasing.receiveGoods({
    orderId: bought.id,
    receivedOn: '2026-03-02',
    lines: [
      { orderLineId: bought.lineIds[0]!, quantityMicro: pieceMicro(14) },
      { orderLineId: bought.lineIds[1]!, quantityMicro: pieceMicro(12), lotCode: 'L1', expiresOn: '2026-12-31' },
    ],
  })
  for (const pieces of [1, 2, 3, 4]) {
    const id = draftOrder(company, here, [
      { item: here.bolt, pieces },
      { item: here.tea, pieces: 1 + (pieces % 2) },
    ])
    company.bookkeeper.sales.confirmOrder({ id })
  }
  // Four people with a clerk's rights; each secret that is hashed takes a while, so three are there already.
  company.owner.access.addUser({ login: 'fourth', name: 'Fourth', role: 'clerk', badge: 'BADGE-4', pin: '1357' })
  const actor = actorOfUser(company.reader, 'clerk', 'station')
  const people = company.reader.all<{ id: number }>('SELECT id FROM access_user ORDER BY id')
  if (actor === undefined) throw new Error('the template has a clerk')
  const clerks = Array.from({ length: CLERKS }, (_, at) => {
    const { id: userId } = people[at]!
    return { client: company.as({ ...actor, userId, station: `station ${at}` }), putaway: [], picks: [], moves: [] }
  })
  // A fixed bin that is filled from the others.
  company.owner.warehouse.saveItemPlace({
    warehouseId,
    itemId: here.bolt.id,
    temperature: '',
    binCode: company.owner.warehouse.listBins({ warehouseId, kind: 'storage' }).rows.at(-1)!.code,
    minimumMicro: pieceMicro(2),
    maximumMicro: pieceMicro(4),
  })
  return { company, warehouseId, clerks, inHand: new Map() }
}

const OPEN = `SELECT id FROM warehouse_task WHERE id = ? AND state = 'open' AND assigned_to IS NOT NULL`

function forgetDone({ company, inHand }: Floor): void {
  for (const [clerk, taskId] of inHand) if (company.reader.first(OPEN, [taskId]) === undefined) inHand.delete(clerk)
}

const OVERFULL = `
  SELECT b.code FROM warehouse_bin b
  JOIN inventory_balance s ON s.bin_id = b.id
  JOIN items_item i ON i.id = s.item_id
  WHERE b.warehouse_id = ? AND b.capacity_millilitres > 0
  GROUP BY b.id HAVING sum(s.quantity_micro * i.volume_millilitres) / 1000000 > b.capacity_millilitres`
const ON_HAND = 'SELECT coalesce(sum(quantity_micro), 0) AS micro FROM inventory_balance WHERE warehouse_id = ?'
const OVERDONE = 'SELECT id FROM warehouse_task WHERE done_micro > quantity_micro OR done_micro < 0'

it('four clerks at once, each with what they read a while ago, keep bins, tasks and promises exact', () => {
  const work = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(CLERKS - 1), fc.nat(30), fc.integer({ min: 1, max: 4 })),
    { minLength: 40, maxLength: 70 },
  )
  let accepted = 0
  fc.assert(
    fc.property(work, (day) => {
      const floor = openFloor()
      const { company, warehouseId, clerks } = floor
      try {
        for (const [name, who, at, pieces] of day) {
          const clerk = clerks[who]!
          if (at % 5 === 0) steps['read']!(floor, clerk, at, pieces)
          try {
            steps[name]!(floor, clerk, at, pieces)
            forgetDone(floor)
            accepted += 1
          } catch (error) {
            // A refusal is an answer as well; anything else is a bug.
            if (!(error instanceof Refusal)) throw error
          }
        }
        expect(company.reader.first<{ micro: number }>(ON_HAND, [warehouseId])?.micro).toBe(pieceMicro(26))
        expect(company.reader.all(OVERFULL, [warehouseId])).toEqual([])
        expect(company.reader.all(OVERDONE)).toEqual([])
        expect(brokenChecks(company.reader)).toEqual([])
      } finally {
        company.close()
      }
    }),
    { numRuns: 8 },
  )
  // A floor on which everything is refused would prove nothing.
  expect(accepted).toBeGreaterThan(100)
}, 120_000)
