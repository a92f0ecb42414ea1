import { Refusal } from '../../../shared/errors'
import { holds } from '../../../shared/labels/condition'
import { filled, filledElements } from '../../../shared/labels/fill'
import type { LabelElement, LabelTemplate, LabelValues } from '../../../shared/labels/template'
import { Bitmap } from './bitmap'
import { drawCode } from './codes'
import { drawImage } from './image'
import { drawText, textWidth } from './outline'

/** A label as dots of one printer: parts with ink, and bars that every language can draw by itself. */
export interface DotPage {
  readonly dpi: number
  readonly width: number
  readonly height: number
  readonly parts: readonly { readonly x: number; readonly y: number; readonly bitmap: Bitmap }[]
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
}

/** Of hundredths of a millimetre, at the nearest dot. */
export function dots(hundredths: number, dpi: number): number {
  return Math.round((hundredths * dpi) / 2540)
}

/** Told of a part that cannot be drawn; without it the whole label is refused. */
type OnTrouble = (element: number, refusal: Refusal) => void

/** What is printed is what is shown: the preview draws this same page. */
export function renderLabel(template: LabelTemplate, values: LabelValues, dpi: number, onTrouble?: OnTrouble): DotPage {
  const [width, height] = [dots(template.width, dpi), dots(template.height, dpi)]
  const parts: DotPage['parts'][number][] = []
  const bars: DotPage['bars'][number][] = []
  for (const [at, element] of template.elements.entries()) {
    if (!holds(element.when, values)) continue
    const [x, y] = [dots(element.x, dpi), dots(element.y, dpi)]
    if (element.kind === 'line') {
      const [wide, high] = [Math.max(1, dots(element.width, dpi)), Math.max(1, dots(element.height, dpi))]
      bars.push({ x, y, width: Math.min(wide, width - x), height: Math.min(high, height - y) })
      continue
    }
    const part = drawn(element, values, dpi, (refusal) => {
      if (onTrouble === undefined) throw refusal
      onTrouble(at, refusal)
    })?.cropped()
    if (part === undefined || x + part.x >= width || y + part.y >= height) continue
    parts.push({ x: x + part.x, y: y + part.y, bitmap: within(part.bitmap, width - x - part.x, height - y - part.y) })
  }
  return { dpi, width, height, parts, bars: bars.filter((bar) => bar.width > 0 && bar.height > 0) }
}

type Drawable = Exclude<LabelElement, { kind: 'line' }>

function drawn(
  element: Drawable,
  values: LabelValues,
  dpi: number,
  refused: (refusal: Refusal) => void,
): Bitmap | undefined {
  try {
    if (element.kind === 'text') return textBlock(element, values, dpi)
    if (element.kind === 'code') return code(element, values, dpi)
    return drawImage(element, dots(element.width, dpi), dots(element.height, dpi))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refused(error)
    return undefined
  }
}

/** The whole page in one picture. */
export function pictureOf(page: DotPage): Bitmap {
  const picture = new Bitmap(page.width, page.height)
  for (const bar of page.bars) picture.fill(bar.x, bar.y, bar.width, bar.height)
  for (const { x, y, bitmap } of page.parts) picture.draw(bitmap, x, y)
  return picture
}

function within(bitmap: Bitmap, width: number, height: number): Bitmap {
  if (bitmap.width <= width && bitmap.height <= height) return bitmap
  const cut = new Bitmap(Math.min(width, bitmap.width), Math.min(height, bitmap.height))
  cut.draw(bitmap, 0, 0)
  return cut
}

function code(element: Extract<LabelElement, { kind: 'code' }>, values: LabelValues, dpi: number): Bitmap | undefined {
  const isGs1 = element.symbology.startsWith('gs1')
  const content = isGs1 ? filledElements(element.content, values) : filled(element.content, values)
  if (content === '') return undefined
  return drawCode(element.symbology, content, dots(element.width, dpi), dots(element.height, dpi))
}

function textBlock(
  element: Extract<LabelElement, { kind: 'text' }>,
  values: LabelValues,
  dpi: number,
): Bitmap | undefined {
  const text = filled(element.content, values).trim()
  if (text === '') return undefined
  const width = dots(element.width, dpi)
  const em = dots(element.size, dpi) / 1.25
  const lines = brokenLines(text, em, element.bold, width, element.lines)
  const lineHeight = Math.ceil(em * 1.25)
  const block = new Bitmap(width, lineHeight * lines.length)
  lines.forEach((line, at) => {
    const free = width - textWidth(line, em, element.bold)
    const x = element.align === 'left' ? 0 : element.align === 'right' ? free : free / 2
    block.draw(drawText(line, em, element.bold, width, Math.max(0, x)), 0, at * lineHeight)
  })
  return block
}

/** Broken at spaces, and between Chinese characters; what does not fit any more is left out with an ellipsis. */
export function brokenLines(text: string, em: number, bold: boolean, width: number, most: number): string[] {
  const fits = (line: string): boolean => textWidth(line, em, bold) <= width
  const words = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (fits((line + word).trimEnd())) line += word
    else {
      if (line.trim() !== '') lines.push(line.trimEnd())
      line = word
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  const kept = lines.slice(0, most)
  const last = kept.at(-1)
  if (last !== undefined && (lines.length > most || !fits(last))) {
    let short = last
    while (short !== '' && !fits(`${short}…`)) short = [...short].slice(0, -1).join('')
    kept[kept.length - 1] = `${short.trimEnd()}…`
  }
  return kept
}
