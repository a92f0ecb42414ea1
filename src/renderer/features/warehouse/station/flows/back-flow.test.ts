import { describe, expect, it } from 'vitest'
import { backAsk, backStep, openOf, startBack, type BackEvent } from './back-flow'
import { codeOf, milk, pieces, play, reading, salt } from './flow-fixture'

const lot = { id: 9, code: 'L1', expiresOn: '2027-03-31' }
const shipped = [
  { id: 1, item: milk, lot, quantityMicro: pieces(6), returnedMicro: pieces(2) },
  { id: 2, item: salt, lot: null, quantityMicro: pieces(3), returnedMicro: pieces(3) },
]
const run = (...events: BackEvent[]) => play(backStep, startBack(shipped), ...events)
const goods = (item: typeof milk | null, of: string | null = null): BackEvent => ({
  kind: 'goods',
  code: 'X',
  reading: reading(item, { lot: of }),
})
const count = (quantity: number): BackEvent => ({ kind: 'quantity', quantityMicro: pieces(quantity) })

describe('goods that come back', () => {
  it('are scanned, counted and judged, then why they came back is asked once', () => {
    const some = run(goods(milk, 'L1'), count(3), { kind: 'condition', status: 'damaged' })
    expect(some.state.lines).toMatchObject([{ line: { id: 1 }, quantityMicro: pieces(3), status: 'damaged' }])
    expect(openOf(some.state, shipped[0]!)).toBe(pieces(1))
    // Enter takes what is left of the line.
    const all = play(backStep, some.state, goods(milk), { kind: 'confirm' }, { kind: 'condition', status: 'available' })
    const asked = backStep(all.state, { kind: 'confirm' })
    expect(backAsk(asked.state)).toBe('reason')
    const posted = backStep(asked.state, { kind: 'reason', reason: 'Broken' })
    expect(posted.call).toEqual({ kind: 'post', lines: all.state.lines, reason: 'Broken' })
    expect(backAsk(backStep(posted.state, { kind: 'posted', number: 'RT-1' }).state)).toBe('posted')
  })

  it('are refused where they were not delivered, came back before, or are of another lot', () => {
    expect(codeOf(run(goods(null)))).toBe('station.codeUnknown')
    expect(codeOf(run(goods({ ...salt, id: 77 })))).toBe('station.notDelivered')
    expect(codeOf(run(goods(salt)))).toBe('station.allBackAlready')
    expect(codeOf(run(goods(milk, 'L2')))).toBe('warehouse.wrongLot')
    expect(codeOf(run(goods(milk), count(5)))).toBe('warehouse.moreThanPlanned')
    expect(codeOf(run({ kind: 'confirm' }))).toBe('station.nothingToPost')
  })
})
