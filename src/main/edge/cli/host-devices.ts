import { createORPCClient } from '@orpc/client'
import { RPCLink, type SupportedMessagePort } from '@orpc/client/message-port'
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { log } from '../../kernel/log'
import type { Company } from '../../rooms'
import { StationAgent, type DevicesClient } from '../station'

const AGAIN_MS = 1000
const LONGEST_MS = 30_000
/** A process that lived so long was well: the next one may start at once. */
const WELL_MS = 60_000

/** The devices of the computer that hosts a company, in a process of their own, which is started anew where it dies. */
export function driveDevices(company: Company, script: URL, station: string): { stop(): void } {
  let isOver = false
  let stop = (): void => undefined
  let wait = AGAIN_MS
  const start = (): void => {
    const begun = Date.now()
    const child = fork(fileURLToPath(script), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const port = {
      postMessage: (message: unknown) => void (child.connected && child.send(message as object)),
      on: (event: string, listener: (message?: { data: unknown }) => void) => {
        if (event === 'message') child.on('message', (data) => listener({ data }))
        else child.on('disconnect', () => listener())
      },
    } as unknown as SupportedMessagePort
    const client: DevicesClient = createORPCClient(new RPCLink({ port }))
    const agent = new StationAgent(company, client, station)
    let timer: ReturnType<typeof setTimeout> | undefined
    child.once('error', (error) => log.error({ err: error }, 'the devices process could not be started'))
    child.once('exit', () => {
      agent.stop()
      if (isOver) return
      wait = Date.now() - begun > WELL_MS ? AGAIN_MS : Math.min(wait * 2, LONGEST_MS)
      timer = setTimeout(start, wait)
      timer.unref()
    })
    stop = () => {
      clearTimeout(timer)
      agent.stop()
      if (child.connected) child.disconnect()
    }
  }
  start()
  return {
    stop() {
      isOver = true
      stop()
    },
  }
}
