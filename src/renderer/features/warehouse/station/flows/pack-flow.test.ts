import { describe, expect, it } from 'vitest'
import { codeOf, milk, pieces, play, salt } from './flow-fixture'
import {
  isPacked,
  packAsk,
  packProgress,
  packStep,
  startPack,
  type PackCarton,
  type PackEvent,
  type PackOrder,
} from './pack-flow'

const order = (saltPacked = 0, milkPacked = 0): PackOrder => ({
  orderId: 4,
  orderNumber: 'SO-4',
  customer: 'Corner shop',
  cartons: [],
  proposedKindId: null,
  expectedWeightGrams: 0,
  rows: [
    { demandId: 1, item: salt, lot: null, pickedMicro: pieces(2), packedMicro: pieces(saltPacked) },
    { demandId: 2, item: milk, lot: null, pickedMicro: pieces(3), packedMicro: pieces(milkPacked) },
  ],
})
const run = (...events: PackEvent[]) => play(packStep, startPack(order(0, 0)), ...events)

describe('packing', () => {
  it('leaves it to the engine whether a piece belongs there', () => {
    expect(run({ kind: 'scan', code: '690' }).call).toEqual({ kind: 'pack', orderId: 4, code: '690' })
  })

  it('takes a quantity for the next scan only', () => {
    const said = run({ kind: 'quantity', quantityMicro: pieces(3) })
    expect(packStep(said.state, { kind: 'scan', code: '690' }).call).toMatchObject({ quantityMicro: pieces(3) })
    const after = packStep(said.state, { kind: 'packed', order: order(0, 3), scanId: 9 })
    expect(packStep(after.state, { kind: 'scan', code: '690' }).call).not.toHaveProperty('quantityMicro')
    expect(codeOf(run({ kind: 'quantity', quantityMicro: 0 }))).toBe('station.quantityWanted')
  })

  it('says what went in and when all is in', () => {
    const one = run({ kind: 'packed', order: order(1, 0), scanId: 8 })
    expect(one.answer).toMatchObject({ kind: 'right', text: 'packed', scanId: 8, params: { item: 'SALT Salt' } })
    expect(packProgress(one.state.order)).toEqual({ done: 0, total: 2 })
    const all = packStep(one.state, { kind: 'packed', order: order(2, 3), scanId: 9 })
    expect(all.answer).toMatchObject({ kind: 'done', text: 'orderPacked' })
    expect(isPacked(all.state.order)).toBe(true)
    expect(codeOf(packStep(all.state, { kind: 'scan', code: '690' }))).toBe('station.allPacked')
  })

  it('has the piece out again after an undo', () => {
    const { state } = run({ kind: 'packed', order: order(2, 3), scanId: 9 }, { kind: 'reloaded', order: order(2, 2) })
    expect(isPacked(state.order)).toBe(false)
  })
})

describe('cartons', () => {
  const carton = (more: Partial<PackCarton> = {}): PackCarton => ({
    id: 5,
    number: 1,
    code: 'CT-1',
    state: 'open',
    kindName: 'Small',
    expectedGrams: 100,
    weighedGrams: null,
    lines: [{}],
    ...more,
  })
  it('are chosen first, then filled, then weighed', () => {
    const begin = startPack(order(), true)
    expect([packAsk(begin), codeOf(packStep(begin, { kind: 'scan', code: 'x' }))]).toEqual([
      'carton',
      'station.cartonFirst',
    ])
    expect(packStep(begin, { kind: 'takeCarton', kindId: 7 }).call).toMatchObject({ kind: 'openCarton', kindId: 7 })
    const filling = packStep(begin, { kind: 'cartonChanged', order: { ...order(), cartons: [carton()] } }).state
    expect(packAsk(filling)).toBe('goods')
    const full = packStep(filling, { kind: 'close' }).state
    expect([packAsk(full), codeOf(packStep(full, { kind: 'scan', code: 'x' }))]).toEqual([
      'weight',
      'station.weightFirst',
    ])
    expect(packStep(full, { kind: 'weight', grams: 120 }).call).toMatchObject({ cartonId: 5, grams: 120 })
    expect(packAsk(packStep(full, { kind: 'forget' }).state)).toBe('goods')
    const empty = packStep(begin, { kind: 'cartonChanged', order: { ...order(), cartons: [carton({ lines: [] })] } })
    expect(codeOf(packStep(empty.state, { kind: 'close' }))).toBe('station.scanFirst')
    expect(packAsk(packStep(begin, { kind: 'goLoose' }).state)).toBe('goods')
  })
})
