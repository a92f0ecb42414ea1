/**
 * The audit trail: who did what, when, from which station, refusals too.
 * Invariant: each entry's hash covers the entry and its predecessor's hash, so an altered, removed or inserted row is
 * found and named. Tables: audit_entry (append-only), audit_subject.
 */
import { hash } from 'node:crypto'
import type { Handlers } from '../../kernel/dispatch'
import type { AuditPort } from '../../kernel/dispatch'
import type { Check } from '../../kernel/check'
import type { contract } from '../../../shared/contracts'
import { addDays } from '../../../shared/values/date'
import { auditStore, type AuditRow, type TrailQuestion } from './audit-store'
import { subjectsOf } from './subjects'

function hashOf(row: Omit<AuditRow, 'id' | 'hash'>): string {
  const parts = [
    row.previous_hash,
    row.recorded_at,
    String(row.user_id),
    row.user_name,
    row.station,
    row.procedure,
    row.outcome,
    row.refusal_code ?? '',
    row.facts,
    row.detail,
  ]
  return hash('sha256', parts.join('\u0000'))
}

/** What the dispatcher calls in the transaction of the command itself. */
export const recordAudit: AuditPort = (tx, line) => {
  const row = {
    recorded_at: tx.now.toISOString(),
    user_id: line.actor.userId,
    user_name: line.actor.name,
    station: line.actor.station,
    procedure: line.procedure,
    outcome: line.outcome,
    refusal_code: line.refusalCode,
    facts: line.facts.join('\n'),
    detail: line.detail,
    previous_hash: auditStore.lastHash(tx),
  }
  const entryId = auditStore.insert(tx, { ...row, hash: hashOf(row) })
  for (const { kind, id } of subjectsOf(line)) auditStore.insertSubject(tx, kind, id, entryId)
}

interface Asked {
  readonly filter: string
  readonly procedures: readonly string[]
  readonly outcome?: AuditRow['outcome'] | undefined
  readonly userName?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly subjectKind?: string | undefined
  readonly subjectId?: number | undefined
}

/** Days are those of this computer, as the person reads them; instants in the trail are UTC. */
function questionOf({ filter, procedures, outcome, userName, from, to, subjectKind, subjectId }: Asked): TrailQuestion {
  const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
  return {
    filter,
    procedures,
    outcome,
    userName,
    from: from === undefined ? undefined : startOf(from),
    before: to === undefined ? undefined : startOf(addDays(to, 1)),
    subject: subjectKind === undefined || subjectId === undefined ? undefined : { kind: subjectKind, id: subjectId },
  }
}

export const handlers: Handlers<typeof contract.audit> = {
  listEntries: (reader, _actor, input) => ({
    rows: auditStore.page(reader, questionOf(input), input.limit, input.offset).map((row) => ({
      id: row.id,
      recordedAt: row.recorded_at,
      userName: row.user_name,
      station: row.station,
      procedure: row.procedure,
      outcome: row.outcome,
      refusalCode: row.refusal_code,
      detail: row.detail,
      facts: row.facts,
    })),
    total: auditStore.count(reader, questionOf(input)),
    sums: {},
  }),
  // Nothing to do: that it was asked for is what is kept.
  recordExport: () => ({ done: true }),
}

export const checks: readonly Check[] = [
  {
    name: 'audit hash chain',
    run(reader) {
      let previous = ''
      let examined = 0
      for (const row of auditStore.each(reader)) {
        examined += 1
        if (row.previous_hash !== previous || row.hash !== hashOf(row)) {
          return {
            ok: false,
            examined,
            detail: `entry ${row.id} of ${row.recorded_at} (${row.procedure}, ${row.user_name}) was altered or its predecessor is missing`,
          }
        }
        previous = row.hash
      }
      return { ok: true, examined, detail: '' }
    },
  },
]
