import { createContext, use, useEffect, useEffectEvent, useMemo } from 'react'
import { wedgeRecogniser } from '../scan/scan-router'
import { useActivePage, useDrawOrder } from './active-page'
import { isPlain, parseKeys, type Shortcut, shortcutRegistry } from './shortcuts'

/** True inside our dialogs: only their shortcuts run while one is open. */
export const InModalContext = createContext(false)

/** A plain letter may be the first of a scan. If one follows within this time, the letter was no shortcut. */
const scanWaitMs = 45

/**
 * Makes shortcuts active while this component is on the page in front, and lists them under `title` when `?` is
 * pressed. The innermost component wins where two want the same keys.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], enabled = true): void {
  const isActive = useActivePage() && enabled
  const inModal = use(InModalContext)
  const order = useDrawOrder()
  const run = useEffectEvent((keys: string) => shortcuts.find((shortcut) => shortcut.keys === keys)?.run?.())
  // Registered anew only when keys or words change, not with every new function.
  const signature = JSON.stringify(shortcuts.map(({ keys, label, run: act }) => [keys, label, act !== undefined]))
  const listed = useMemo(() => JSON.parse(signature) as [string, string, boolean][], [signature])
  useEffect(() => {
    if (!isActive || listed.length === 0) return undefined
    const group = listed.map(([keys, label, canRun]) =>
      canRun ? { keys, label, run: () => run(keys) } : { keys, label },
    )
    return shortcutRegistry.add({ order, title, inModal, shortcuts: group })
  }, [isActive, inModal, order, title, listed])
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

function isModalOpen(): boolean {
  if (document.querySelector('dialog:modal') !== null) return true
  return [...document.querySelectorAll('.ant-modal-wrap')].some((wrap) => wrap.checkVisibility())
}

/** Call once at the start of the program. Returns what undoes it. */
export function startShortcuts(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    const shortcut = shortcutRegistry.find(event, { inField: isField(event.target), modalOpen: isModalOpen() })
    if (shortcut === undefined) return
    event.preventDefault()
    if (!isPlain(parseKeys(shortcut.keys)) || !event.isTrusted) shortcut.run?.()
    else {
      setTimeout(() => {
        if (wedgeRecogniser.pending() < 2) shortcut.run?.()
      }, scanWaitMs)
    }
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
