import { describe, expect, it } from 'vitest'
import { cheese, codeOf, milk, pieces, play, reading, salt, WHEEL } from './flow-fixture'
import { unitsOf } from './received-units'
import {
  openOfItem,
  receiveAsk,
  receiveStep,
  startReceive,
  type ReceiveEvent,
  type ReceiveOrder,
  type ReceiveState,
} from './receive-flow'

const order = {
  id: 7,
  number: 'PO-1',
  supplier: 'Dairy',
  lines: [
    { id: 70, item: milk, quantityMicro: pieces(24), receivedMicro: 0 },
    { id: 71, item: milk, quantityMicro: pieces(12), receivedMicro: pieces(6) },
    { id: 72, item: salt, quantityMicro: pieces(5), receivedMicro: 0 },
  ],
}
const start = (): ReceiveState => startReceive(order, '2026-11-22')
const run = (...events: ReceiveEvent[]) => play(receiveStep, start(), ...events)
const goods = (item: typeof milk | null, more = {}): ReceiveEvent => ({
  kind: 'goods',
  code: 'X',
  reading: reading(item, more),
})

describe('receiving', () => {
  it('asks the engine what a code is', () => {
    expect(run({ kind: 'scan', code: '690' }).call).toEqual({ kind: 'readGoods', code: '690' })
  })

  it('takes a GS1 code that tells everything at once', () => {
    const { state, answer } = run(
      goods(milk, { lot: 'L7', expiresOn: '2027-01-31', quantityMicro: pieces(12), packQuantityMicro: pieces(12) }),
    )
    expect(receiveAsk(state)).toBe('goods')
    expect(state.lines).toMatchObject([
      { orderLineId: 70, lotCode: 'L7', expiresOn: '2027-01-31', quantityMicro: pieces(12) },
    ])
    expect(answer).toMatchObject({ kind: 'right', text: 'taken', lineKey: 1 })
  })

  it('asks lot, expiry and quantity of a plain code, one at a time', () => {
    const asks = [
      run(goods(milk)),
      run(goods(milk), { kind: 'text', text: ' L7 ' }),
      run(goods(milk), { kind: 'text', text: 'L7' }, { kind: 'text', text: '270131' }),
      run(
        goods(milk),
        { kind: 'text', text: 'L7' },
        { kind: 'text', text: '270131' },
        { kind: 'quantity', quantityMicro: pieces(3) },
      ),
    ].map(({ state }) => receiveAsk(state))
    expect(asks).toEqual(['lot', 'expiry', 'quantity', 'goods'])
  })

  it('takes more than was ordered as far as the supplier may send it', () => {
    const generous = { ...order, lines: [{ ...order.lines[2]!, receivableMicro: pieces(6) }] }
    const receiveSalt = (count: number) =>
      play(receiveStep, startReceive(generous, '2026-11-22'), goods(salt, { quantityMicro: pieces(count) }))
    expect(receiveSalt(6).state.lines.map(({ quantityMicro }) => quantityMicro)).toEqual(
      [pieces(1), pieces(5)].reverse(),
    )
    expect(receiveSalt(7).answer).toMatchObject({ kind: 'wrong', refusal: { code: 'station.moreThanExpected' } })
    expect(run(goods(salt, { quantityMicro: pieces(6) })).answer).toMatchObject({ kind: 'wrong' })
  })

  it('marks the next goods as broken, and only them', () => {
    const { state } = run(
      { kind: 'broken' },
      goods(salt, { quantityMicro: pieces(2) }),
      goods(salt, { quantityMicro: pieces(1) }),
    )
    expect(state.lines).toMatchObject([{ quantityMicro: pieces(1) }, { quantityMicro: pieces(2), status: 'damaged' }])
    expect(state.lines[0]?.status).toBeUndefined()
    expect(run({ kind: 'broken' }, { kind: 'broken' }).state.isBroken).toBe(false)
  })

  it('asks only the quantity of goods without lots', () => {
    expect(receiveAsk(run(goods(salt)).state)).toBe('quantity')
  })

  it('reads lot and expiry from a label that tells no item', () => {
    const { state } = run(goods(milk), { kind: 'scan', code: '(10)L8(17)270228' })
    expect(state.draft).toMatchObject({ lotCode: 'L8', expiresOn: '2027-02-28' })
    expect(receiveAsk(state)).toBe('quantity')
  })

  it('does not take the item scanned again for its lot', () => {
    expect(codeOf(run(goods(milk), { kind: 'scan', code: '6901234567892' }))).toBe('station.lotWanted')
  })

  it('refuses what it does not know, what is not on the order and what is all here', () => {
    const other = { id: 3, code: 'TEA', name: 'Tea', baseUnit: 'pc' }
    expect(codeOf(run(goods(null)))).toBe('station.codeUnknown')
    expect(codeOf(run(goods(other)))).toBe('station.notOnOrder')
    expect(codeOf(run(goods(salt), { kind: 'confirm' }, goods(salt)))).toBe('station.nothingExpected')
  })

  it('refuses more than is expected and asks the quantity again', () => {
    const step = run(goods(salt), { kind: 'quantity', quantityMicro: pieces(6) })
    expect(codeOf(step)).toBe('station.moreThanExpected')
    expect(receiveAsk(step.state)).toBe('quantity')
  })

  it('refuses goods that have expired', () => {
    const step = run(goods(milk, { lot: 'L7', expiresOn: '2026-11-21' }))
    expect(codeOf(step)).toBe('station.expiredAlready')
    expect(step.state.draft).toBeUndefined()
  })

  it('refuses a date nobody can read', () => {
    expect(codeOf(run(goods(milk, { lot: 'L' }), { kind: 'text', text: '310231' }))).toBe('station.notADate')
  })

  it('fills order lines of one item one after the other, and confirm takes all that is expected', () => {
    const { state } = run(goods(milk, { lot: 'L7', expiresOn: '2027-01-31' }), { kind: 'confirm' })
    expect(state.lines.map((line) => [line.orderLineId, line.quantityMicro])).toEqual([
      [70, pieces(24)],
      [71, pieces(6)],
    ])
    expect(openOfItem(state, milk.id)).toBe(0)
  })

  it('takes a line back', () => {
    const taken = run(goods(salt), { kind: 'confirm' })
    const { state } = receiveStep(taken.state, { kind: 'remove', lineKey: 1 })
    expect(state.lines).toEqual([])
    expect(openOfItem(state, salt.id)).toBe(pieces(5))
  })

  it('posts what was gathered and nothing of nothing', () => {
    expect(codeOf(run({ kind: 'confirm' }))).toBe('station.nothingToPost')
    const step = run(goods(salt), { kind: 'confirm' }, { kind: 'confirm' })
    expect(step.call).toMatchObject({ kind: 'post', orderId: 7, lines: [{ orderLineId: 72 }] })
    const posted = receiveStep(step.state, { kind: 'posted', id: 5, number: 'GR-1', picksForOrders: 0 })
    expect(receiveAsk(posted.state)).toBe('posted')
  })

  it('does not post past a question that is open', () => {
    expect(codeOf(run(goods(milk), { kind: 'confirm' }))).toBe('station.lotMissing')
  })

  it('goes on with lines kept from before, as far as they are still expected', () => {
    const line = { key: 1, orderLineId: 72, item: salt, quantityMicro: pieces(4) }
    expect(startReceive(order, '2026-11-22', [line, { ...line, key: 2 }]).lines).toEqual([line])
  })

  const tag = (serial: number): ReceiveEvent => ({ kind: 'tag', code: `]C10106901234567892${'21'}${serial}` })
  const tagOf = (serial: number, item: typeof milk | null = salt): ReceiveEvent => ({
    kind: 'tagRead',
    code: `]C10106901234567892${'21'}${serial}`,
    reading: reading(item),
  })

  it('counts each tag once, and gathers those of one item in a line', () => {
    expect(run(tag(1)).call).toMatchObject({ kind: 'readTag' })
    const read = run(tagOf(1), tag(1), tagOf(2), tag(2))
    expect(read.call).toBeUndefined()
    expect(read.state.lines).toMatchObject([{ orderLineId: 72, quantityMicro: pieces(2) }])
    const { state } = receiveStep(read.state, { kind: 'remove', lineKey: 1 })
    expect(receiveStep(state, tag(1)).call).toMatchObject({ kind: 'readTag' })
  })

  it('asks the lot of tagged goods once, while the other tags wait', () => {
    const asking = run(tagOf(1, milk), tag(2), tag(3))
    expect([receiveAsk(asking.state), asking.call]).toEqual(['lot', undefined])
    const told = play(receiveStep, asking.state, { kind: 'text', text: 'L7' }, { kind: 'text', text: '270131' })
    expect(told.call).toMatchObject({ kind: 'readTag' })
    const all = play(receiveStep, told.state, tagOf(2, milk), tagOf(3, milk))
    expect(all.state.lines).toMatchObject([{ orderLineId: 70, lotCode: 'L7', quantityMicro: pieces(3) }])
  })

  it('answers one of many tags that do not belong here', () => {
    const first = run(tagOf(1, null))
    expect(codeOf(first)).toBe('station.codeUnknown')
    const second = play(receiveStep, first.state, tagOf(2, null))
    expect(second.answer).toBeUndefined()
    expect(receiveStep(second.state, tag(2)).call).toBeUndefined()
  })

  it('takes no more tags than may come', () => {
    const { state, answer } = [1, 2, 3, 4, 5, 6].reduce((step, serial) => receiveStep(step.state, tagOf(serial)), run())
    expect(answer).toMatchObject({ kind: 'wrong' })
    expect(state.lines).toMatchObject([{ quantityMicro: pieces(5) }])
    expect(receiveAsk(state)).toBe('goods')
  })
})

