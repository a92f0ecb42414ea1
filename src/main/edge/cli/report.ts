import { Argument, type Command } from 'commander'
import type { ReportName } from '../../outlets/reports'
import { businessDate } from './arguments'
import { withReader } from './company'
import type { Terminal } from './terminal'

// As in outlets/reports, which is loaded only when a report is asked for.
const REPORTS: readonly ReportName[] = [
  'trial-balance',
  'balance-sheet',
  'income-statement',
  'cash-flow',
  'ledger',
  'aging',
  'stock-on-hand',
  'receivables',
  'payables',
  'sales-by-month',
]

interface Options {
  readonly asOf?: string
  readonly from?: string
  readonly to?: string
  readonly account?: string
}

export function addReportCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('report')
    .description(t('cli.report.help'))
    .argument('<company>', t('cli.argument.company'))
    .addArgument(new Argument('<report>', t('cli.report.name')).choices(REPORTS))
    .option('--as-of <date>', t('cli.report.asOf'), businessDate)
    .option('--from <date>', t('cli.report.from'), businessDate)
    .option('--to <date>', t('cli.report.to'), businessDate)
    .option('--account <code>', t('cli.report.account'))
    .action(async (path: string, name: ReportName, { asOf, from, to, account }: Options) => {
      const { buildReport, textReport } = await import('../../outlets/reports')
      const report = await withReader(path, ({ company, call }) =>
        company.file.snapshot(() => buildReport(call, name, { asOf: asOf ?? to, from, account })),
      )
      terminal.answer(report, () => textReport(report, terminal.language))
    })
}
