import type { Command } from 'commander'
import { resolve } from 'node:path'
import { formatCount } from '../../../../shared/values/format'
import type { Terminal } from '../terminal'

export function addSalvageCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('salvage')
    .description(t('cli.salvage.help'))
    .argument('<company>', t('cli.argument.company'))
    .requiredOption('--to <company>', t('cli.argument.newCompany'))
    .action(async (path: string, { to }: { readonly to: string }) => {
      const { salvageCompany } = await import('../../damage')
      const result = salvageCompany(resolve(path), resolve(to))
      if (result.lost.length > 0 || result.broken.length > 0) process.exitCode = 1
      terminal.answer(result, () =>
        [
          t('cli.salvage.done', { rows: result.rows, file: result.path }),
          ...result.lost.map(({ table, lost, isGone }) =>
            isGone
              ? t('cli.salvage.gone', { table })
              : t('cli.salvage.lost', {
                  table,
                  ranges: lost.map(({ from, to: end }) => (from === end ? from : `${from}–${end}`)).join(', '),
                  count: formatCount(lost.reduce((sum, range) => sum + range.to - range.from + 1, 0)),
                }),
          ),
          ...result.broken.map((line) => `✗ ${line}`),
        ].join('\n'),
      )
    })
}