describe('goods received into units', () => {
  it('go into the unit that was chosen until another is, and the receipt knows which', () => {
    const posted = { kind: 'posted', id: 3, number: 'GR-1', picksForOrders: 0, units: ['HU-1'] } as const
    const some = (count: number): ReceiveEvent => goods(salt, { quantityMicro: pieces(count) })
    const { state } = run(
      { kind: 'chooseUnit' },
      { kind: 'intoUnit', unit: 'pallet' },
      some(1),
      { kind: 'chooseUnit' },
      // The label of a carton that has one.
      { kind: 'intoUnit', unit: 'carton', code: '00095200000000000018' },
      some(2),
      { kind: 'intoUnit' },
      some(1),
      { kind: 'chooseUnit' },
      { kind: 'scan', code: '095200000000000018' },
      some(1),
    )
    expect(receiveAsk(state)).toBe('goods')
    expect(state.lines.toReversed().map((line) => [line.quantityMicro, line.unit?.key])).toEqual([
      [pieces(1), 1],
      [pieces(2), 2],
      [pieces(1), undefined],
      [pieces(1), 2],
    ])
    expect(unitsOf(state.lines)).toEqual([
      { key: 1, kind: 'pallet', code: '' },
      { key: 2, kind: 'carton', code: '095200000000000018' },
    ])
    expect(receiveStep(state, posted).state.receipt).toEqual({
      id: 3,
      number: 'GR-1',
      picksForOrders: 0,
      units: ['HU-1'],
    })
  })
})

