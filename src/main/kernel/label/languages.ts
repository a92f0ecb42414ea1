/** A page of dots in the language of a printer. Pictures are exact in all of them, so what was shown is what comes out. */
import { deflateSync } from 'node:zlib'
import type { PrinterLanguage } from '../../../shared/devices/profile'
import { labelPdf } from './label-pdf'
import { pictureOf, type DotPage } from './render-label'

export interface PrintSettings {
  readonly copies: number
  readonly gapMillimetres: number
  readonly darkness?: number | undefined
  readonly speed?: number | undefined
  readonly shiftXDots: number
  readonly shiftYDots: number
  /** the cash drawer under a receipt printer */
  readonly opensDrawer?: boolean
}

type Writer = (page: DotPage, settings: PrintSettings) => Buffer

const GS = 0x1d
const ESC = 0x1b
const RASTER_ROWS = 240

export function printBytes(language: PrinterLanguage, page: DotPage, settings: PrintSettings): Buffer {
  return writers[language](shifted(page, settings), settings)
}

function shifted(page: DotPage, { shiftXDots, shiftYDots }: PrintSettings): DotPage {
  if (shiftXDots === 0 && shiftYDots === 0) return page
  const move = <Part extends { x: number; y: number }>(part: Part): Part => ({
    ...part,
    x: Math.max(0, part.x + shiftXDots),
    y: Math.max(0, part.y + shiftYDots),
  })
  return { ...page, parts: page.parts.map(move), bars: page.bars.map(move) }
}

const zpl: Writer = (page, { copies, darkness, speed }) => {
  const commands = ['^XA', '^CI28', `^PW${page.width}`, `^LL${page.height}`, '^LH0,0']
  if (darkness !== undefined) commands.push(`~SD${String(darkness).padStart(2, '0')}`)
  if (speed !== undefined) commands.push(`^PR${speed}`)
  for (const { x, y, width, height } of page.bars) {
    commands.push(`^FO${x},${y}^GB${width},${height},${Math.min(width, height)}^FS`)
  }
  for (const { x, y, bitmap } of page.parts) {
    const total = bitmap.bytes.length
    const packed = deflateSync(bitmap.bytes).toString('base64')
    const data = `:Z64:${packed}:${crc16(packed).toString(16).toUpperCase().padStart(4, '0')}`
    commands.push(`^FO${x},${y}^GFA,${total},${total},${bitmap.rowBytes},${data}^FS`)
  }
  commands.push(`^PQ${copies}`, '^XZ')
  return Buffer.from(commands.join('\n') + '\n', 'latin1')
}

/** CRC-16-CCITT from 0, as ZPL II asks of `:Z64:` data. */
export function crc16(text: string): number {
  let crc = 0
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff
  }
  return crc
}

/** In TSPL and EPL2 a set bit stays white. */
function inverted(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => ~byte & 0xff))
}

const millimetres = (dotCount: number, dpi: number): string => ((dotCount * 25.4) / dpi).toFixed(1)

const tspl: Writer = (page, { copies, gapMillimetres, darkness, speed }) => {
  const parts: (string | Buffer)[] = [
    `SIZE ${millimetres(page.width, page.dpi)} mm,${millimetres(page.height, page.dpi)} mm\r\n`,
    `GAP ${gapMillimetres} mm,0 mm\r\n`,
    ...(darkness === undefined ? [] : [`DENSITY ${Math.min(15, darkness)}\r\n`]),
    ...(speed === undefined ? [] : [`SPEED ${speed}\r\n`]),
    'DIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n',
  ]
  for (const { x, y, width, height } of page.bars) parts.push(`BAR ${x},${y},${width},${height}\r\n`)
  for (const { x, y, bitmap } of page.parts) {
    parts.push(`BITMAP ${x},${y},${bitmap.rowBytes},${bitmap.height},1,`, inverted(bitmap.bytes), '\r\n')
  }
  parts.push(`PRINT 1,${copies}\r\n`)
  return joined(parts)
}

const epl: Writer = (page, { copies, gapMillimetres, darkness, speed }) => {
  const parts: (string | Buffer)[] = [
    `\r\nN\r\nq${page.width}\r\nQ${page.height},${Math.round((gapMillimetres * page.dpi) / 25.4)}\r\n`,
    ...(darkness === undefined ? [] : [`D${Math.min(15, darkness)}\r\n`]),
    ...(speed === undefined ? [] : [`S${Math.min(6, speed)}\r\n`]),
  ]
  for (const { x, y, width, height } of page.bars) parts.push(`LO${x},${y},${width},${height}\r\n`)
  for (const { x, y, bitmap } of page.parts) {
    parts.push(`GW${x},${y},${bitmap.rowBytes},${bitmap.height},`, inverted(bitmap.bytes), '\r\n')
  }
  parts.push(`P${copies}\r\n`)
  return joined(parts)
}

const cpcl: Writer = (page, { copies, darkness, speed }) => {
  const lines = [`! 0 ${page.dpi} ${page.dpi} ${page.height} ${copies}`, `PAGE-WIDTH ${page.width}`]
  if (darkness !== undefined) lines.push(`TONE ${Math.min(200, darkness * 7)}`)
  if (speed !== undefined) lines.push(`SPEED ${Math.min(5, speed)}`)
  for (const { x, y, width, height } of page.bars) lines.push(`LINE ${x} ${y} ${x + width} ${y} ${height}`)
  for (const { x, y, bitmap } of page.parts) {
    const data = Buffer.from(bitmap.bytes).toString('hex').toUpperCase()
    lines.push(`EG ${bitmap.rowBytes} ${bitmap.height} ${x} ${y} ${data}`)
  }
  lines.push('FORM', 'PRINT')
  return Buffer.from(lines.join('\r\n') + '\r\n', 'latin1')
}

/** Receipt paper has no place of its own for a picture: the page is sent as one, in bands that small printers can hold. */
const escpos: Writer = (page, { copies, opensDrawer }) => {
  const picture = pictureOf(page)
  const parts: Buffer[] = []
  // Pin 2, 50 ms on, 500 ms off: first, because the customer waits for the change and not for the paper.
  if (opensDrawer === true) parts.push(Buffer.of(ESC, 0x70, 0, 25, 250))
  for (let copy = 0; copy < copies; copy++) {
    parts.push(Buffer.of(ESC, 0x40))
    for (let top = 0; top < picture.height; top += RASTER_ROWS) {
      const rows = Math.min(RASTER_ROWS, picture.height - top)
      const band = picture.bytes.subarray(top * picture.rowBytes, (top + rows) * picture.rowBytes)
      const [wide, high] = [picture.rowBytes, rows]
      parts.push(Buffer.of(GS, 0x76, 0x30, 0, wide & 255, wide >> 8, high & 255, high >> 8), Buffer.from(band))
    }
    // Forward to the knife, and cut.
    parts.push(Buffer.of(GS, 0x56, 66, 0))
  }
  return Buffer.concat(parts)
}

const pdf: Writer = (page, { copies }) => labelPdf(page, copies)

const writers: Readonly<Record<PrinterLanguage, Writer>> = { zpl, tspl, epl, cpcl, escpos, pdf }

function joined(parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
}
