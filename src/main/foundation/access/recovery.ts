import { randomBytes, timingSafeEqual } from 'node:crypto'
import { Refusal, refuse } from '../../../shared/errors'
import { RIGHTS } from '../../../shared/contracts/procedure'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { readRecoveryKey, writeRecoveryKey } from '../../kernel/recovery-key'
import { accessStore } from './access-store'
import { requireGoodPassword } from './passwords'
import { requireOwnRights } from './roles'
import { hashSecret, tokenHash } from './secrets'
import { sessionStore } from './session-store'
import { requireProof } from './sign-in'

/** Under this name attempts with the key are kept and slowed; no login is written so. */
const ATTEMPTS = '\u0007recovery key'

export function recoveryState(reader: Reader) {
  const house = sessionStore.house(reader)
  return { madeAt: house?.recovery_made_at ?? null, confirmedAt: house?.recovery_confirmed_at ?? null }
}

/** A new key, shown once: only its hash is kept. The one before is worth nothing from now on. */
export function makeRecoveryKey(tx: Tx, actor: Actor): { recoveryKey: string } {
  requireOwnRights(actor, RIGHTS)
  const key = randomBytes(16)
  sessionStore.setRecovery(tx, hashOf(key), tx.now.toISOString(), null)
  tx.announce({ kind: 'access.recoveryKeyMade' })
  return { recoveryKey: writeRecoveryKey(key) }
}

/** Typed once from paper: a key that was never written down opens nothing. */
export function confirmRecoveryKey(tx: Tx, actor: Actor, recoveryKey: string): void {
  requireOwnRights(actor, RIGHTS)
  const house = sessionStore.house(tx)
  if (house?.recovery_hash == null) return refuse('access.noRecoveryKey')
  if (!opens(recoveryKey, house.recovery_hash)) refuse('access.recoveryKeyWrong', {}, 'recoveryKey')
  sessionStore.setRecovery(tx, house.recovery_hash, house.recovery_made_at, tx.now.toISOString())
  tx.announce({ kind: 'access.recoveryKeyConfirmed' })
}

/** A new password for an owner, by the key from paper. The key is used up and every session of the owner ends. */
export function recover(
  tx: Tx,
  input: {
    readonly login: string
    readonly recoveryKey: string
    readonly newPassword: string
    readonly station: string
  },
): void {
  const user = accessStore.userByLogin(tx, input.login)
  const house = sessionStore.house(tx)
  requireProof(tx, {
    name: ATTEMPTS,
    station: input.station,
    code: 'access.recoveryFailed',
    matches: () =>
      user?.role === 'owner' &&
      house?.recovery_hash != null &&
      house.recovery_confirmed_at !== null &&
      opens(input.recoveryKey, house.recovery_hash),
  })
  if (user === undefined) return refuse('access.recoveryFailed')
  requireGoodPassword(input.newPassword, user)
  accessStore.setPassword(tx, user.id, hashSecret(input.newPassword))
  accessStore.endSessionsOf(tx, user.id)
  sessionStore.setRecovery(tx, null, null, null)
  tx.announce({ kind: 'access.recovered', id: user.id })
}

const hashOf = (key: Buffer): string => tokenHash(key.toString('base64url'))

/** A key with a slip of the pen is no other than a wrong one here: a stranger learns nothing. */
function opens(typed: string, stored: string): boolean {
  try {
    return timingSafeEqual(Buffer.from(hashOf(readRecoveryKey(typed))), Buffer.from(stored))
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
