import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Option, type Command } from 'commander'
import { wholeNumber } from './arguments'
import type { Terminal } from './terminal'

/** One scan a line from standard input, one object a line to standard output. */
export function addBarcodeCommand(program: Command, { t }: Terminal): Command {
  return program
    .command('barcode')
    .description(t('cli.barcode.help'))
    .action(async () => {
      const { barcodeLine } = await import('../../../shared/values/barcodes')
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        process.stdout.write(`${JSON.stringify(barcodeLine(line))}\n`)
      }
    })
}

interface BatchOptions {
  readonly seconds: number
  readonly routing: 'optimal' | 's-shape' | 'largest-gap'
}

/** Forms batches for one written instance of the order batching problem. */
export function addBatchCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('batch')
    .description(t('cli.batch.help'))
    .argument('<instance>', t('cli.batch.instance'))
    .option('--seconds <number>', t('cli.batch.seconds'), wholeNumber(1), 10)
    .addOption(
      new Option('--routing <policy>', t('cli.batch.routing'))
        .choices(['optimal', 's-shape', 'largest-gap'])
        .default('optimal'),
    )
    .action(async (path: string, options: BatchOptions) => {
      const { solveInstance } = await import('../../operations/routing')
      const text = await readFile(path, 'utf8')
      const instance: unknown = JSON.parse(text.split('\n', 1)[0] ?? '')
      const solved = solveInstance(instance, options)
      terminal.answer(solved, () =>
        [
          t('cli.batch.done', { batches: solved.batches.length, length: String(solved.length) }),
          ...solved.batches.map((orders, index) => `  ${index + 1}: ${orders.join(' ')}`),
        ].join('\n'),
      )
    })
}
