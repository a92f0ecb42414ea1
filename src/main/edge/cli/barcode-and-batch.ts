import { readFile } from 'node:fs/promises'
import { Option, type Command } from 'commander'
import { Refusal } from '../../../shared/errors'
import { someSeconds } from './arguments'
import type { Terminal } from './terminal'

interface BarcodeOptions {
  readonly mask: readonly string[]
  readonly part: boolean
}

/** Lines are written in one piece once so many wait: a system call for each is most of the time. */
const WRITTEN_LINES = 500

/** One scan a line from standard input, one object a line to standard output. */
export function addBarcodeCommand(program: Command, { t }: Terminal): Command {
  return program
    .command('barcode')
    .description(t('cli.barcode.help'))
    .argument('[company]', t('cli.barcode.company'))
    .option('--mask <layout>', t('cli.barcode.mask'), (mask: string, before: string[]) => [...before, mask], [])
    .option('--part', t('cli.barcode.part'), false)
    .action(async (company: string | undefined, { mask, part }: BarcodeOptions) => {
      const { barcodeLine } = await import('../../../shared/values/barcodes')
      const masks = company === undefined ? mask : [...mask, ...(await masksOf(company))]
      // The standard judges a code by itself; the screens of a company take what may be one of several on a thing.
      const isPart = part || company !== undefined
      let waiting: string[] = []
      const write = (): void => {
        if (waiting.length > 0) process.stdout.write(waiting.join(''))
        waiting = []
      }
      // Whoever sends one line and waits for its answer gets it when nothing more is there to read.
      for await (const lines of inputLines()) {
        for (const line of lines) {
          waiting.push(`${JSON.stringify(barcodeLine(line, { masks, isPart }))}\n`)
          if (waiting.length >= WRITTEN_LINES) write()
        }
        write()
      }
    })
}

/** The layouts that a company has set for its own codes. */
async function masksOf(path: string): Promise<string[]> {
  const { openCompany } = await import('../../rooms')
  const { commandLineActor } = await import('../../foundation/access')
  const opened = openCompany(path, { mode: 'read' })
  try {
    const { rows } = opened.dispatcher.call(commandLineActor(), 'items.listMasks', {}) as { rows: { mask: string }[] }
    return rows.map(({ mask }) => mask)
  } finally {
    opened.close()
  }
}

/** All whole lines of each piece that was read. Only line feeds end a line: a scan may hold any other sign. */
async function* inputLines(): AsyncGenerator<string[]> {
  let rest = ''
  process.stdin.setEncoding('utf8')
  for await (const piece of process.stdin as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield lines.map((line) => line.replace(/\r$/, ''))
  }
  if (rest !== '') yield [rest]
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
    .option('--seconds <number>', t('cli.batch.seconds'), someSeconds, 10)
    .addOption(
      new Option('--routing <policy>', t('cli.batch.routing'))
        .choices(['optimal', 's-shape', 'largest-gap'])
        .default('optimal'),
    )
    .action(async (path: string, options: BatchOptions) => {
      const { OrderExceedsCapacity, solveInstance } = await import('../../operations/routing')
      const instance = await readInstance(path)
      let solved: ReturnType<typeof solveInstance>
      try {
        solved = solveInstance(instance, options)
      } catch (error) {
        if (error instanceof OrderExceedsCapacity) {
          const { units, capacity } = error
          throw new Refusal('batch.orderTooBig', { order: Number(error.orderId), units, capacity })
        }
        if (error instanceof RangeError)
          throw new Refusal('batch.cannotBeWalked', { file: path, reason: error.message })
        throw error
      }
      terminal.answer(solved, () =>
        [
          t('cli.batch.done', { batches: solved.batches.length, length: String(solved.length) }),
          ...solved.batches.map((orders, index) => `  ${index + 1}: ${orders.join(' ')}`),
        ].join('\n'),
      )
    })
}

/** The object a file holds, or the first line of one that holds an object on every line. */
async function readInstance(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Refusal('batch.fileUnreadable', { file: path, reason: String((error as { code?: unknown }).code) })
  })
  const whole = text.replace(/^\uFEFF/, '').trim()
  for (const part of [whole, whole.split('\n', 1)[0] ?? '']) {
    try {
      return JSON.parse(part) as unknown
    } catch {
      // The next reading, else the refusal below.
    }
  }
  throw new Refusal('batch.notAnInstance', { file: path })
}
