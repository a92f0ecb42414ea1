import { describe, expect, it } from 'vitest'
import { codeOf, milk, pieces, play, reading, salt } from './flow-fixture'
import { startUnit, unitStep, type UnitEvent, type UnitRow, type UnitView } from './unit-flow'

const row = (item: typeof milk, count: number, lot: UnitRow['lot'] = null): UnitRow => ({
  item,
  lot,
  status: 'available',
  quantityMicro: pieces(count),
})
const pallet: UnitView = {
  code: 'P-1',
  kind: 'pallet',
  bin: { code: 'DOCK' },
  parentCode: null,
  proposedBin: null,
  rows: [row(salt, 5)],
  inside: [],
}
const scan = (code: string): UnitEvent => ({ kind: 'scan', code })
const read: UnitEvent = { kind: 'read', unit: pallet }
const run = (...events: UnitEvent[]) => play(unitStep, startUnit, ...events)
const goods = (item: typeof milk, more = {}): UnitEvent => ({
  kind: 'goods',
  code: item.code,
  reading: reading(item, more),
})

describe('a unit at the station', () => {
  it('is found by its label, also by an SSCC with its identifier', () => {
    expect(run(scan('p-1')).call).toEqual({ kind: 'read', code: 'P-1' })
    expect(run(scan(']C100169012340000000012')).call).toEqual({ kind: 'read', code: '169012340000000012' })
  })

  it('is made: kind, bin, then its own label or a new one', () => {
    const placed = run({ kind: 'make', unit: 'tote' }, scan('dock'))
    expect(placed.state.ask).toBe('label')
    expect(unitStep(placed.state, scan('T-9')).call).toEqual({ kind: 'open', unit: 'tote', bin: 'DOCK', code: 'T-9' })
    expect(unitStep(placed.state, { kind: 'newLabel' }).call).toMatchObject({ code: '' })
  })

  it('moves by the next scan, which may also be another unit', () => {
    expect(run(read, scan('A01-01-1')).call).toEqual({ kind: 'readOrMove', code: 'A01-01-1', unit: 'P-1' })
    expect(run(read, { kind: 'action', action: 'move' }, scan('a01-01-1')).call).toEqual({
      kind: 'move',
      unit: 'P-1',
      to: 'A01-01-1',
    })
  })

  it('takes goods of the bin, by lot where there are several, never more than lies loose', () => {
    const lots = [
      row(milk, 3, { id: 1, code: 'L1', expiresOn: null }),
      row(milk, 4, { id: 2, code: 'L2', expiresOn: null }),
    ]
    const open = run(read, { kind: 'action', action: 'in' }, { kind: 'looseRead', rows: lots })
    expect(codeOf(unitStep(open.state, goods(salt)))).toBe('station.notInBin')
    expect(codeOf(unitStep(open.state, goods(milk, { lot: 'L9' })))).toBe('warehouse.wrongLot')
    expect(unitStep(open.state, goods(milk)).state).toMatchObject({ ask: 'row', candidates: lots })
    const chosen = unitStep(open.state, goods(milk, { lot: 'L2' }))
    expect(chosen.state).toMatchObject({ ask: 'quantity', row: { lot: { code: 'L2' } } })
    expect(codeOf(unitStep(chosen.state, { kind: 'quantity', quantityMicro: pieces(5) }))).toBe(
      'warehouse.moreThanPlanned',
    )
    expect(unitStep(chosen.state, { kind: 'quantity', quantityMicro: pieces(4) }).call).toMatchObject({
      kind: 'pack',
      unit: 'P-1',
      quantityMicro: pieces(4),
    })
    expect(play(unitStep, chosen.state, { kind: 'forget' } as const, { kind: 'forget' } as const).state.ask).toBe(
      'action',
    )
  })

  it('gives goods back, and is taken apart only when asked twice', () => {
    const out = run(read, { kind: 'action', action: 'out' }, goods(salt), {
      kind: 'quantity',
      quantityMicro: pieces(2),
    })
    expect(out.call).toMatchObject({ kind: 'unpack', quantityMicro: pieces(2) })
    const asked = run(read, { kind: 'action', action: 'break' })
    expect([asked.call, asked.state.ask]).toEqual([undefined, 'sure'])
    expect(unitStep(asked.state, { kind: 'action', action: 'break' }).call).toEqual({ kind: 'break', unit: 'P-1' })
    expect(unitStep(asked.state, { kind: 'forget' }).state.ask).toBe('action')
  })
})
