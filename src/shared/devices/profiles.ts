import scannerSerial from '../../../resources/device-profiles/scanner-serial.json' with { type: 'json' }
import scannerHid from '../../../resources/device-profiles/scanner-hid.json' with { type: 'json' }
import scannerHoneywellHid from '../../../resources/device-profiles/scanner-honeywell-hid.json' with { type: 'json' }
import mtSics from '../../../resources/device-profiles/mt-sics.json' with { type: 'json' }
import toledo8217 from '../../../resources/device-profiles/toledo-8217.json' with { type: 'json' }
import toledo8217Lb from '../../../resources/device-profiles/toledo-8217-lb.json' with { type: 'json' }
import toledoContinuous from '../../../resources/device-profiles/toledo-continuous.json' with { type: 'json' }
import toledoContinuousChecksum from '../../../resources/device-profiles/toledo-continuous-checksum.json' with { type: 'json' }
import nciScp01 from '../../../resources/device-profiles/nci-scp-01.json' with { type: 'json' }
import casAp from '../../../resources/device-profiles/cas-ap.json' with { type: 'json' }
import os2x from '../../../resources/device-profiles/os2x.json' with { type: 'json' }
import and from '../../../resources/device-profiles/and.json' with { type: 'json' }
import cas22 from '../../../resources/device-profiles/cas-22.json' with { type: 'json' }
import indicatorLine from '../../../resources/device-profiles/indicator-line.json' with { type: 'json' }
import xk3190 from '../../../resources/device-profiles/xk3190.json' with { type: 'json' }
import jcsB from '../../../resources/device-profiles/jcs-b.json' with { type: 'json' }
import jcsBHighFirst from '../../../resources/device-profiles/jcs-b-high-first.json' with { type: 'json' }
import ohaus from '../../../resources/device-profiles/ohaus.json' with { type: 'json' }
import scaleHid from '../../../resources/device-profiles/scale-hid.json' with { type: 'json' }
import zpl from '../../../resources/device-profiles/zpl.json' with { type: 'json' }
import tspl from '../../../resources/device-profiles/tspl.json' with { type: 'json' }
import epl from '../../../resources/device-profiles/epl.json' with { type: 'json' }
import cpcl from '../../../resources/device-profiles/cpcl.json' with { type: 'json' }
import escpos from '../../../resources/device-profiles/escpos.json' with { type: 'json' }
import rfidA0 from '../../../resources/device-profiles/rfid-a0.json' with { type: 'json' }
import rfidBb from '../../../resources/device-profiles/rfid-bb.json' with { type: 'json' }
import llrp from '../../../resources/device-profiles/llrp.json' with { type: 'json' }
import escpos58 from '../../../resources/device-profiles/escpos-58.json' with { type: 'json' }
import systemPrinter from '../../../resources/device-profiles/system-printer.json' with { type: 'json' }
import type { Language } from '../values/format'
import { deviceProfile, type DeviceProfile } from './profile'

/** The kinds of devices that the program brings, parsed once. */
export const profiles: readonly DeviceProfile[] = [
  scannerSerial,
  scannerHid,
  scannerHoneywellHid,
  mtSics,
  toledo8217,
  toledo8217Lb,
  toledoContinuous,
  toledoContinuousChecksum,
  nciScp01,
  casAp,
  os2x,
  and,
  cas22,
  indicatorLine,
  xk3190,
  jcsB,
  jcsBHighFirst,
  ohaus,
  scaleHid,
  zpl,
  tspl,
  epl,
  cpcl,
  escpos,
  rfidA0,
  rfidBb,
  llrp,
  escpos58,
  systemPrinter,
].map((profile) => deviceProfile.parse(profile))

/** Its name in a person's language. A device that was bound before its kind had a Chinese name gets it too. */
export function profileName({ id, name, chineseName }: DeviceProfile, language: Language): string {
  if (language !== 'zh-CN') return name
  const shipped = profileById(id)
  return chineseName ?? (shipped?.name === name ? shipped.chineseName : undefined) ?? name
}

export function profileById(id: string): DeviceProfile | undefined {
  return profiles.find((profile) => profile.id === id)
}
