import type { ScaleProfile } from '../../../../shared/devices/profile'
import { casFrames, jcsB, xk3190 } from './checked-frames'
import { hidScale } from './hid-scale'
import { lineCodec } from './line-codec'
import type { ScaleCodec } from './scale-frame'
import { nciScp01, toledo8217, toledoContinuous } from './toledo'

export { StableWeight } from './stable-weight'
export type { ScaleCodec, ScaleFrame, ScaleSaid } from './scale-frame'

/** A fresh reader of what a scale of this profile sends. */
export function scaleCodec(profile: ScaleProfile): ScaleCodec {
  const { unit = 'kg' } = profile
  switch (profile.codec) {
    case 'line':
      if (profile.line === undefined) throw new Error(`the profile ${profile.id} describes no line`)
      return lineCodec(profile.line, profile.unit)
    case 'toledo-8217':
      return toledo8217(unit)
    case 'toledo-continuous':
      return toledoContinuous(profile.hasChecksum)
    case 'nci-scp-01':
      return nciScp01()
    case 'cas-ap':
      return casFrames(false)
    case 'os2x':
      return casFrames(true)
    case 'xk3190':
      return xk3190(unit)
    case 'jcs-b':
      return jcsB(unit, profile.lowFirst)
    case 'scale-hid':
      return hidScale()
  }
}
