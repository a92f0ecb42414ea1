import type { RefusalData } from './errors'

/** What the page and the shell say to each other about backups. Secrets go one way only: in. */

export interface TargetEntry {
  readonly id: string
  /** `file:///...`, `s3://...`, `webdavs://...`, `sftp://...`; no password in it */
  readonly url: string
  readonly everyMinutes: number
  /** kilobytes a second; 0 is no limit */
  readonly limitKilobytes: number
  /** The recovery key was typed from paper and a restore with it was proved. */
  readonly recoveryConfirmed: boolean
}

export interface TargetState extends TargetEntry {
  readonly running: { readonly what: 'backup' | 'proof'; readonly done: number; readonly total: number } | null
  readonly lastGoodAt: string | null
  readonly lastSentBytes: number
  /** the snapshot that was last restored, opened and verified, and when */
  readonly lastProvenAt: string | null
  readonly nextAt: string | null
  readonly problem: RefusalData | null
  /** other PCs that write this company here */
  readonly otherHosts: readonly string[]
}

export interface BackupState {
  readonly targets: readonly TargetState[]
  /** the operating system keeps secrets for us; otherwise they lie in a file of this user */
  readonly secretsAreSafe: boolean
  /** the company lies where it can be torn: on a network drive, in a folder that a cloud program copies */
  readonly riskyPlace: 'network' | 'synced' | null
  /** where the PC before kept the backups of a company that was brought back here */
  readonly former: readonly string[]
}

export interface TargetSecrets {
  readonly user: string
  readonly secret: string
  readonly passphrase: string
}

export interface SnapshotEntry {
  readonly name: string
  readonly takenAt: string
  readonly company: string
  readonly host: string
  readonly bytes: number
}

export interface FoundRecord {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly subtitle: string
}

export interface Salvaged {
  readonly rows: number
  /** rows that can't be read, by table; -1: the whole table */
  readonly lost: readonly { readonly table: string; readonly rows: number }[]
  /** proofs that do not hold any more */
  readonly broken: readonly string[]
}

export interface Place {
  readonly url: string
  readonly user: string
  readonly secret: string
}

/** Opens a vault: by the passphrase, or by the recovery key where `recoveryKey` is not empty. */
export interface Opening extends Place {
  readonly passphrase: string
  readonly recoveryKey: string
}

/** What a page may ask the shell; the answers beside it. */
export interface BackupCalls {
  state: { input: null; answer: BackupState }
  /** Is there a vault, and may we write? */
  look: { input: Place; answer: { exists: boolean; hostKey: string | null } }
  /** Asks the person for a folder; empty when they did not choose. */
  chooseFolder: { input: null; answer: { url: string } }
  /** Adds a target; makes its vault where there is none, and tells the recovery key then, this once. */
  add: {
    input: Place & { passphrase: string; everyMinutes: number; limitKilobytes: number }
    answer: { id: string; recoveryKey: string | null }
  }
  change: { input: { id: string; everyMinutes: number; limitKilobytes: number }; answer: null }
  remove: { input: { id: string }; answer: null }
  now: { input: { id: string }; answer: null }
  /** Restores the newest snapshot into a scratch file, opens and verifies it; with the key as it was typed. */
  confirm: { input: { id: string; recoveryKey: string }; answer: { takenAt: string; checks: number } }
  prove: { input: { id: string }; answer: { takenAt: string; checks: number } }
  snapshotsOf: { input: { id: string }; answer: { snapshots: readonly SnapshotEntry[] } }
  /** Beside the company as a new file; the one in use is not touched. */
  restoreBeside: { input: { id: string; name: string }; answer: { path: string; verified: boolean } }
  /** Opens a restored file to look something up. */
  openBeside: { input: { path: string }; answer: null }
  /** Goes on with a restored file; the one before is kept beside it under another name. */
  useFrom: { input: { path: string }; answer: { kept: string } }
  /** One text for whoever helps, names and amounts masked: shown here, sent by the person. */
  support: { input: null; answer: { text: string } }
  /** Everything of the company as a folder that needs no Kontor; asks the person where to. Null: not chosen. */
  leave: { input: null; answer: { folder: string; tables: number; rows: number } | null }
  /** What can be read of a company that is damaged, as a file beside it. */
  salvage: { input: null; answer: Salvaged }
  /** Goes on with what was salvaged; the damaged file is kept. */
  useSalvaged: { input: null; answer: { kept: string } }
  /** Finds master data and documents in a snapshot, which is fetched into a passing file for it. */
  lookUp: { input: { id: string; name: string; text: string }; answer: { hits: readonly FoundRecord[] } }
  /** One of them, to read. */
  readOld: { input: { id: string; name: string; kind: string; record: number }; answer: { record: unknown } }
  /** The passing file is not needed any more. */
  endLookUp: { input: null; answer: null }
  /** A new PC: what a target holds, by recovery key or passphrase. */
  find: { input: Opening; answer: { snapshots: readonly SnapshotEntry[] } }
  /** A new PC: brings a company back as this PC's own and opens it. */
  bringBack: { input: Opening & { name: string }; answer: { verified: boolean } }
}

export type BackupVerb = keyof BackupCalls
export type BackupReply<V extends BackupVerb> =
  | { readonly answer: BackupCalls[V]['answer'] }
  | { readonly refusal: RefusalData }

/** Messages from the shell to the backup process. */
export type KeeperOrder =
  | {
      readonly kind: 'keep'
      readonly companyPath: string
      readonly host: string
      readonly program: string
      readonly memoryPath: string
      /** settings of this PC, kept with the company: path in the snapshot and file here */
      readonly beside: readonly { readonly path: string; readonly file: string }[]
      readonly targets: readonly (TargetEntry & TargetSecrets)[]
    }
  | { readonly kind: 'targets'; readonly targets: readonly (TargetEntry & TargetSecrets)[] }
  | { readonly kind: 'call'; readonly id: number; readonly verb: string; readonly input: unknown }

/** Messages from the backup process to the shell. */
export type KeeperNews =
  | { readonly kind: 'state'; readonly states: readonly TargetState[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'reply'; readonly id: number; readonly answer?: unknown; readonly refusal?: RefusalData }
