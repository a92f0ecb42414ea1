import { describe, expect, it } from 'vitest'
import { cheese, codeOf, milk, pieces, play, reading, salt, task, WHEEL } from './flow-fixture'
import { pickAsk, pickProgress, pickQuantity, pickStep, pickTask, startPick, type PickEvent } from './pick-flow'

const here = { id: 5, code: 'A01-01-1' }
const there = { id: 6, code: 'A02-01-1' }
const tasks = [task(1, salt, { fromBin: here }), task(2, milk, { fromBin: here }), task(3, salt, { fromBin: there })]
const run = (...events: PickEvent[]) => play(pickStep, startPick(tasks), ...events)
const picked = (taskId: number, done = 10, state = 'done'): PickEvent => ({
  kind: 'picked',
  answer: {
    taskId,
    state,
    doneMicro: pieces(done),
    remainingMicro: pieces(10 - done),
    scanId: 60 + taskId,
    emptied: false,
  },
})

describe('picking', () => {
  it('asks for the bin first and refuses another', () => {
    expect(pickAsk(run().state)).toBe('bin')
    expect(codeOf(run({ kind: 'scan', code: 'A09-09-9' }))).toBe('warehouse.wrongBin')
    expect(pickAsk(run({ kind: 'scan', code: 'a01-01-1' }).state)).toBe('goods')
  })

  it('confirms bin and goods together, the whole unless less was said', () => {
    const step = run({ kind: 'scan', code: 'A01-01-1' }, { kind: 'scan', code: '690' })
    expect(step.call).toEqual({ kind: 'confirmPick', taskId: 1, bin: 'A01-01-1', code: '690' })
    const less = run(
      { kind: 'scan', code: 'A01-01-1' },
      { kind: 'quantity', quantityMicro: pieces(4) },
      { kind: 'scan', code: '690' },
    )
    expect(less.call).toMatchObject({ quantityMicro: pieces(4) })
    expect(pickQuantity(run().state)).toBe(pieces(10))
  })

  it('asks whether an emptied bin is empty, and goes on with a scan where nobody answers', () => {
    const emptied: PickEvent = {
      kind: 'picked',
      answer: { taskId: 1, state: 'done', doneMicro: pieces(10), remainingMicro: 0, scanId: 61, emptied: true },
    }
    const at: PickEvent = { kind: 'scan', code: 'A01-01-1' }
    expect(pickAsk(run(at, emptied).state)).toBe('emptied')
    const looked = run(at, emptied, { kind: 'looked', isEmpty: false })
    expect(looked.call).toEqual({ kind: 'noteEmptied', taskId: 1, isEmpty: false })
    const noted = pickStep(looked.state, { kind: 'noted', isEmpty: false })
    expect([pickAsk(noted.state), noted.answer]).toMatchObject(['goods', { text: 'binToCount' }])
    expect(run(at, emptied, { kind: 'scan', code: '691' }).call).toMatchObject({ taskId: 2, code: '691' })
  })

  it('takes the label of a pallet in the bin for the bin, and picks from that pallet', () => {
    const onPallet = startPick([task(1, salt, { fromBin: here, units: ['P-1'] }), task(2, milk, { fromBin: here })])
    const step = play(pickStep, onPallet, { kind: 'scan', code: 'p-1' }, { kind: 'scan', code: '690' })
    expect(step.call).toMatchObject({ bin: 'P-1', code: '690' })
    // The next goods lie in the same bin, whatever they stand on.
    const next = pickStep(step.state, picked(1))
    expect(pickStep(next.state, { kind: 'scan', code: '691' }).call).toMatchObject({ taskId: 2, bin: 'A01-01-1' })
    expect(codeOf(play(pickStep, onPallet, { kind: 'scan', code: 'P-2' }))).toBe('warehouse.wrongBin')
  })

  it('takes a line of the paper list for the whole pick, or as many as were typed before', () => {
    expect(run({ kind: 'scan', code: 'pl-3' }).call).toEqual({
      kind: 'confirmPick',
      taskId: 3,
      bin: 'A02-01-1',
      code: 'SALT',
    })
    const less = run({ kind: 'quantity', quantityMicro: pieces(4) }, { kind: 'scan', code: ']C0PL-1' })
    expect(less.call).toMatchObject({ taskId: 1, quantityMicro: pieces(4) })
    expect(codeOf(run({ kind: 'scan', code: 'PL-99' }))).toBe('warehouse.taskNotOpen')
    expect(codeOf(run(picked(1), { kind: 'scan', code: 'PL-1' }))).toBe('warehouse.taskNotOpen')
  })

  it('needs no second scan of the bin it stands at', () => {
    const { state } = run({ kind: 'scan', code: 'A01-01-1' }, picked(1))
    expect(pickTask(state)?.id).toBe(2)
    expect(pickAsk(state)).toBe('goods')
    expect(pickAsk(pickStep(state, picked(2)).state)).toBe('bin')
  })

  it('stays until the whole is picked', () => {
    const { state } = run(picked(1, 4, 'open'))
    expect(pickTask(state)?.id).toBe(1)
    expect(pickQuantity(state)).toBe(pieces(6))
  })

  it('reports what was found, none by confirm, and never the whole as short', () => {
    expect(pickAsk(run({ kind: 'short' }).state)).toBe('short')
    expect(run({ kind: 'short' }, { kind: 'confirm' }).call).toEqual({ kind: 'shortPick', taskId: 1, foundMicro: 0 })
    expect(codeOf(run({ kind: 'short' }, { kind: 'quantity', quantityMicro: pieces(10) }))).toBe(
      'warehouse.nothingShort',
    )
    expect(pickAsk(run({ kind: 'short' }, { kind: 'forget' }).state)).toBe('bin')
  })

  it('takes the replacement from another bin into the walk', () => {
    const short = { ...task(1, salt, { fromBin: here }), state: 'short' }
    const replacement = task(4, salt, { fromBin: there })
    const { state, answer } = run(
      { kind: 'short' },
      { kind: 'shortPicked', shortMicro: 0, tasks: [short, ...tasks.slice(1), replacement] },
    )
    expect(answer).toMatchObject({ text: 'shortReplaced' })
    expect(pickTask(state)?.id).toBe(2)
    expect(pickProgress(state)).toEqual({ done: 1, total: 4 })
  })

  it('offers other goods for what is missing; they join the walk, or the rest waits', () => {
    const short = { ...task(1, salt, { fromBin: here }), state: 'short' }
    const instead = { taskId: 1, missingMicro: pieces(4), rows: [{ item: milk, freeMicro: pieces(9) }] }
    const missed: PickEvent[] = [
      { kind: 'short' },
      { kind: 'shortPicked', shortMicro: pieces(4), tasks: [short, ...tasks.slice(1)], instead },
    ]
    expect(pickAsk(run(...missed).state)).toBe('instead')
    const chosen = run(...missed, { kind: 'giveInstead', item: milk })
    expect(chosen.call).toEqual({ kind: 'substitute', taskId: 1, item: milk })
    const joined = pickStep(chosen.state, {
      kind: 'givenInstead',
      item: milk,
      quantityMicro: pieces(4),
      tasks: [short, ...tasks.slice(1), task(5, milk, { fromBin: there })],
    })
    expect(joined.answer).toMatchObject({ text: 'givenInstead' })
    expect(pickProgress(joined.state)).toEqual({ done: 1, total: 4 })
    expect(run(...missed, { kind: 'giveInstead', item: null }).call).toBeUndefined()
    // Whoever scans on has decided.
    expect(pickAsk(run(...missed, { kind: 'scan', code: 'A01-01-1' }).state)).toBe('goods')
  })

  it('leaves a pick for the end of the walk', () => {
    const { state } = run({ kind: 'skip' }, picked(2), picked(3))
    expect(pickTask(state)?.id).toBe(1)
    expect(pickAsk(pickStep(state, picked(1)).state)).toBe('nothing')
  })

  it('opens a pick again whose scan was taken back', () => {
    const { state } = run(picked(1), picked(2), picked(3), { kind: 'reloaded', tasks })
    expect(pickTask(state)?.id).toBe(1)
  })
})

