/**
 * Documents on the continuous three-part forms of dot-matrix printers (241 mm with the tractor strips): every part at a
 * place in millimetres that never moves, in black, no letter smaller than needles can print through three sheets.
 */
import type { PaperForm, Sheet } from '../../../shared/labels/papers'
import type { Paper, PaperColumn } from './paper'
import { closePdf, mm, openPdf, type Document } from './pdf'
import { shiftEachPage } from './shift'

/** Millimetres. The forms are a whole, a half and a third of 11 inches high. */
const HEIGHTS: Readonly<Record<Exclude<PaperForm, 'A4'>, number>> = {
  '241x280': 279.4,
  '241x140': 139.7,
  '241x93': 93.1,
}
const WIDTH = 241.3
/** Strips with holes, 12.7 mm on each side, and a little air. */
export const CONTINUOUS = {
  left: 16,
  right: 225.3,
  title: 5,
  number: 6.5,
  addressee: 13,
  facts: 19.5,
  table: 25,
  row: 5.6,
  foot: 7,
} as const
const SIZE = 9
const PAD = 0.8

/** Rows of goods on one sheet; the last sheet gives room to totals and remarks. */
function rowsOnSheet(height: number, below: number): number {
  return Math.max(1, Math.floor((height - CONTINUOUS.table - CONTINUOUS.foot - below) / CONTINUOUS.row) - 1)
}

export function renderContinuous(paper: Paper, sheet: Sheet & { readonly form: PaperForm }): Buffer {
  const height = HEIGHTS[sheet.form === 'A4' ? '241x280' : sheet.form]
  const document = openPdf({
    size: [mm(WIDTH), mm(height)],
    title: `${paper.title} ${paper.number}`,
    author: paper.sender,
  })
  shiftEachPage(document, sheet)
  const pages = sheetsOf(paper, height)
  for (const [at, rows] of pages.entries()) {
    document.addPage()
    drawHead(document, paper)
    const ends = drawTable(document, paper.columns, rows)
    if (at === pages.length - 1) drawTotals(document, paper, ends)
    drawFoot(document, paper, height, at + 1, pages.length)
  }
  return closePdf(document)
}

const linesBelow = (paper: Paper): number => Math.max(paper.totals.length, paper.remarks.length)

function sheetsOf(paper: Paper, height: number): (readonly (readonly string[])[])[] {
  const full = rowsOnSheet(height, 0)
  const last = rowsOnSheet(height, linesBelow(paper) * CONTINUOUS.row + 1)
  const sheets: (readonly (readonly string[])[])[] = []
  let rest = paper.rows
  while (rest.length > last) {
    const taken = Math.min(full, rest.length)
    sheets.push(rest.slice(0, taken))
    rest = rest.slice(taken)
  }
  return [...sheets, rest]
}

interface Cell {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
  readonly isBold?: boolean
  readonly size?: number
}

/** One line from its top left corner, millimetres; what is too long is written smaller, never cut off. */
function put(
  document: Document,
  text: string,
  { x, y, width, align = 'left', isBold = false, size = SIZE }: Cell,
): void {
  if (text === '') return
  document.font(isBold ? 'bold' : 'regular').fontSize(size)
  const wanted = document.widthOfString(text)
  const fitting = wanted <= mm(width) ? size : Math.max(4, (size * mm(width)) / wanted)
  document.fillColor('black').fontSize(fitting)
  // Set by itself from its left end: the alignment of the library breaks a line that fits to the last tenth.
  const wide = document.widthOfString(text)
  const free = align === 'left' ? 0 : align === 'right' ? mm(width) - wide : (mm(width) - wide) / 2
  document.text(text, mm(x) + free, mm(y) + ((size - fitting) * 1.3) / 2, { lineBreak: false })
}

function drawHead(document: Document, paper: Paper): void {
  const { left, right, title, number, addressee, facts } = CONTINUOUS
  const width = right - left
  const heading = `${paper.title}${paper.stamp === undefined ? '' : `（${paper.stamp}）`}`
  put(document, paper.sender, { x: left, y: number, width: width * 0.32, isBold: true })
  put(document, heading, {
    x: left + width * 0.33,
    y: title,
    width: width * 0.34,
    align: 'center',
    isBold: true,
    size: 14,
  })
  put(document, paper.number, { x: right - width * 0.3, y: number, width: width * 0.3, align: 'right' })
  const address = [paper.addressee.name, ...paper.addressee.lines].filter((line) => line !== '').join('  ')
  put(document, `${paper.addressee.label} ${address}`, { x: left, y: addressee, width })
  const share = width / Math.max(3, paper.facts.length)
  for (const [at, fact] of paper.facts.entries()) {
    put(document, `${fact.label} ${fact.value}`, { x: left + at * share, y: facts, width: share - 2 })
  }
}

/** Ruled, so that figures are found on the third sheet too. Answers where it ends. */
function drawTable(document: Document, columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): number {
  const { left, right, table, row } = CONTINUOUS
  const width = right - left
  const lines = [columns.map(({ title }) => title), ...rows]
  const ends = table + lines.length * row
  for (const [at, cells] of lines.entries()) {
    let x = left
    for (const [place, column] of columns.entries()) {
      put(document, cells[place] ?? '', {
        x: x + PAD,
        y: table + at * row + 0.7,
        width: column.share * width - 2 * PAD,
        align: at === 0 ? 'center' : column.align,
        isBold: at === 0,
      })
      x += column.share * width
    }
  }
  document.lineWidth(0.75).strokeColor('black')
  for (let at = 0; at <= lines.length; at += 1) {
    document.moveTo(mm(left), mm(table + at * row)).lineTo(mm(right), mm(table + at * row))
  }
  let x = left
  for (const share of [0, ...columns.map((column) => column.share)]) {
    x += share * width
    document.moveTo(mm(x), mm(table)).lineTo(mm(x), mm(ends))
  }
  document.stroke()
  return ends
}

function drawTotals(document: Document, paper: Paper, top: number): void {
  const { left, right, row } = CONTINUOUS
  const half = (right - left) / 2
  for (const [at, remark] of paper.remarks.entries()) {
    put(document, remark, { x: left, y: top + 1 + at * row, width: half - 3 })
  }
  for (const [at, { label, value, isFinal = false }] of paper.totals.entries()) {
    const y = top + 1 + at * row
    put(document, label, { x: left + half, y, width: half * 0.45, isBold: isFinal })
    put(document, value, { x: left + half * 1.45, y, width: half * 0.55, align: 'right', isBold: isFinal })
  }
}

function drawFoot(document: Document, paper: Paper, height: number, page: number, pages: number): void {
  const { left, right, foot } = CONTINUOUS
  const y = height - foot
  const label = paper.pageLabel.replace('{{page}}', String(page)).replace('{{pages}}', String(pages))
  const room = right - left - 30
  const share = room / Math.max(1, paper.signatures.length)
  for (const [at, signature] of paper.signatures.entries()) {
    put(document, `${signature} ____________`, { x: left + at * share, y, width: share - 3 })
  }
  put(document, label, { x: right - 28, y, width: 28, align: 'right' })
}
