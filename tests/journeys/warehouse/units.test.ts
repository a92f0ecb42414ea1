import { array, assert, constant, constantFrom, integer, oneof, property, record, type Arbitrary } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/shared/errors'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { pickAll, receive, release, sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const floor = () => company.clerk.warehouse
const make = (kind: 'pallet' | 'tote' | 'carton', binScan: string, code = '') =>
  floor().openUnit({ kind, binScan, code }).code
const pack = (unitScan: string, pieces: number, item: Supplies['bolt'] = supplies.bolt, lotId: number | null = null) =>
  floor().packUnit({ unitScan, itemId: item.id, lotId, quantityMicro: pieces * PIECE })
const unpack = (unitScan: string, pieces: number) =>
  floor().unpackUnit({ unitScan, itemId: supplies.bolt.id, lotId: null, quantityMicro: pieces * PIECE })
const held = (unitScan: string) =>
  floor()
    .getUnit({ unitScan })
    .rows.map((row) => [row.item.code, row.quantityMicro / PIECE])
const inBin = (scan: string) =>
  floor()
    .binContent({ scan })
    .rows.map((row) => [row.item.code, row.quantityMicro / PIECE, row.looseMicro / PIECE])

describe('a pallet', () => {
  it('is made at the dock, filled, and put away whole: the tasks of its goods are done by that', () => {
    receive(company, supplies, [
      { item: supplies.bolt, pieces: 40 },
      { item: supplies.tea, pieces: 10, lotCode: 'L1', expiresOn: '2027-01-01' },
    ])
    const pallet = make('pallet', 'DOCK')
    expect(pallet).toBe('HU-000001')
    pack(pallet, 30)
    expect(refusalOf(() => pack(pallet, 11))).toMatchObject({
      code: 'warehouse.notLoose',
      params: { loose: '10', wanted: '11' },
    })
    const tea = floor()
      .binContent({ scan: 'DOCK' })
      .rows.find((row) => row.item.code === 'TEA')
    pack(pallet, 10, supplies.tea, tea!.lot!.id)
    expect(floor().moveUnit({ unitScan: pallet, toBinScan: 'A01-01-1' })).toMatchObject({ lines: 2 })
    expect(inBin('A01-01-1')).toEqual([
      ['BOLT', 30, 0],
      ['TEA', 10, 0],
    ])
    expect(inBin('DOCK')).toEqual([['BOLT', 10, 10]])
    // Thirty of forty bolts and all tea are put away; the tea went elsewhere than proposed.
    const open = floor().listPutaway({ warehouseId: supplies.warehouseId }).tasks
    expect(open.map((task) => [task.item.code, task.quantityMicro / PIECE, task.doneMicro / PIECE])).toEqual([
      ['BOLT', 40, 30],
    ])
    const { rules } = floor().putawaySettings({ warehouseId: supplies.warehouseId, today: '2026-03-02' })
    expect(rules.find((row) => row.rule === 'emptyBin')).toMatchObject({ proposed: 1, followed: 0 })
  })

  it('carries an SSCC where the company has a prefix, and is found by it with its identifier', () => {
    company.owner.warehouse.savePackingSettings({
      warehouseId: supplies.warehouseId,
      gs1Prefix: '6901234',
      weightTolerancePermille: 30,
      weightToleranceGrams: 20,
    })
    const pallet = make('pallet', 'DOCK')
    // Extension 1, prefix, serial 1; weights 3, 1, 3, ... from the right sum to 57.
    expect(pallet).toBe('169012340000000013')
    expect(floor().getUnit({ unitScan: `]C100${pallet}` }).code).toBe(pallet)
    expect(floor().unitLabelPdf({ unitScan: pallet, locale: 'en' }).fileName).toBe(`${pallet}.pdf`)
    expect(refusalOf(() => make('tote', 'DOCK', pallet)).code).toBe('warehouse.unitCodeTaken')
    expect(refusalOf(() => held('NOTHING')).code).toBe('warehouse.unitUnknown')
  })

  it('takes along what stands on it, and only larger holds smaller in the same bin', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 40 }])
    const pallet = make('pallet', 'A01-01-1')
    const tote = make('tote', 'A01-01-1', 'T-1')
    const carton = make('carton', 'A01-01-1', 'K-1')
    const nest = (unitScan: string, parentScan = '') => floor().nestUnit({ unitScan, parentScan })
    pack(tote, 5)
    pack(carton, 3)
    nest(carton, tote)
    nest(tote, pallet)
    expect(refusalOf(() => nest(pallet, tote)).code).toBe('warehouse.unitTooSmall')
    expect(refusalOf(() => nest(make('carton', 'A01-02-1'), pallet)).code).toBe('warehouse.unitElsewhere')
    floor().moveUnit({ unitScan: pallet, toBinScan: 'A01-02-1' })
    expect(inBin('A01-02-1')).toEqual([['BOLT', 8, 0]])
    expect(
      floor()
        .getUnit({ unitScan: pallet })
        .inside.map((inner) => [inner.code, inner.depth]),
    ).toEqual([
      ['T-1', 1],
      ['K-1', 2],
    ])
    // The tote leaves the pallet, and its carton with it.
    floor().moveUnit({ unitScan: tote, toBinScan: 'A01-03-1' })
    expect(floor().getUnit({ unitScan: tote })).toMatchObject({ parentCode: null, bin: { code: 'A01-03-1' } })
    expect(inBin('A01-03-1')).toEqual([['BOLT', 8, 0]])
    // Taken apart, its goods lie loose and the carton stands on its own.
    floor().breakUnit({ unitScan: tote })
    expect(inBin('A01-03-1')).toEqual([['BOLT', 8, 5]])
    expect(floor().getUnit({ unitScan: carton }).parentCode).toBeNull()
    expect(refusalOf(() => floor().breakUnit({ unitScan: tote })).code).toBe('warehouse.unitBroken')
  })

  it('does not go where it does not fit, and not while its goods are promised', () => {
    company.owner.warehouse.addWarehouse({
      code: 'W2',
      name: 'Small bins',
      capacityMillilitres: 800,
      zones: [{ code: 'S', name: 'Small', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 }],
    })
    const there = { ...supplies, warehouseId: 2 }
    receive(company, there, [{ item: supplies.bolt, pieces: 9 }])
    const pallet = make('pallet', 'W2-DOCK')
    pack(pallet, 9)
    const move = () => floor().moveUnit({ unitScan: pallet, toBinScan: 'W2-A01-01-1' })
    expect(refusalOf(move).code).toBe('warehouse.unitTooBig')
    unpack(pallet, 1)
    move()
    expect(refusalOf(() => floor().moveUnit({ unitScan: pallet, toBinScan: 'DOCK' })).code).toBe(
      'warehouse.binOfOtherWarehouse',
    )
    expect(refusalOf(move).code).toBe('warehouse.sameBin')
    expect(refusalOf(() => unpack(pallet, 9)).code).toBe('warehouse.notInUnit')
  })
})

