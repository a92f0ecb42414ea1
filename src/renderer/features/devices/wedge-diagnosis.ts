/** What a scanner in keyboard mode does, told from the keys of one known code: pure, for the wizard. */
import { characterOf, isModifier, type TappedKey } from '../../ui'

/** Letters that move with the layout of a keyboard (y and z, a and q), both cases, a hyphen and a slash. */
export const TEST_CODE = 'Kontor-yzAQ/5'
/** A lot of any length before a count: the FNC1 between them must arrive. */
export const TEST_GS1 = '(10)Kontor7(37)5'
export const TEST_GS1_SAYS = '10Kontor7\u001d375'

export interface WedgeDiagnosis {
  /** physical keys, the characters that the system makes of them, or neither */
  readonly reads: 'keys' | 'characters' | 'nothing'
  readonly prefix: string
  readonly suffix: string
  readonly ends: 'Enter' | 'Tab' | 'silence'
  readonly averageMs: number
  /** an input method takes the keys; harmless where the physical keys are read */
  readonly hasInputMethod: boolean
  readonly hasCapsLock: boolean
  /** the system's keyboard is none of the United States */
  readonly hasOtherLayout: boolean
  /** too slow to be told from a person */
  readonly isSlow: boolean
}

/** As in the recogniser: slower keys are a person's. */
const SLOWEST_MS = 30

export function diagnoseWedge(
  recorded: readonly Pick<TappedKey, 'type' | 'code' | 'key' | 'shift' | 'capsLock' | 'time'>[],
): WedgeDiagnosis {
  const keys = recorded.filter(({ type, code }) => type === 'down' && !isModifier(code))
  const last = keys.at(-1)?.code ?? ''
  const ends = last === 'Enter' || last === 'NumpadEnter' ? 'Enter' : last === 'Tab' ? 'Tab' : 'silence'
  const typed = ends === 'silence' ? keys : keys.slice(0, -1)
  const physical = typed.map(({ code, shift }) => characterOf(code, shift) ?? '').join('')
  const shown = typed.map(({ key }) => (key.length === 1 ? key : '')).join('')
  const reads = physical.includes(TEST_CODE) ? 'keys' : shown.includes(TEST_CODE) ? 'characters' : 'nothing'
  const text = reads === 'characters' ? shown : physical
  const at = text.indexOf(TEST_CODE)
  const [first, end] = [keys[0]?.time ?? 0, keys.at(-1)?.time ?? 0]
  const averageMs = keys.length < 2 ? 0 : Math.round((end - first) / (keys.length - 1))
  return {
    reads,
    prefix: at < 0 ? '' : text.slice(0, at),
    suffix: at < 0 ? '' : text.slice(at + TEST_CODE.length),
    ends,
    averageMs,
    hasInputMethod: keys.some(({ key }) => key === 'Process' || key === 'Unidentified'),
    hasCapsLock: keys.some(({ capsLock }) => capsLock),
    hasOtherLayout: typed.some(
      ({ code, key, shift }) =>
        key.length === 1 && key.toLowerCase() !== (characterOf(code, shift) ?? key).toLowerCase(),
    ),
    isSlow: averageMs > SLOWEST_MS,
  }
}
