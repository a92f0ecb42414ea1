/** The devices of this PC as the page sees them: their states, weights and scans, over a port of their own. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { DevicesContract } from '../../../shared/devices/contract'
import type { DeviceEvent, DeviceState } from '../../../shared/devices/device'
import { Refusal } from '../../../shared/errors'
import { SHELL_CHANNELS } from '../../../shared/shell'
import { readScan, scanRouter, useActivePage } from '../../ui'
import { shell } from '../engine'
import { isForThisPlace } from './workplace'

export type StationDevices = ContractRouterClient<DevicesContract>

let client: StationDevices | undefined
let states: ReadonlyMap<number, DeviceState> = new Map()
const stateListeners = new Set<() => void>()
const eventListeners = new Set<(event: DeviceEvent) => void>()

/** The devices process of this PC; refuses while it starts, and in a browser, which has none. */
export function stationDevices(): StationDevices {
  if (client === undefined) throw new Refusal('devices.processAway')
  return client
}

export const hasStationDevices = shell !== undefined

/** Call once at the start of the program. */
export function startStationDevices(): void {
  if (shell === undefined) return
  window.addEventListener('message', (event: MessageEvent<{ channel?: string }>) => {
    if (event.source !== window || event.data.channel !== SHELL_CHANNELS.devices) return
    const [port] = event.ports
    if (port === undefined) return
    const fresh: StationDevices = createORPCClient(new RPCLink({ port }))
    port.addEventListener('close', () => {
      if (client !== fresh) return
      client = undefined
      changeStates(new Map())
    })
    port.start()
    client = fresh
    void follow(fresh)
  })
  shell.connectDevices()
}

async function follow(devices: StationDevices): Promise<void> {
  changeStates(new Map())
  try {
    for await (const event of await devices.watch()) {
      if (client !== devices) return
      take(event)
    }
  } catch {
    // The process has ended; the shell hands over a port to the next one.
  }
}

function take(event: DeviceEvent): void {
  if (event.kind === 'state') changeStates(new Map(states).set(event.state.deviceId, event.state))
  if (event.kind === 'weight') {
    const before = states.get(event.deviceId) ?? { deviceId: event.deviceId, link: 'ready' as const }
    changeStates(new Map(states).set(event.deviceId, { ...before, weight: event.reading }))
  }
  if (event.kind === 'scan' && isForThisPlace(event.workplace)) scanRouter.deliver(readScan(event.text, 'device'))
  for (const listener of eventListeners) listener(event)
}

function changeStates(next: ReadonlyMap<number, DeviceState>): void {
  states = next
  for (const listener of stateListeners) listener()
}

/** By device. */
export function useDeviceStates(): ReadonlyMap<number, DeviceState> {
  return useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    },
    () => states,
  )
}

/** Every event of the devices while a part is shown: scans for a test, bytes for the monitor. */
export function onDeviceEvent(listener: (event: DeviceEvent) => void): () => void {
  eventListeners.add(listener)
  return () => eventListeners.delete(listener)
}

/** Tags in the field of this place's RFID readers, while the page is in front and wants them. */
export function useTags(onTag: ((code: string) => void) | undefined): void {
  const isWanted = useActivePage() && onTag !== undefined
  const take = useEffectEvent((code: string) => onTag?.(code))
  useEffect(() => {
    if (!isWanted) return undefined
    return onDeviceEvent((event) => {
      if (event.kind === 'tag' && event.text !== undefined && isForThisPlace(event.workplace)) take(event.text)
    })
  }, [isWanted])
}
