import { Option, type Command } from 'commander'
import { resolve } from 'node:path'
import { wholeNumber } from '../arguments'
import { documentLines } from '../documents'
import { describeSignIns } from '../sign-ins'
import type { Terminal } from '../terminal'

interface Options {
  readonly days: number
  readonly seed?: number
  readonly pack?: 'cn-sbe' | 'generic'
}

export function addDemoCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('demo')
    .description(t('cli.demo.help'))
    .argument('<company>', t('cli.argument.company'))
    .option('--days <number>', t('cli.demo.days'), wholeNumber(0), 30)
    .option('--seed <number>', t('cli.demo.seed'), wholeNumber(0))
    .addOption(new Option('--pack <pack>', t('cli.demo.pack')).choices(['cn-sbe', 'generic']))
    .action(async (path: string, options: Options) => {
      const { createDemo, DEMO_SIGN_INS } = await import('../../demo')
      const progress = terminal.progress(t('cli.demo.progress'))
      const result = await createDemo(resolve(path), {
        days: options.days,
        ...(options.seed === undefined ? {} : { seed: options.seed }),
        ...(options.pack === undefined ? {} : { pack: options.pack }),
        onDay: (done, total, date) => progress.at(done, total, date),
      })
      progress.end()
      terminal.answer(result, () => {
        return [
          t('cli.demo.done', { days: result.days, scans: result.scans, seconds: String(result.seconds) }),
          ...documentLines(t, result.documents),
          describeSignIns(t, DEMO_SIGN_INS),
        ].join('\n')
      })
    })
}
