/**
 * The one place where scans arrive, before any field: from a scanner in keyboard mode through a listener on the
 * window, and from HID or serial scanners through `deliver`. The topmost active page that asked for scans gets them.
 * With nobody asking, keys go where they went without us.
 */
import { feedback } from '../feedback/feedback'
import { characterOf } from './wedge-keys'
import {
  createWedgeRecogniser,
  type HeldKey,
  type WedgeDecision,
  type WedgeKey,
  type WedgeRecogniser,
} from './wedge-recogniser'

export interface Scan {
  /** What the code says, FNC1 as U+001D, without the symbology identifier. */
  readonly text: string
  /** AIM symbology identifier where the scanner sends it, for example `]C1` for GS1-128. */
  readonly symbology: string | undefined
  readonly source: 'keyboard' | 'device'
}

/** How the scanner in keyboard mode of this PC is set. */
export interface WedgeSettings {
  /** put by the scanner around each code, and taken off here */
  readonly prefix: string
  readonly suffix: string
  /** it types for the layout of this PC: what the system makes of its keys counts */
  readonly readsCharacters: boolean
}

export const usualWedge: WedgeSettings = { prefix: '', suffix: '', readsCharacters: false }

/** A key as whoever sets a scanner up wants to see it. */
export type TappedKey = WedgeKey & { readonly time: number; readonly key: string; readonly capsLock: boolean }

/** Returns false for a scan that is not its own; the next one below is asked then. */
export type ScanHandler = (scan: Scan) => boolean | void

interface Taker {
  readonly order: number
  readonly handle: ScanHandler
}

/** How much later than it was pressed a key may come to the page. */
const lateMs = 60

/** The same code within this time is the same trigger pull. */
const sameCodeMs = 250

export function readScan(raw: string, source: Scan['source']): Scan {
  const match = /^(\][A-Za-z]\d)(.+)$/s.exec(raw)
  return { text: match?.[2] ?? raw, symbology: match?.[1], source }
}

export class ScanRouter {
  #takers: Taker[] = []
  #lastText = ''
  #lastAt = Number.NEGATIVE_INFINITY
  readonly #now: () => number
  /** Called with a scan that nobody took: see `typeOrRefuse`. */
  onUnclaimed: ((scan: Scan) => void) | undefined
  /** Told every key before anybody while a scanner is set up; keys of a burst go nowhere else then. */
  tap: ((key: TappedKey) => void) | undefined

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  get isWanted(): boolean {
    return this.#takers.length > 0
  }

  take(order: number, handle: ScanHandler): () => void {
    const taker = { order, handle }
    this.#takers = [...this.#takers, taker].toSorted((a, b) => b.order - a.order)
    return () => {
      this.#takers = this.#takers.filter((other) => other !== taker)
    }
  }

  deliver(scan: Scan): void {
    const now = this.#now()
    const isSame = scan.text === this.#lastText && now - this.#lastAt < sameCodeMs
    this.#lastText = scan.text
    this.#lastAt = now
    if (isSame) return
    const taken = this.#takers.some((taker) => taker.handle(scan) !== false)
    if (!taken) this.onUnclaimed?.(scan)
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement

interface FieldMark {
  readonly field: Field
  readonly value: string
  readonly start: number | null
  readonly end: number | null
}

function focusedField(): Field | undefined {
  const element = document.activeElement
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined
}

/** Password managers type as fast as scanners; a field may also ask to be left alone with `data-scan="off"`. */
function isLeftAlone(): boolean {
  const element = document.activeElement
  if (element instanceof HTMLInputElement && element.type === 'password') return true
  return element?.closest('[data-scan="off"]') != null
}

function markField(): FieldMark | undefined {
  const field = focusedField()
  if (field === undefined) return undefined
  return { field, value: field.value, start: field.selectionStart, end: field.selectionEnd }
}

function restoreField(mark: FieldMark | undefined): void {
  if (mark === undefined || mark.field.value === mark.value) return
  // Through the element's own setter, so that React sees the change.
  const prototype = mark.field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(mark.field, mark.value)
  mark.field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }))
  if (mark.start !== null) mark.field.setSelectionRange(mark.start, mark.end)
}

