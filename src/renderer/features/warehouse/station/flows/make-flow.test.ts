import { describe, expect, it } from 'vitest'
import { codeOf, milk, pieces, play, reading, salt } from './flow-fixture'
import { makeAsk, makeStep, placeOf, startMake, wantedOf, type MakeEvent, type MakePlan } from './make-flow'

const plan: MakePlan = {
  id: 1,
  number: 'CP-000001',
  used: [
    {
      item: milk,
      quantityMicro: pieces(6),
      places: [
        { binCode: 'A01-01-1', lotCode: 'L1', freeMicro: pieces(4) },
        { binCode: 'A01-02-1', lotCode: 'L2', freeMicro: pieces(9) },
      ],
    },
    { item: salt, quantityMicro: pieces(3), places: [{ binCode: 'A02-01-1', lotCode: null, freeMicro: pieces(5) }] },
  ],
  made: [
    {
      item: { ...milk, id: 9, code: 'SET', name: 'Set' },
      lotTracked: true,
      needsExpiry: true,
      quantityMicro: pieces(3),
    },
  ],
}
const start = () => startMake(plan, '2026-11-22')
const run = (...events: MakeEvent[]) => play(makeStep, start(), ...events)
const bin = (code: string): MakeEvent => ({ kind: 'scan', code })
const goods = (item: typeof milk, lot: string | null = null): MakeEvent => ({
  kind: 'goods',
  code: 'X',
  reading: reading(item, { lot }),
})
const ok: MakeEvent = { kind: 'confirm' }
const milkTaken = [bin('A01-01-1'), goods(milk, 'L1'), ok, bin('A01-02-1'), goods(milk, 'L2'), ok]

describe('putting goods together', () => {
  it('leads to each part, first expiring first, until all are there, then asks what came of it', () => {
    expect(placeOf(start())?.binCode).toBe('A01-01-1')
    const halfway = run(...milkTaken.slice(0, 3)).state
    expect([placeOf(halfway)?.binCode, wantedOf(halfway)]).toEqual(['A01-02-1', pieces(2)])
    const { state } = run(...milkTaken, bin('a02-01-1'), goods(salt), ok)
    expect(makeAsk(state)).toBe('made')
    const asked = play(makeStep, state, { kind: 'quantity', quantityMicro: pieces(2) }, { kind: 'text', text: 'S1' })
    expect(makeAsk(asked.state)).toBe('expiry')
    const end = makeStep(asked.state, { kind: 'text', text: '270331' })
    expect(end.call).toMatchObject({
      kind: 'finish',
      used: [
        { binCode: 'A01-01-1', lotCode: 'L1', quantityMicro: pieces(4) },
        { binCode: 'A01-02-1', lotCode: 'L2', quantityMicro: pieces(2) },
        { binCode: 'A02-01-1', lotCode: null, quantityMicro: pieces(3) },
      ],
      made: [{ quantityMicro: pieces(2), lotCode: 'S1', expiresOn: '2027-03-31' }],
    })
    const done = makeStep(end.state, { kind: 'finished', number: 'CV-1', missingMicro: pieces(1) })
    expect(makeAsk(done.state)).toBe('done')
  })

  it('refuses the wrong bin, item, lot and more than is there or wanted', () => {
    expect(codeOf(run(bin('A02-01-1')))).toBe('warehouse.wrongBin')
    expect(codeOf(run(bin('A01-01-1'), goods(salt)))).toBe('warehouse.wrongItem')
    expect(codeOf(run(bin('A01-01-1'), goods(milk, 'L2')))).toBe('warehouse.wrongLot')
    const tooMany: MakeEvent = { kind: 'quantity', quantityMicro: pieces(5) }
    expect(codeOf(run(bin('A01-01-1'), goods(milk, 'L1'), tooMany))).toBe('warehouse.moreThanPlanned')
    expect(codeOf(run(bin('A01-01-1'), goods(milk, 'L1'), bin('A01-02-1')))).toBe('station.quantityFirst')
  })

  it('may stop at less once something of every part is there', () => {
    expect(codeOf(run(...milkTaken, { kind: 'enough' }))).toBe('station.partMissing')
    const one: MakeEvent = { kind: 'quantity', quantityMicro: pieces(1) }
    const { state } = run(...milkTaken, bin('A02-01-1'), goods(salt), one, { kind: 'enough' })
    expect(makeAsk(state)).toBe('made')
    // A part that was taken back is fetched again.
    const back = run(...milkTaken, { kind: 'remove', lineKey: 2 }).state
    expect([makeAsk(back), wantedOf(back)]).toEqual(['bin', pieces(2)])
  })
})
