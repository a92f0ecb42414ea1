import { shell } from '../engine'

/** The name of the place where one sits, for the trail and the list of sessions. */
export const station = (): string => shell?.station ?? 'browser'