describe('goods that are counted in pieces and paid by weight', () => {
  const wheels: ReceiveOrder = {
    id: 8,
    number: 'PO-2',
    supplier: 'Dairy',
    lines: [{ id: 80, item: cheese, quantityMicro: pieces(50), receivedMicro: 0 }],
  }
  const weigh = (...events: ReceiveEvent[]) => play(receiveStep, startReceive(wheels, '2026-11-22'), ...events)
  const scan = goods(cheese, { catchWeight: WHEEL })
  const kilograms = (grams: number): ReceiveEvent => ({ kind: 'quantity', quantityMicro: grams * 1000 })

  it('are weighed, then counted; the order reckons with their nominal weight', () => {
    const weighed = weigh(scan, kilograms(20_600))
    expect(receiveAsk(weighed.state)).toBe('pieces')
    const { state, answer } = receiveStep(weighed.state, { kind: 'confirm' })
    expect(state.lines).toMatchObject([{ orderLineId: 80, quantityMicro: 20_600_000, pieces: 4 }])
    expect(answer).toMatchObject({ kind: 'right', params: { quantity: '20.6\u00A0kg · 4\u00A0wheel' } })
    expect(openOfItem(state, cheese.id)).toBe(pieces(30))
    // Six heavy ones are still the six that were ordered.
    const rest = play(receiveStep, state, scan, kilograms(31_000), { kind: 'pieces', pieces: 6 })
    expect(rest.state.lines).toHaveLength(2)
    expect(openOfItem(rest.state, cheese.id)).toBe(0)
    expect(codeOf(receiveStep(rest.state, scan))).toBe('station.nothingExpected')
  })

  it('ask nothing where the label tells weight and pieces', () => {
    const labelled = goods(cheese, { catchWeight: WHEEL, quantityMicro: 5_120_000, pieces: 1 })
    expect(weigh(labelled).state.lines).toMatchObject([{ quantityMicro: 5_120_000, pieces: 1 }])
  })

  it('are weighed again where so many can’t weigh that, or more came than were ordered', () => {
    const slip = weigh(scan, kilograms(102_000), { kind: 'pieces', pieces: 2 })
    expect([codeOf(slip), receiveAsk(slip.state)]).toEqual(['items.weightUnlikely', 'quantity'])
    const many = weigh(scan, kilograms(55_000), { kind: 'pieces', pieces: 11 })
    expect([codeOf(many), receiveAsk(many.state)]).toEqual(['station.moreThanExpected', 'quantity'])
  })
})
