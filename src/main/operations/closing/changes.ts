import type { Reader } from '../../kernel/db'
import { accountNamesByCode } from '../../ledgers/accounting'

/** Debit and credit by account code. */
export type Turnover = Readonly<Record<string, readonly [number, number]>>

/** Accounts whose turnover differs between two closings of the same month. */
export function changesBetween(reader: Reader, before: Turnover, after: Turnover) {
  const nameOf = accountNamesByCode(reader)
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return codes.flatMap((code) => {
    const [debitBefore, creditBefore] = before[code] ?? [0, 0]
    const [debit, credit] = after[code] ?? [0, 0]
    if (debit === debitBefore && credit === creditBefore) return []
    return [
      {
        accountCode: code,
        accountName: nameOf(code),
        debitMinor: debit - debitBefore,
        creditMinor: credit - creditBefore,
      },
    ]
  })
}
