import { code128 } from './code128'
import type { Sheet } from '../../../shared/labels/papers'
import type { Paper, PaperColumn } from './paper'
import { closePdf, openPdf, type Document } from './pdf'
import { renderContinuous } from './render-continuous'
import { shiftEachPage } from './shift'

const MARGIN = 48
const INK = '#1c2430'
const PALE = '#5f6b7a'
const RULE = '#c9d0d9'
const FOOT = 40
const BARCODE_CELL = 27
const CELL = { size: 9, padX: 4, padY: 4 }

/** Draws a document on A4 pages, heading and table head repeated, and returns the PDF. Synchronous and without clock. */
export function renderPaper(paper: Paper, sheet?: Sheet): Buffer {
  if (sheet !== undefined && sheet.form !== 'A4') return renderContinuous(paper, sheet)
  const document = openPdf({
    size: 'A4',
    title: `${paper.title} ${paper.number}`,
    author: paper.sender,
    margin: MARGIN,
    keepsPages: true,
  })
  if (sheet !== undefined) shiftEachPage(document, sheet)
  document.addPage()
  drawHead(document, paper)
  drawTable(document, paper)
  drawTotals(document, paper)
  drawRemarks(document, paper)
  drawSignatures(document, paper)
  drawEveryPage(document, paper)
  return closePdf(document)
}

const widthOf = (document: Document): number => document.page.width - 2 * MARGIN
const bottomOf = (document: Document): number => document.page.height - MARGIN - FOOT

function drawHead(document: Document, paper: Paper): void {
  const width = widthOf(document)
  const half = width / 2
  const right = MARGIN + half
  document.fillColor(INK).font('bold').fontSize(14)
  document.text(paper.sender, MARGIN, MARGIN, { width: half - 12 })
  const senderEnds = document.y
  document
    .font('bold')
    .fontSize(19)
    .text(paper.title, right, MARGIN - 5, { width: half, align: 'right' })
  document
    .font('regular')
    .fontSize(11)
    .text(paper.number, right, document.y + 1, { width: half, align: 'right' })
  drawBarcode(document, paper.number, MARGIN + width, document.y + 4)
  const top = Math.max(senderEnds, document.y + 34) + 18
  const addressEnds = drawAddressee(document, paper, top, half - 24)
  const factsEnd = drawFacts(document, paper, top, right + 24, half - 24)
  document.y = Math.max(addressEnds, factsEnd) + 20
}

function drawAddressee(document: Document, paper: Paper, top: number, width: number): number {
  document.fillColor(PALE).font('regular').fontSize(8).text(paper.addressee.label, MARGIN, top, { width })
  document
    .fillColor(INK)
    .font('bold')
    .fontSize(11)
    .text(paper.addressee.name, MARGIN, document.y + 2, { width })
  document.font('regular').fontSize(9)
  for (const line of paper.addressee.lines) document.text(line, MARGIN, document.y + 1, { width })
  return document.y
}

function drawFacts(document: Document, paper: Paper, top: number, left: number, width: number): number {
  let y = top
  for (const { label, value } of paper.facts) {
    document.font('regular').fontSize(9)
    document.fillColor(PALE).text(label, left, y, { width: width * 0.45 })
    const labelEnds = document.y
    document.fillColor(INK).text(value, left + width * 0.45, y, { width: width * 0.55, align: 'right' })
    y = Math.max(labelEnds, document.y) + 3
  }
  return y
}

/** Ends at `right`; one module is 0.9 pt (0.32 mm), wide enough for every hand scanner. */
function drawBarcode(document: Document, text: string, right: number, top: number): void {
  const widths = code128(text)
  const module = 0.9
  let x = right - widths.reduce((sum, width) => sum + width, 0) * module
  for (const [at, width] of widths.entries()) {
    if (at % 2 === 0) document.rect(x, top, width * module, 26)
    x += width * module
  }
  document.fill(INK)
}

function drawTable(document: Document, paper: Paper): void {
  drawTableHead(document, paper.columns)
  for (const row of paper.rows) {
    const height = rowHeight(document, paper.columns, row)
    if (document.y + height > bottomOf(document)) {
      document.addPage()
      document.y = MARGIN
      drawTableHead(document, paper.columns)
    }
    drawCells(document, paper.columns, row, 'regular', INK)
    drawRule(document, document.y, 0.5)
  }
}

function drawTableHead(document: Document, columns: readonly PaperColumn[]): void {
  const titles = columns.map((column) => column.title)
  drawCells(document, columns, titles, 'bold', PALE)
  drawRule(document, document.y, 1)
}

function rowHeight(document: Document, columns: readonly PaperColumn[], cells: readonly string[]): number {
  const width = widthOf(document)
  document.fontSize(CELL.size)
  const heights = columns.map((column, at) =>
    column.isBarcode === true && cells[at] !== ''
      ? BARCODE_CELL
      : document.heightOfString(cells[at] ?? '', { width: column.share * width - 2 * CELL.padX }),
  )
  return Math.max(...heights) + 2 * CELL.padY
}