describe('what is taken from a bin', () => {
  it('is loose first, then comes out of the emptiest unit; a named unit is the one it comes out of', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 20 }])
    const [full, small] = [make('tote', 'A01-01-1', 'FULL'), make('tote', 'A01-01-1', 'SMALL')]
    pack(full, 10)
    pack(small, 4)
    // Six lie loose. Eight are picked: the six, and two of the four.
    sell(company, supplies, [{ item: supplies.bolt, pieces: 8 }])
    pickAll(company, release(company, supplies))
    expect([held(full), held(small)]).toEqual([[['BOLT', 10]], [['BOLT', 2]]])
    sell(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    const [task] = release(company, supplies)
    expect(task!.units).toEqual(['FULL', 'SMALL'])
    floor().confirmPick({ taskId: task!.id, binScan: 'full', itemScan: 'BOLT' })
    expect([held(full), held(small)]).toEqual([[['BOLT', 7]], [['BOLT', 2]]])
    sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    const [next] = release(company, supplies)
    const elsewhere = make('tote', 'A01-02-1', 'ELSEWHERE')
    expect(refusalOf(() => floor().confirmPick({ taskId: next!.id, binScan: elsewhere, itemScan: 'BOLT' })).code).toBe(
      'warehouse.wrongBin',
    )
  })

  it('changes its status in its unit when its lot is held', () => {
    stockUp(company, supplies, [{ item: supplies.tea, pieces: 10, lotCode: 'L1', expiresOn: '2027-01-01' }])
    const [row] = floor().binContent({ scan: 'A01-01-1' }).rows
    const tote = make('tote', 'A01-01-1')
    pack(tote, 6, supplies.tea, row!.lot!.id)
    company.owner.warehouse.holdLot({ itemId: supplies.tea.id, lotCode: 'L1', reason: 'complaint' })
    expect(floor().getUnit({ unitScan: tote }).rows).toMatchObject([{ status: 'quarantine', quantityMicro: 6 * PIECE }])
  })

  it('is gone from its unit when a count finds less', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    const tote = make('tote', 'A01-01-1')
    pack(tote, 10)
    const [bin] = floor().listBins({ warehouseId: supplies.warehouseId, filter: 'A01-01-1' }).rows
    const count = floor().startCount({
      warehouseId: supplies.warehouseId,
      binIds: [bin!.id],
      countedOn: '2026-03-02',
    })
    floor().countBin({
      countId: count.id,
      binScan: 'A01-01-1',
      lines: [{ itemId: supplies.bolt.id, countedMicro: 7 * PIECE }],
    })
    company.owner.warehouse.approveCount({ countId: count.id, approvedOn: '2026-03-02' })
    expect(held(tote)).toEqual([['BOLT', 7]])
  })
})