describe('a cart with totes', () => {
  const cart = (...codes: (string | null)[]) => codes.map((code, at) => ({ slot: at + 1, code }))
  const tasks = [task(1, salt, { slot: 1, fromBin: { id: 3, code: 'A01-01-1' } })]
  it('asks for an empty tote at each place, then for the tote of each pick', () => {
    const begin = startPick(tasks, cart(null, 'T2'))
    expect(pickAsk(begin)).toBe('totes')
    expect(pickStep(begin, { kind: 'scan', code: 't1' }).call).toEqual({ kind: 'bindTote', slot: 1, code: 'T1' })
    const atBin = play(
      pickStep,
      begin,
      { kind: 'bound', slot: 1, code: 'T1' },
      { kind: 'scan', code: 'A01-01-1' },
    ).state
    expect(pickStep(atBin, { kind: 'scan', code: 'SALT' }).call).toEqual({ kind: 'readGoods', code: 'SALT' })
    const goods = (item = salt, expiresOn: string | null = null): PickEvent => ({
      kind: 'goods',
      code: item.code,
      reading: reading(item, { expiresOn }),
      today: '2027-01-10',
    })
    expect(codeOf(pickStep(atBin, goods(milk)))).toBe('warehouse.wrongItem')
    expect(codeOf(pickStep(atBin, goods(salt, '2027-01-09')))).toBe('warehouse.lotExpired')
    const inHand = pickStep(atBin, goods(salt, '2027-01-10')).state
    expect(pickAsk(inHand)).toBe('tote')
    expect(codeOf(pickStep(inHand, { kind: 'scan', code: 'T2' }))).toBe('warehouse.wrongTote')
    expect(pickStep(inHand, { kind: 'scan', code: 't1' }).call).toMatchObject({ code: 'SALT', tote: 'T1' })
    expect(pickAsk(pickStep(inHand, { kind: 'forget' }).state)).toBe('goods')
  })
})

