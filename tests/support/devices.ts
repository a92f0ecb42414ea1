/** The real devices process under plain Node, and what a page would ask of it. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { fork, type ChildProcess, type ForkOptions } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DevicesContract } from '../../src/shared/devices/contract'
import type { BoundDevice, DeviceEvent } from '../../src/shared/devices/device'
import { profileById } from '../../src/shared/devices/profiles'
import { bundle } from './bundle'

export type DevicesClient = ContractRouterClient<DevicesContract>

export interface DevicesProcess {
  readonly client: DevicesClient
  readonly process: ChildProcess
  readonly events: DeviceEvent[]
  /** The first event, past or coming, that answers. */
  until<Event extends DeviceEvent>(wanted: (event: DeviceEvent) => event is Event, after?: number): Promise<Event>
  /** Waits until `holds`, and fails with what happened where it never does. */
  settled(holds: () => boolean, what: string): Promise<void>
  /** Seconds of processor time that the process has used. */
  processorSeconds(): number
  close(): Promise<void>
}

let program: Promise<string> | undefined

export async function startDevices(options: ForkOptions = {}): Promise<DevicesProcess> {
  program ??= bundle('src/main/devices.ts')
  const child = fork(await program, [], { serialization: 'advanced', ...options })
  const port = {
    postMessage: (message: unknown) => void (child.connected && child.send(message as object)),
    on: (event: string, listener: (message?: { data: unknown }) => void) => {
      if (event === 'message') child.on('message', (data) => listener({ data }))
      else child.on('disconnect', () => listener())
    },
  } as unknown as SupportedMessagePort
  const client: DevicesClient = createORPCClient(new RPCLink({ port }))
  const events: DeviceEvent[] = []
  const stop = new AbortController()
  void (async () => {
    try {
      for await (const event of await client.watch(undefined, { signal: stop.signal })) events.push(event)
    } catch {
      // The process has ended.
    }
  })()
  const settled = async (holds: () => boolean, what: string): Promise<void> => {
    const until = Date.now() + 15_000
    while (!holds()) {
      if (Date.now() > until) throw new Error(`never: ${what}; ${JSON.stringify(events.slice(-12))}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return {
    client,
    process: child,
    events,
    settled,
    async until<Event extends DeviceEvent>(wanted: (event: DeviceEvent) => event is Event, after = 0) {
      await settled(() => events.slice(after).some(wanted), String(wanted))
      return events.slice(after).find(wanted) as Event
    },
    processorSeconds() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) / 100
    },
    async close() {
      stop.abort()
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await ended
    },
  }
}

/** A device as a station's settings would name it. */
export function device(
  id: number,
  profileId: string,
  address: Partial<BoundDevice['address']> & Pick<BoundDevice['address'], 'transport'>,
  more: Partial<BoundDevice> = {},
): BoundDevice {
  const profile = profileById(profileId)
  if (profile === undefined) throw new Error(`no profile ${profileId}`)
  const whole =
    address.transport === 'serial' ? { vendorId: null, productId: null, serialNumber: '', ...address } : address
  return {
    id,
    name: `${profileId} ${id}`,
    profile,
    address: whole as BoundDevice['address'],
    settings: {},
    workplace: '',
    ...more,
  }
}

/** A folder for ports that do not exist. */
export function portFolder(): { path(name: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-ports-'))
  return { path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export const isState =
  (deviceId: number, link: string, code?: string) =>
  (event: DeviceEvent): event is Extract<DeviceEvent, { kind: 'state' }> =>
    event.kind === 'state' &&
    event.state.deviceId === deviceId &&
    event.state.link === link &&
    (code === undefined || event.state.trouble?.code === code)

export const scansOf = (events: readonly DeviceEvent[], deviceId: number): string[] =>
  events.flatMap((event) => (event.kind === 'scan' && event.deviceId === deviceId ? [event.text] : []))

export const tagsOf = (events: readonly DeviceEvent[], deviceId: number): string[] =>
  events.flatMap((event) => (event.kind === 'tag' && event.deviceId === deviceId ? [event.epc] : []))