describe('whatever happens on the floor', () => {
  it('units hold no more than lies where they stand, and every piece is somewhere', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 60 }])
    const places = ['A01-01-1', 'A01-02-1', 'A02-01-1']
    const labels = ['U0', 'U1', 'U2', 'U3']
    for (const [at, code] of labels.entries())
      make((['carton', 'tote', 'pallet', 'pallet'] as const)[at]!, places[0]!, code)
    const label = constantFrom(...labels)
    const place = constantFrom(...places)
    const pieces = integer({ min: 1, max: 12 })
    const step = oneof(
      record({ do: constant('pack' as const), unit: label, pieces }),
      record({ do: constant('unpack' as const), unit: label, pieces }),
      record({ do: constant('nest' as const), unit: label, parent: oneof(label, constant('')) }),
      record({ do: constant('move' as const), unit: label, to: place }),
      record({ do: constant('moveLoose' as const), from: place, to: place, pieces }),
      record({ do: constant('adjust' as const), from: place, pieces: integer({ min: 1, max: 2 }) }),
    )
    let gone = 0
    const run = (action: typeof step extends Arbitrary<infer S> ? S : never): void => {
      switch (action.do) {
        case 'pack':
          return void pack(action.unit, action.pieces)
        case 'unpack':
          return void unpack(action.unit, action.pieces)
        case 'nest':
          return void floor().nestUnit({ unitScan: action.unit, parentScan: action.parent })
        case 'move':
          return void floor().moveUnit({ unitScan: action.unit, toBinScan: action.to })
        case 'moveLoose':
          return void floor().moveStock({
            fromBinScan: action.from,
            toBinScan: action.to,
            itemId: supplies.bolt.id,
            lotId: null,
            quantityMicro: action.pieces * PIECE,
          })
        case 'adjust': {
          const [bin] = floor().listBins({ warehouseId: supplies.warehouseId, filter: action.from }).rows
          company.owner.warehouse.adjustStock({
            warehouseId: supplies.warehouseId,
            adjustedOn: '2026-03-02',
            reason: 'broken',
            lines: [{ binId: bin!.id, itemId: supplies.bolt.id, quantityMicro: 0 - action.pieces * PIECE }],
          })
          gone += action.pieces
        }
      }
    }
    assert(
      property(array(step, { minLength: 5, maxLength: 25 }), (actions) => {
        for (const action of actions) {
          try {
            run(action)
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
        }
        expect(brokenChecks(company.reader).filter((broken) => broken.startsWith('warehouse.'))).toEqual([])
        const there = places.flatMap((scan) => inBin(scan)).reduce((sum, row) => sum + Number(row[1]), 0)
        expect(there).toBe(60 - gone)
      }),
      { numRuns: 15, seed: 20260302 },
    )
  })
})