describe('goods that are paid by weight', () => {
  const wheels = task(4, cheese, { fromBin: here, quantityMicro: pieces(25) })
  const call = { kind: 'confirmPick', taskId: 4, bin: 'A01-01-1', code: '690' } as const
  const weigh = (...events: PickEvent[]) =>
    play(pickStep, startPick([wheels]), { kind: 'scan', code: 'A01-01-1' }, ...events)
  const wanted: PickEvent = { kind: 'weightWanted', call, terms: WHEEL }
  const kilograms = (grams: number): PickEvent => ({ kind: 'quantity', quantityMicro: grams * 1000 })

  it('go on the scale and are counted, no more than are wanted', () => {
    expect(pickAsk(weigh(wanted).state)).toBe('weight')
    const weighed = weigh(wanted, kilograms(15_300))
    expect(pickAsk(weighed.state)).toBe('pieces')
    const { call: confirmed, state } = pickStep(weighed.state, { kind: 'confirm' })
    expect(confirmed).toEqual({ ...call, quantityMicro: 15_300_000, pieces: 3 })
    // What the engine refuses goes on the scale again.
    expect(pickAsk(state)).toBe('weight')
    const heavy = pickStep(weigh(wanted, kilograms(27_600)).state, { kind: 'confirm' })
    expect(heavy.call).toMatchObject({ quantityMicro: 27_600_000, pieces: 5 })
    const others = weigh(wanted, kilograms(15_300), { kind: 'pieces', pieces: 2 })
    expect(others.call).toMatchObject({ pieces: 2 })
  })

  it('follow the scale: what is still to be fetched is what the engine says', () => {
    const { state } = weigh({
      kind: 'picked',
      answer: {
        taskId: 4,
        state: 'open',
        doneMicro: 15_300_000,
        remainingMicro: pieces(10),
        scanId: 9,
        emptied: false,
      },
    })
    expect(pickQuantity(state)).toBe(pieces(10))
    expect(codeOf(weigh(wanted, { kind: 'scan', code: '690' }))).toBe('station.quantityFirst')
    expect(pickAsk(weigh(wanted, { kind: 'forget' }).state)).toBe('goods')
  })
})
