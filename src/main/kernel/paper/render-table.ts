import { closePdf, openPdf, type Document } from './pdf'

/** A list or a ledger as long as it is, on as many sheets of A4 as it takes. Finished texts only. */
export interface TablePaper {
  readonly title: string
  /** Left, centre and right above the table: company, what it is about, currency. */
  readonly heads: readonly [string, string, string]
  readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' }[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly isStrong?: boolean | undefined }[]
  /** With `{{page}}` and `{{pages}}`. */
  readonly pageLabel: string
}

const SHORT = 595.28
const LONG = 841.89
const MARGIN = 34
const HEAD = 40
const ROW = 15
const SIZE = 8
const PAD = 3
const INK = '#111111'
/** A text column gives way down to this share of what it would like; below it the paper is turned. */
const LEAST_SHARE = 0.8
const LONGEST_TEXT = 30 * SIZE
/** Days, numbers of documents and codes are read whole or not at all: they do not give way. */
const SHORT_TEXT = 13 * SIZE

/** Draws the table and returns the PDF: upright where it fits, lying where it is wide. Synchronous and without clock. */
export function renderTable(paper: TablePaper): Buffer {
  const wanted = wantedWidths(paper)
  const isLying = leastOf(paper, wanted) > SHORT - 2 * MARGIN
  const [width, height] = isLying ? [LONG, SHORT] : [SHORT, LONG]
  const widths = fitted(paper, wanted, width - 2 * MARGIN)
  const document = openPdf({ size: [width, height], title: paper.title })
  const perPage = Math.floor((height - 2 * MARGIN - HEAD) / ROW) - 2
  const pages = Math.max(1, Math.ceil(paper.rows.length / perPage))
  for (let page = 0; page < pages; page += 1) {
    document.addPage()
    drawHead(document, paper)
    const lines = [
      { cells: paper.columns.map(({ title }) => title), isStrong: true },
      ...paper.rows.slice(page * perPage, (page + 1) * perPage),
    ]
    for (const [at, line] of lines.entries()) drawLine(document, paper, widths, line, at)
    drawGrid(document, widths, lines.length)
    const label = paper.pageLabel.replace('{{page}}', String(page + 1)).replace('{{pages}}', String(pages))
    document
      .font('regular')
      .fontSize(SIZE)
      .text(label, MARGIN, height - MARGIN - 4, { width: width - 2 * MARGIN, align: 'center', lineBreak: false })
  }
  return closePdf(document)
}

/** Near enough without asking the font for thousands of cells: a Chinese character is a square, a bold digit not two thirds. */
function roughWidth(text: string): number {
  let units = 0
  for (const character of text) units += character.charCodeAt(0) > 0x2e7f ? 1 : 0.62
  return units * SIZE
}

const wantedWidths = (paper: TablePaper): number[] =>
  paper.columns.map(({ title, align }, at) => {
    const widest = paper.rows.reduce(
      (width, { cells }) => Math.max(width, roughWidth(cells[at] ?? '')),
      roughWidth(title),
    )
    return (align === 'left' ? Math.min(widest, LONGEST_TEXT) : widest) + 2 * PAD
  })

const givesWay = (paper: TablePaper, wanted: readonly number[], at: number): boolean =>
  paper.columns[at]?.align === 'left' && (wanted[at] ?? 0) > SHORT_TEXT

const leastOf = (paper: TablePaper, wanted: readonly number[]): number =>
  wanted.reduce((sum, width, at) => sum + (givesWay(paper, wanted, at) ? width * LEAST_SHARE : width), 0)

/** Figures and short texts keep their width; long texts share what is left over or wanting, and all where none is long. */
function fitted(paper: TablePaper, wanted: readonly number[], inner: number): number[] {
  const isLong = wanted.map((_width, at) => givesWay(paper, wanted, at))
  const sumOf = (which: boolean): number =>
    wanted.reduce((sum, width, at) => sum + (isLong[at] === which ? width : 0), 0)
  const [long, short] = [sumOf(true), sumOf(false)]
  const share = long === 0 ? 0 : (inner - short) / long
  if (share < LEAST_SHARE) {
    const all = inner / (long + short)
    return wanted.map((width) => width * all)
  }
  return wanted.map((width, at) => (isLong[at] === true ? width * share : width))
}

function drawHead(document: Document, paper: TablePaper): void {
  const inner = document.page.width - 2 * MARGIN
  document.fillColor(INK).strokeColor(INK).lineWidth(0.5)
  document
    .font('bold')
    .fontSize(14)
    .text(paper.title, MARGIN, MARGIN - 8, { width: inner, align: 'center', lineBreak: false })
  const third = inner / 3
  document.font('regular').fontSize(9)
  for (const [at, align] of (['left', 'center', 'right'] as const).entries()) {
    document.text(paper.heads[at] ?? '', MARGIN + at * third, MARGIN + 20, { width: third, align, lineBreak: false })
  }
}

function drawLine(
  document: Document,
  paper: TablePaper,
  widths: readonly number[],
  line: TablePaper['rows'][number],
  at: number,
): void {
  const y = MARGIN + HEAD + at * ROW
  let x = MARGIN
  document.font(line.isStrong === true ? 'bold' : 'regular')
  for (const [place, column] of paper.columns.entries()) {
    const width = widths[place] ?? 0
    const room = width - 2 * PAD
    const text = line.cells[place] ?? ''
    if (text !== '') {
      // What is too long is written smaller, never cut off.
      const size = Math.max(3, SIZE * Math.min(1, room / roughWidth(text)))
      const align = at === 0 ? 'center' : column.align
      document.fontSize(size).text(text, x + PAD, y + (ROW - size * 1.4) / 2, { width: room, align, lineBreak: false })
    }
    x += width
  }
}

function drawGrid(document: Document, widths: readonly number[], lines: number): void {
  const top = MARGIN + HEAD
  const right = MARGIN + widths.reduce((sum, width) => sum + width, 0)
  for (let at = 0; at <= lines; at += 1) {
    document.moveTo(MARGIN, top + at * ROW).lineTo(right, top + at * ROW)
  }
  let x = MARGIN
  for (const width of [0, ...widths]) {
    x += width
    document.moveTo(x, top).lineTo(x, top + lines * ROW)
  }
  document.stroke()
}
