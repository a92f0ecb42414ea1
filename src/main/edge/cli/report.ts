import { Argument, type Command } from 'commander'
import { businessDate } from './arguments'
import { withReader } from './company'
import type { Terminal } from './terminal'

const REPORTS = ['trial-balance', 'stock-on-hand', 'receivables', 'payables', 'sales-by-month'] as const

export function addReportCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('report')
    .description(t('cli.report.help'))
    .argument('<company>', t('cli.argument.company'))
    .addArgument(new Argument('<report>', t('cli.report.name')).choices(REPORTS))
    .option('--as-of <date>', t('cli.report.asOf'), businessDate)
    .action(async (path: string, name: (typeof REPORTS)[number], options: { readonly asOf?: string }) => {
      const { buildReport, textReport } = await import('../../outlets/reports')
      const report = await withReader(path, ({ company }) => buildReport(company.file.reader, name, options))
      terminal.answer(report, () => textReport(report, terminal.language))
    })
}
