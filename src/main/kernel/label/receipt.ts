/** A receipt as dots: as long as its lines need. */
import type { StripLine } from '../../../shared/labels/papers'
import { Bitmap } from './bitmap'
import { drawText, textWidth } from './outline'
import { brokenLines, dots, type DotPage } from './render-label'

/** Hundredths of a millimetre from line to line. */
const SIZES = { small: 310, normal: 380, large: 560 } as const
const GAP = 60
const RULE = 20
/** What a receipt printer reaches of its roll. */
const REACH = { 58: 4800, 80: 7200 } as const

export type RollMillimetres = keyof typeof REACH

export function renderReceipt(lines: readonly StripLine[], roll: RollMillimetres, dpi: number): DotPage {
  // Whole bytes: a raster row is sent by bytes.
  const width = Math.floor(dots(REACH[roll], dpi) / 8) * 8
  const gap = dots(GAP, dpi)
  const parts: DotPage['parts'][number][] = []
  const bars: DotPage['bars'][number][] = []
  let y = gap
  for (const line of lines) {
    if (line.hasRule === true) {
      bars.push({ x: 0, y, width, height: Math.max(1, dots(RULE, dpi)) })
      y += gap * 2
    }
    const block = drawLine(line, width, dpi)
    const inked = block.cropped()
    if (inked !== undefined) parts.push({ x: inked.x, y: y + inked.y, bitmap: inked.bitmap })
    y += block.height + gap
  }
  return { dpi, width, height: y + gap, parts, bars }
}

/** What stands at the right keeps its width and the first line; the rest is for the text. */
function drawLine(line: StripLine, width: number, dpi: number): Bitmap {
  const { left, right = '', size = 'normal', isStrong = false, isCentred = false } = line
  const em = dots(SIZES[size], dpi) / 1.25
  const lineHeight = Math.ceil(em * 1.25)
  const atRight = Math.ceil(textWidth(right, em, isStrong))
  const room = right === '' ? width : Math.max(width / 3, width - atRight - em / 2)
  const texts = brokenLines(left, em, isStrong, room, 12)
  const block = new Bitmap(width, lineHeight * Math.max(1, texts.length))
  const indent = textWidth(/^ */.exec(left)?.[0] ?? '', em, isStrong)
  for (const [at, text] of texts.entries()) {
    const x = isCentred ? (width - textWidth(text, em, isStrong)) / 2 : indent
    block.draw(drawText(text, em, isStrong, width, Math.max(0, x)), 0, at * lineHeight)
  }
  if (right !== '') block.draw(drawText(right, em, isStrong, width, Math.max(0, width - atRight)), 0, 0)
  return block
}
