import type { Opening, Place, SnapshotEntry } from '../../../../shared/backups'
import { openTarget } from '../targets/open-target'
import type { Target } from '../targets/target'
import { chooseSnapshot, proveCompany, restoreCompany } from '../restore-company'
import { Vault } from '../vault/vault'
import type { VaultSecret } from '../vault/vault-key'
import { entriesOf, signInOf } from './keeper'

/** What is asked of a target that is not kept (yet): by the wizard, and on a new PC. */

async function using<T>(place: Place, work: (target: Target) => Promise<T>): Promise<T> {
  const target = openTarget(place.url, signInOf(place))
  try {
    return await work(target)
  } finally {
    await target.close()
  }
}

const secretOf = ({ passphrase, recoveryKey }: Opening): VaultSecret =>
  recoveryKey === '' ? { passphrase } : { recoveryKey }

export function lookAt(place: Place): Promise<{ exists: boolean; hostKey: string | null }> {
  return using(place, async (target) => {
    const exists = await Vault.exists(target)
    // A target that may only be read is found out before the passphrase is thought up.
    await target.put('claims/look', Buffer.from('kontor'))
    await target.remove('claims/look')
    return { exists, hostKey: null }
  })
}

/** Opens the vault with the passphrase, or makes one; the recovery key of a new one. */
export function openOrMake(place: Place, passphrase: string): Promise<string | null> {
  return using(place, async (target) => {
    if (!(await Vault.exists(target))) return (await Vault.create(target, passphrase)).recoveryKey
    await Vault.open(target, { passphrase })
    return null
  })
}

export function find(opening: Opening): Promise<readonly SnapshotEntry[]> {
  return using(opening, async (target) => {
    const vault = await Vault.open(target, secretOf(opening))
    return entriesOf((await vault.snapshots()).readable)
  })
}

export function bringBack(
  opening: Opening & { name: string },
  to: string,
  onBytes: (done: number, total: number) => void,
): Promise<{ verified: boolean }> {
  return using(opening, async (target) => {
    const vault = await Vault.open(target, secretOf(opening))
    const snapshot = chooseSnapshot((await vault.snapshots()).readable, { name: opening.name })
    const { path } = await restoreCompany(vault, snapshot, to, onBytes)
    return { verified: proveCompany(path).ok }
  })
}
