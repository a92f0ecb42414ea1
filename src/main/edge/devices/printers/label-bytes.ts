import type { BoundDevice } from '../../../../shared/devices/device'
import { Refusal } from '../../../../shared/errors'
import type { LabelTemplate, LabelValues } from '../../../../shared/labels/template'
import { printBytes, renderLabel } from '../../../kernel/label'

const USUAL_GAP_MILLIMETRES = 2

/** A label in the language and the dots of this printer. */
export function labelBytes(
  { profile, settings }: BoundDevice,
  label: { readonly template: LabelTemplate; readonly values: LabelValues; readonly copies: number },
): Uint8Array {
  if (profile.role !== 'printer') throw new Refusal('devices.cannotDoThat', { command: 'print' })
  const page = renderLabel(label.template, label.values, settings.dpi ?? profile.dpi)
  return printBytes(profile.language, page, {
    copies: label.copies,
    gapMillimetres: settings.gapMillimetres ?? USUAL_GAP_MILLIMETRES,
    darkness: settings.darkness,
    speed: settings.speed,
    shiftXDots: settings.shiftXDots ?? 0,
    shiftYDots: settings.shiftYDots ?? 0,
  })
}
