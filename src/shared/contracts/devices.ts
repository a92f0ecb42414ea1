import { z } from 'zod'
import { boundDevice, deviceAddress, deviceSettings } from '../devices/device'
import { deviceProfile } from '../devices/profile'
import { done, id } from './fields'
import { command, query } from './procedure'

const fields = {
  name: z.string().trim().min(1).max(60),
  /** a profile of the program as it is, or a copy that somebody changed */
  profile: deviceProfile,
  address: deviceAddress,
  settings: deviceSettings.default({}),
  workplace: z.string().trim().max(40).default(''),
}

/** Which devices each station uses. How they are at this moment is asked of the station itself (shared/devices). */
export const devices = {
  /** Of one station; of this one when left out. */
  listDevices: query(
    'signedIn',
    { station: z.string().trim().max(60).optional() },
    z.object({ station: z.string(), rows: z.array(boundDevice.extend({ station: z.string() })) }),
  ),
  addDevice: command(
    'devices.manage',
    { ...fields, station: z.string().trim().min(1).max(60).optional() },
    z.object({ id }),
  ),
  changeDevice: command('devices.manage', { id, ...fields }, done),
  removeDevice: command('devices.manage', { id }, done),
}
