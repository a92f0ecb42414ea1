/** What the page asks the shell about newer versions. A browser has none: the host is updated where it runs. */
import { useCallback, useState } from 'react'
import { Refusal, type RefusalData } from '../../../shared/errors'
import { SHELL_CHANNELS } from '../../../shared/shell'
import type { UpdateCalls, UpdateState, UpdateVerb } from '../../../shared/updates'
import { shell } from '../engine'
import { useShellState } from './shell-state'

async function askState(): Promise<UpdateState | undefined> {
  const reply = await shell?.update('state', null)
  return reply !== undefined && 'answer' in reply ? reply.answer : undefined
}

/** How this program stands to newer ones. */
export const useUpdateState = (): UpdateState | undefined => useShellState(SHELL_CHANNELS.updateState, askState)

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
