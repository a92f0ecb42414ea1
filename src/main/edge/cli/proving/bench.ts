import type { Command } from 'commander'
import { wholeNumber } from '../arguments'
import { textTable } from '../../../../shared/values/text-table'
import type { Terminal } from '../terminal'

interface Options {
  readonly movements: number
  readonly orders: number
  readonly items: number
  readonly window: boolean
  readonly dir?: string
}

export function addBenchCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('bench')
    .description(t('cli.bench.help'))
    .option('--movements <number>', t('cli.bench.movements'), wholeNumber(1000), 1_000_000)
    .option('--orders <number>', t('cli.bench.orders'), wholeNumber(100), 50_000)
    .option('--items <number>', t('cli.bench.items'), wholeNumber(100), 100_000)
    .option('--no-window', t('cli.bench.noWindow'))
    .option('--dir <folder>', t('cli.bench.dir'))
    .action(async (options: Options) => {
      const { measure } = await import('../../bench')
      const progress = terminal.progress(t('cli.bench.progress'))
      const result = await measure({ ...options, onStep: (done, total, name) => progress.at(done, total, name) })
      progress.end()
      terminal.answer(result, () => {
        const columns = [
          { title: t('cli.bench.what') },
          { title: t('cli.bench.ours'), right: true },
          { title: t('cli.bench.floor'), right: true },
          { title: t('cli.bench.ratio'), right: true },
          { title: t('cli.bench.aim'), right: true },
        ]
        const milliseconds = (value: number | null): string => (value === null ? '' : `${value.toFixed(3)} ms`)
        const rows = result.measures.map((measure) => [
          measure.name,
          milliseconds(measure.oursMilliseconds),
          milliseconds(measure.floorMilliseconds),
          measure.ratio === null ? '' : `${measure.ratio.toFixed(2)} x`,
          measure.aim === null ? '' : `${measure.aim.toFixed(1)} x`,
        ])
        return [textTable(columns, rows), ...result.notes].join('\n')
      })
    })
}
