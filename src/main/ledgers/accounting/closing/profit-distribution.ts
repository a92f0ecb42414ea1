import { refuse } from '../../../../shared/errors'
import { addDays } from '../../../../shared/values/date'
import { decimalText, multiplyDivide } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { idOfRole } from '../chart/accounts'
import { bookOf } from '../chart/book'
import { bookStore } from '../chart/book-store'
import type { Role } from '../chart/chart'
import { postVoucher, type VoucherAnswer } from '../vouchers/post-voucher'
import { reserveShareMicro } from '../vouchers/settings'
import { closingQueries } from './closing-queries'
import type { MonthEndVoucher } from './month-end'

const MICRO = 1_000_000
const RESERVE = 'accounting.statutoryReserve'

const creditOf = (reader: Reader, role: Role, to: string): number => {
  const balance = closingQueries.balanceOfRole(reader, role, to)
  return (balance?.creditMinor ?? 0) - (balance?.debitMinor ?? 0)
}

/**
 * 提取法定盈余公积: of the profit that the year end carried over, after losses of the years before, until the reserve
 * is half of the paid-in capital (公司法 第二百一十条). A share of zero, by setting, for whoever owes none.
 */
export const statutoryReserve: MonthEndVoucher = {
  key: RESERVE,
  order: 960,
  plan(reader, { periodId, startsOn, endsOn }) {
    const share = reserveShareMicro(reader)
    const [reserve, retained] = [idOfRole(reader, 'statutory-reserve'), idOfRole(reader, 'retained-earnings')]
    if (endsOn.slice(5, 7) !== '12' || reserve === retained) return []
    const carried = closingQueries.creditedBy(reader, 'accounting.yearEnd', periodId, retained)
    const lossesBefore = Math.max(0, 0 - creditOf(reader, 'retained-earnings', addDays(startsOn, -1)))
    const posted = closingQueries.creditedBy(reader, RESERVE, periodId, reserve)
    const wanted = multiplyDivide(Math.max(0, carried - lossesBefore), share, MICRO)
    const capital = creditOf(reader, 'capital', endsOn)
    const held = creditOf(reader, 'statutory-reserve', endsOn) - posted
    const room = capital <= 0 ? wanted : Math.max(0, multiplyDivide(capital, 1, 2) - held)
    const missing = Math.min(wanted, room) - posted
    return missing === 0
      ? []
      : [
          { accountId: retained, debitMinor: missing },
          { accountId: reserve, creditMinor: missing },
        ]
  },
}

/** What of the profits carried over may be given to the owners by a day: what was there then and still is. */
function distributableMinor(reader: Reader, on: string): number {
  const month = bookStore.periodFor(reader, on)
  const then = creditOf(reader, 'retained-earnings', month?.endsOn ?? on)
  return Math.max(0, Math.min(then, creditOf(reader, 'retained-earnings', '9999-12-31')))
}

export function profitToDistribute(reader: Reader, on: string) {
  return { distributableMinor: distributableMinor(reader, on), reserveMicro: reserveShareMicro(reader) }
}

/** 向投资者分配利润: from what is retained to what is owed to the owners. A voucher like others, reversed like others. */
export function distributeProfit(
  tx: Tx,
  actor: Actor,
  input: { distributedOn: string; amountMinor: number; note: string },
): VoucherAnswer {
  const { distributedOn, amountMinor, note } = input
  const available = distributableMinor(tx, distributedOn)
  if (amountMinor > available) {
    refuse('accounting.beyondDistributable', { amount: decimalText(available, currencyDecimalsOf(tx)) }, 'amountMinor')
  }
  const codeOf = (role: Role): string => {
    const account = bookOf(tx).accounts.get(idOfRole(tx, role))
    assert(account !== undefined, `no account plays the role ${role}`)
    return account.code
  }
  return postVoucher(tx, actor, {
    postedOn: distributedOn,
    memo: note,
    attachments: 0,
    lines: [
      { accountCode: codeOf('retained-earnings'), debitMinor: amountMinor, creditMinor: 0 },
      { accountCode: codeOf('profit-payable'), debitMinor: 0, creditMinor: amountMinor },
    ],
  })
}
