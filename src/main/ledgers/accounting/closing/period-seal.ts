import { createHash } from 'node:crypto'
import type { Reader } from '../../../kernel/db'
import { sealQueries } from './seal-queries'

/** What a month holds, to be held against it later: a hash over every entry and line, and turnover by account. */
export interface PeriodSeal {
  readonly hash: string
  readonly lines: number
  /** Debit and credit by account code. */
  readonly turnover: Readonly<Record<string, readonly [number, number]>>
}

export function sealOf(reader: Reader, periodId: number): PeriodSeal {
  const hash = createHash('sha256')
  let lines = 0
  for (const row of sealQueries.linesOf(reader, periodId)) {
    hash.update(row)
    hash.update('\n')
    lines += 1
  }
  const turnover = sealQueries.turnoverOf(reader, periodId)
  return {
    hash: hash.digest('hex'),
    lines,
    turnover: Object.fromEntries(
      turnover.map(({ code, debitMinor, creditMinor }) => [code, [debitMinor, creditMinor]]),
    ),
  }
}