/** Hands held keys to the page after all: as text in a field, as keys elsewhere (shortcuts). */
function replay(keys: readonly HeldKey[]): void {
  if (keys.length === 0) return
  if (focusedField() !== undefined) {
    document.execCommand('insertText', false, keys.map((key) => key.character).join(''))
    return
  }
  const target = document.activeElement ?? document.body
  for (const { code, character } of keys) {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: character, code, bubbles: true, cancelable: true }))
  }
}

/** Some keyboards-by-software send the upper character without its shift key. Caps lock alone does not count. */
function isUpper(event: KeyboardEvent): boolean {
  return event.key === characterOf(event.code, true) && !event.getModifierState('CapsLock')
}

function keyOf(event: KeyboardEvent): WedgeKey & { readonly time: number } {
  return {
    type: event.type === 'keyup' ? 'up' : 'down',
    code: event.code,
    shift: event.shiftKey || isUpper(event),
    alt: event.altKey,
    ctrl: event.ctrlKey || event.metaKey,
    repeat: event.repeat,
    time: event.timeStamp,
  }
}

function trimmed(code: string, { prefix, suffix }: WedgeSettings): string {
  const from = code.startsWith(prefix) ? prefix.length : 0
  const to = code.endsWith(suffix) ? code.length - suffix.length : code.length
  return from < to ? code.slice(from, to) : code
}

/** Binds a recogniser to the window. Returns what undoes it. */
export function listenForWedge(
  router: ScanRouter,
  wedge: WedgeRecogniser,
  settings: () => WedgeSettings = () => usualWedge,
): () => void {
  let tappedAt = Number.NEGATIVE_INFINITY
  let mark: FieldMark | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const carryOut = (decision: WedgeDecision): void => {
    replay(decision.replay)
    if (decision.scan !== undefined) {
      restoreField(mark)
      router.deliver(readScan(trimmed(decision.scan, settings()), 'keyboard'))
    }
    if (decision.mark) mark = markField()
  }
  // Silence is measured from when the last key was handled, not from when it was pressed: while the page is busy the
  // next key may be pressed already and wait behind the one that is handled.
  const wait = (pressedAt: number): void => {
    clearTimeout(timer)
    const deadline = wedge.deadline()
    if (deadline === undefined) return
    timer = setTimeout(
      () => {
        carryOut(wedge.tick())
        wait(performance.now())
      },
      Math.max(0, deadline - pressedAt) + lateMs,
    )
  }
  const onKey = (event: KeyboardEvent): void => {
    if (router.tap !== undefined && event.isTrusted && !isLeftAlone()) {
      // The first key may be a person's, who goes on to the next button; what follows at once is the scanner's.
      if (event.timeStamp - tappedAt < lateMs) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      tappedAt = event.timeStamp
      router.tap({ ...keyOf(event), key: event.key, capsLock: event.getModifierState('CapsLock') })
      return
    }
    if (!event.isTrusted || ((!router.isWanted || isLeftAlone()) && wedge.pending() === 0)) return
    const character = settings().readsCharacters && event.key.length === 1 ? { character: event.key } : {}
    const decision = wedge.feed({ ...keyOf(event), ...character })
    if (decision.swallow) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    carryOut(decision)
    wait(event.timeStamp)
  }
  window.addEventListener('keydown', onKey, { capture: true })
  window.addEventListener('keyup', onKey, { capture: true })
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKey, { capture: true })
    window.removeEventListener('keyup', onKey, { capture: true })
  }
}

/** The window's router and recogniser. */
export const scanRouter = new ScanRouter()
export const wedgeRecogniser = createWedgeRecogniser({ now: () => performance.now() })

/** What nobody took lands in the focused field, as a keyboard's would; where there is none, the low tone says so. */
function typeOrRefuse({ text }: Scan): void {
  const field = isLeftAlone() ? undefined : focusedField()
  if (field === undefined || field.readOnly || field.disabled) return feedback.wrong()
  document.execCommand('insertText', false, text)
}

/** Call once at the start of the program. */
export function startScanRouter(settings?: () => WedgeSettings): () => void {
  scanRouter.onUnclaimed = typeOrRefuse
  return listenForWedge(scanRouter, wedgeRecogniser, settings)
}
