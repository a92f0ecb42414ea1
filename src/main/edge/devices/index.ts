/**
 * Scanners, printers and scales of this PC, driven directly. Runs in the devices process only: a native crash or a hung
 * port never touches the data. Bytes come by a transport, are understood by a codec, and a driver joins the two; what a
 * kind of device is stands in its profile (resources/device-profiles). Owns no table.
 */
export { Hub } from './hub'
export { devicesRouter } from './router'
