import { useCallback, useEffect, useState } from 'react'
import type { FoundDevice } from '../../../shared/devices/device'
import type { Refusal } from '../../../shared/errors'
import { asRefusal } from '../../app/engine'
import { onDeviceEvent, stationDevices } from '../../app/station/station-devices'

/** What is plugged in now; asked again whenever something is plugged in or out. */
export function useWhatIsPluggedIn(): {
  found: readonly FoundDevice[]
  refusal: Refusal | undefined
  findAgain: () => void
} {
  const [found, setFound] = useState<readonly FoundDevice[]>([])
  const [refusal, setRefusal] = useState<Refusal>()
  const findAgain = useCallback(() => {
    const ask = async (): Promise<void> => {
      try {
        setFound(await stationDevices().find())
        setRefusal(undefined)
      } catch (error) {
        setRefusal(asRefusal(error))
      }
    }
    void ask()
  }, [])
  useEffect(() => {
    findAgain()
    return onDeviceEvent((event) => event.kind === 'changed' && findAgain())
  }, [findAgain])
  return { found, refusal, findAgain }
}
