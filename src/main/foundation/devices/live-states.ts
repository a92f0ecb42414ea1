import type { DeviceEvent, DeviceState } from '../../../shared/devices/device'

/** How the devices of each station are that is joined to this engine, as its devices process told last. Never kept. */
const stations = new Map<string, Map<number, DeviceState>>()

export interface LiveStation {
  take(event: DeviceEvent): void
  close(): void
}

/** A station has joined: its devices process tells what happens. */
export function openStation(station: string): LiveStation {
  const states = new Map<number, DeviceState>()
  stations.set(station, states)
  return {
    take(event) {
      if (event.kind === 'state') states.set(event.state.deviceId, event.state)
      if (event.kind !== 'weight') return
      const before = states.get(event.deviceId) ?? { deviceId: event.deviceId, link: 'ready' as const }
      states.set(event.deviceId, { ...before, weight: event.reading })
    },
    close() {
      // Another life of the same station may have joined meanwhile.
      if (stations.get(station) === states) stations.delete(station)
    },
  }
}

/** Undefined while the station is not joined: its computer is off, or its program closed. */
export function statesOf(station: string): readonly DeviceState[] | undefined {
  const states = stations.get(station)
  return states === undefined ? undefined : [...states.values()]
}
