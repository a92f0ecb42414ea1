import type { BackupCalls, BackupReply, BackupVerb } from './backups'
import type { RefusalData } from './errors'
import type { UpdateCalls, UpdateReply, UpdateVerb } from './updates'

/** Channels between the page, its preload and the shell. Business never travels here: it has a port of its own. */
export const SHELL_CHANNELS = {
  /** page -> shell: give me a port to the engine */
  connect: 'kontor:connect',
  /** shell -> page: here it is (a MessagePort) or why not (EngineFailure) */
  engine: 'kontor:engine',
  /** page -> shell: open the demonstration company, making it where it is missing */
  openDemo: 'kontor:open-demo',
  /** page -> shell: open the company of this person again */
  openOwn: 'kontor:open-own',
  /** shell -> page: days played so far */
  progress: 'kontor:progress',
  /** page -> shell: one of the calls of `backups.ts` */
  backup: 'kontor:backup',
  /** shell -> page: how the backups stand */
  backupState: 'kontor:backup-state',
  /** page -> shell: one of the calls of `updates.ts` */
  update: 'kontor:update',
  /** shell -> page: how the updates stand */
  updateState: 'kontor:update-state',
  /** page -> shell: what was just remembered here belongs on the disk now */
  keep: 'kontor:keep',
  /** page -> shell: give me a port to the devices of this PC */
  connectDevices: 'kontor:connect-devices',
  /** shell -> page: here it is (a MessagePort); again whenever the devices process had to be started anew */
  devices: 'kontor:devices',
} as const

export interface EngineFailure {
  readonly refusal: RefusalData
}

/** What `window.kontor` offers in the desktop program; in a browser there is no such thing. */
export interface Shell {
  readonly station: string
  connect(): void
  openDemo(): void
  openOwn(): void
  backup<V extends BackupVerb>(verb: V, input: BackupCalls[V]['input']): Promise<BackupReply<V>>
  update<V extends UpdateVerb>(verb: V, input: UpdateCalls[V]['input']): Promise<UpdateReply>
  connectDevices(): void
  keep(): void
}

export interface OpenOrder {
  readonly kind: 'open'
  readonly path: string
  /** days to play where a demonstration company must be made first; null for a person's own */
  readonly demoDays: number | null
}

/** Messages from the shell to the engine process. */
export type EngineOrder =
  | OpenOrder
  /** Lets the company file go. */
  | { readonly kind: 'close'; readonly id: number }
  /** One call of the shell's own, as the person at a window. */
  | {
      readonly kind: 'call'
      readonly id: number
      readonly token: string | null
      readonly name: string
      readonly input: unknown
    }
  | {
      readonly kind: 'connect'
      readonly window: number
      /** of the person who was signed in there when the engine went away */
      readonly token: string | null
    }
  /** with a port to the devices process of this PC */
  | { readonly kind: 'devices' }

/** Messages from the engine process to the shell. */
export type EngineNews =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly refusal: RefusalData }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'reply'; readonly id: number; readonly answer?: unknown; readonly refusal?: RefusalData }
  | { readonly kind: 'signedIn'; readonly window: number; readonly token: string | null }
