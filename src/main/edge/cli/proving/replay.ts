import type { Command } from 'commander'
import { resolve } from 'node:path'
import { businessDate } from '../arguments'
import { documentLines } from '../documents'
import type { Terminal } from '../terminal'

interface Options {
  readonly until?: string
  readonly verify: boolean
}

export function addReplayCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('replay')
    .description(t('cli.replay.help'))
    .argument('<company>', t('cli.argument.newCompany'))
    .argument('<file>', t('cli.replay.file'))
    .option('--until <date>', t('cli.replay.until'), businessDate)
    .option('--no-verify', t('cli.replay.noVerify'))
    .action(async (path: string, file: string, options: Options) => {
      const { replayRetail } = await import('../../replay')
      const progress = terminal.progress(t('cli.replay.progress'))
      const result = await replayRetail(resolve(path), resolve(file), {
        until: options.until,
        verify: options.verify,
        onDay: (done, total, date) => progress.at(done, total, date),
      })
      progress.end()
      if (!result.ok) process.exitCode = 1
      terminal.answer(result, () =>
        [
          t('cli.replay.done', {
            lines: result.lines,
            seconds: String(result.seconds),
            linesPerSecond: result.linesPerSecond,
          }),
          t('cli.replay.sales', { net: result.salesNet, currency: result.currency }),
          ...Object.entries(result.salesByMonth).map(([month, net]) => `  ${month}  ${net.padStart(14)}`),
          ...documentLines(t, result.documents),
          t('cli.replay.rejected', { count: result.rejected }),
          ...result.rejects
            .slice(0, 20)
            .map((reject) => `  ${reject.line}: ${t(`cli.replay.reasons.${reject.reason}`)}`),
          result.ok
            ? t('cli.replay.sound')
            : t('cli.replay.differs', { what: result.differences.slice(0, 5).join('; ') }),
        ].join('\n'),
      )
    })
}
