/** Devices that do not exist, at the far end of a real wire: for tests, and for people without hardware. */
export { openPty, openTcp, type Channel } from './channel'
export { SimulatedScale } from './scale'
export { scaleProtocols } from './scale-frames'
export { SimulatedScanner } from './scanner'
export { readCpcl, readEpl, readEscPos, readTspl, readZpl } from './printer-languages'
export { SimulatedPrinter } from './printer'
export { rfidProtocols, SimulatedRfidReader, tagFrame } from './rfid-reader'
