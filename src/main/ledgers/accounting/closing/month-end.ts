import type { BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { AccountLine, JournalLine } from '../journal/post-journal'

/** A month that is about to be closed. */
export interface ClosingMonth {
  readonly periodId: number
  readonly startsOn: BusinessDate
  readonly endsOn: BusinessDate
}

/** One document that stands in the way. */
export interface ClosingFinding {
  /** Kind of the document or page that opens it; null where only words can tell. */
  readonly kind: string | null
  readonly id: number | null
  /** Its number or name, for people. */
  readonly label: string
  readonly on: BusinessDate | null
  readonly amountMinor: number | null
}

/** How many documents a check names; it counts all of them. */
export const FINDINGS_SHOWN = 20

/**
 * One question that is asked before a month is closed. A room brings its own in `closingChecks` of its front door and
 * `rooms.ts` hands them to the cockpit, in the order in which they are shown.
 */
export interface ClosingCheck {
  /** `<room>.<what is open>`; its words stand in i18n under `closing.checks.<room>.<what is open>` (title, mend). */
  readonly key: string
  /** `blocks`: the month can't be closed; `warns`: it can, and that it was closed all the same is logged. */
  readonly severity: 'blocks' | 'warns'
  /** Kind of the page on which it is mended. */
  readonly page: string
  /** False where it says nothing to this company, and so is not shown to it. */
  applies?(reader: Reader): boolean
  /** At most `FINDINGS_SHOWN` of the `count` documents, the most telling first. */
  find(reader: Reader, month: ClosingMonth): { readonly count: number; readonly findings: readonly ClosingFinding[] }
}

/**
 * A voucher that belongs to the end of a month. A room brings its own in `monthEndVouchers` of its front door. The cockpit
 * posts what `plan` finds missing with the source `{kind: key, id: periodId}` on the last day of the month.
 */
export interface MonthEndVoucher {
  /** `<room>.<what>`, also the kind of its entries' source; words: `closing.vouchers.<room>.<what>` and `app.kinds`. */
  readonly key: string
  /** VAT 100, surcharges 200, revaluation 300, depreciation 400, amortisation 500, income tax 600, profit and loss 900. */
  readonly order: number
  /** False where it says nothing to this company, and so is not shown to it. */
  applies?(reader: Reader): boolean
  /** The lines that are still missing to be right: after posting them it answers none. So it may be asked at any time. */
  plan(reader: Reader, month: ClosingMonth): readonly (JournalLine | AccountLine)[]
  /** Where posting needs more than an entry: a run of depreciation, a revaluation with its reversal. */
  post?(tx: Tx, actor: Actor, month: ClosingMonth): void
}
