import { resources } from '../../../shared/i18n'
import { refuse } from '../../../shared/errors'
import { companyProfile } from '../../foundation/company'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { postJournal } from '../../ledgers/accounting'
import { monthOf, vouchersOf } from './cockpit'
import type { ClosingParts } from './handlers'

/**
 * Posts what is missing at the end of a month: one voucher, or all of them in their order, each planned anew after the
 * ones before it are posted.
 */
export function postMonthEnd(
  tx: Tx,
  actor: Actor,
  parts: ClosingParts,
  input: { periodId: number; key?: string | undefined },
): { posted: number } {
  const month = monthOf(tx, input.periodId)
  const wanted = parts.vouchers.filter(({ key }) => input.key === undefined || key === input.key)
  if (wanted.length === 0) refuse('closing.voucherUnknown', {})
  let posted = 0
  for (const voucher of wanted) {
    const lines = voucher.plan(tx, month)
    if (lines.length === 0) continue
    if (voucher.post === undefined) {
      postJournal(tx, actor, {
        postedOn: month.endsOn,
        memo: memoOf(tx, voucher.key),
        source: { kind: voucher.key, id: input.periodId },
        lines,
      })
    } else voucher.post(tx, actor, month)
    posted += 1
  }
  tx.announce({ kind: 'closing.monthEndPosted', id: input.periodId })
  return { posted }
}

/** The voucher's name in the language of the company: what a bookkeeper would write. */
function memoOf(reader: Reader, key: string): string {
  const { vouchers } = resources[companyProfile(reader).locale].translation.closing
  const [room = '', what = ''] = key.split('.')
  return (vouchers as Readonly<Record<string, Readonly<Record<string, string>>>>)[room]?.[what] ?? key
}

export function missingVouchers(reader: Reader, parts: ClosingParts, periodId: number): number {
  return vouchersOf(reader, parts, monthOf(reader, periodId)).filter(({ state }) => state === 'missing').length
}
