import type { RefusalData } from './errors'

/** What the page and the shell say to each other about newer versions of the program. */

export const UPDATE_CHANNELS = ['stable', 'beta'] as const
export type UpdateChannel = (typeof UPDATE_CHANNELS)[number]

export interface UpdateState {
  /** of the program that runs */
  readonly version: string
  /** Why this program can't replace itself, if so. */
  readonly hindrance: 'noAddress' | 'installedBySystem' | null
  readonly channel: UpdateChannel
  readonly step: 'idle' | 'checking' | 'current' | 'offered' | 'loading' | 'ready' | 'installing'
  readonly offered: { readonly version: string; readonly notes: Readonly<Record<'en' | 'zh-CN', string>> } | null
  /** of the download, 0 to 100 */
  readonly percent: number
  readonly problem: RefusalData | null
  /** the version that could not open the company, after which this one came back */
  readonly returnedFrom: string | null
}

/** What a page may ask the shell; the answers beside it. */
export interface UpdateCalls {
  state: { input: null; answer: UpdateState }
  check: { input: null; answer: UpdateState }
  load: { input: null; answer: UpdateState }
  /** Backs up first; ends the program and starts the new one. */
  install: { input: { withoutBackup: boolean }; answer: UpdateState }
  follow: { input: { channel: UpdateChannel }; answer: UpdateState }
}

export type UpdateVerb = keyof UpdateCalls
export type UpdateReply = { answer: UpdateState } | { refusal: RefusalData }
