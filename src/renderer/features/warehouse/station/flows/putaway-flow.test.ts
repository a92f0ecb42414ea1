import { describe, expect, it } from 'vitest'
import { codeOf, milk, pieces, play, reading, salt, task } from './flow-fixture'
import { putawayAsk, putawayQuantity, putawayStep, putawayTask, startPutaway, type PutawayEvent } from './putaway-flow'

const tasks = [
  task(1, salt),
  task(2, milk, { toBin: { id: 3, code: 'A01-02-1' } }),
  task(3, salt, { toBin: { id: 4, code: 'A02-01-1' } }),
]
const run = (...events: PutawayEvent[]) => play(putawayStep, startPutaway(tasks), ...events)
const goods = (item: typeof milk | null, more = {}): PutawayEvent => ({
  kind: 'goods',
  code: 'X',
  reading: reading(item, more),
})
const stored = (taskId: number, bin: string): PutawayEvent => ({
  kind: 'putAway',
  bin,
  answer: { taskId, state: 'done', doneMicro: pieces(10), remainingMicro: 0, scanId: 50 },
})

describe('putting away', () => {
  it('begins with the first task and asks for its goods, then for its bin', () => {
    expect(putawayTask(run().state)?.id).toBe(1)
    expect(putawayAsk(run().state)).toBe('goods')
    expect(putawayAsk(run(goods(salt)).state)).toBe('bin')
  })

  it('follows the goods that the clerk took', () => {
    expect(putawayTask(run(goods(milk)).state)?.id).toBe(2)
    expect(putawayTask(run(goods(salt)).state)?.id).toBe(1)
  })

  it('refuses goods that nobody waits for, and another lot', () => {
    expect(codeOf(run(goods(null)))).toBe('station.codeUnknown')
    expect(codeOf(run(goods({ id: 5, code: 'TEA', name: 'Tea', baseUnit: 'pc' })))).toBe('station.nothingToPutAway')
    expect(codeOf(run(goods(milk, { lot: 'L2' })))).toBe('warehouse.wrongLot')
  })

  it('puts all into the proposed bin, or the part that was said', () => {
    const whole = run(goods(salt), { kind: 'scan', code: ' a01-01-1' })
    expect(whole.call).toEqual({ kind: 'putAway', taskId: 1, bin: 'A01-01-1' })
    const part = run(goods(salt), { kind: 'quantity', quantityMicro: pieces(4) }, { kind: 'scan', code: 'A01-01-1' })
    expect(part.call).toMatchObject({ quantityMicro: pieces(4) })
    expect(codeOf(run(goods(salt), { kind: 'quantity', quantityMicro: pieces(11) }))).toBe('warehouse.moreThanPlanned')
  })

  it('asks a reason for another bin, once the engine knows that bin', () => {
    expect(run(goods(salt), { kind: 'scan', code: 'B1' }).call).toEqual({ kind: 'checkBin', bin: 'B1' })
    const other = run(goods(salt), { kind: 'binThere', bin: 'B1' })
    expect(codeOf(other)).toBe('warehouse.wrongBin')
    expect(putawayAsk(other.state)).toBe('reason')
    expect(putawayStep(other.state, { kind: 'reason', reason: 'full' }).call).toEqual({
      kind: 'putAway',
      taskId: 1,
      bin: 'B1',
      otherBinReason: 'full',
    })
    const back = putawayStep(other.state, { kind: 'forget' })
    expect(putawayAsk(back.state)).toBe('bin')
  })

  it('goes to the next task, skips, and comes back to what was skipped', () => {
    const after = run(goods(salt), stored(1, 'A01-01-1'))
    expect(putawayTask(after.state)?.id).toBe(2)
    expect(after.answer).toMatchObject({ kind: 'done', scanId: 50 })
    const skipped = run({ kind: 'skip' }, stored(2, 'A01-02-1'), stored(3, 'A02-01-1'))
    expect(putawayTask(skipped.state)?.id).toBe(1)
    expect(putawayAsk(run(stored(1, 'x'), stored(2, 'x'), stored(3, 'x')).state)).toBe('nothing')
  })

  it('stays with a task of which a part is left', () => {
    const { state } = run(goods(salt), {
      kind: 'putAway',
      bin: 'A01-01-1',
      answer: { taskId: 1, state: 'open', doneMicro: pieces(4), remainingMicro: pieces(6), scanId: 51 },
    })
    expect(putawayTask(state)?.id).toBe(1)
    expect(putawayQuantity(state)).toBe(pieces(6))
  })
})
