import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { devicesRouter, Hub } from './edge/devices'

type Port = SupportedMessagePort & { start?(): void }
interface ParentPort {
  on(event: 'message', listener: (message: { ports: Port[] }) => void): void
}

// A process of its own: a native crash or a hung port never touches the data.
const parent = (process as unknown as { parentPort?: ParentPort }).parentPort
const hub = new Hub()
const handler = new RPCHandler(devicesRouter(hub))

if (parent !== undefined) {
  // Each window, and the engine, gets a port of its own.
  parent.on('message', ({ ports }) => {
    const [port] = ports
    if (port === undefined) return
    handler.upgrade(port)
    port.start?.()
  })
} else {
  // Under plain Node (the host without a window, tests) the one who started it is the only client.
  handler.upgrade({
    postMessage: (message: unknown) => process.send?.(message),
    on: (event: string, listener: (message?: { data: unknown }) => void) => {
      if (event === 'message') process.on('message', (data) => listener({ data }))
      else process.on('disconnect', () => listener())
    },
  } as unknown as SupportedMessagePort)
  process.on('disconnect', () => process.exit(0))
}
