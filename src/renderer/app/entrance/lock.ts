/** Going away and coming back: the place locks after a while without a key, a click or a scan, and nothing is lost. */
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { engine } from '../engine'
import { lockState } from '../lock-state'

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const LOOK_EVERY_MILLISECONDS = 5000

export function useIsLocked(): boolean {
  return useSyncExternalStore(lockState.listen, () => lockState.isLocked)
}

/** Locks at once: here first, so that nothing more is shown, then in the engine. */
export async function lockNow(): Promise<void> {
  lockState.lock()
  await engine.access.lock({ idempotencyKey: crypto.randomUUID() }).catch(() => undefined)
}

/** Locks after `minutes` without a sign of life; null: never. */
export function useIdleLock(minutes: number | null): void {
  const isLocked = useIsLocked()
  const onIdle = useEffectEvent(() => void lockNow())
  useEffect(() => {
    if (minutes === null || isLocked) return undefined
    let lastAt = Date.now()
    const alive = (): void => {
      lastAt = Date.now()
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { capture: true, passive: true })
    // A clock that is asked, not a timer that is set: a computer that slept locks when it wakes.
    const timer = window.setInterval(() => {
      if (Date.now() - lastAt >= minutes * 60_000) onIdle()
    }, LOOK_EVERY_MILLISECONDS)
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true })
      window.clearInterval(timer)
    }
  }, [minutes, isLocked])
}
