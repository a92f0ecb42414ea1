import { createReadStream, existsSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { refuse } from '../../../shared/errors'
import { COLUMNS, readRetailLine, type RawLine, type Reject, type RetailLine } from './retail-line'

/** One day of the file: its lines in order. */
export interface RetailDay {
  readonly date: string
  readonly lines: readonly RetailLine[]
}

/** The lines of the file one by one, never all of it in memory. */
export async function* retailLines(path: string): AsyncGenerator<RetailLine | Reject> {
  if (!existsSync(path)) refuse('replay.fileMissing', { file: path })
  const source = createReadStream(path)
  const parser = parse({
    bom: true,
    columns: headerOf,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const fail = (error: Error): void => void parser.destroy(error)
  source.on('error', fail)
  if (path.endsWith('.gz')) source.pipe(createGunzip().on('error', fail)).pipe(parser)
  else source.pipe(parser)
  let line = 1
  try {
    for await (const raw of parser) {
      line += 1
      yield readRetailLine(raw as RawLine, line)
    }
  } finally {
    source.destroy()
  }
}

function headerOf(names: string[]): string[] {
  const trimmed = names.map((name) => name.trim())
  if (COLUMNS.some((column) => !trimmed.includes(column))) {
    refuse('replay.columnsMissing', { columns: COLUMNS.filter((column) => !trimmed.includes(column)).join(', ') })
  }
  return trimmed
}

/** The file day by day; what is not understood goes to `onReject`. Stops after the day `until`. */
export async function* retailDays(
  path: string,
  until: string | undefined,
  onReject: (reject: Reject) => void,
): AsyncGenerator<RetailDay> {
  let date = ''
  let lines: RetailLine[] = []
  for await (const line of retailLines(path)) {
    if ('reason' in line) {
      onReject(line)
      continue
    }
    if (line.date !== date) {
      if (lines.length > 0) yield { date, lines }
      date = line.date
      lines = []
      if (until !== undefined && date > until) return
    }
    lines.push(line)
  }
  if (lines.length > 0) yield { date, lines }
}
