import { hash } from 'node:crypto'
import { DamagedObject } from './vault/sealed-object'
import type { Snapshot } from './vault/snapshot-record'
import { isDamage, packName, type Vault } from './vault/vault'
import { mapOf } from './vault/write-snapshot'

export interface CheckedSnapshot {
  readonly snapshot: Snapshot
  /** Everything that it needs is there; after a deep check, bit for bit. */
  readonly good: boolean
}

export interface CheckedVault {
  readonly snapshots: readonly CheckedSnapshot[]
  /** names of objects that are missing, cut or changed */
  readonly damaged: readonly string[]
}

/** Which snapshots can be restored. `deep` reads every stored byte, otherwise sizes are believed. */
export async function checkVault(vault: Vault, deep: boolean): Promise<CheckedVault> {
  await vault.refresh()
  const bad = await vault.lostPacks()
  if (deep) {
    for (const { pack } of vault.index.packs.values()) {
      if (!bad.has(pack) && !(await isWhole(vault, pack))) bad.add(pack)
    }
    await vault.checkHeader()
  }
  const { readable, damaged } = await vault.snapshots()
  const snapshots: CheckedSnapshot[] = []
  for (const snapshot of readable) snapshots.push({ snapshot, good: await isComplete(vault, snapshot, bad) })
  const incomplete = snapshots.filter(({ good }) => !good).map(({ snapshot }) => snapshot.name)
  const names = new Set([...damaged, ...incomplete, ...[...bad].map(packName), ...vault.damaged])
  return { snapshots, damaged: [...names].sort() }
}

async function isWhole(vault: Vault, pack: string): Promise<boolean> {
  const bytes = await vault.target.get(packName(pack))
  return bytes !== undefined && hash('sha256', bytes) === pack
}

async function isComplete(vault: Vault, snapshot: Snapshot, bad: ReadonlySet<string>): Promise<boolean> {
  try {
    for (const file of snapshot.files) {
      for (const id of await mapOf(vault, file)) {
        const place = vault.index.find(id)
        if (place === undefined || bad.has(place.pack)) return false
      }
    }
    return true
  } catch (error) {
    if (error instanceof DamagedObject || isDamage(error)) return false
    throw error
  }
}
