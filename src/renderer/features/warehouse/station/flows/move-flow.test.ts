import { describe, expect, it } from 'vitest'
import { codeOf, milk, pieces, play, reading, salt } from './flow-fixture'
import { moveAsk, moveStep, startMove, type MoveEvent, type MoveRow } from './move-flow'

const lot = (code: string) => ({ id: 1, code, expiresOn: null })
const row = (more: Partial<MoveRow>): MoveRow => ({
  item: salt,
  lot: null,
  status: 'available',
  freeMicro: pieces(5),
  ...more,
})
const bin = {
  code: 'A01-01-1',
  rows: [row({}), row({ item: milk, lot: lot('L1') }), row({ item: milk, lot: lot('L2'), freeMicro: pieces(2) })],
}
const at: MoveEvent = { kind: 'binRead', bin }
const goods = (item = salt, more = {}): MoveEvent => ({ kind: 'goods', code: 'x', reading: reading(item, more) })

describe('moving by scan', () => {
  it('asks for bin, goods, quantity and bin, then moves', () => {
    const asks: string[] = [moveAsk(startMove)]
    let state = startMove
    for (const event of [at, goods(), { kind: 'confirm' }] as const) {
      state = moveStep(state, event).state
      asks.push(moveAsk(state))
    }
    expect(asks).toEqual(['from', 'goods', 'quantity', 'to'])
    expect(moveStep(state, { kind: 'scan', code: 'a02-01-1' }).call).toMatchObject({
      kind: 'move',
      from: 'A01-01-1',
      to: 'A02-01-1',
      quantityMicro: pieces(5),
    })
    const after = play(moveStep, state, { kind: 'moved', scanId: 7, to: 'A02-01-1', bin })
    expect([moveAsk(after.state), after.state.from?.code, after.answer]).toMatchObject([
      'goods',
      'A01-01-1',
      { kind: 'done', scanId: 7 },
    ])
  })

  it('asks for the lot where the code names none, and takes the one that it names', () => {
    const several = play(moveStep, startMove, at, goods(milk))
    expect([moveAsk(several.state), several.state.candidates.length]).toEqual(['lot', 2])
    expect(moveAsk(play(moveStep, several.state, { kind: 'choose', row: bin.rows[2]! }).state)).toBe('quantity')
    const named = play(moveStep, startMove, at, goods(milk, { lot: 'L2', quantityMicro: pieces(2) }))
    expect([moveAsk(named.state), named.state.row?.lot?.code]).toEqual(['to', 'L2'])
  })

  it.each([
    ['goods that do not lie there', [at, goods({ ...salt, id: 9 })], 'station.notInBin'],
    ['a lot that does not', [at, goods(milk, { lot: 'L9' })], 'station.lotNotInBin'],
    ['a code that nobody knows', [at, goods(null as never)], 'station.codeUnknown'],
    ['more than is free', [at, goods(), { kind: 'quantity', quantityMicro: pieces(6) }], 'station.moreThanFree'],
    ['more by the code itself', [at, goods(milk, { lot: 'L2', quantityMicro: pieces(3) })], 'station.moreThanFree'],
    ['nothing', [at, goods(), { kind: 'quantity', quantityMicro: 0 }], 'station.quantityWanted'],
    ['an empty bin', [{ kind: 'binRead', bin: { code: 'B', rows: [] } }], 'station.binIsEmpty'],
    ['the same bin', [at, goods(), { kind: 'confirm' }, { kind: 'scan', code: 'A01-01-1' }], 'warehouse.sameBin'],
    ['a bin before the quantity', [at, goods(), { kind: 'scan', code: 'A02-01-1' }], 'station.quantityFirst'],
  ] as [string, MoveEvent[], string][])('refuses %s', (_name, events, code) => {
    expect(codeOf(play(moveStep, startMove, ...events))).toBe(code)
  })

  it('goes back one step at a time', () => {
    const whole = play(moveStep, startMove, at, goods(), { kind: 'confirm' }).state
    const asks = [1, 2, 3].map((times) =>
      moveAsk(play(moveStep, whole, ...Array.from({ length: times }, () => ({ kind: 'forget' }) as const)).state),
    )
    expect(asks).toEqual(['quantity', 'goods', 'from'])
  })
})
