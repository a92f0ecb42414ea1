import { spawn } from 'node:child_process'
import { Refusal } from '../../../../shared/errors'
import { troubleOf, type OpenWire, type Wire } from './transport'

const LP_MS = 20_000

/**
 * A print queue of CUPS, fed raw: each write is one job of `lp -o raw`, done when the queue has taken it. Nothing comes
 * back this way, so a printer behind it can only be believed by delivery.
 */
export async function openSpooler({ address }: OpenWire): Promise<Wire> {
  if (address.transport !== 'spooler') throw new Error('not a print queue')
  const { queue } = address
  if (process.platform === 'win32') throw new Refusal('devices.noRawSpooler', { where: queue })
  return {
    write: (bytes) => lp(queue, bytes),
    close: () => Promise.resolve(),
  }
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
