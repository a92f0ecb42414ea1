import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { sealOf, setPeriodState } from '../../ledgers/accounting'
import { changesBetween, type Turnover } from './changes'
import { closingStore } from './closing-store'
import { checksOf, monthBefore, monthOf } from './cockpit'
import type { ClosingParts } from './handlers'
import { missingVouchers } from './post-month-end'

/** 结账 for daily work: documents stop, whoever may post vouchers still mends. Taken back the same way. */
export function setSoftClosed(tx: Tx, actor: Actor, input: { periodId: number; isSoftClosed: boolean }) {
  const { period } = monthOf(tx, input.periodId)
  if (period.state === 'closed') refuse('closing.reopenFirst', { month: period.startsOn.slice(0, 7) })
  const state = input.isSoftClosed ? 'soft-closed' : 'open'
  if (period.state !== state) {
    setPeriodState(tx, { periodId: input.periodId, state })
    closingStore.insert(tx, {
      periodId: input.periodId,
      kind: input.isSoftClosed ? 'soft-closed' : 'opened',
      userId: actor.userId,
      reason: '',
      warnings: [],
      seal: null,
    })
  }
  return { state }
}

/** Closes a month for good and seals it. Answers what changed since it was closed before, if it was. */
export function closeMonth(
  tx: Tx,
  actor: Actor,
  parts: ClosingParts,
  input: { periodId: number; acceptsWarnings: boolean },
) {
  const month = monthOf(tx, input.periodId)
  const name = month.startsOn.slice(0, 7)
  if (month.period.state === 'closed') refuse('closing.closedAlready', { month: name })
  const before = monthBefore(tx, input.periodId)
  if (before !== undefined && before.state !== 'closed') {
    refuse('accounting.earlierPeriodOpen', { month: before.startsOn.slice(0, 7) })
  }
  const open = checksOf(tx, parts, month).filter(({ count }) => count > 0)
  const blocking = open.filter(({ severity }) => severity === 'blocks')
  const [first] = blocking
  if (first !== undefined) {
    refuse('closing.checksOpen', { month: name, count: blocking.length, document: first.findings[0]?.label ?? '' })
  }
  const missing = missingVouchers(tx, parts, input.periodId)
  if (missing > 0) refuse('closing.vouchersMissing', { month: name, count: missing })
  if (open.length > 0 && !input.acceptsWarnings) refuse('closing.warningsOpen', { month: name, count: open.length })
  setPeriodState(tx, { periodId: input.periodId, state: 'closed' })
  const seal = sealOf(tx, input.periodId)
  const earlier = closingStore.eventsOf(tx, input.periodId).findLast(({ turnover }) => turnover !== null)
  closingStore.insert(tx, {
    periodId: input.periodId,
    kind: 'closed',
    userId: actor.userId,
    reason: '',
    warnings: open.map(({ key }) => key),
    seal,
  })
  const sealedBefore = earlier?.turnover ?? null
  return {
    state: 'closed',
    changes: sealedBefore === null ? [] : changesBetween(tx, JSON.parse(sealedBefore) as Turnover, seal.turnover),
  }
}

/** 反结账: the owner's act, with a reason that stays. */
export function reopenMonth(tx: Tx, actor: Actor, input: { periodId: number; reason: string }) {
  const { period } = monthOf(tx, input.periodId)
  if (period.state !== 'closed') refuse('closing.notClosed', { month: period.startsOn.slice(0, 7) })
  setPeriodState(tx, { periodId: input.periodId, state: 'soft-closed' })
  closingStore.insert(tx, {
    periodId: input.periodId,
    kind: 'reopened',
    userId: actor.userId,
    reason: input.reason,
    warnings: [],
    seal: null,
  })
  return { state: 'soft-closed' }
}
