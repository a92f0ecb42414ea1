/**
 * Bytes sent for a day's work against bytes changed, and time, beside Debian's restic on the same history. Prints the
 * table of docs/performance.md.
 *
 *     node tests/bench/backup-restic.ts [--days 30] [--more 5]
 *
 * Needs `npm run build` before it, and restic. Sent is what a target grows by; processor time is of the child processes.
 */
import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { days: { type: 'string', default: '30' }, more: { type: 'string', default: '5' } },
})
const folder = mkdtempSync(join(tmpdir(), 'kontor-restic-'))
const company = join(folder, 'demo.kontor')
const env = { ...process.env, KONTOR_PASSPHRASE: 'seven quiet herons', RESTIC_PASSWORD: 'seven quiet herons' }
const program = join(import.meta.dirname, '../../out/main/cli.js')
const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')]

/** Runs a program to its end; its seconds on the clock and on the processor. */
function timed(command: string, args: readonly string[]): { clock: number; processor: number } {
  const shell = ['-c', 'time -p "$0" "$@" >/dev/null 2>&1', command, ...args]
  const { status, stderr } = spawnSync('bash', shell, { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`)
  const [real = 0, user = 0, system = 0] = [...stderr.matchAll(/(?:real|user|sys) ([\d.]+)/g)].map(([, text]) =>
    Number(text),
  )
  return { clock: real, processor: user + system }
}
const kontor = (...args: string[]) => timed(process.execPath, [program, ...args])

const sizeOf = (of: string): number =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

/** The file as the database has it, its log written back. */
function pagesOf(path: string): Buffer[] {
  const file = new Database(path)
  file.pragma('wal_checkpoint(TRUNCATE)')
  const bytes = Number(file.pragma('page_size', { simple: true }))
  file.close()
  const content = readFileSync(path)
  return Array.from({ length: content.length / bytes }, (_, at) => content.subarray(at * bytes, (at + 1) * bytes))
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`
const seconds = (sorted: readonly number[]): string => `${sorted[0]?.toFixed(1)} to ${sorted.at(-1)?.toFixed(1)} s`

kontor('demo', company, '--days', values.days)
timed('restic', ['-r', theirs, 'init'])
let before: Buffer[] = []
const times = {
  ours: [] as number[],
  oursProcessor: [] as number[],
  theirs: [] as number[],
  theirsProcessor: [] as number[],
}
console.info('| state | file | pages changed or added | Kontor sent | restic sent | ratio |\n|---|---|---|---|---|---|')
for (let day = 0; day <= Number(values.more); day += 1) {
  if (day > 0) kontor('demo', company, '--days', '1')
  const pages = pagesOf(company)
  const changed = pages
    .filter((page, at) => before[at]?.equals(page) !== true)
    .reduce((sum, page) => sum + page.length, 0)
  before = pages.map((page) => Buffer.from(page))
  const had = [day === 0 ? 0 : sizeOf(ours), sizeOf(theirs)] as const
  const a = kontor('backup', company, '--to', pathToFileURL(ours).href, '--no-clear-up')
  const b = timed('restic', ['-r', theirs, 'backup', company])
  const [sent, theirSent] = [sizeOf(ours) - had[0], sizeOf(theirs) - had[1]]
  times.ours.push(a.clock)
  times.oursProcessor.push(a.processor)
  times.theirs.push(b.clock)
  times.theirsProcessor.push(b.processor)
  const file = pages.reduce((sum, page) => sum + page.length, 0)
  const cells = [day === 0 ? 'first copy' : `day ${day}`, megabytes(file), day === 0 ? 'all' : megabytes(changed)]
  console.info(`| ${[...cells, megabytes(sent), megabytes(theirSent), (sent / theirSent).toFixed(2)].join(' | ')} |`)
}
for (const list of Object.values(times)) list.sort((a, b) => a - b)
console.info(
  `Clock: ${seconds(times.ours)} against ${seconds(times.theirs)}; processor: ` +
    `${seconds(times.oursProcessor)} against ${seconds(times.theirsProcessor)}.`,
)
rmSync(folder, { recursive: true, force: true })
