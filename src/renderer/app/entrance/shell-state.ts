import { useEffect, useState } from 'react'
import { shell } from '../engine'

/** What the shell tells on a channel, now and at each change; undefined until it is known, and in a browser. */
export function useShellState<State>(channel: string, ask: () => Promise<State | undefined>): State | undefined {
  const [state, setState] = useState<State>()
  useEffect(() => {
    if (shell === undefined) return undefined
    const onMessage = (event: MessageEvent<{ channel?: string; payload?: unknown }>): void => {
      if (event.source === window && event.data.channel === channel) setState(event.data.payload as State)
    }
    window.addEventListener('message', onMessage)
    // A shell that can't answer now tells by the channel once it can.
    ask().then(setState, () => undefined)
    return () => window.removeEventListener('message', onMessage)
  }, [channel, ask])
  return state
}
