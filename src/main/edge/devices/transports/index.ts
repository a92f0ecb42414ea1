import { openDeviceFile } from './device-file'
import { openHid } from './hid'
import { openSerial } from './serial'
import { openSpooler } from './spooler'
import { openTcp } from './tcp'
import type { OpenWire, Wire, WireEvents } from './transport'

export { accessTrouble, troubleOf, whereOf, type OpenWire, type Wire, type WireEvents } from './transport'

/** Opens the way to a device, or refuses with what a person can do about it. */
export function openWire(request: OpenWire, events: WireEvents): Promise<Wire> {
  switch (request.address.transport) {
    case 'serial':
      return openSerial(request, events)
    case 'hid':
      return openHid(request, events)
    case 'tcp':
      return openTcp(request, events)
    case 'file':
      return openDeviceFile(request, events)
    case 'spooler':
      return openSpooler(request)
  }
}
