/** Goods and tasks for the tests of the flows. */
import type { FlowStep, GoodsReading, ItemOf, StationTask } from './flow'

export const milk: ItemOf = { id: 1, code: 'MILK', name: 'Milk', baseUnit: 'pc' }
export const salt: ItemOf = { id: 2, code: 'SALT', name: 'Salt', baseUnit: 'pc' }
/** Wheels of about 5 kg, paid by the kilogram. */
export const cheese: ItemOf = { id: 3, code: 'CHEESE', name: 'Cheese', baseUnit: 'kg' }
export const WHEEL = { unit: 'wheel', nominalMicro: 5_000_000, tolerancePercent: 10 }
export const pieces = (count: number): number => count * 1_000_000

export function reading(item: ItemOf | null, more: Partial<GoodsReading> = {}): GoodsReading {
  return {
    item,
    packQuantityMicro: item === null ? null : pieces(1),
    lotTracked: item === milk,
    shelfLifeDays: item === milk ? 30 : null,
    lot: null,
    expiresOn: null,
    quantityMicro: null,
    ...more,
  }
}

export function task(id: number, item: ItemOf, more: Partial<StationTask> = {}): StationTask {
  return {
    id,
    state: 'open',
    item,
    lot: item === milk ? { id: 9, code: 'L1', expiresOn: '2027-03-31' } : null,
    fromBin: { id: 1, code: 'DOCK' },
    toBin: { id: 2, code: 'A01-01-1' },
    quantityMicro: pieces(10),
    doneMicro: 0,
    reasonCode: 'emptyBin',
    reasonParams: {},
    orderNumber: null,
    slot: null,
    ...more,
  }
}

/** Runs events one after the other; the calls stay unanswered. */
export function play<State, Event, Call>(
  step: (state: State, event: Event) => FlowStep<State, Call>,
  state: State,
  ...events: readonly Event[]
): FlowStep<State, Call> {
  return events.reduce<FlowStep<State, Call>>((before, event) => step(before.state, event), { state })
}

export function codeOf(step: FlowStep<unknown, unknown>): string | undefined {
  return step.answer?.kind === 'wrong' ? step.answer.refusal.code : undefined
}
