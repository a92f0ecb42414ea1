import { describe, expect, it } from 'vitest'
import { checkDigitsOf } from '../../../../../shared/values/check-digits'
import type { ItemOf } from './flow'
import { codeOf, milk, pieces, play, reading, salt, task } from './flow-fixture'
import {
  plannedMoveAsk,
  plannedMoveStep,
  plannedMoveTask,
  startPlannedMove,
  type PlannedMoveEvent,
} from './planned-move-flow'

const quarantine = { id: 9, code: 'QUARANTINE' }
const tasks = [
  task(1, milk, { fromBin: { id: 3, code: 'A01-01-1' }, toBin: quarantine }),
  task(2, salt, { fromBin: { id: 4, code: 'A01-02-1' }, toBin: quarantine }),
]
const scan = (code: string): PlannedMoveEvent => ({ kind: 'scan', code })
const goods = (code: string, item: ItemOf | null = milk, lot: string | null = null): PlannedMoveEvent => ({
  kind: 'goods',
  code,
  reading: reading(item, { lot }),
})
const run = (...events: PlannedMoveEvent[]) => play(plannedMoveStep, startPlannedMove(tasks), ...events)

describe('a planned move', () => {
  it('is scanned at both ends', () => {
    expect(codeOf(run(scan('A01-02-1')))).toBe('warehouse.wrongBin')
    expect(plannedMoveAsk(run(scan('a01-01-1')).state)).toBe('goods')
    expect(plannedMoveAsk(run(scan(checkDigitsOf('A01-01-1'))).state)).toBe('goods')
    expect(codeOf(run(scan(checkDigitsOf('A01-02-1'))))).toBe('warehouse.wrongBin')
    const there = run(scan('A01-01-1')).state
    expect(plannedMoveStep(there, scan('MILK')).call).toEqual({ kind: 'readGoods', code: 'MILK' })
    expect(codeOf(plannedMoveStep(there, goods('SALT', salt)))).toBe('warehouse.wrongItem')
    expect(codeOf(plannedMoveStep(there, goods('?', null)))).toBe('warehouse.wrongItem')
    expect(codeOf(plannedMoveStep(there, goods('MILK', milk, 'L2')))).toBe('warehouse.wrongLot')
    const inHand = run(scan('A01-01-1'), goods('MILK'))
    expect(plannedMoveAsk(inHand.state)).toBe('to')
    expect(codeOf(plannedMoveStep(inHand.state, scan('DOCK')))).toBe('warehouse.wrongBin')
    expect(plannedMoveStep(inHand.state, scan('quarantine')).call).toEqual({
      kind: 'confirmMove',
      taskId: 1,
      from: 'A01-01-1',
      code: 'MILK',
      to: 'QUARANTINE',
    })
  })

  it('is followed by the next, and can be skipped and come back to', () => {
    const answer = { taskId: 1, state: 'done', doneMicro: pieces(10), remainingMicro: 0, scanId: 5 }
    const after = run({ kind: 'moved', answer })
    expect([plannedMoveTask(after.state)?.id, after.answer]).toMatchObject([2, { kind: 'done', scanId: 5 }])
    expect(plannedMoveTask(run({ kind: 'skip' }).state)?.id).toBe(2)
    expect(plannedMoveTask(run({ kind: 'skip' }, { kind: 'skip' }).state)?.id).toBe(1)
    expect(plannedMoveAsk(run(scan('A01-01-1'), goods('MILK'), { kind: 'forget' }).state)).toBe('goods')
    expect(plannedMoveAsk(run({ kind: 'reloaded', tasks: [] }).state)).toBe('nothing')
  })
})
