import { findProfile } from '../../foundation/company'
import type { Check } from '../../kernel/check'
import type { Reader } from '../../kernel/db'
import { listPeriods } from '../../ledgers/accounting'
import { balanceSheet } from './balance-sheet'
import { cashFlow } from './cash-flow'
import { incomeStatement } from './income-statement'
import { statementQueries } from './statement-queries'

/** Months up to the last that holds something; for the others there is nothing to state. */
function monthsInUse(reader: Reader) {
  if (findProfile(reader) === undefined) return []
  const months = listPeriods(reader)
  const last = months.findLastIndex(({ id }) => statementQueries.isMonthInUse(reader, id))
  return months.slice(0, last + 1)
}

/** `differenceOf` answers null for a month of which it has nothing to say yet. */
function statementCheck(
  name: string,
  differenceOf: (reader: Reader, from: string, to: string) => number | null,
): Check {
  return {
    name,
    run(reader) {
      let examined = 0
      for (const { startsOn, endsOn } of monthsInUse(reader)) {
        const difference = differenceOf(reader, startsOn, endsOn)
        if (difference !== null) examined += 1
        if ((difference ?? 0) !== 0) return { ok: false, examined, detail: `${endsOn}: off by ${difference}` }
      }
      return { ok: true, examined, detail: examined === 0 ? 'nothing to examine' : `${examined} months hold` }
    },
  }
}

export const checks: readonly Check[] = [
  statementCheck('statements.assetsEqualClaims', (reader, _from, on) => balanceSheet(reader, { on }).differenceMinor),
  statementCheck('statements.profitIsCarriedOver', (reader, from, to) => {
    const { compareProfitMinor, carriedMinor } = incomeStatement(reader, { from, to })
    return carriedMinor === null ? null : compareProfitMinor - carriedMinor
  }),
  statementCheck('statements.cashFlowEndsInCash', (reader, from, to) => cashFlow(reader, { from, to }).differenceMinor),
]
