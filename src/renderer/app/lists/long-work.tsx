import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { ProgressPanel, RefusalAlert } from '../../ui'
import type { Refusal } from '../../../shared/errors'
import { asRefusal } from '../engine'

type Work = (signal: AbortSignal, onProgress: (done: number, total: number) => void) => Promise<void>

interface LongWork {
  /** Begins the work; what runs already is stopped. */
  readonly start: (work: Work) => void
  /** How far it is, with the way to stop it: only where it takes longer than a second. */
  readonly progress: ReactNode
}

const PATIENCE_MILLISECONDS = 1000

/** Work of the page that may take long. It ends with the page. */
export function useLongWork(title: string): LongWork {
  const running = useRef<AbortController>(undefined)
  const [far, setFar] = useState<{ readonly done: number; readonly total: number }>()
  const [refusal, setRefusal] = useState<Refusal>()
  useEffect(() => () => running.current?.abort(), [])
  const start = useCallback((work: Work): void => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    setRefusal(undefined)
    const since = performance.now()
    const onProgress = (done: number, total: number): void => {
      if (!stop.signal.aborted && performance.now() - since > PATIENCE_MILLISECONDS) setFar({ done, total })
    }
    work(stop.signal, onProgress)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setRefusal(asRefusal(error))
      })
      .finally(() => {
        if (running.current === stop) setFar(undefined)
      })
  }, [])
  if (refusal !== undefined) {
    return { start, progress: <RefusalAlert refusal={refusal} onClose={() => setRefusal(undefined)} /> }
  }
  if (far === undefined) return { start, progress: null }
  return { start, progress: <ProgressPanel title={title} {...far} onCancel={() => running.current?.abort()} /> }
}
