import { createRequire } from 'node:module'
import type PDFKit from 'pdfkit'
import type { StripLine } from '../../../shared/labels/papers'
import { paperFonts } from './fonts'

type Document = InstanceType<typeof PDFKit>

// Not named `require`: the build puts one of that name into the same file.
const load = createRequire(import.meta.url)

/** 80 mm of paper, of which a receipt printer reaches 72. Points. */
const WIDTH = 226.77
const MARGIN = 11.34
const INNER = WIDTH - 2 * MARGIN
const GAP = 3

const SIZES = { small: 7.5, normal: 9, large: 13 } as const

/** A receipt: as long as its lines need, of finished texts only. Synchronous and without clock. */
export function renderStrip(title: string, lines: readonly StripLine[]): Buffer {
  const measure = newDocument(title, 1000)
  const heights = lines.map((line) => heightOf(measure, line))
  const length = heights.reduce((sum, height) => sum + height + GAP, 2 * MARGIN)
  const document = newDocument(title, length)
  document.addPage()
  let y = MARGIN
  for (const [at, line] of lines.entries()) {
    drawLine(document, line, y)
    y += (heights[at] ?? 0) + GAP
  }
  document.end()
  const parts: Buffer[] = []
  for (;;) {
    const part = document.read() as Buffer | null
    if (part === null) return Buffer.concat(parts)
    parts.push(part)
  }
}

function newDocument(title: string, height: number): Document {
  const PDFDocument = load('pdfkit') as typeof PDFKit
  const document = new PDFDocument({
    size: [WIDTH, height],
    margin: 0,
    autoFirstPage: false,
    info: { Title: title, Creator: 'Kontor' },
  })
  document.registerFont('regular', paperFonts.regular())
  document.registerFont('bold', paperFonts.bold())
  return document
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
