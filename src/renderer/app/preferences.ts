import { useSyncExternalStore } from 'react'

const PREFIX = 'kontor.'
const listeners = new Set<() => void>()

function read(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

const KEPT_AFTER_MILLISECONDS = 50
let isKept = true

/** In the desktop program it is on the disk at once, so that a killed window comes back where it was. */
function keepSoon(): void {
  if (!isKept) return
  isKept = false
  setTimeout(() => {
    isKept = true
    window.kontor?.keep()
  }, KEPT_AFTER_MILLISECONDS)
}

export function setPreference(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value))
    keepSoon()
  } catch {
    // Not remembered; in force all the same would need storage, and there is none.
  }
  for (const listener of listeners) listener()
}

export function readPreference<Value>(name: string, fallback: Value): Value {
  const text = read(name)
  if (text === null) return fallback
  try {
    return JSON.parse(text) as Value
  } catch {
    return fallback
  }
}

/** A setting of this computer (appearance, open tabs), kept over restarts. */
export function usePreference<Value>(name: string, fallback: Value): [Value, (value: Value) => void] {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => read(name),
  )
  const value = text === null ? fallback : readPreference(name, fallback)
  return [value, (next) => setPreference(name, next)]
}
