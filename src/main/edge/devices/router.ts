import { randomUUID } from 'node:crypto'
import { implement, ORPCError, type AnyRouter } from '@orpc/server'
import { devicesContract } from '../../../shared/devices/contract'
import type { DeviceEvent } from '../../../shared/devices/device'
import { Refusal } from '../../../shared/errors'
import { log } from '../../kernel/log'
import { diagnostics } from './diagnostics'
import { findDevices } from './find'
import type { Hub } from './hub'
import { listenTo } from './listen'
import { askPrinter, calibration } from './printer-setup'
import { openWire } from './transports'
import { jobBytes, sheetOf } from './printers/job-bytes'

const done = { done: true } as const

/** The devices process behind its port. */
export function devicesRouter(hub: Hub): AnyRouter {
  const os = implement(devicesContract).use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      if (error instanceof Refusal)
        throw new ORPCError('REFUSED', { status: 422, message: error.code, data: error.toData() })
      log.error({ err: error }, 'a failure in the devices process')
      throw error
    }
  })
  return os.router({
    find: os.find.handler(() => findDevices()),
    use: os.use.handler(async ({ input }) => {
      await hub.use(input.devices)
      return done
    }),
    states: os.states.handler(() => hub.states()),
    watch: os.watch.handler(({ signal }) => watch(hub, signal)),
    command: os.command.handler(async ({ input }) => {
      await hub.driver(input.deviceId).command(input.command)
      return done
    }),
    print: os.print.handler(({ input }) =>
      hub.driver(input.deviceId).print(input.jobId, Buffer.from(input.bytes, 'base64')),
    ),
    printJob: os.printJob.handler(({ input }) =>
      hub
        .driver(input.deviceId)
        .print(input.jobId, jobBytes(hub.device(input.deviceId), input), sheetOf(input.content)),
    ),
    askPrinter: os.askPrinter.handler(({ input }) => askPrinter(input.address)),
    calibrate: os.calibrate.handler(({ input }) => {
      const { profile } = hub.device(input.deviceId)
      if (profile.role !== 'printer') throw new Refusal('devices.cannotDoThat', {})
      return hub.driver(input.deviceId).print(`calibrate-${randomUUID()}`, calibration(profile.language))
    }),
    listen: os.listen.handler(({ input }) => listenTo(input.address, input.milliseconds)),
    watchBytes: os.watchBytes.handler(({ input }) => {
      hub.driver(input.deviceId).watchBytes(input.isOn)
      return done
    }),
    tryOut: os.tryOut.handler(async ({ input }) => {
      const wire = await openWire({ ...input, settings: {} }, { onData: () => undefined, onGone: () => undefined })
      await wire.close()
      return done
    }),
    diagnostics: os.diagnostics.handler(async () => ({ text: await diagnostics(hub) })),
  }) as AnyRouter
}

/** Every event from now on, the present states first, until the client leaves. */
async function* watch(hub: Hub, signal: AbortSignal | undefined): AsyncGenerator<DeviceEvent> {
  const waiting: DeviceEvent[] = hub.states().map((state) => ({ kind: 'state', state }))
  let wake = (): void => {}
  const stop = hub.subscribe((event) => {
    waiting.push(event)
    wake()
  })
  const onAbort = (): void => wake()
  signal?.addEventListener('abort', onAbort)
  try {
    while (signal?.aborted !== true) {
      const event = waiting.shift()
      if (event === undefined) await new Promise<void>((resolve) => (wake = resolve))
      else yield event
    }
  } finally {
    signal?.removeEventListener('abort', onAbort)
    stop()
  }
}
