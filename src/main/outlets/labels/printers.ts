import { refuse } from '../../../shared/errors'
import { isStrip, paperKinds, type PaperKind } from '../../../shared/labels/papers'
import type { LabelUse } from '../../../shared/labels/template'
import type { PrinterLanguage } from '../../../shared/devices/profile'
import { devicesOf, stationsWithDevices, type StationDevice } from '../../foundation/devices'
import type { Reader } from '../../kernel/db'
import { jobStore } from './job-store'

export type PrintKind = LabelUse | PaperKind

/** Sheets need the system's printer; a receipt also comes out of a receipt printer; a label out of any. */
export function suits(kind: PrintKind, language: PrinterLanguage): boolean {
  if (!isPaper(kind)) return true
  return language === 'pdf' || (isStrip(kind) && language === 'escpos')
}

export const isPaper = (kind: PrintKind): kind is PaperKind => (paperKinds as readonly string[]).includes(kind)

const printersOf = (reader: Reader, station: string, kind: PrintKind): StationDevice[] =>
  devicesOf(reader, station).filter(({ profile }) => profile.role === 'printer' && suits(kind, profile.language))

/**
 * The printer that a station's rule names, else its only one that suits. A station without printers (a browser, a
 * handheld) prints where another station's rule or only printer is, as long as that is one.
 */
export function printerFor(reader: Reader, station: string, kind: PrintKind): StationDevice {
  const [own, ...ownOthers] = candidates(reader, station, kind)
  if (own !== undefined) return ownOthers.length === 0 ? own : refuse('labels.whichPrinter', { station })
  const elsewhere = stationsWithDevices(reader).filter((other) => other !== station)
  const [far, ...farOthers] = elsewhere.flatMap((other) => candidates(reader, other, kind))
  if (far === undefined) return refuse('labels.noPrinter', { station })
  return farOthers.length === 0 ? far : refuse('labels.whichPrinter', { station })
}

function candidates(reader: Reader, station: string, kind: PrintKind): StationDevice[] {
  const suited = printersOf(reader, station, kind)
  const wanted = jobStore.rules(reader, station).find((rule) => rule.use === kind)?.device_id
  const named = suited.find((printer) => printer.id === wanted)
  return named === undefined ? suited : [named]
}
