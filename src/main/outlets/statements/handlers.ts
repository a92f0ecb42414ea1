import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { balanceSheet } from './balance-sheet'
import { cashFlow } from './cash-flow'
import { incomeByDimension } from './income-by-dimension'
import { incomeStatement } from './income-statement'
import { statementTags } from './layout'
import { statementQueries } from './statement-queries'
import { statementPdf } from './statement-paper'

export const handlers: Handlers<typeof contract.statements> = {
  listTags: (reader) => ({ rows: statementTags(reader) }),
  balanceSheet: (reader, _actor, input) => balanceSheet(reader, input),
  incomeStatement: (reader, _actor, input) => incomeStatement(reader, input),
  incomeByDimension: (reader, _actor, input) => incomeByDimension(reader, input),
  cashFlow: (reader, _actor, input) => cashFlow(reader, input),
  cashFlowLines: (reader, _actor, input) => statementQueries.cashLines(reader, input),
  print: (reader, _actor, input) => statementPdf(reader, input),
}