describe('the last steps of a unit are taken back', () => {
  const undo = (scanId: number) => floor().undoScan({ scanId })
  const lastScan = () => floor().lastScans({ limit: 1 }).rows[0]

  it('a move from the dock: goods, nesting and putaways are as they were', () => {
    receive(company, supplies, [{ item: supplies.bolt, pieces: 40 }])
    const before = floor().listPutaway({ warehouseId: supplies.warehouseId }).tasks
    const pallet = make('pallet', 'DOCK')
    const carton = make('carton', 'DOCK')
    pack(carton, 30)
    floor().nestUnit({ unitScan: carton, parentScan: pallet })
    const { scanId } = floor().moveUnit({ unitScan: carton, toBinScan: 'A02-04-1' })
    expect(lastScan()).toMatchObject({ id: scanId, step: 'unitMove', canUndo: true })
    undo(scanId)
    expect(floor().getUnit({ unitScan: carton })).toMatchObject({ parentCode: pallet, bin: { code: 'DOCK' } })
    expect(inBin('A02-04-1')).toEqual([])
    expect(inBin('DOCK')).toEqual([['BOLT', 40, 10]])
    expect(floor().listPutaway({ warehouseId: supplies.warehouseId }).tasks).toEqual(before)
    expect(refusalOf(() => undo(scanId)).code).toBe('warehouse.scanUndone')
  })

  it('goods put in and taken out, nesting, and taking apart with what stood in it', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 40 }])
    const [pallet, tote] = [make('pallet', 'A01-01-1'), make('tote', 'A01-01-1')]
    const packed = pack(tote, 5)
    const nested = floor().nestUnit({ unitScan: tote, parentScan: pallet })
    // What came later is taken back first.
    expect(refusalOf(() => undo(packed.scanId)).code).toBe('warehouse.scanBuiltUpon')
    pack(pallet, 7)
    const { scanId } = floor().breakUnit({ unitScan: pallet })
    expect(inBin('A01-01-1')).toEqual([['BOLT', 40, 35]])
    undo(scanId)
    expect(held(pallet)).toEqual([['BOLT', 7]])
    expect(floor().getUnit({ unitScan: tote }).parentCode).toBe(pallet)
    undo(nested.scanId)
    expect(floor().getUnit({ unitScan: tote }).parentCode).toBeNull()
    undo(unpack(tote, 2).scanId)
    expect(held(tote)).toEqual([['BOLT', 5]])
    undo(packed.scanId)
    expect(held(tote)).toEqual([])
    expect(refusalOf(() => company.owner.warehouse.undoScan({ scanId: packed.scanId })).code).toBe(
      'warehouse.scanOfAnother',
    )
  })

  it('not once somebody has picked from it, or its goods are in another unit', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 20 }])
    const tote = make('tote', 'A01-01-1', 'T-9')
    pack(tote, 20)
    const moved = floor().moveUnit({ unitScan: tote, toBinScan: 'A01-02-1' })
    sell(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    pickAll(company, release(company, supplies))
    expect(refusalOf(() => undo(moved.scanId)).code).toBe('warehouse.scanBuiltUpon')
    const broken = floor().breakUnit({ unitScan: tote })
    pack(make('carton', 'A01-02-1'), 17)
    expect(refusalOf(() => undo(broken.scanId)).code).toBe('warehouse.scanBuiltUpon')
  })
})

describe('a pallet that answers an order line', () => {
  const setUp = () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 20 }])
    const pallet = make('pallet', 'A01-01-1', 'PAL-1')
    pack(pallet, 12)
    sell(company, supplies, [{ item: supplies.bolt, pieces: 15 }])
    const [task] = release(company, supplies)
    return { pallet, taskId: task!.id }
  }
  const pick = (taskId: number, itemScan = 'PAL-1') => floor().confirmPick({ taskId, binScan: 'PAL-1', itemScan })

  it('is picked whole by its label, and goes to the packing place with all that is on it', () => {
    const { pallet, taskId } = setUp()
    expect(pick(taskId)).toMatchObject({ state: 'open', doneMicro: 12 * PIECE, remainingMicro: 3 * PIECE })
    expect(floor().getUnit({ unitScan: pallet })).toMatchObject({ bin: { code: 'PACK' } })
    expect(held(pallet)).toEqual([['BOLT', 12]])
    expect(inBin('A01-01-1')).toEqual([['BOLT', 8, 8]])
    const { rows } = floor().lastScans({ limit: 1 })
    floor().undoScan({ scanId: rows[0]!.id })
    expect(floor().getUnit({ unitScan: pallet })).toMatchObject({ bin: { code: 'A01-01-1' } })
    expect(inBin('A01-01-1')).toEqual([['BOLT', 20, 8]])
    pick(taskId)
    floor().confirmPick({ taskId, binScan: 'A01-01-1', itemScan: 'BOLT' })
    expect(inBin('PACK')).toEqual([['BOLT', 15, 3]])
  })

  it('is not where it holds more than is wanted, or other goods: then its goods are scanned', () => {
    const { taskId, pallet } = setUp()
    pack(pallet, 4)
    expect(refusalOf(() => pick(taskId)).code).toBe('warehouse.wrongItem')
    expect(pick(taskId, 'BOLT')).toMatchObject({ state: 'done' })
    expect(held(pallet)).toEqual([['BOLT', 1]])
  })
})
