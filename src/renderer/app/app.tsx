import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { UiProvider, type Appearance } from '../ui'
import { usePreference } from './preferences'
import { Connecting, EngineFailed } from './entrance/connecting'
import { asRefusal, engine, onSessionEnded, watchEngine, type EngineState } from './engine'
import { FirstRun } from './entrance/first-run'
import { ApprovalPrompt } from './approvals/approval-prompt'
import { BadgeSwitch } from './entrance/badge-switch'
import { LockScreen } from './entrance/lock-screen'
import { useIdleLock, useIsLocked } from './entrance/lock'
import { onRoomsChanged, useLiveUpdates } from './live'
import { lockState } from './lock-state'
import { SessionContext, type Session } from './session'
import { Shell } from './frame/shell'
import { SignIn } from './entrance/sign-in'

type Gate =
  | { readonly kind: 'asking' }
  | { readonly kind: 'first-run' }
  | { readonly kind: 'sign-in'; readonly companyName: string; readonly isDemo: boolean }
  | { readonly kind: 'locked'; readonly name: string }
  | { readonly kind: 'in'; readonly session: Omit<Session, 'signOut'> }

/** From the engine's state to the page a person may see: connecting, first run, sign-in, the program. */
export function App(): ReactNode {
  const [appearance] = usePreference<Appearance>('appearance', 'light')
  const [state, setState] = useState<EngineState>({ kind: 'connecting', done: 0, total: 0 })
  useEffect(() => watchEngine(setState), [])
  const connection = state.kind === 'ready' ? state.connection : 0
  const { gate, ask, signOut, switched } = useGate(connection)
  const isLocked = useIsLocked()
  useIdleLock(gate.kind === 'in' ? gate.session.lockMinutes : null)
  const unlocked = useCallback(() => {
    lockState.unlock()
    if (gate.kind === 'locked') ask()
  }, [gate.kind, ask])
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
      ) : gate.kind === 'locked' ? null : (
        <SessionContext value={session}>
          {session === undefined ? null : <Shell key={session.userId} />}
          <ApprovalPrompt />
          <BadgeSwitch onSwitched={switched} />
        </SessionContext>
      )}
      {isLocked || gate.kind === 'locked' ? (
        <LockScreen
          name={gate.kind === 'in' ? gate.session.name : gate.kind === 'locked' ? gate.name : ''}
          onUnlocked={unlocked}
          onSwitched={switched}
        />
      ) : null}
    </UiProvider>
  )
}

function useGate(connection: number): { gate: Gate; ask: () => void; signOut: () => void; switched: () => void } {
  const queries = useQueryClient()
  const [gate, setGate] = useState<Gate>({ kind: 'asking' })
  const settle = useCallback((next: Gate) => {
    // Whose session has ended can't unlock it: the sign-in is what is left.
    if (next.kind === 'locked') lockState.lock()
    else if (next.kind !== 'in') lockState.unlock()
    // What is open stays open behind the lock.
    setGate((before) => (next.kind === 'locked' && before.kind === 'in' ? before : next))
  }, [])
  const ask = useCallback(() => {
    readGate().then(settle, () => setGate({ kind: 'asking' }))
  }, [settle])
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
  const switched = useCallback(() => {
    // Another person: nothing of the one before is shown, not for a moment.
    queries.clear()
    setGate({ kind: 'asking' })
    lockState.unlock()
    ask()
  }, [queries, ask])
  // Whoever may do more or less from now on sees it at once.
  useEffect(
    () =>
      onRoomsChanged((rooms) => {
        if (rooms.has('access')) readGate().then(settle, () => undefined)
      }),
    [settle],
  )
  return { gate, ask, signOut, switched }
}

async function readGate(): Promise<Gate> {
  const status = await engine.company.status({})
  if (!status.isReady) return { kind: 'first-run' }
  const signIn: Gate = { kind: 'sign-in', companyName: status.name, isDemo: status.isDemo }
  if (!status.isSignedIn) return signIn
  if (status.lockedBy !== null) return { kind: 'locked', name: status.lockedBy }
  try {
    const [me, company] = await Promise.all([engine.access.me({}), engine.company.profile({})])
    return { kind: 'in', session: { ...me, rights: new Set(me.rights), company } }
  } catch (error) {
    if (asRefusal(error).code === 'app.engineAway') throw error
    return signIn
  }
}
