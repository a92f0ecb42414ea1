/** The typed client of the engine: over a MessagePort in the window, over HTTP in a browser. */
import { createORPCClient, DynamicLink, ORPCError, type ClientLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { WireContract } from '../../shared/contracts/live'
import { Refusal, type RefusalData } from '../../shared/errors'
import { SHELL_CHANNELS, type EngineFailure, type Shell } from '../../shared/shell'
import { promptState } from './approvals/prompt-state'
import { lockState } from './lock-state'

declare global {
  interface Window {
    readonly kontor?: Shell
  }
}

export const shell: Shell | undefined = window.kontor

type Link = ClientLink<Record<never, never>>
let link: Link | undefined

/** Told when the engine knows nobody here any more: a session ends after a working day. */
const endListeners = new Set<() => void>()
export function onSessionEnded(listener: () => void): () => void {
  endListeners.add(listener)
  return () => endListeners.delete(listener)
}

const AWAY_MILLISECONDS = 15_000
let waiting: (() => void)[] = []

function connect(fresh: Link | undefined): void {
  link = fresh
  if (fresh === undefined) return
  const awaited = waiting
  waiting = []
  for (const go of awaited) go()
}

/** Follows the present link. While the engine starts anew, a call waits for it instead of failing at once. */
const presentLink = new DynamicLink<Record<never, never>>(async () => {
  if (link === undefined) {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      setTimeout(resolve, AWAY_MILLISECONDS)
    })
  }
  if (link === undefined) throw new Refusal('app.engineAway')
  return link
})

/** Somebody tried to allow it, and it was the wrong PIN or the wrong person. */
const WRONG_WORD = new Set(['access.signInFailed', 'access.tooManyAttempts', 'access.approverLacksRight'])

const translating: Link = {
  async call(path, input, options) {
    let given = input
    for (;;) {
      try {
        return await callOnce(path, given, options)
      } catch (error) {
        const refusal = asRefusal(error)
        if (refusal.need !== undefined || (given !== input && WRONG_WORD.has(refusal.code))) {
          const word = await promptState.ask(refusal, path.join('.'), input as Readonly<Record<string, unknown>>)
          if (word.kind === 'asked') throw new Refusal('approvals.asked')
          if (word.kind !== 'allowed') throw error
          given = { ...(input as object), approval: word.approval }
          continue
        }
        if (refusal.code !== 'access.locked') throw error
        // What was begun goes on when the person is back.
        lockState.lock()
        await lockState.unlocked()
      }
    }
  },
}

const callOnce: Link['call'] = async (path, input, options) => {
  try {
    return await presentLink.call(path, input, options).catch((error: unknown) => {
      // The port ended under a call that nobody gave up. Whether it was done is not known: a question may be asked
      // again, and a command carries a key under which it is done once.
      if (!isCut(error, options.signal)) throw error
      return presentLink.call(path, input, options)
    })
  } catch (error) {
    const refusal = isCut(error, options.signal) ? new Refusal('app.engineAway') : asRefusal(error)
    if (refusal.code === 'access.signInFirst') for (const listener of endListeners) listener()
    throw refusal
  }
}

const isCut = (error: unknown, signal: AbortSignal | undefined): boolean =>
  error instanceof Error && error.name === 'AbortError' && signal?.aborted !== true

export type Engine = ContractRouterClient<WireContract>
export const engine: Engine = createORPCClient(translating)
export const api = createTanstackQueryUtils(engine)

export type EngineState =
  | { readonly kind: 'connecting'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready'; readonly connection: number }
  | { readonly kind: 'failed'; readonly refusal: RefusalData }

let connections = 0

/** Tells the engine's state now and at each change. In a browser it is ready at once. */
export function watchEngine(tell: (state: EngineState) => void): () => void {
  if (shell === undefined) {
    link ??= new HttpLink({ url: new URL('/rpc', window.location.href).href })
    tell({ kind: 'ready', connection: 1 })
    return () => {}
  }
  const onMessage = (event: MessageEvent<{ channel?: string; payload?: unknown }>): void => {
    if (event.source !== window) return
    const { channel, payload } = event.data
    if (channel === SHELL_CHANNELS.progress) {
      tell({ kind: 'connecting', ...(payload as { done: number; total: number }) })
    }
    if (channel !== SHELL_CHANNELS.engine) return
    const [port] = event.ports
    if (port === undefined) {
      tell({ kind: 'failed', refusal: (payload as EngineFailure).refusal })
      return
    }
    const fresh = new PortLink({ port })
    connect(fresh)
    // A closed port answers nothing, not even that it is closed.
    port.addEventListener('close', () => {
      if (link === fresh) connect(undefined)
    })
    port.start()
    connections += 1
    tell({ kind: 'ready', connection: connections })
  }
  window.addEventListener('message', onMessage)
  shell.connect()
  return () => window.removeEventListener('message', onMessage)
}

/** Any failure of a call as a refusal that a person can read. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof ORPCError && error.code === 'REFUSED') {
    return Refusal.of(error.data as RefusalData)
  }
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return new Refusal('app.engineAway')
  return error instanceof TypeError
    ? new Refusal('app.engineAway')
    : new Refusal('app.unexpected', { reference: 'page' })
}
