import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { CASH_ENTRY, PAYMENT, reverseCashEntry, reversePayment, reverseTransfer, TRANSFER } from '../../treasury'
import { patternOf } from './confidence'
import { matchStore } from './match-store'
import { requireBankLine } from './propose'
import { ruleStore } from './rule-store'

const REVERSE = {
  [PAYMENT]: reversePayment,
  [CASH_ENTRY]: reverseCashEntry,
  [TRANSFER]: reverseTransfer,
} as const

/**
 * Takes a match back. A document that was made from the bank's line is reversed on `reversedOn`, and what was learned
 * from it is forgotten.
 */
export function undoMatch(tx: Tx, actor: Actor, input: { lineId: number; reversedOn: string }): { done: true } {
  const line = requireBankLine(tx, input.lineId)
  if (line.matchId === null) refuse('banking.lineNotMatched', {}, 'lineId')
  const match = matchStore.findMatch(tx, line.matchId) ?? refuse('banking.lineNotMatched', {}, 'lineId')
  matchStore.undo(tx, match.id)
  const reverse = match.sourceKind === null ? undefined : REVERSE[match.sourceKind as keyof typeof REVERSE]
  if (reverse !== undefined && match.sourceId !== null) {
    reverse(tx, actor, { id: match.sourceId, reversedOn: input.reversedOn, reason: '' })
    ruleStore.weaken(tx, line.amountMinor > 0 ? 'in' : 'out', patternOf(line))
  }
  tx.announce({ kind: 'banking.matchUndone', id: line.id })
  return { done: true }
}
