import type { Command } from 'commander'
import { formatCount } from '../../../../shared/values/format'
import { withReader } from '../company'
import { textTable } from '../../../../shared/values/text-table'
import type { Terminal } from '../terminal'

export function addVerifyCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('verify')
    .description(t('cli.verify.help'))
    .argument('<company>', t('cli.argument.company'))
    .action(async (path: string) => {
      const [{ runChecks }, { checks }] = await Promise.all([
        import('../../../outlets/reports'),
        import('../../../rooms'),
      ])
      const result = await withReader(path, ({ company }) => {
        const progress = terminal.progress(t('cli.verify.progress'))
        const verified = company.file.snapshot((reader) => runChecks(reader, checks, progress.at))
        progress.end()
        return verified
      })
      if (!result.ok) process.exitCode = 1
      terminal.answer(result, () => {
        const rows = result.checks.map((check) => [
          check.ok ? '✓' : '✗',
          check.name,
          formatCount(check.examined),
          check.detail,
        ])
        const columns = [
          { title: '' },
          { title: t('cli.verify.check') },
          { title: t('cli.verify.examined'), right: true },
          { title: t('cli.verify.detail') },
        ]
        return `${textTable(columns, rows)}\n\n${result.ok ? t('cli.verify.sound') : t('cli.verify.broken')}`
      })
    })
}
