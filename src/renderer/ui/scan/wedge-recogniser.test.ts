import { describe, expect, it } from 'vitest'
import { characterOf } from './wedge-keys'
import { createWedgeRecogniser, groupSeparator, type WedgeKey } from './wedge-recogniser'

/** The keys of a US keyboard that write a text. */
function keysFor(character: string): { code: string; shift: boolean } {
  const codes = [
    ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`),
    ...[...'0123456789'].map((digit) => `Digit${digit}`),
    'Minus',
    'BracketRight',
    'BracketLeft',
    'Slash',
    'Space',
    'Period',
  ]
  for (const shift of [false, true]) {
    const code = codes.find((candidate) => characterOf(candidate, shift) === character)
    if (code !== undefined) return { code, shift }
  }
  throw new Error(`no key writes ${character}`)
}

/** A page with one field and one button, as the router would drive it. */
function page() {
  let time = 1000
  const wedge = createWedgeRecogniser({ now: () => time })
  const state = { field: '', before: '', scans: [] as string[], enters: 0 }
  const apply = (decision: ReturnType<typeof wedge.feed>): void => {
    state.field += decision.replay.map((key) => key.character).join('')
    if (decision.scan !== undefined) {
      state.field = state.before
      state.scans.push(decision.scan)
    }
    if (decision.mark) state.before = state.field
  }
  const advance = (ms: number): void => {
    const until = time + ms
    for (let deadline = wedge.deadline(); deadline !== undefined && deadline < until; deadline = wedge.deadline()) {
      time = deadline + 1
      apply(wedge.tick())
    }
    time = until
  }
  const press = (code: string, more: Partial<WedgeKey> = {}): void => {
    const key = { code, shift: false, alt: false, ctrl: false, repeat: false, ...more }
    const down = wedge.feed({ type: 'down', ...key })
    apply(down)
    if (!down.swallow && !key.ctrl && !key.alt) {
      if (code === 'Enter') state.enters += 1
      else state.field += characterOf(code, key.shift) ?? ''
    }
    wedge.feed({ type: 'up', ...key })
  }
  const type = (text: string, everyMs: number | readonly number[]): void => {
    ;[...text].forEach((character, index) => {
      const { code, shift } = keysFor(character)
      if (shift) wedge.feed({ type: 'down', code: 'ShiftLeft', shift, alt: false, ctrl: false, repeat: false })
      press(code, { shift })
      if (shift) wedge.feed({ type: 'up', code: 'ShiftLeft', shift: false, alt: false, ctrl: false, repeat: false })
      advance(typeof everyMs === 'number' ? everyMs : (everyMs[index % everyMs.length] ?? 0))
    })
  }
  return { state, type, press, advance, wedge }
}

describe('a scanner', () => {
  it('is recognised and leaves nothing in the field, nor presses Enter', () => {
    const { state, type, press } = page()
    state.field = 'abc'
    type('6901234567892', 4)
    press('Enter')
    expect(state).toMatchObject({ scans: ['6901234567892'], field: 'abc', enters: 0 })
  })

  it.each([0, 1, 10, 25, 30])('is recognised at %s ms a key', (everyMs) => {
    const { state, type, press } = page()
    type(']C1010690123456789210LOT-7', everyMs)
    press('Tab')
    expect(state).toMatchObject({ scans: [']C1010690123456789210LOT-7'], field: '' })
  })

  it('may stumble at the start and in the middle without losing a character', () => {
    const { state, type, press } = page()
    type('0123456789', [42, 8, 8, 8, 8, 8, 95, 8, 8, 8])
    press('Enter')
    expect(state).toMatchObject({ scans: ['0123456789'], field: '', enters: 0 })
  })

  it('needs no suffix: 100 ms of silence end it', () => {
    const { state, type, advance } = page()
    type('A03021', 5)
    expect(state.scans).toEqual([])
    advance(101)
    expect(state).toMatchObject({ scans: ['A03021'], field: '' })
  })

  it('gives two codes as two', () => {
    const { state, type, press, advance } = page()
    type('BIN-A-03-2', 3)
    press('Enter')
    advance(40)
    type('6901234567892', 3)
    press('Enter')
    type('SCAN-3', 3)
    advance(200)
    expect(state).toMatchObject({ scans: ['BIN-A-03-2', '6901234567892', 'SCAN-3'], field: '' })
  })

  it('is read from the keys, whatever caps lock or an input method make of them', () => {
    // The recogniser is never told `key` ("Process", inverted case): only the physical key and shift.
    const { state, type, press } = page()
    type('Ab-Cd_9x', 5)
    press('Enter')
    expect(state.scans).toEqual(['Ab-Cd_9x'])
  })

  it.each([
    ['F8', { code: 'F8' }],
    ['Ctrl+]', { code: 'BracketRight', ctrl: true }],
  ] as const)('sends the group separator as %s', (_name, key) => {
    const { state, type, press, wedge } = page()
    type('10LOT7', 5)
    if ('ctrl' in key) {
      wedge.feed({ type: 'down', code: 'ControlLeft', shift: false, alt: false, ctrl: true, repeat: false })
    }
    press(key.code, 'ctrl' in key ? { ctrl: true } : {})
    type('3712', 5)
    press('Enter')
    expect(state).toMatchObject({ scans: [`10LOT7${groupSeparator}3712`], field: '' })
  })

  it('sends the group separator as Alt+029', () => {
    const { state, type, press, wedge } = page()
    type('10LOT7', 5)
    wedge.feed({ type: 'down', code: 'AltLeft', shift: false, alt: true, ctrl: false, repeat: false })
    for (const digit of '029') press(`Numpad${digit}`, { alt: true })
    wedge.feed({ type: 'up', code: 'AltLeft', shift: false, alt: false, ctrl: false, repeat: false })
    type('3712', 5)
    press('Enter')
    expect(state).toMatchObject({ scans: [`10LOT7${groupSeparator}3712`], field: '' })
  })
})

describe('a person', () => {
  it.each([45, 80, 150])('types at %s ms a key and nothing is taken', (everyMs) => {
    const { state, type, press } = page()
    type('hello world', everyMs)
    press('Enter')
    expect(state).toMatchObject({ scans: [], field: 'hello world', enters: 1 })
  })

  it('rolls over keys: what was held arrives in order', () => {
    const { state, type, advance } = page()
    type('the thin thing', [18, 70, 25, 110, 12, 12, 90])
    advance(300)
    expect(state).toMatchObject({ scans: [], field: 'the thin thing' })
  })

  it('types a short burst and Enter: text first, then the Enter', () => {
    const { state, type, press } = page()
    type('12', 15)
    press('Enter')
    expect(state).toMatchObject({ scans: [], field: '12', enters: 1 })
  })

  it('waits at most 60 ms for a held letter', () => {
    const { state, type, advance } = page()
    type('ab', [10, 0])
    expect(state.field).toBe('a')
    advance(61)
    expect(state.field).toBe('ab')
  })

  it('holds a key down', () => {
    const { state, press, advance } = page()
    press('KeyA')
    for (let i = 0; i < 12; i += 1) {
      advance(30)
      press('KeyA', { repeat: true })
    }
    press('Enter')
    expect(state).toMatchObject({ scans: [], field: 'a'.repeat(13), enters: 1 })
  })

  it('uses shortcuts and arrows untouched', () => {
    const { state, press, wedge } = page()
    press('KeyS', { ctrl: true })
    press('ArrowDown')
    expect(wedge.pending()).toBe(0)
    expect(state.scans).toEqual([])
  })
})
