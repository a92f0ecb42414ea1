import type { BoundDevice } from '../../../../shared/devices/device'
import type { PrinterProfile } from '../../../../shared/devices/profile'
import { Refusal } from '../../../../shared/errors'
import type { PrintContent } from '../../../../shared/labels/papers'
import { printBytes, renderLabel, renderReceipt, type PrintSettings } from '../../../kernel/label'

const USUAL_GAP_MILLIMETRES = 2

/** A job in the language and the dots of this printer. */
export function jobBytes(
  device: BoundDevice,
  { content, copies }: { readonly content: PrintContent; readonly copies: number },
): Uint8Array {
  const { profile } = device
  if (profile.role !== 'printer') throw new Refusal('devices.cannotDoThat', { command: 'print' })
  const dpi = device.settings.dpi ?? profile.dpi
  switch (content.kind) {
    case 'label': {
      const page = renderLabel(content.template, content.values, dpi)
      return printBytes(profile.language, page, settingsOf(device, copies))
    }
    case 'receipt': {
      const page = renderReceipt(content.lines, rollOf(device, profile), dpi)
      return printBytes(profile.language, page, { ...settingsOf(device, copies), opensDrawer: content.opensDrawer })
    }
    case 'paper':
      if (profile.language !== 'pdf') throw new Refusal('devices.cannotDoThat', { command: 'print' })
      return Buffer.from(content.pdf, 'base64')
  }
}

/** The paper by its name, where the system chooses the tray by it. */
export function sheetOf(content: PrintContent): string | undefined {
  return content.kind === 'paper' ? content.form : undefined
}

function rollOf({ settings }: BoundDevice, profile: PrinterProfile): 58 | 80 {
  const width = settings.labelWidthMillimetres ?? profile.paperMillimetres ?? 80
  return width < 70 ? 58 : 80
}

function settingsOf({ settings }: BoundDevice, copies: number): PrintSettings {
  return {
    copies,
    gapMillimetres: settings.gapMillimetres ?? USUAL_GAP_MILLIMETRES,
    darkness: settings.darkness,
    speed: settings.speed,
    shiftXDots: settings.shiftXDots ?? 0,
    shiftYDots: settings.shiftYDots ?? 0,
  }
}
