/**
 * Joins a company to the devices of the PC it is opened on: tells the devices process which ones this station uses, and
 * carries its print jobs there. Works without anybody signed in, in the window and under `kontor host`. Owns no table.
 */
export { StationAgent, type DevicesClient } from './station-agent'
