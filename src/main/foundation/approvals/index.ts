/**
 * Requests to whoever may allow what one may not do alone: a right that is missing, a limit that is too low, a warehouse
 * that is not one's own. Any command can be asked for; what is granted is done at once, in the name of the person who
 * asked, with the other standing behind it.
 * Invariants: nobody grants his own request; what is granted stands in the trail as done; a refusal has a reason.
 * Table: approvals_request.
 */
import type { contract } from '../../../shared/contracts'
import type { Right } from '../../../shared/contracts/procedure'
import { refuse, type Refusal } from '../../../shared/errors'
import type { Check } from '../../kernel/check'
import type { Reader, Tx } from '../../kernel/db'
import { auditDetail, type Actor, type Handlers } from '../../kernel/dispatch'
import { actorWithBacking, mayAllow } from '../access'
import { approvalStore, type RequestRow, type ShownRow } from './approval-store'
import { CHECKS } from './checks-queries'

/** What the dispatcher lends: to try a command out, and to give one inside another. */
export interface CommandPort {
  rightOf(name: string): Right | undefined
  refusalOf(actor: Actor, name: string, input: unknown): Refusal | undefined
  callInside(actor: Actor, name: string, input: unknown): unknown
}

const LONGEST_INPUT = 200_000

function ask(
  port: CommandPort,
  tx: Tx,
  actor: Actor,
  wanted: { readonly procedure: string; readonly input: Readonly<Record<string, unknown>>; readonly reason: string },
): { id: number } {
  if (actor.userId === 0) refuse('access.signInFirst')
  const { approval: _approval, idempotencyKey: _key, ...given } = wanted.input
  const input = auditDetail(given)
  if (JSON.stringify(given).length > LONGEST_INPUT) refuse('approvals.tooLarge')
  // Tried out here, so that what is asked for is what the engine says is missing, not what a page says.
  const refusal = port.refusalOf(actor, wanted.procedure, { ...given, idempotencyKey: 'tried-out' })
  if (refusal === undefined) refuse('approvals.notNeeded')
  if (refusal.need === undefined) throw refusal
  const id = approvalStore.insert(tx, {
    procedure: wanted.procedure,
    input,
    need: refusal.need,
    refusal_code: refusal.code,
    refusal_params: JSON.stringify(refusal.params),
    reason: wanted.reason,
    station: actor.station,
    asked_by: actor.userId,
  })
  tx.announce({ kind: 'approvals.asked', id })
  return { id }
}

function decide(
  port: CommandPort,
  tx: Tx,
  actor: Actor,
  answer: { readonly id: number; readonly isGranted: boolean; readonly reason: string },
): void {
  const request = requireOpen(tx, answer.id)
  if (request.asked_by === actor.userId || actor.userId === 0) refuse('approvals.ownRequest')
  if (!mayDecide(port, actor, request)) refuse('access.approverLacksRight')
  if (!answer.isGranted && answer.reason === '') refuse('approvals.needsReason', {}, 'reason')
  if (answer.isGranted) {
    const asker = actorWithBacking(tx, request.asked_by, request.station, actor)
    const input = JSON.parse(request.input) as object
    port.callInside(asker, request.procedure, { ...input, idempotencyKey: `approval-${request.id}` })
  }
  approvalStore.decide(tx, request.id, answer.isGranted ? 'granted' : 'refused', actor.userId, answer.reason)
  tx.announce({ kind: 'approvals.decided', id: request.id })
}

function requireOpen(reader: Reader, id: number): RequestRow {
  const request = approvalStore.byId(reader, id) ?? refuse('approvals.unknown', {}, 'id')
  if (request.state !== 'open') refuse('approvals.alreadyDecided', {}, 'id')
  return request
}

/** Whoever could give the command himself, and has what was missing. */
function mayDecide(port: CommandPort, actor: Actor, request: RequestRow): boolean {
  const right = port.rightOf(request.procedure)
  return right !== undefined && actor.rights.has(right) && mayAllow(actor, request.need)
}

const toDecide = (port: CommandPort, reader: Reader, actor: Actor): ShownRow[] =>
  approvalStore.open(reader).filter((row) => row.asked_by !== actor.userId && mayDecide(port, actor, row))

function list(
  port: CommandPort,
  reader: Reader,
  actor: Actor,
  {
    show,
    limit,
    offset,
  }: { readonly show: 'inbox' | 'asked' | 'decided'; readonly limit: number; readonly offset: number },
): { rows: ShownRow[]; total: number } {
  const page = { limit, offset }
  if (show === 'asked') {
    return {
      rows: approvalStore.ofAsker(reader, actor.userId, page),
      total: approvalStore.countOfAsker(reader, actor.userId),
    }
  }
  if (show === 'decided') {
    // What was decided in the house is for those who may read the trail.
    if (!actor.rights.has('audit.read')) refuse('access.rightMissing', { right: 'audit.read' satisfies Right })
    return { rows: approvalStore.decided(reader, page), total: approvalStore.countDecided(reader) }
  }
  const open = toDecide(port, reader, actor)
  return { rows: open.slice(offset, offset + limit), total: open.length }
}

export const handlersOf = (port: CommandPort): Handlers<typeof contract.approvals> => ({
  ask: (tx, actor, input) => ask(port, tx, actor, input),
  decide: (tx, actor, input) => {
    decide(port, tx, actor, input)
    return { done: true }
  },
  withdraw: (tx, actor, input) => {
    const request = requireOpen(tx, input.id)
    if (request.asked_by !== actor.userId) refuse('approvals.unknown', {}, 'id')
    approvalStore.decide(tx, request.id, 'withdrawn', actor.userId, '')
    tx.announce({ kind: 'approvals.decided', id: request.id })
    return { done: true }
  },
  seen: (tx, actor) => {
    approvalStore.see(tx, actor.userId)
    tx.announce({ kind: 'approvals.seen' })
    return { done: true }
  },
  count: (reader, actor) => ({
    toDecide: toDecide(port, reader, actor).length,
    answered: approvalStore.unseen(reader, actor.userId),
  }),
  list: (reader, actor, input) => {
    const { rows, total } = list(port, reader, actor, input)
    return {
      rows: rows.map((row) => ({
        id: row.id,
        procedure: row.procedure,
        input: row.input,
        refusalCode: row.refusal_code,
        refusalParams: JSON.parse(row.refusal_params) as Record<string, string | number>,
        reason: row.reason,
        askedBy: row.asker,
        askedAt: row.asked_at,
        station: row.station,
        state: row.state,
        decidedBy: row.decider,
        decidedAt: row.decided_at,
        decision: row.decision,
      })),
      total,
      sums: {},
    }
  },
})

export const checks: readonly Check[] = CHECKS
