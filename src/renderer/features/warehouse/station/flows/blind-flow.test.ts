import { describe, expect, it } from 'vitest'
import { blindAsk, blindStep, startBlind, type BlindEvent, type BlindState } from './blind-flow'
import type { GoodsReading } from './flow'

const PIECE = 1_000_000
const bolt = { id: 1, code: 'BOLT', name: 'Bolt', baseUnit: 'pc' }
const milk = { id: 2, code: 'MILK', name: 'Milk', baseUnit: 'pc' }
const reading = (item: typeof bolt | null, more: Partial<GoodsReading> = {}): GoodsReading => ({
  item,
  packQuantityMicro: PIECE,
  lotTracked: item === milk,
  shelfLifeDays: item === milk ? 30 : null,
  lot: null,
  expiresOn: null,
  quantityMicro: null,
  ...more,
})
const run = (events: readonly BlindEvent[]): BlindState =>
  events.reduce((state, event) => blindStep(state, event).state, startBlind('2026-03-02'))
const goods = (item: typeof bolt | null, more: Partial<GoodsReading> = {}): BlindEvent => ({
  kind: 'goods',
  code: 'X',
  reading: reading(item, more),
})

describe('goods of no known order', () => {
  it('are counted line by line, and the same goods make one line', () => {
    const state = run([
      goods(bolt),
      { kind: 'quantity', quantityMicro: 3 * PIECE },
      goods(bolt, { quantityMicro: 2 * PIECE }),
    ])
    expect(state.lines).toEqual([{ key: 1, item: bolt, quantityMicro: 5 * PIECE }])
    expect(blindStep(state, { kind: 'confirm' }).call).toEqual({ kind: 'save', lines: state.lines })
    expect(blindStep(state, { kind: 'remove', lineKey: 1 }).state.lines).toEqual([])
  })

  it('are asked for what the code does not say: lot, expiry, quantity', () => {
    const asks: string[] = []
    let state = run([goods(milk)])
    for (const event of [
      { kind: 'text', text: 'L1' },
      { kind: 'text', text: '270331' },
      { kind: 'quantity', quantityMicro: PIECE },
    ] as const) {
      asks.push(blindAsk(state))
      state = blindStep(state, event).state
    }
    expect(asks).toEqual(['lot', 'expiry', 'quantity'])
    expect(state.lines).toEqual([{ key: 1, item: milk, quantityMicro: PIECE, lotCode: 'L1', expiresOn: '2027-03-31' }])
  })

  it('are refused where nothing is known of them, or nothing was counted', () => {
    const told = (state: BlindState, event: BlindEvent) => {
      const { answer } = blindStep(state, event)
      return answer?.kind === 'wrong' ? answer.refusal.code : undefined
    }
    const start = startBlind('2026-03-02')
    expect(told(start, goods(null))).toBe('station.codeUnknown')
    expect(told(start, { kind: 'confirm' })).toBe('station.nothingToPost')
    const asking = run([goods(bolt)])
    expect(told(asking, { kind: 'scan', code: 'X' })).toBe('station.quantityFirst')
    expect(told(asking, { kind: 'confirm' })).toBe('station.quantityWanted')
  })
})
