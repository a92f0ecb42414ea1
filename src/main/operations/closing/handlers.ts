import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import type { ClosingCheck, MonthEndVoucher } from '../../ledgers/accounting'
import { closeMonth, reopenMonth, setSoftClosed } from './close-month'
import { cockpitOf, listMonths } from './cockpit'
import { postMonthEnd } from './post-month-end'

/** What the rooms bring to the end of a month, in the order in which it is shown. */
export interface ClosingParts {
  readonly checks: readonly ClosingCheck[]
  readonly vouchers: readonly MonthEndVoucher[]
}

export function handlersOf(brought: ClosingParts): Handlers<typeof contract.closing> {
  const parts = { checks: brought.checks, vouchers: brought.vouchers.toSorted((a, b) => a.order - b.order) }
  return {
    listMonths: (reader) => ({ rows: listMonths(reader) }),
    cockpit: (reader, _actor, input) => cockpitOf(reader, parts, input.periodId),
    postMonthEnd: (tx, actor, input) => postMonthEnd(tx, actor, parts, input),
    setSoftClosed: (tx, actor, input) => setSoftClosed(tx, actor, input),
    closeMonth: (tx, actor, input) => closeMonth(tx, actor, parts, input),
    reopenMonth: (tx, actor, input) => reopenMonth(tx, actor, input),
  }
}
