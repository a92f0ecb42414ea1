import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BoundDevice, DeviceState, ScaleReading } from '../../../shared/devices/device'
import { weightText } from '../../../shared/devices/weight'
import { useRefusalText, type StationDevice } from '../../ui'
import { api } from '../engine'
import { useDevicesOf, useRemoteStates } from './remote-station'
import { hasStationDevices, useDeviceStates } from './station-devices'
import { isForThisPlace, useWorkplace } from './workplace'

interface LiveDevice {
  readonly device: BoundDevice
  readonly state: DeviceState | undefined
}

/** The devices of this PC that this window works with, each with how it is. */
export function useLiveDevices(): readonly LiveDevice[] {
  const [station] = useDevicesOf()
  const own = useDeviceStates()
  const remote = useRemoteStates()
  const states = hasStationDevices ? own : remote
  const [workplace] = useWorkplace()
  const { data } = useQuery(
    api.devices.listDevices.queryOptions({
      input: hasStationDevices ? {} : { station },
      enabled: hasStationDevices || station !== '',
    }),
  )
  return useMemo(
    () =>
      (data?.rows ?? [])
        // The station's own scanners are for the people there.
        .filter((device) => hasStationDevices || device.profile.role === 'printer' || device.profile.role === 'scale')
        .filter((device) => isForThisPlace(device.workplace, workplace))
        .map((device) => ({ device, state: states.get(device.id) })),
    [data, states, workplace],
  )
}

/** The scale of this place: its reading, and which device it is. */
export function useScale(): { readonly deviceId: number; readonly reading: ScaleReading | undefined } | undefined {
  const scale = useLiveDevices().find(({ device }) => device.profile.role === 'scale')
  if (scale === undefined) return undefined
  const isThere = scale.state?.link === 'ready' && scale.state.trouble === undefined
  return { deviceId: scale.device.id, reading: isThere ? scale.state?.weight : undefined }
}

/** For the heads of screens: one line a kind of device, the one in trouble first. */
export function useDeviceLines(): readonly (StationDevice & { readonly trouble?: string })[] {
  const refusalText = useRefusalText()
  const live = useLiveDevices()
  return useMemo(() => {
    const lines = new Map<string, StationDevice & { trouble?: string }>()
    for (const { device, state } of live) {
      const kind = device.profile.role === 'rfid' ? 'scanner' : device.profile.role
      const { link, trouble, weight } = state ?? {}
      const line: StationDevice & { trouble?: string } = {
        kind,
        state: link === 'away' ? 'off' : trouble !== undefined || link !== 'ready' ? 'warning' : 'ok',
        ...(kind === 'scale' && trouble === undefined && weight?.weight !== undefined
          ? { text: `${weightText(weight.weight)}${weight.isStable ? '' : ' …'}` }
          : {}),
        ...(trouble === undefined ? {} : { trouble: refusalText(trouble) }),
      }
      if (lines.get(kind)?.state !== 'off') lines.set(kind, line)
    }
    return [...lines.values()]
  }, [live, refusalText])
}
