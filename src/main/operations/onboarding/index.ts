/**
 * The first run: company profile, chart of accounts and periods of the country pack, the owner's sign-in; the questions
 * about the company that every screen asks; and opening balances brought from other books.
 *
 * Owns the tables that opening balances are read from, and what was posted of them.
 * Invariants: an opening puts on every account what its trial balance says, on the day before everything else; there is
 * one at most; taken back it leaves nothing. Tables: onboarding_*.
 */
import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import { isBusinessDate, localDate } from '../../../shared/values/date'
import type { Handlers } from '../../kernel/dispatch'
import { kernelStore } from '../../kernel/dispatch'
import { addFirstOwner } from '../../foundation/access'
import { companyProfile, createProfile, findProfile, renameCompany } from '../../foundation/company'
import { establish } from '../../ledgers/accounting'
import { openFirstAccounts } from '../treasury'

export { openingHandlers } from './opening/handlers'
export { checks } from './opening/verify-queries'

const MOST_FACTS = 500

export const handlers: Handlers<typeof contract.company> = {
  status: (reader, actor) => {
    const profile = findProfile(reader)
    const isSignedIn = actor.sessionId !== null
    return {
      isReady: profile !== undefined,
      name: profile?.name ?? '',
      isDemo: profile?.isDemo ?? false,
      isSignedIn,
      lockedBy: actor.isLocked === true ? actor.name : null,
    }
  },
  establish: (tx, _actor, input) => {
    if (!isBusinessDate(input.startsOn)) refuse('app.inputNotUnderstood', { field: 'startsOn' }, 'startsOn')
    createProfile(tx, input)
    establish(tx, input.pack, input.startsOn)
    openFirstAccounts(tx)
    const userId = addFirstOwner(tx, { login: input.login, name: input.userName, password: input.password })
    tx.announce({ kind: 'company.established' })
    return { userId }
  },
  profile: (reader) => ({ ...companyProfile(reader), today: localDate(reader.now) }),
  rename: (tx, _actor, input) => {
    renameCompany(tx, input.name)
    tx.announce({ kind: 'company.renamed' })
    return { done: true }
  },
  changes: (reader, _actor, input) => {
    const facts = kernelStore.factsAfter(reader, input.after, MOST_FACTS)
    return {
      last: facts.at(-1)?.id ?? kernelStore.lastFactId(reader),
      kinds: [...new Set(facts.map((fact) => fact.kind))],
    }
  },
}
