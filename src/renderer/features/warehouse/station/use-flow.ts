import { useCallback, useEffect, useRef, useState } from 'react'
import type { FlowStep } from './flows/flow'
import { useStation } from './station-control'

/**
 * Runs a task's state machine: events one after the other, calls to the engine in between, answers told as they come. A
 * scan that arrives while the engine works waits its turn.
 */
export function useFlow<State, Event, Call>(
  step: (state: State, event: Event) => FlowStep<State, Call>,
  start: State,
  perform: (call: Call) => Promise<Event>,
): readonly [State, (event: Event) => void] {
  const { tell, tellFailure } = useStation()
  const [state, setState] = useState(start)
  const latest = useRef(start)
  const queue = useRef(Promise.resolve())
  const parts = useRef({ step, perform, tell, tellFailure })
  useEffect(() => {
    parts.current = { step, perform, tell, tellFailure }
  })
  const dispatch = useCallback((first: Event) => {
    const run = async (): Promise<void> => {
      let event: Event | undefined = first
      while (event !== undefined) {
        const { state: after, answer, call }: FlowStep<State, Call> = parts.current.step(latest.current, event)
        latest.current = after
        setState(after)
        if (answer !== undefined) parts.current.tell(answer)
        event = undefined
        if (call === undefined) continue
        try {
          event = await parts.current.perform(call)
        } catch (error) {
          parts.current.tellFailure(error)
        }
      }
    }
    queue.current = queue.current.then(run)
  }, [])
  return [state, dispatch]
}