function drawCells(
  document: Document,
  columns: readonly PaperColumn[],
  cells: readonly string[],
  font: 'regular' | 'bold',
  colour: string,
): void {
  const width = widthOf(document)
  document.font(font).fontSize(CELL.size).fillColor(colour)
  const top = document.y
  const height = rowHeight(document, columns, cells)
  let x = MARGIN
  for (const [at, column] of columns.entries()) {
    const cellWidth = column.share * width
    const options = { width: cellWidth - 2 * CELL.padX, align: column.align }
    // The head of the column is words.
    if (column.isBarcode === true && font === 'regular') {
      drawCellBarcode(document, cells[at] ?? '', x + CELL.padX, top + CELL.padY, options.width)
      document.font(font).fontSize(CELL.size).fillColor(colour)
    } else document.text(cells[at] ?? '', x + CELL.padX, top + CELL.padY, options)
    x += cellWidth
  }
  document.y = top + height
}

/** With its text below, for whoever has to type it. */
function drawCellBarcode(document: Document, text: string, left: number, top: number, width: number): void {
  if (text === '') return
  const widths = code128(text)
  const module = Math.min(
    0.9,
    width /
      Math.max(
        1,
        widths.reduce((sum, bar) => sum + bar, 0),
      ),
  )
  let x = left
  for (const [at, bar] of widths.entries()) {
    if (at % 2 === 0) document.rect(x, top, bar * module, 18)
    x += bar * module
  }
  document.fill(INK)
  document
    .fontSize(6)
    .fillColor(PALE)
    .text(text, left, top + 19, { width, lineBreak: false })
}

function drawRule(document: Document, y: number, thickness: number): void {
  document
    .moveTo(MARGIN, y)
    .lineTo(document.page.width - MARGIN, y)
    .lineWidth(thickness)
    .stroke(RULE)
}

function needRoom(document: Document, height: number): void {
  if (document.y + height <= bottomOf(document)) return
  document.addPage()
  document.y = MARGIN
}

function drawTotals(document: Document, paper: Paper): void {
  if (paper.totals.length === 0) return
  needRoom(document, paper.totals.length * 18 + 12)
  const width = widthOf(document) * 0.42
  const left = document.page.width - MARGIN - width
  let y = document.y + 10
  for (const { label, value, isFinal = false } of paper.totals) {
    document.font(isFinal ? 'bold' : 'regular').fontSize(isFinal ? 11 : 9.5)
    document.fillColor(isFinal ? INK : PALE).text(label, left, y, { width: width * 0.5 })
    document.fillColor(INK).text(value, left + width * 0.4, y, { width: width * 0.6 - CELL.padX, align: 'right' })
    y = document.y + 3
  }
  document.y = y
}

function drawRemarks(document: Document, paper: Paper): void {
  for (const remark of paper.remarks) {
    document.font('regular').fontSize(9).fillColor(INK)
    needRoom(document, document.heightOfString(remark, { width: widthOf(document) }) + 8)
    document.text(remark, MARGIN, document.y + 8, { width: widthOf(document) })
  }
}

function drawSignatures(document: Document, paper: Paper): void {
  if (paper.signatures.length === 0) return
  needRoom(document, 74)
  const width = widthOf(document) / paper.signatures.length
  const y = document.y + 54
  for (const [at, label] of paper.signatures.entries()) {
    const left = MARGIN + at * width
    document
      .moveTo(left, y)
      .lineTo(left + width - 24, y)
      .lineWidth(0.7)
      .stroke(PALE)
    document
      .font('regular')
      .fontSize(8)
      .fillColor(PALE)
      .text(label, left, y + 3, { width: width - 24 })
  }
  document.y = y + 16
}

/** Foot and stamp need the number of pages, so they come last. */
function drawEveryPage(document: Document, paper: Paper): void {
  const { count } = document.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    document.switchToPage(page)
    // Below the bottom margin pdfkit would begin a new page.
    document.page.margins.bottom = 0
    const y = document.page.height - MARGIN - 8
    const label = paper.pageLabel.replace('{{page}}', String(page + 1)).replace('{{pages}}', String(count))
    document.font('regular').fontSize(8).fillColor(PALE)
    document.text(`${paper.sender} · ${paper.number}`, MARGIN, y, { width: widthOf(document), lineBreak: false })
    document.text(label, MARGIN, y, { width: widthOf(document), align: 'right' })
    if (paper.stamp !== undefined) drawStamp(document, paper.stamp)
  }
}

function drawStamp(document: Document, text: string): void {
  const { width, height } = document.page
  document.save()
  document.rotate(-24, { origin: [width / 2, height / 2] })
  document.font('bold').fontSize(64).fillColor('#b3261e').fillOpacity(0.18)
  document.text(text, 0, height / 2 - 40, { width, align: 'center' })
  document.restore()
}
