/** Setting a label printer up: which language it answers in, how fine it prints, and finding the gaps of its media. */
import type { PrinterAnswer } from '../../../shared/devices/contract'
import type { DeviceAddress } from '../../../shared/devices/device'
import type { PrinterLanguage } from '../../../shared/devices/profile'
import { profiles } from '../../../shared/devices/profiles'
import { Refusal } from '../../../shared/errors'
import { joined } from './framing'
import { statusQuestion } from './printers/status'
import { openWire } from './transports'

const ANSWER_MS = 700
/** Asked in this order: each leaves nothing behind that the next would print. */
const ASKED: readonly PrinterLanguage[] = ['zpl', 'escpos', 'tspl']

/** By dots per millimetre. */
const DOTS: Readonly<Record<string, PrinterAnswer['dpi']>> = { '8': 203, '12': 300, '24': 600 }

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Says which language the printer answers in. Sent only when somebody asks: a printer may print what it does not know. */
export async function askPrinter(address: DeviceAddress): Promise<PrinterAnswer> {
  const profile = profiles.find((one) => one.role === 'printer' && one.transports.includes(address.transport))
  if (profile === undefined || address.transport === 'spooler') throw new Refusal('devices.cannotDoThat', {})
  let heard: Uint8Array = new Uint8Array(0)
  const wire = await openWire(
    { address, profile, settings: {} },
    { onData: (bytes) => void (heard = joined(heard, bytes)), onGone: () => undefined },
  )
  const answered = async (question: Uint8Array, isAnswer: () => boolean): Promise<boolean> => {
    heard = new Uint8Array(0)
    await wire.write(question)
    for (const until = performance.now() + ANSWER_MS; performance.now() < until;) {
      if (isAnswer()) return true
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return false
  }
  try {
    for (const language of ASKED) {
      const question = statusQuestion(language)
      if (question === undefined) continue
      if (!(await answered(question.bytes, () => question.read(heard) !== undefined))) continue
      if (language !== 'zpl') return { language, dpi: null }
      // `~HI`: model, version, dots per millimetre, memory.
      const dots = (): string | undefined => /,(6|8|12|24),/.exec(String.fromCharCode(...heard))?.[1]
      await answered(ascii('~HI'), () => dots() !== undefined)
      return { language, dpi: DOTS[dots() ?? ''] ?? null }
    }
    return { language: null, dpi: null }
  } finally {
    await wire.close()
  }
}

/** Feeds some labels to find where they begin. From the makers' programming manuals. */
const CALIBRATE: Partial<Record<PrinterLanguage, string>> = {
  zpl: '~JC',
  tspl: 'GAPDETECT\r\n',
  epl: '\r\nxa\r\n',
}

export function calibration(language: PrinterLanguage): Uint8Array {
  const text = CALIBRATE[language]
  if (text === undefined) throw new Refusal('devices.cannotDoThat', {})
  return ascii(text)
}
