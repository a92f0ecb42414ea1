export interface Measure {
  readonly name: string
  readonly oursMilliseconds: number | null
  readonly floorMilliseconds: number | null
  readonly ratio: number | null
  /** what the ratio should stay below; null where nothing was promised */
  readonly aim: number | null
}

export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0
}

export function median(times: readonly number[]): number {
  return percentile(times, 50)
}

export function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const since = performance.now()
  const result = work()
  return { result, milliseconds: performance.now() - since }
}
