import { describe, expect, it } from 'vitest'
import { countAsk, countProgress, countStep, nextBin, startCountFlow, type CountEvent } from './count-flow'
import { cheese, codeOf, milk, pieces, play, reading, salt, WHEEL } from './flow-fixture'

const bins = [
  { code: 'A01-01-1', isFinished: false },
  { code: 'A01-02-1', isFinished: false },
]
const run = (...events: CountEvent[]) => play(countStep, startCountFlow(3, bins), ...events)
const bin: CountEvent = { kind: 'begun', bin: 'A01-01-1' }
const goods = (item: typeof milk | null, more = {}): CountEvent => ({
  kind: 'goods',
  code: 'X',
  reading: reading(item, more),
})

describe('counting', () => {
  it('wants a bin of the count first', () => {
    expect(countAsk(run().state)).toBe('bin')
    expect(nextBin(run().state)).toBe('A01-01-1')
    expect(codeOf(run({ kind: 'scan', code: 'B9' }))).toBe('warehouse.binNotInCount')
    expect(run({ kind: 'scan', code: 'a01-01-1' }).call).toEqual({ kind: 'beginBin', countId: 3, bin: 'A01-01-1' })
    expect(countAsk(run(bin).state)).toBe('goods')
  })

  it('begins a bin again by its label, with nothing counted yet', () => {
    const again = run(
      bin,
      goods(salt),
      { kind: 'quantity', quantityMicro: pieces(2) },
      {
        kind: 'goods',
        code: 'a01-01-1',
        reading: reading(null),
      },
    )
    expect(again.call).toEqual({ kind: 'beginBin', countId: 3, bin: 'A01-01-1' })
    expect(countStep(again.state, bin).state).toMatchObject({ bin: 'A01-01-1', lines: [] })
  })

  it('asks the lot where the item has lots, then the quantity, never the expiry', () => {
    expect(countAsk(run(bin, goods(milk)).state)).toBe('lot')
    expect(countAsk(run(bin, goods(milk), { kind: 'text', text: 'L1' }).state)).toBe('quantity')
    expect(countAsk(run(bin, goods(salt)).state)).toBe('quantity')
  })

  it('gathers lines, and none is a count too', () => {
    const { state } = run(bin, goods(salt), { kind: 'quantity', quantityMicro: 0 }, goods(milk, { lot: 'L1' }), {
      kind: 'quantity',
      quantityMicro: pieces(7),
    })
    expect(state.lines.map((line) => [line.item.code, line.quantityMicro])).toEqual([
      ['MILK', pieces(7)],
      ['SALT', 0],
    ])
    expect(countStep(state, { kind: 'remove', lineKey: 1 }).state.lines).toHaveLength(1)
  })

  it('takes a whole unit by its label, where it stands in this bin', () => {
    const unit = { code: 'P-1', bin: 'A01-01-1', lines: [{ item: salt, quantityMicro: pieces(5) }] }
    const { state } = run(bin, goods(salt), { kind: 'quantity', quantityMicro: pieces(1) }, { kind: 'unit', unit })
    expect(state.lines.map((line) => [line.key, line.quantityMicro])).toEqual([
      [2, pieces(5)],
      [1, pieces(1)],
    ])
    expect(codeOf(run(bin, { kind: 'unit', unit: { ...unit, bin: 'DOCK' } }))).toBe('warehouse.unitElsewhere')
  })

  it('finishes a bin, also an empty one, and goes to the next', () => {
    expect(run(bin, { kind: 'confirm' }).call).toEqual({ kind: 'countBin', countId: 3, bin: 'A01-01-1', lines: [] })
    const { state } = run(bin, { kind: 'finished', bin: 'A01-01-1', binsLeft: 1 })
    expect(countProgress(state)).toEqual({ done: 1, total: 2 })
    expect(nextBin(state)).toBe('A01-02-1')
    const last = countStep(state, { kind: 'finished', bin: 'A01-02-1', binsLeft: 0 })
    expect(last.answer).toMatchObject({ text: 'countFinished' })
    expect(countAsk(last.state)).toBe('nothing')
  })

  it('does not finish a bin past a question, nor take another bin for goods', () => {
    expect(codeOf(run(bin, goods(milk), { kind: 'confirm' }))).toBe('station.lotMissing')
    expect(codeOf(run(bin, { kind: 'goods', code: 'A01-02-1', reading: reading(null) }))).toBe('station.finishBin')
    expect(codeOf(run(bin, goods(null)))).toBe('station.codeUnknown')
  })

  it('counts tags in the bin that was scanned, each once in the whole count', () => {
    const code = ']C101069012345678922177'
    const tag: CountEvent = { kind: 'tag', code }
    expect(run(tag).call).toBeUndefined()
    expect(run(bin, tag).call).toEqual({ kind: 'readTag', code })
    const read: CountEvent = { kind: 'tagRead', code, read: { kind: 'goods', code, reading: reading(salt) } }
    const { state } = run(bin, read, tag)
    expect(state.lines).toMatchObject([{ quantityMicro: pieces(1), tags: [code] }])
    const next = play(
      countStep,
      state,
      { kind: 'finished', bin: 'A01-01-1', binsLeft: 1 },
      { kind: 'scan', code: 'A01-02-1' },
      tag,
    )
    expect([next.call, next.state.lines]).toEqual([undefined, []])
  })

  it('counts and weighs goods that are paid by weight, none of them without a question', () => {
    const wheels = goods(cheese, { catchWeight: WHEEL })
    const weighed = run(bin, wheels, { kind: 'quantity', quantityMicro: 20_600_000 })
    expect(countAsk(weighed.state)).toBe('pieces')
    const counted = countStep(weighed.state, { kind: 'pieces', pieces: 4 })
    expect(counted.state.lines).toMatchObject([{ quantityMicro: 20_600_000, pieces: 4 }])
    expect(codeOf(countStep(weighed.state, { kind: 'pieces', pieces: 40 }))).toBe('items.weightUnlikely')
    expect(countAsk(run(bin, wheels, { kind: 'quantity', quantityMicro: 0 }).state)).toBe('goods')
  })
})
