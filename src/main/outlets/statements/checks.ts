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

function statementCheck(name: string, differenceOf: (reader: Reader, from: string, to: string) => number): Check {
  return {
    name,
    run(reader) {
      const months = monthsInUse(reader)
      for (const { startsOn, endsOn } of months) {
        const difference = differenceOf(reader, startsOn, endsOn)
        if (difference !== 0) return { ok: false, examined: months.length, detail: `${endsOn}: off by ${difference}` }
      }
      const { length } = months
      return { ok: true, examined: length, detail: length === 0 ? 'nothing to examine' : `${length} months hold` }
    },
  }
}

export const checks: readonly Check[] = [
  statementCheck('statements.assetsEqualClaims', (reader, _from, on) => balanceSheet(reader, { on }).differenceMinor),
  statementCheck('statements.profitIsCarriedOver', (reader, from, to) => {
    const { compareProfitMinor, carriedMinor } = incomeStatement(reader, { from, to })
    return carriedMinor === null ? 0 : compareProfitMinor - carriedMinor
  }),
  statementCheck('statements.cashFlowEndsInCash', (reader, from, to) => cashFlow(reader, { from, to }).differenceMinor),
]
