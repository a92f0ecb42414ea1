/** The queues of the system: CUPS by its own commands on Linux and macOS, the spooler of Windows by PowerShell. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrintOutcome } from '../../../../shared/devices/device'
import { Refusal, type RefusalData } from '../../../../shared/errors'
import { windowsPrint, windowsState } from './windows-queue'

const COMMAND_MS = 20_000
/** How long a sheet may take before nobody knows what became of it. */
const JOB_MS = 120_000
const ASK_AGAIN_MS = 400

/** What `lp` calls the forms; A4 is what the queue is set to. */
const MEDIA: Readonly<Record<string, string>> = {
  A4: 'A4',
  '241x280': 'Custom.241x279mm',
  '241x140': 'Custom.241x140mm',
  '241x93': 'Custom.241x93mm',
}

interface QueueJob {
  readonly title: string
  readonly bytes: Uint8Array
  readonly sheet: string | undefined
}

export async function printByQueue(queue: string, job: QueueJob): Promise<PrintOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-print-'))
  const file = join(folder, 'page.pdf')
  try {
    await writeFile(file, job.bytes, { mode: 0o600 })
    return process.platform === 'win32' ? await windowsPrint(queue, file, run) : await cupsPrint(queue, file, job)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function cupsPrint(queue: string, file: string, { title, sheet }: QueueJob): Promise<PrintOutcome> {
  const media = sheet === undefined ? [] : ['-o', `media=${MEDIA[sheet] ?? sheet}`]
  // What was drawn for its place in millimetres is not to be fitted into a margin.
  const options = [...media, '-o', 'print-scaling=none']
  let taken: Said
  try {
    taken = await run('lp', ['-d', queue, '-t', title, ...options, file])
  } catch (error) {
    return { kind: 'not-sent', trouble: refusalOf(error, queue) }
  }
  if (taken.code !== 0) return { kind: 'not-sent', trouble: failed(queue, taken.err).toData() }
  const job = /request id is (\S+)/.exec(taken.out)?.[1]
  if (job === undefined) return { kind: 'confirmed' }
  return untilPrinted(queue, job)
}

/** The queue has forgotten a job that is printed. One that is held up stays in it, with the queue's own reason. */
async function untilPrinted(queue: string, job: string): Promise<PrintOutcome> {
  const until = performance.now() + JOB_MS
  for (;;) {
    const { out, code } = await run('lpstat', ['-W', 'not-completed', '-o', queue]).catch(() => ({ out: '', code: 1 }))
    if (code === 0 && !out.split('\n').some((line) => line.split(/\s+/)[0] === job)) return { kind: 'confirmed' }
    if (performance.now() > until) {
      const trouble = await queueState(queue).catch((error: unknown) => refusalOf(error, queue))
      return { kind: 'unknown', trouble: trouble ?? new Refusal('devices.printerBusy', { where: queue }).toData() }
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
  }
}

/** What is in the way of the queue; undefined where nothing is. Refuses where there is no such queue. */
export async function queueState(queue: string): Promise<RefusalData | undefined> {
  if (process.platform === 'win32') return windowsState(queue, run)
  const { out, err, code } = await run('lpstat', ['-l', '-p', queue]).catch((error: unknown) => {
    throw Refusal.of(refusalOf(error, queue))
  })
  if (code !== 0) throw failed(queue, err)
  if (/disabled|stopped|not accepting/i.test(out)) {
    const reason = /(?:Unable|paused|Paused|reason).*/.exec(out)?.[0] ?? ''
    return new Refusal('devices.queueStopped', { where: queue, reason: reason.trim().slice(0, 200) }).toData()
  }
  if (/media-(empty|needed)/.test(out)) return new Refusal('devices.paperFault', { where: queue }).toData()
  if (/media-jam/.test(out)) return new Refusal('devices.jamFault', { where: queue }).toData()
  if (/(cover|door)-open/.test(out)) return new Refusal('devices.coverOpenFault', { where: queue }).toData()
  if (/offline-report|connecting-to-device/.test(out)) {
    return new Refusal('devices.offlineFault', { where: queue }).toData()
  }
  return undefined
}

export interface Said {
  readonly out: string
  readonly err: string
  readonly code: number
}
export type Run = typeof run

function run(command: string, args: readonly string[]): Promise<Said> {
  return new Promise((resolve, reject) => {
    // Its answers are read, so they are asked for in one language.
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    })
    const [out, err]: Buffer[][] = [[], []]
    const timer = setTimeout(() => child.kill(), COMMAND_MS)
    child.stdout.on('data', (part: Buffer) => out?.push(part))
    child.stderr.on('data', (part: Buffer) => err?.push(part))
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ out: Buffer.concat(out ?? []).toString(), err: Buffer.concat(err ?? []).toString(), code: code ?? 1 })
    })
  })
}

function failed(queue: string, said: string): Refusal {
  const reason = said.trim().slice(0, 200)
  if (/Invalid destination|does not exist|unknown destination|not found/i.test(reason)) {
    return new Refusal('devices.queueUnknown', { where: queue })
  }
  return new Refusal('devices.failed', { where: queue, reason })
}

function refusalOf(error: unknown, queue: string): RefusalData {
  if (error instanceof Refusal) return error.toData()
  const { code } = (error ?? {}) as { code?: string }
  if (code === 'ENOENT') return new Refusal('devices.noPrintSystem', { where: queue }).toData()
  return new Refusal('devices.failed', { where: queue, reason: String(error).slice(0, 200) }).toData()
}
