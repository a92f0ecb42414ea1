/** Shortcuts as data: reading `Ctrl+Enter`, matching key events, and the registry of what is active now. */
import { characterOf } from '../scan/wedge-keys'

export interface Shortcut {
  /** `Ctrl+Enter`, `Alt+1`, `F4`, `/`, `N`. Ctrl stands for command on a Mac. */
  readonly keys: string
  /** What it does, in the person's language; shown in the list that `?` opens. */
  readonly label: string
  /** Left out where the part itself handles the key and only wants it listed. */
  readonly run?: () => void
}

interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface Chord {
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** Lower case character, or the key's name as in `KeyboardEvent.key`. */
  readonly key: string
}

const names: Readonly<Record<string, string>> = { esc: 'Escape', space: ' ', del: 'Delete', plus: '+' }

export function parseKeys(keys: string): Chord {
  const parts = keys.split('+')
  const last = parts.pop() ?? ''
  const has = (name: string): boolean => parts.includes(name)
  const key = names[last.toLowerCase()] ?? (last.length === 1 ? last.toLowerCase() : last)
  return { ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), key }
}

/** The character meant by a key press, also where an input method hides it. */
function keyOf(press: KeyPress): string {
  const isLatin = press.key.length > 1 ? press.key !== 'Process' && press.key !== 'Unidentified' : press.key < '\u007f'
  // With Alt, a Mac writes special characters; the physical key is meant.
  const key = isLatin && !(press.altKey && press.key.length === 1) ? press.key : characterOf(press.code, press.shiftKey)
  return key === undefined ? press.key : key.length === 1 ? key.toLowerCase() : key
}

/** Plain characters are typed text unless the focus is outside a field, and may be the start of a scan. */
export function isPlain(chord: Chord): boolean {
  return !chord.ctrl && !chord.alt && chord.key.length === 1
}

export function matches(chord: Chord, press: KeyPress): boolean {
  if (chord.ctrl !== (press.ctrlKey || press.metaKey) || chord.alt !== press.altKey) return false
  const key = keyOf(press)
  // `?` already needs shift on most keyboards: shift counts only for letters and named keys.
  const shiftCounts = chord.key.length > 1 || /[a-z]/.test(chord.key)
  return key === chord.key && (!shiftCounts || chord.shift === press.shiftKey)
}

/** For the attribute `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replace('Ctrl', 'Control')
}

export interface ShortcutGroup {
  readonly order: number
  /** Heading in the list, for example the page or part it belongs to. */
  readonly title: string
  readonly inModal: boolean
  readonly shortcuts: readonly Shortcut[]
}

export class ShortcutRegistry {
  #groups: readonly ShortcutGroup[] = []
  readonly #listeners = new Set<() => void>()

  add(group: ShortcutGroup): () => void {
    this.#change([...this.#groups, group].toSorted((a, b) => b.order - a.order))
    return () => this.#change(this.#groups.filter((other) => other !== group))
  }

  /** The shortcut that this key press means: the innermost wins; behind an open dialog nothing runs. */
  find(press: KeyPress, where: { readonly inField: boolean; readonly modalOpen: boolean }): Shortcut | undefined {
    for (const group of this.#groups) {
      if (where.modalOpen && !group.inModal) continue
      const found = group.shortcuts.find(({ keys, run }) => {
        if (run === undefined) return false
        const chord = parseKeys(keys)
        return matches(chord, press) && !(where.inField && isPlain(chord))
      })
      if (found !== undefined) return found
    }
    return undefined
  }

  readonly groups = (): readonly ShortcutGroup[] => this.#groups

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #change(groups: readonly ShortcutGroup[]): void {
    this.#groups = groups
    for (const listener of this.#listeners) listener()
  }
}

export const shortcutRegistry = new ShortcutRegistry()
