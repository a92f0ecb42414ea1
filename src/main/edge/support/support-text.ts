import { arch, cpus, release, totalmem } from 'node:os'
import { maskMessage } from '../../../shared/values/mask'

export interface SupportSource {
  readonly program: string
  /** of the engine, masked; why not, where the company can't be opened */
  readonly facts: string
  /** names that the engine knows and that a log might tell */
  readonly hidden: readonly string[]
  readonly logLines: readonly string[]
  /** how the backups stand, without addresses and secrets */
  readonly backups: readonly object[]
}

/** One text that a person can read through before it leaves. */
export function supportText({ program, facts, hidden, logLines, backups }: SupportSource): string {
  const system = {
    program,
    system: `${process.platform} ${release()} ${arch()}`,
    runtime: { node: process.versions.node, electron: process.versions['electron'] ?? null },
    processors: cpus().length,
    memoryMegabytes: Math.round(totalmem() / 1_000_000),
    madeAt: new Date().toISOString(),
  }
  const part = (title: string, text: string): string => `== ${title} ==\n${text}\n`
  return [
    part('Kontor', JSON.stringify(system, null, 2)),
    part('Company', facts),
    part('Backups', JSON.stringify(backups, null, 2)),
    part('Log', logLines.map((line) => maskLine(line, hidden)).join('\n')),
  ].join('\n')
}

/** Of a log line the fields that the program itself named stay whole; every text in them is masked. */
function maskLine(line: string, hidden: readonly string[]): string {
  try {
    const masked = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string') return PLAIN.has(key) ? value : maskMessage(value, hidden)
      if (typeof value !== 'object' || value === null) return PLAIN.has(key) || typeof value === 'boolean' ? value : '#'
      if (Array.isArray(value)) return value.map((entry) => masked(entry))
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, masked(entry, name)]))
    }
    return JSON.stringify(masked(JSON.parse(line)))
  } catch {
    return maskMessage(line, hidden)
  }
}

/** Fields that hold words and numbers of the program alone. */
const PLAIN = new Set(['level', 'time', 'code', 'type', 'procedure', 'reference', 'verb'])
