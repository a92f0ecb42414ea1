import type { StripLine } from '../../../shared/labels/papers'
import { closePdf, openPdf, type Document } from './pdf'

/** 80 mm of paper, of which a receipt printer reaches 72. Points. */
const WIDTH = 226.77
const MARGIN = 11.34
const INNER = WIDTH - 2 * MARGIN
const GAP = 3

const SIZES = { small: 7.5, normal: 9, large: 13 } as const

/** A receipt: as long as its lines need, of finished texts only. Synchronous and without clock. */
export function renderStrip(title: string, lines: readonly StripLine[]): Buffer {
  const measure = openPdf({ size: [WIDTH, 1000], title })
  const heights = lines.map((line) => heightOf(measure, line))
  const length = heights.reduce((sum, height) => sum + height + GAP, 2 * MARGIN)
  const document = openPdf({ size: [WIDTH, length], title })
  document.addPage()
  let y = MARGIN
  for (const [at, line] of lines.entries()) {
    drawLine(document, line, y)
    y += (heights[at] ?? 0) + GAP
  }
  return closePdf(document)
}

function withFont(document: Document, { size = 'normal', isStrong = false }: StripLine): Document {
  return document.font(isStrong ? 'bold' : 'regular').fontSize(SIZES[size])
}

/** What stands at the right keeps its width; the rest is for the text. */
function widthOf(document: Document, line: StripLine): number {
  return line.right === undefined ? INNER : INNER - document.widthOfString(line.right) - 6
}

function heightOf(document: Document, line: StripLine): number {
  withFont(document, line)
  const text = document.heightOfString(line.left === '' ? ' ' : line.left, { width: widthOf(document, line) })
  return text + (line.hasRule === true ? GAP : 0)
}

function drawLine(document: Document, line: StripLine, top: number): void {
  let y = top
  if (line.hasRule === true) {
    document
      .lineWidth(0.6)
      .moveTo(MARGIN, y)
      .lineTo(WIDTH - MARGIN, y)
      .stroke()
    y += GAP
  }
  withFont(document, line).text(line.left, MARGIN, y, {
    width: widthOf(document, line),
    align: line.isCentred === true ? 'center' : 'left',
  })
  if (line.right !== undefined) {
    document.text(line.right, MARGIN, y, { width: INNER, align: 'right', lineBreak: false })
  }
}
