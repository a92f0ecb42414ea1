import { createContext, use } from 'react'
import type { Right } from '../../shared/contracts/procedure'

export interface Session {
  readonly userId: number
  readonly name: string
  readonly role: string
  /** '' for a preset */
  readonly roleName: string
  readonly rights: ReadonlySet<Right>
  readonly station: string
  /** without a sign of life the place locks; null: never */
  readonly lockMinutes: number | null
  readonly company: CompanyFacts
  signOut(): void
}

export interface CompanyFacts {
  readonly name: string
  readonly pack: 'cn-sbe' | 'generic'
  readonly currency: string
  readonly isDemo: boolean
  /** the business date on this computer */
  readonly today: string
}

export const SessionContext = createContext<Session | undefined>(undefined)

/** Who is signed in. Only inside the signed-in part of the program. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('no session here')
  return session
}

export function useCan(right: Right): boolean {
  return useSession().rights.has(right)
}
