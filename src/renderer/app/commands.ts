import { useCallback, useRef, useState } from 'react'
import type { Refusal } from '../../shared/errors'
import { asRefusal } from './engine'

export interface Command<Input, Output> {
  /** Runs the command; undefined where it was refused (then `refusal` says why). */
  run(input: Omit<Input, 'idempotencyKey'>): Promise<Output | undefined>
  readonly isRunning: boolean
  readonly refusal: Refusal | undefined
  clearRefusal(): void
}

/**
 * A command of the engine for a page. An attempt that got no answer is sent again with the same key, so a lost answer
 * never posts twice.
 */
export function useCommand<Input extends { idempotencyKey: string }, Output>(
  call: (input: Input) => Promise<Output>,
): Command<Input, Output> {
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const unanswered = useRef<{ readonly text: string; readonly key: string }>(undefined)
  const run = useCallback(
    async (input: Omit<Input, 'idempotencyKey'>): Promise<Output | undefined> => {
      const text = JSON.stringify(input)
      const key = unanswered.current?.text === text ? unanswered.current.key : crypto.randomUUID()
      unanswered.current = { text, key }
      setRunning(true)
      setRefusal(undefined)
      try {
        const answer = await call({ ...input, idempotencyKey: key } as Input)
        unanswered.current = undefined
        return answer
      } catch (error) {
        const reason = asRefusal(error)
        if (reason.code !== 'app.engineAway') unanswered.current = undefined
        setRefusal(reason)
        return undefined
      } finally {
        setRunning(false)
      }
    },
    [call],
  )
  const clearRefusal = useCallback(() => setRefusal(undefined), [])
  return { run, isRunning, refusal, clearRefusal }
}
