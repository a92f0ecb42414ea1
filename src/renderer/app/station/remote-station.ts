/** In a browser there are no devices: it uses those of a station, through the engine that both are joined to. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DeviceState } from '../../../shared/devices/device'
import { api, shell } from '../engine'
import { usePreference } from '../preferences'
import { DEVICES_OF } from './this-station'

/** The weight must be seen to move while somebody puts things on. */
const ASK_MS = 400

/** The station whose devices this window works with; its own computer's in the program's window. */
export function useDevicesOf(): readonly [string, (station: string) => void] {
  const [chosen, choose] = usePreference<string>(DEVICES_OF, '')
  return [shell?.station ?? chosen, choose]
}

/** How the devices of the chosen station are, asked again and again while somebody looks. */
export function useRemoteStates(): ReadonlyMap<number, DeviceState> {
  const [station] = useDevicesOf()
  const isAsked = shell === undefined && station !== ''
  const { data } = useQuery({
    ...api.devices.readDevices.queryOptions({ input: { station }, enabled: isAsked }),
    refetchInterval: ASK_MS,
    staleTime: 0,
  })
  return useMemo(
    () => new Map((isAsked ? (data?.states ?? []) : []).map((state) => [state.deviceId, state as DeviceState])),
    [data, isAsked],
  )
}
