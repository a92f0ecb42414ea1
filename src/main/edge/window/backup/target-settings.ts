import { safeStorage } from 'electron'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { TargetEntry, TargetSecrets } from '../../../../shared/backups'

interface StoredTarget extends TargetEntry {
  /** the secrets as JSON, closed by the operating system, base64 */
  readonly box: string
}

export type WholeTarget = TargetEntry & TargetSecrets

/** The targets of this PC, in a file of this user; their secrets in the operating system's secret storage. */
export class TargetSettings {
  constructor(private readonly path: string) {}

  get secretsAreSafe(): boolean {
    if (!safeStorage.isEncryptionAvailable()) return false
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
  }

  read(): WholeTarget[] {
    return this.stored().flatMap(({ box, ...entry }) => {
      try {
        const secrets = JSON.parse(safeStorage.decryptString(Buffer.from(box, 'base64'))) as TargetSecrets
        return [{ ...entry, ...secrets }]
      } catch {
        // Settings that were copied from another PC: what this one can't open it can't use.
        return []
      }
    })
  }

  write(targets: readonly WholeTarget[]): void {
    if (!safeStorage.isEncryptionAvailable() && process.platform === 'linux')
      safeStorage.setUsePlainTextEncryption(true)
    const stored = targets.map(({ user, secret, passphrase, ...entry }): StoredTarget => {
      const box = safeStorage.encryptString(JSON.stringify({ user, secret, passphrase })).toString('base64')
      return { ...entry, box }
    })
    const draft = `${this.path}.draft`
    writeFileSync(draft, JSON.stringify(stored, null, 2), { mode: 0o600 })
    renameSync(draft, this.path)
  }

  private stored(): StoredTarget[] {
    try {
      return JSON.parse(readFileSync(this.path, 'utf8')) as StoredTarget[]
    } catch {
      return []
    }
  }
}
