import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Argument, Option, type Command } from 'commander'
import { withReader } from './company'
import type { Terminal } from './terminal'
import { Refusal } from '../../../shared/errors'
import { commandLineActor } from '../../foundation/access'
import { openCompany } from '../../rooms'

interface Options {
  readonly format: 'hledger' | 'csv'
  readonly out?: string
}

export function addExportCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('export')
    .description(t('cli.export.help'))
    .argument('<company>', t('cli.argument.company'))
    .addArgument(new Argument('<what>', t('cli.export.what')).choices(['journal', 'everything']))
    .addOption(new Option('--format <format>', t('cli.export.format')).choices(['hledger', 'csv']).default('hledger'))
    .option('--out <file>', t('cli.export.out'))
    .action(async (path: string, what: string, { format, out }: Options) => {
      if (what === 'everything') {
        const { exportEverything } = await import('../damage')
        const left = await exportEverything(resolve(path), resolve(out ?? `${path}.export`))
        keepInTrail(path, { what, format: 'folder', rows: left.rows }, terminal)
        terminal.answer({ what, ...left }, () => t('cli.export.everything', { ...left }))
        return
      }
      const { exportJournal } = await import('../../outlets/exchange')
      await withReader(path, async ({ company }) => {
        const pieces = exportJournal(company.file.reader, format)
        if (out !== undefined) {
          await writeFile(out, pieces)
          terminal.answer({ what, format, file: out }, () => t('cli.export.written', { file: out }))
        } else if (terminal.json) terminal.answer({ what, format, text: [...pieces].join('') }, () => '')
        else await pipeline(Readable.from(pieces), process.stdout, { end: false })
      })
      keepInTrail(path, { what, format, rows: 0 }, terminal)
    })
}

/** What left stands in the trail of the company. Where another program writes the company now, the person is told. */
export function keepInTrail(
  path: string,
  taken: { readonly what: string; readonly format: string; readonly rows: number },
  terminal: Terminal,
): void {
  try {
    const company = openCompany(resolve(path), { mode: 'write' })
    try {
      const idempotencyKey = randomUUID()
      const input = { ...taken, about: '', idempotencyKey }
      company.dispatcher.call(commandLineActor('command line'), 'audit.recordExport', input)
    } finally {
      company.close()
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    terminal.say(terminal.t('cli.export.notInTrail'))
  }
}
