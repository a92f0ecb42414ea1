import type { Reader, Tx } from '../../kernel/db'

export type ClosingKind = 'soft-closed' | 'closed' | 'reopened' | 'opened'

interface NewEvent {
  readonly periodId: number
  readonly kind: ClosingKind
  readonly userId: number
  readonly reason: string
  readonly warnings: readonly string[]
  readonly seal: { readonly hash: string; readonly lines: number; readonly turnover: object } | null
}

export interface ClosingEvent {
  readonly id: number
  readonly kind: ClosingKind
  readonly userName: string
  readonly happenedAt: string
  readonly reason: string
  readonly warnings: string
  readonly hash: string | null
  readonly turnover: string | null
}

const INSERT = `
  INSERT INTO closing_event (period_id, kind, user_id, happened_at, reason, warnings, hash, line_count, turnover)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

const EVENTS = `
  SELECT c.id, c.kind, coalesce(u.name, '') AS userName, c.happened_at AS happenedAt, c.reason, c.warnings, c.hash,
    c.turnover
  FROM closing_event c LEFT JOIN v_access_user u ON u.id = c.user_id
  WHERE c.period_id = ? ORDER BY c.id`

/** The last seal of every month that is closed now. */
const SEALED = `
  SELECT p.id, p.starts_on AS startsOn, c.hash
  FROM v_accounting_period p
  LEFT JOIN closing_event c
    ON c.id = (SELECT max(l.id) FROM closing_event l WHERE l.period_id = p.id AND l.kind = 'closed')
  WHERE p.state = 'closed' ORDER BY p.starts_on`

export const closingStore = {
  insert: (tx: Tx, event: NewEvent): void => {
    tx.run(INSERT, [
      event.periodId,
      event.kind,
      event.userId,
      tx.now.toISOString(),
      event.reason,
      event.warnings.join(' '),
      event.seal?.hash ?? null,
      event.seal?.lines ?? null,
      event.seal === null ? null : JSON.stringify(event.seal.turnover),
    ])
  },
  eventsOf: (reader: Reader, periodId: number) => reader.all<ClosingEvent>(EVENTS, [periodId]),
  sealed: (reader: Reader) => reader.all<{ id: number; startsOn: string; hash: string | null }>(SEALED),
}
