import type { RefusalData } from '../../../../shared/errors'

/** What is remembered of a target between starts. */
export interface TargetMemory {
  readonly lastGoodAt: string | null
  readonly lastSentBytes: number
  readonly lastProvenAt: string | null
  readonly failures: number
  readonly lastTriedAt: string | null
  readonly problem: RefusalData | null
  readonly otherHosts: readonly string[]
  /** how long the last run took: a large company is not copied without a pause */
  readonly lastSeconds: number
}

export const NO_MEMORY: TargetMemory = {
  lastGoodAt: null,
  lastSentBytes: 0,
  lastProvenAt: null,
  failures: 0,
  lastTriedAt: null,
  problem: null,
  otherHosts: [],
  lastSeconds: 0,
}

const PROOF_DAYS = 7
const LONGEST_PAUSE_MINUTES = 60
/** At most a twentieth of the time is spent on backups. */
const PAUSE_FOR_EACH_SECOND = 20

/** When the next run is due: by the rhythm chosen, later after failures (1, 2, 4 ... minutes) and long runs. */
export function dueAt(memory: TargetMemory, everyMinutes: number): number {
  if (memory.lastTriedAt === null) return 0
  const tried = Date.parse(memory.lastTriedAt)
  if (memory.failures > 0) return tried + Math.min(2 ** (memory.failures - 1), LONGEST_PAUSE_MINUTES) * 60_000
  return tried + Math.max(everyMinutes * 60_000, memory.lastSeconds * PAUSE_FOR_EACH_SECOND * 1000)
}

/** A week after the last proven restore, once there is something to prove. */
export function isProofDue(memory: TargetMemory, now: number): boolean {
  if (memory.lastGoodAt === null || memory.failures > 0) return false
  const last = memory.lastProvenAt === null ? 0 : Date.parse(memory.lastProvenAt)
  return now - last >= PROOF_DAYS * 86_400_000
}
