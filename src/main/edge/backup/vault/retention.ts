import type { Snapshot } from './snapshot-record'

/** How many of each are kept; of each hour, day, week and month the last snapshot. */
export interface Retention {
  readonly hourly: number
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

export const USUAL_RETENTION: Retention = { hourly: 24, daily: 14, weekly: 8, monthly: 24 }
/** Everything of the last hours stays, so that a mistake just made can be undone to the minute. */
const EVERYTHING_FOR_MILLISECONDS = 2 * 3_600_000

type Kept = Pick<Snapshot, 'name' | 'takenAt' | 'companyId' | 'host'>

/** Names of the snapshots to keep. The newest of each company and PC is always among them. */
export function snapshotsToKeep(snapshots: readonly Kept[], retention: Retention, now: Date): Set<string> {
  const keep = new Set<string>()
  const series = new Map<string, Kept[]>()
  for (const snapshot of snapshots) {
    const key = `${snapshot.companyId} ${snapshot.host}`
    series.set(key, [...(series.get(key) ?? []), snapshot])
  }
  for (const members of series.values()) {
    const newestFirst = [...members].sort((a, b) => b.takenAt.localeCompare(a.takenAt))
    const [newest] = newestFirst
    if (newest !== undefined) keep.add(newest.name)
    for (const { name, takenAt } of newestFirst) {
      if (now.getTime() - Date.parse(takenAt) < EVERYTHING_FOR_MILLISECONDS) keep.add(name)
    }
    for (const [span, count] of spans(retention)) {
      const seen = new Set<string>()
      for (const { name, takenAt } of newestFirst) {
        const key = span(takenAt)
        if (seen.has(key)) continue
        if (seen.size >= count) break
        seen.add(key)
        keep.add(name)
      }
    }
  }
  return keep
}

function spans(retention: Retention): readonly (readonly [(takenAt: string) => string, number])[] {
  return [
    [(takenAt) => takenAt.slice(0, 13), retention.hourly],
    [(takenAt) => takenAt.slice(0, 10), retention.daily],
    [(takenAt) => String(Math.floor((Date.parse(takenAt) / 86_400_000 + 3) / 7)), retention.weekly],
    [(takenAt) => takenAt.slice(0, 7), retention.monthly],
  ]
}
