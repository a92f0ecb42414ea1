import { shell } from '../engine'
import { readPreference } from '../preferences'

/** Remembers in a browser which station's printers and scales it uses. */
export const DEVICES_OF = 'station.devicesOf'

/** The name of the place where one sits, for the trail and the list of sessions. */
export const thisStation = (): string => shell?.station ?? (readPreference(DEVICES_OF, '') || 'browser')
