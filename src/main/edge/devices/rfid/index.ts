import type { RfidProfile } from '../../../../shared/devices/profile'
import { llrp } from './llrp'
import type { RfidCodec } from './rfid-codec'
import { readerA0, readerBb } from './serial-readers'

/** A fresh reader of what a device of this profile sends. */
export function rfidCodec({ codec }: RfidProfile): RfidCodec {
  switch (codec) {
    case 'rfid-a0':
      return readerA0()
    case 'rfid-bb':
      return readerBb()
    case 'llrp':
      return llrp()
  }
}
