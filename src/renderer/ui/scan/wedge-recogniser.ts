/**
 * Tells a scanner in keyboard mode ("wedge") from a person typing, by rhythm alone: six or more characters at 30 ms
 * on average, ended by Enter, Tab or 100 ms of silence. Pure: keys and times in, decisions out.
 *
 * The first key of a burst can't be known as such and passes. From the second on, keys that come fast enough are held
 * back, so that a scan never fills a field nor presses a button; if the burst turns out to be a quick typist, the held
 * keys are replayed before the next one. What did pass is undone by restoring the field as it was at `mark`.
 */
import { characterOf, isModifier } from './wedge-keys'

/** FNC1 between the fields of a GS1 code. */
export const groupSeparator = '\u001d'

export interface WedgeKey {
  readonly type: 'down' | 'up'
  readonly code: string
  readonly shift: boolean
  readonly alt: boolean
  /** Control or command. */
  readonly ctrl: boolean
  /** The key is held down and repeats: never a scanner. */
  readonly repeat: boolean
  /** When it was pressed, in milliseconds; `now()` when left out. */
  readonly time?: number
  /** What the system made of the key, for a scanner that types for this PC's own layout; told by the key when left out. */
  readonly character?: string
}

export interface HeldKey {
  readonly code: string
  readonly character: string
}

export interface WedgeDecision {
  /** Keep this event from the page. */
  readonly swallow: boolean
  /** Keys held back before that must reach the page now, before this event. */
  readonly replay: readonly HeldKey[]
  /** A run begins with this event: remember the focused field as it is. */
  readonly mark: boolean
  /** A complete scan: restore the field as it was at `mark`, then hand this on. */
  readonly scan: string | undefined
}

export interface WedgeRecogniser {
  feed(key: WedgeKey): WedgeDecision
  /** To be called at `deadline()`: ends a burst that has fallen silent. */
  tick(): WedgeDecision
  /** When to call `tick`, or undefined while nothing is open. */
  deadline(): number | undefined
  /** Characters of the run that is open, from the first that may be a scan. */
  pending(): number
}

export interface WedgeOptions {
  readonly now: () => number
  readonly minLength?: number
  readonly averageMs?: number
  readonly silenceMs?: number
  /** Longest gap before a run is recognised; beyond it the keys are a person's. */
  readonly gapMs?: number
}

interface RunKey extends HeldKey {
  readonly time: number
}

const pass: WedgeDecision = { swallow: false, replay: [], mark: false, scan: undefined }

class Recogniser implements WedgeRecogniser {
  readonly #now: () => number
  readonly #minLength: number
  readonly #averageMs: number
  readonly #silenceMs: number
  readonly #gapMs: number
  #run: RunKey[] = []
  #held: HeldKey[] = []
  #recognised = false
  /** A first key that stood alone for a while. It has passed; only a key that was pressed in time continues its run. */
  #isWaiting = false
  /** Keys whose press was swallowed: their release is too. */
  readonly #swallowed = new Set<string>()
  /** Digits typed with Alt on the number pad: how some scanners send control characters. */
  #altDigits = ''

  constructor(options: WedgeOptions) {
    this.#now = options.now
    this.#minLength = options.minLength ?? 6
    this.#averageMs = options.averageMs ?? 30
    this.#silenceMs = options.silenceMs ?? 100
    this.#gapMs = options.gapMs ?? 60
  }

  feed(key: WedgeKey): WedgeDecision {
    const time = key.time ?? this.#now()
    if (key.type === 'up') return this.#release(key, time)
    this.#isWaiting = false
    const late = this.#expire(time)
    const decision = this.#press(key, time)
    if (decision.swallow) this.#swallowed.add(key.code)
    return { ...decision, replay: [...late.replay, ...decision.replay], scan: decision.scan ?? late.scan }
  }

  tick(): WedgeDecision {
    // The computer may be so busy that a key arrives long after it was pressed: nothing is held, so it can be awaited.
    this.#isWaiting = this.#run.length === 1 && this.#held.length === 0
    return this.#isWaiting ? pass : this.#expire(this.#now())
  }

  deadline(): number | undefined {
    const last = this.#isWaiting ? undefined : this.#run.at(-1)
    return last === undefined ? undefined : last.time + (this.#recognised ? this.#silenceMs : this.#gapMs)
  }

  pending(): number {
    if (this.#isWaiting) return 0
    return this.#recognised || this.#held.length > 0 ? this.#run.length : Math.min(this.#run.length, 1)
  }

  #expire(time: number): WedgeDecision {
    const deadline = this.deadline()
    return deadline !== undefined && time > deadline ? this.#finish() : pass
  }

  #finish(): WedgeDecision {
    const scan = this.#recognised ? this.#run.map((key) => key.character).join('') : undefined
    const replay = scan === undefined ? this.#held : []
    this.#run = []
    this.#held = []
    this.#recognised = false
    this.#altDigits = ''
    return { swallow: false, replay, mark: false, scan }
  }

  #press(key: WedgeKey, time: number): WedgeDecision {
    if (isModifier(key.code)) return pass
    if (key.repeat) return this.#interrupt()
    if (key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Tab') {
      return this.#recognised ? { ...this.#finish(), swallow: true } : this.#interrupt()
    }
    if (key.alt && /^Numpad\d$/.test(key.code)) {
      const mark = this.#run.length === 0 && this.#altDigits === ''
      this.#altDigits += key.code.slice(-1)
      return { ...pass, swallow: this.#held.length > 0, mark }
    }
    if (this.#run.length > 0 && (key.code === 'F8' || (key.ctrl && key.code === 'BracketRight'))) {
      return this.#add({ code: key.code, character: groupSeparator, time })
    }
    if (key.ctrl || key.alt) return this.#interrupt()
    const character = key.character ?? characterOf(key.code, key.shift)
    return character === undefined ? this.#interrupt() : this.#add({ code: key.code, character, time })
  }

  /** A key no scanner sends inside a code: what was held belongs to a person. */
  #interrupt(): WedgeDecision {
    return { ...this.#finish(), scan: undefined }
  }

  #add(key: RunKey): WedgeDecision {
    const first = this.#run[0]
    this.#run.push(key)
    if (first === undefined) return { ...pass, mark: true }
    const isFast = (key.time - first.time) / (this.#run.length - 1) <= this.#averageMs
    if (!isFast && !this.#recognised) {
      const replay = this.#held
      this.#held = []
      return { ...pass, replay }
    }
    if (this.#run.length >= this.#minLength) this.#recognised = true
    this.#held.push({ code: key.code, character: key.character })
    return { ...pass, swallow: true }
  }

  #release(key: WedgeKey, time: number): WedgeDecision {
    if (key.code.startsWith('Alt') && this.#altDigits !== '') {
      const character = String.fromCodePoint(Number(this.#altDigits) % 256)
      this.#altDigits = ''
      return { ...this.#add({ code: key.code, character, time }), swallow: false, mark: false }
    }
    return this.#swallowed.delete(key.code) ? { ...pass, swallow: true } : pass
  }
}

export function createWedgeRecogniser(options: WedgeOptions): WedgeRecogniser {
  return new Recogniser(options)
}
