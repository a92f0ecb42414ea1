import { code128 } from './code128'
import { closePdf, mm, openPdf, type Document } from './pdf'

export interface SheetLabel {
  readonly text: string
  /** Drawn as Code 128. */
  readonly code: string
  /** Small, in the corner. */
  readonly note: string
}

/** Two columns of eight labels, 99 by 34 mm: what A4 label paper is sold as. */
const SHEET = { columns: 2, rows: 8, width: mm(99), height: mm(33.9), left: mm(6), top: mm(12.9) }
const PAD = mm(4)

/** Labels on A4 sheets, to be cut or on label paper, and returns the PDF. Synchronous and without clock. */
export function renderLabelSheet(sheet: { readonly title: string; readonly labels: readonly SheetLabel[] }): Buffer {
  const document = openPdf({ size: 'A4', title: sheet.title })
  const perPage = SHEET.columns * SHEET.rows
  for (const [at, label] of sheet.labels.entries()) {
    if (at % perPage === 0) document.addPage()
    const place = at % perPage
    const left = SHEET.left + (place % SHEET.columns) * SHEET.width
    const top = SHEET.top + Math.floor(place / SHEET.columns) * SHEET.height
    drawLabel(document, label, left, top)
  }
  return closePdf(document)
}

function drawLabel(document: Document, { text, code, note }: SheetLabel, left: number, top: number): void {
  const width = SHEET.width - 2 * PAD
  document.fillColor('#000000').font('bold')
  const noteWidth = mm(18)
  let size = 30
  while (size > 10 && document.fontSize(size).widthOfString(text) > width - noteWidth) size -= 1
  document.fontSize(size).text(text, left + PAD, top + PAD, { lineBreak: false })
  document
    .font('regular')
    .fontSize(18)
    .text(note, left + PAD + width - noteWidth, top + PAD + 4, { width: noteWidth, align: 'right', lineBreak: false })
  const widths = code128(code)
  const modules = widths.reduce((sum, module) => sum + module, 0)
  // Wide enough for every hand scanner, no wider than the label.
  const module = Math.min(1.4, width / modules)
  let x = left + PAD
  for (const [at, bar] of widths.entries()) {
    if (at % 2 === 0) document.rect(x, top + PAD + 36, bar * module, mm(12))
    x += bar * module
  }
  document.fill('#000000')
}
