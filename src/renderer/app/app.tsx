import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { UiProvider, type Appearance } from '../ui'
import { usePreference } from './preferences'
import { Connecting, EngineFailed } from './entrance/connecting'
import { asRefusal, engine, onSessionEnded, watchEngine, type EngineState } from './engine'
import { FirstRun } from './entrance/first-run'
import { useLiveUpdates } from './live'
import { SessionContext, type Session } from './session'
import { Shell } from './frame/shell'
import { SignIn } from './entrance/sign-in'

type Gate =
  | { readonly kind: 'asking' }
  | { readonly kind: 'first-run' }
  | { readonly kind: 'sign-in'; readonly companyName: string; readonly isDemo: boolean }
  | { readonly kind: 'in'; readonly session: Omit<Session, 'signOut'> }

/** From the engine's state to the page a person may see: connecting, first run, sign-in, the program. */
export function App(): ReactNode {
  const [appearance] = usePreference<Appearance>('appearance', 'light')
  const [state, setState] = useState<EngineState>({ kind: 'connecting', done: 0, total: 0 })
  useEffect(() => watchEngine(setState), [])
  const connection = state.kind === 'ready' ? state.connection : 0
  const { gate, ask, signOut } = useGate(connection)
  const isSignedIn = gate.kind === 'in'
  useLiveUpdates(isSignedIn, connection)
  const session = useMemo(() => (gate.kind === 'in' ? { ...gate.session, signOut } : undefined), [gate, signOut])

  return (
    <UiProvider appearance={appearance} currency={session?.company.currency ?? 'CNY'}>
      {state.kind === 'failed' ? (
        <EngineFailed refusal={state.refusal} />
      ) : state.kind === 'connecting' || gate.kind === 'asking' ? (
        <Connecting
          done={state.kind === 'connecting' ? state.done : 0}
          total={state.kind === 'connecting' ? state.total : 0}
        />
      ) : gate.kind === 'first-run' ? (
        <FirstRun onReady={ask} />
      ) : gate.kind === 'sign-in' ? (
        <SignIn companyName={gate.companyName} isDemo={gate.isDemo} onSignedIn={ask} />
      ) : (
        <SessionContext value={session}>
          <Shell />
        </SessionContext>
      )}
    </UiProvider>
  )
}

function useGate(connection: number): { gate: Gate; ask: () => void; signOut: () => void } {
  const queries = useQueryClient()
  const [gate, setGate] = useState<Gate>({ kind: 'asking' })
  const ask = useCallback(() => {
    readGate().then(setGate, () => setGate({ kind: 'asking' }))
  }, [])
  useEffect(() => {
    if (connection > 0) ask()
  }, [connection, ask])
  useEffect(() => onSessionEnded(ask), [ask])
  const signOut = useCallback(() => {
    void engine.access.signOut({ idempotencyKey: crypto.randomUUID() }).finally(() => {
      // The next person must not see the answers of the last one.
      queries.clear()
      ask()
    })
  }, [queries, ask])
  return { gate, ask, signOut }
}

async function readGate(): Promise<Gate> {
  const status = await engine.company.status({})
  if (!status.isReady) return { kind: 'first-run' }
  const signIn: Gate = { kind: 'sign-in', companyName: status.name, isDemo: status.isDemo }
  if (!status.isSignedIn) return signIn
  try {
    const [me, company] = await Promise.all([engine.access.me({}), engine.company.profile({})])
    return { kind: 'in', session: { ...me, rights: new Set(me.rights), company } }
  } catch (error) {
    if (asRefusal(error).code === 'app.engineAway') throw error
    return signIn
  }
}
