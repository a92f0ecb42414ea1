import { spawn } from 'node:child_process'
import { Refusal } from '../../../../shared/errors'
import { queueState } from '../printers/system-queue'
import { troubleOf, type OpenWire, type Wire } from './transport'
import { checkWindowsQueue, printOnWindows } from './windows-spooler'

const LP_MS = 20_000

/**
 * A print queue of the system, fed raw: each write is one job, done when the queue has taken it. Nothing comes back this
 * way, so a printer behind it can only be believed by delivery; what the queue knows of it is asked before.
 */
export async function openSpooler({ address }: OpenWire): Promise<Wire> {
  if (address.transport !== 'spooler') throw new Error('not a print queue')
  const { queue } = address
  const isWindows = process.platform === 'win32'
  if (isWindows) await checkWindowsQueue(queue)
  else await checkCupsQueue(queue)
  return {
    write: (bytes) => (isWindows ? printOnWindows(queue, bytes) : lp(queue, bytes)),
    close: () => Promise.resolve(),
  }
}

async function checkCupsQueue(queue: string): Promise<void> {
  const trouble = await queueState(queue)
  if (trouble !== undefined) throw Refusal.of(trouble)
}

function lp(queue: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('lp', ['-d', queue, '-o', 'raw', '-'], { stdio: ['pipe', 'ignore', 'pipe'] })
    let said = ''
    const timer = setTimeout(() => child.kill(), LP_MS)
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(troubleOf(error, queue))
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve()
      else reject(new Refusal('devices.failed', { where: queue, reason: said.trim().slice(0, 200) }))
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}
