/**
 * Which scanners, printers and scales each station uses. The devices themselves are driven by the devices process
 * (edge/devices); this room only remembers them.
 * Invariants: one station uses a device once; every kept profile, address and setting is one that the program can read.
 * Table: devices_device.
 */
import { boundDevice, type BoundDevice } from '../../../shared/devices/device'
import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import type { Check } from '../../kernel/check'
import type { Reader, Tx } from '../../kernel/db'
import type { Handlers } from '../../kernel/dispatch'
import { deviceStore, type DeviceRow } from './device-store'
import { statesOf } from './live-states'

export { openStation, type LiveStation } from './live-states'

export type StationDevice = BoundDevice & { readonly station: string }

const toDevice = (row: DeviceRow): StationDevice => ({
  station: row.station,
  ...boundDevice.parse({
    id: row.id,
    name: row.name,
    profile: JSON.parse(row.profile),
    address: JSON.parse(row.address),
    settings: JSON.parse(row.settings),
    workplace: row.workplace,
  }),
})

export function devicesOf(reader: Reader, station: string): StationDevice[] {
  return deviceStore.ofStation(reader, station).map(toDevice)
}

export function findDevice(reader: Reader, id: number): StationDevice | undefined {
  const row = deviceStore.byId(reader, id)
  return row === undefined ? undefined : toDevice(row)
}

/** Stations that use any device. */
export function stationsWithDevices(reader: Reader): string[] {
  return [...new Set(deviceStore.all(reader).map((row) => row.station))]
}

type Fields = Pick<BoundDevice, 'name' | 'profile' | 'address' | 'settings' | 'workplace'>

function requireFree(tx: Tx, station: string, input: Fields, ownId?: number): void {
  const address = JSON.stringify(input.address)
  for (const row of deviceStore.ofStation(tx, station)) {
    if (row.id === ownId) continue
    if (row.name.toLowerCase() === input.name.toLowerCase()) refuse('devices.nameTaken', { name: row.name }, 'name')
    if (row.address === address) refuse('devices.addressTaken', { name: row.name }, 'address')
  }
  if (!input.profile.transports.includes(input.address.transport)) {
    refuse('devices.transportUnsuited', { profile: input.profile.name }, 'address')
  }
}

const rowOf = (input: Fields) => ({
  name: input.name,
  role: input.profile.role,
  profile: JSON.stringify(input.profile),
  address: JSON.stringify(input.address),
  settings: JSON.stringify(input.settings),
  workplace: input.workplace,
})

export const handlers: Handlers<typeof contract.devices> = {
  listDevices: (reader, actor, input) => {
    const station = input.station ?? actor.station
    return { station, rows: devicesOf(reader, station) }
  },
  listStations: (reader) => {
    const all = deviceStore.all(reader).map((row) => row.station)
    const rows = [...new Set(all)].toSorted().map((station) => ({
      station,
      devices: all.filter((other) => other === station).length,
      isLive: statesOf(station) !== undefined,
    }))
    return { rows }
  },
  readDevices: (_reader, _actor, { station }) => {
    const states = statesOf(station)
    return {
      isLive: states !== undefined,
      states: (states ?? []).map(({ trouble, ...state }) => ({
        ...state,
        ...(trouble === undefined ? {} : { trouble: { code: trouble.code, params: trouble.params } }),
      })),
    }
  },
  askDevice: (tx, _actor, { deviceId, command }) => {
    const row = deviceStore.byId(tx, deviceId) ?? refuse('devices.deviceUnknown')
    if (statesOf(row.station) === undefined) refuse('devices.stationAway', { station: row.station })
    tx.announce({ kind: 'devices.asked', id: deviceId, command })
    return { done: true }
  },
  addDevice: (tx, actor, input) => {
    const station = input.station ?? actor.station
    requireFree(tx, station, input)
    const id = deviceStore.insert(tx, { station, ...rowOf(input) })
    tx.announce({ kind: 'devices.changed', id })
    return { id }
  },
  changeDevice: (tx, _actor, input) => {
    const row = deviceStore.byId(tx, input.id) ?? refuse('devices.deviceUnknown')
    requireFree(tx, row.station, input, input.id)
    deviceStore.update(tx, { id: input.id, ...rowOf(input) })
    tx.announce({ kind: 'devices.changed', id: input.id })
    return { done: true }
  },
  removeDevice: (tx, _actor, input) => {
    if (deviceStore.remove(tx, input.id).changes === 0) refuse('devices.deviceUnknown')
    tx.announce({ kind: 'devices.changed', id: input.id })
    return { done: true }
  },
}

export const checks: readonly Check[] = [
  {
    name: 'devices can be read',
    run(reader) {
      const rows = deviceStore.all(reader)
      for (const row of rows) {
        try {
          if (toDevice(row).profile.role === row.role) continue
        } catch {
          // Named below.
        }
        return { ok: false, examined: rows.length, detail: `device ${row.id} of ${row.station}: ${row.name}` }
      }
      return { ok: true, examined: rows.length, detail: '' }
    },
  },
]
