import type { Command } from 'commander'
import { writeFile } from 'node:fs/promises'
import { withReader } from '../company'
import { keepInTrail } from '../export'
import type { Terminal } from '../terminal'

export function addSupportCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('support')
    .description(t('cli.support.help'))
    .argument('<company>', t('cli.argument.company'))
    .option('--out <file>', t('cli.export.out'))
    .action(async (path: string, { out }: { readonly out?: string }) => {
      const { supportText } = await import('../../support')
      const text = await withReader(path, ({ call }) => {
        const { text: facts, hidden } = call('health.supportFacts', {}) as { text: string; hidden: readonly string[] }
        return supportText({ program: 'kontor', facts, hidden, logLines: [], backups: [] })
      })
      keepInTrail(path, { what: 'support', format: 'text', rows: 0 }, terminal)
      if (out === undefined) terminal.answer({ text }, () => text)
      else {
        await writeFile(out, text)
        terminal.answer({ file: out }, () => t('cli.export.written', { file: out }))
      }
    })
}
