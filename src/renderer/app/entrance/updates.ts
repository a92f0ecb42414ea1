/** What the page asks the shell about newer versions. A browser has none: the host is updated where it runs. */
import { useCallback, useEffect, useState } from 'react'
import { Refusal, type RefusalData } from '../../../shared/errors'
import { SHELL_CHANNELS } from '../../../shared/shell'
import type { UpdateCalls, UpdateState, UpdateVerb } from '../../../shared/updates'
import { shell } from '../engine'

/** How this program stands to newer ones, now and at each change; undefined until it is known, and in a browser. */
export function useUpdateState(): UpdateState | undefined {
  const [state, setState] = useState<UpdateState>()
  useEffect(() => {
    if (shell === undefined) return undefined
    const onMessage = (event: MessageEvent<{ channel?: string; payload?: unknown }>): void => {
      if (event.source === window && event.data.channel === SHELL_CHANNELS.updateState) {
        setState(event.data.payload as UpdateState)
      }
    }
    window.addEventListener('message', onMessage)
    void shell.update('state', null).then((reply) => 'answer' in reply && setState(reply.answer))
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return state
}

export interface UpdateAction {
  run<V extends UpdateVerb>(verb: V, input: UpdateCalls[V]['input']): Promise<void>
  readonly refusal: RefusalData | undefined
}

/** The calls of a page; what becomes of one is told by the state, and the refusal here. */
export function useUpdateAction(): UpdateAction {
  const [refusal, setRefusal] = useState<RefusalData>()
  const run = useCallback(async <V extends UpdateVerb>(verb: V, input: UpdateCalls[V]['input']) => {
    setRefusal(undefined)
    const reply = (await shell?.update(verb, input)) ?? { refusal: new Refusal('updates.notInBrowser').toData() }
    if ('refusal' in reply) setRefusal(reply.refusal)
  }, [])
  return { run, refusal }
}
