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

const reading = z.object({
  status: z.enum(['weight', 'moving', 'over', 'under', 'fault']),
  weight: z.object({ value: z.int(), decimals: z.int(), unit: z.enum(['g', 'kg', 'oz', 'lb', 't']) }).optional(),
  isStable: z.boolean(),
  isNet: z.boolean(),
})

const liveState = z.object({
  deviceId: id,
  link: z.enum(['connecting', 'ready', 'away']),
  trouble: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).optional(),
  weight: reading.optional(),
})

/** Which devices each station uses. How they are at this moment is asked of the station itself (shared/devices). */
export const devices = {
  /** Of one station; of this one when left out. */
  listDevices: query(
    'signedIn',
    { station: z.string().trim().max(60).optional() },
    z.object({ station: z.string(), rows: z.array(boundDevice.extend({ station: z.string() })) }),
  ),
  /** Stations that use devices; live while their program is joined to this engine. */
  listStations: query(
    'signedIn',
    {},
    z.object({ rows: z.array(z.object({ station: z.string(), devices: z.int(), isLive: z.boolean() })) }),
  ),
  /** How the devices of a station are at this moment, for a browser that works through it. */
  readDevices: query(
    'signedIn',
    { station: z.string().trim().min(1).max(60) },
    z.object({ isLive: z.boolean(), states: z.array(liveState) }),
  ),
  /** Asks a device through the station that owns it; refused while the station is away. */
  askDevice: command(
    'warehouse.work',
    { deviceId: id, command: z.enum(['zero', 'tare', 'clearTare', 'status']) },
    done,
  ),
  addDevice: command(
    'devices.manage',
    { ...fields, station: z.string().trim().min(1).max(60).optional() },
    z.object({ id }),
  ),
  changeDevice: command('devices.manage', { id, ...fields }, done),
  removeDevice: command('devices.manage', { id }, done),
}
