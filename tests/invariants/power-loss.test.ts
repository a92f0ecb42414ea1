import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCompany } from '../../src/main/rooms'
import { bundle } from '../support/bundle'
import { brokenChecks, openTestCompany } from '../support/company'
import { addSupplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

const COMMANDS = 150
const LOSSES = 25
const SECTOR = 512

const hasStrace = spawnSync('strace', ['-V']).status === 0
if (!hasStrace) console.info('skipped: power loss is tried with strace (Debian: apt-get install strace)')

/** What the system saw of the files, in its order. */
type Event =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly file: string; readonly at: number }
  | { readonly kind: 'sync'; readonly file: string }

const decoded = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')

/** Reads lines like `12 pwrite64(23<\x2f\x61>, "\x00\x01", 2, 32) = 2`: every text in hexadecimal, the path as well. */
function eventsOf(trace: string): Event[] {
  const events: Event[] = []
  for (const line of trace.split('\n')) {
    const call = /^\d+ +(\w+)\(\d+<([^>]*)>(.*)\) += (\d+)/.exec(line)
    if (call === null) continue
    const [, name, path = '', rest = '', result = '0'] = call
    const file = decoded(path).toString('utf8')
    if (name === 'fdatasync' || name === 'fsync') events.push({ kind: 'sync', file })
    else if (name === 'ftruncate') events.push({ kind: 'cut', file, at: Number(/(\d+)/.exec(rest)?.[1]) })
    else {
      const [, hex = '', at = '-1'] = /^, "((?:\\x[0-9a-f]{2})*)", \d+(?:, (\d+))?/.exec(rest) ?? []
      const bytes = decoded(hex)
      if (bytes.length !== Number(result)) throw new Error(`a shortened line proves nothing: ${line.slice(0, 120)}`)
      events.push({ kind: 'write', file, at: Number(at), bytes })
    }
  }
  return events
}

/** A stream of numbers from 0 to 1 that is the same every time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * The file as a disk may hold it when the power goes after these events: everything up to its last sync, and of what
 * came later any part, in sectors.
 */
function afterLoss(before: Buffer, events: readonly Event[], file: string, random: () => number): Buffer {
  const own = events.filter((event) => event.file === file)
  const synced = own.findLastIndex((event) => event.kind === 'sync')
  const ends = own.map((event) => (event.kind === 'write' ? event.at + event.bytes.length : 0))
  const content = Buffer.alloc(Math.max(before.length, ...ends))
  before.copy(content)
  let length = before.length
  for (const [index, event] of own.entries()) {
    const reaches = (): boolean => index <= synced || random() < 0.5
    if (event.kind === 'cut' && reaches()) {
      content.fill(0, event.at)
      length = event.at
    } else if (event.kind === 'write') {
      length = Math.max(length, event.at + event.bytes.length)
      for (let from = 0; from < event.bytes.length; from += SECTOR) {
        if (reaches()) event.bytes.copy(content, event.at + from, from, from + SECTOR)
      }
    }
  }
  return content.subarray(0, length)
}

it.skipIf(!hasStrace)(
  'power that goes at any moment leaves every acknowledged command and sound books',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kontor-test-power-'))
    const company = openTestCompany()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 40 },
      { item: supplies.tea, pieces: 40, lotCode: 'L0', expiresOn: '2027-01-31' },
    ])
    const { path } = company
    company.company.close()
    const before = readFileSync(path)

    const [acks, trace, log] = [join(folder, 'acknowledged'), join(folder, 'trace'), `${path}-wal`]
    const files = [path, log, acks].flatMap((file) => ['-P', file])
    const calls = 'trace=write,pwrite64,ftruncate,fsync,fdatasync'
    const program = await bundle('tests/support/busy-engine.ts')
    writeFileSync(acks, '')
    const strace = ['-f', '-y', '-xx', '-s', '200000', '-e', calls, ...files, '-o', trace, process.execPath, program]
    const child = spawn('strace', [...strace, path, 'power'], { stdio: ['ignore', openSync(acks, 'a'), 'inherit'] })
    const ended = new Promise((resolve) => child.once('close', resolve))
    while (readFileSync(acks, 'utf8').split('\n').length <= COMMANDS) await new Promise((next) => setTimeout(next, 50))
    spawnSync('pkill', ['-KILL', '-P', String(child.pid)])
    await ended

    const events = eventsOf(readFileSync(trace, 'utf8'))
    // The log was folded back into the file meanwhile: that moment is among those that are tried.
    expect(events.some(({ kind, file }) => kind === 'write' && file === path)).toBe(true)
    const random = dice(20_260_302)
    const torn = join(folder, 'torn.kontor')
    /** Lets the power go after these events and opens what is left: commands that were acknowledged, and kept. */
    const lose = (past: readonly Event[]) => {
      for (const suffix of ['-shm', '-lock']) rmSync(torn + suffix, { force: true })
      writeFileSync(torn, afterLoss(before, past, path, random))
      writeFileSync(`${torn}-wal`, afterLoss(Buffer.alloc(0), past, log, random))
      const acknowledged = past
        .flatMap((event) => (event.kind === 'write' && event.file === acks ? [event.bytes.toString('utf8')] : []))
        .map((line) => JSON.parse(line) as { key: string; answer: unknown })
      const found = openCompany(torn, { mode: 'write' })
      const kept = new Map(
        found.file.reader
          .all<{ key: string; answer: string }>("SELECT key, answer FROM kernel_answer WHERE key LIKE 'crash-power-%'")
          .map(({ key, answer }) => [key, JSON.parse(answer) as unknown]),
      )
      const broken = brokenChecks(found.file.reader)
      found.close()
      return { acknowledged, kept, broken }
    }
    for (let loss = 1; loss <= LOSSES; loss += 1) {
      const { acknowledged, kept, broken } = lose(events.slice(0, Math.floor(random() * events.length)))
      for (const { key, answer } of acknowledged) expect(kept.get(key), `loss ${loss}, ${key}`).toEqual(answer)
      expect(kept.size - acknowledged.length, `loss ${loss}`).toBeLessThanOrEqual(1)
      expect(broken, `after loss ${loss}`).toEqual([])
    }

    // The proof of the proof: on a disk that never syncs the log, commands are lost.
    const unsynced = events.filter((event) => !(event.kind === 'sync' && event.file === log))
    const { acknowledged, kept } = lose(unsynced)
    expect(acknowledged.length).toBeGreaterThanOrEqual(COMMANDS - 1)
    expect(kept.size).toBeLessThan(acknowledged.length)
    rmSync(folder, { recursive: true, force: true })
    company.reopen()
    company.close()
  },
  300_000,
)
