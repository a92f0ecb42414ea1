/** Where this window works: of two windows on one computer each has its own scanner. */
import { readPreference, setPreference, usePreference } from '../preferences'

const WORKPLACE = 'station.workplace'

/** Kept for this window alone, and for the next start of the program where there is only one. */
function read(): string {
  return sessionStorage.getItem(WORKPLACE) ?? readPreference(WORKPLACE, '')
}

/** Empty: everywhere on this computer. */
export function useWorkplace(): readonly [string, (place: string) => void] {
  // Drawn anew when it changes.
  usePreference<string>(WORKPLACE, '')
  return [
    read(),
    (place) => {
      sessionStorage.setItem(WORKPLACE, place)
      setPreference(WORKPLACE, place)
    },
  ]
}

/** Whether what a device of this place says is for this window. */
export function isForThisPlace(workplace: string, place: string = read()): boolean {
  return workplace === '' || place === '' || workplace === place
}
