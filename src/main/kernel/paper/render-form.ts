import { closePdf, openPdf, type Document } from './pdf'

/** Points. A4 and its half, lying; 24 by 14 cm is the sheet that Chinese vouchers are bound in. */
const SIZES = {
  A4: [595.28, 841.89],
  'A4-half': [595.28, 420.94],
  '24x14': [680.31, 396.85],
} as const
export type FormSize = keyof typeof SIZES

export interface FormColumn {
  readonly title: string
  /** Share of the page's width; all shares together are 1. */
  readonly share: number
  readonly align: 'left' | 'right' | 'center'
}

/** One ruled sheet: a statement, or a voucher as it is bound. Finished texts only. */
export interface FormPage {
  readonly title: string
  /** Number of the official form, in the corner. */
  readonly form: string
  /** Left, centre and right above the table: company, day or span, currency. */
  readonly heads: readonly [string, string, string]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly {
    readonly cells: readonly string[]
    /** The whole row, or cell by cell where two tables stand side by side. */
    readonly isStrong?: boolean | readonly boolean[]
  }[]
  /** Along the foot: who answers for it. */
  readonly foot: readonly string[]
}

const INK = '#111111'
const MARGIN = 34
const MOST_ROW = 24

/** Draws each page on a sheet of its own and returns the PDF. Synchronous and without clock. */
export function renderForms(size: FormSize, pages: readonly FormPage[]): Buffer {
  const document = openPdf({ size: SIZES[size], title: pages[0]?.title ?? '' })
  for (const page of pages) drawPage(document, page)
  return closePdf(document)
}

function drawPage(document: Document, page: FormPage): void {
  document.addPage()
  const { width, height } = document.page
  const inner = width - 2 * MARGIN
  document.fillColor(INK).strokeColor(INK).lineWidth(0.6)
  document
    .font('bold')
    .fontSize(16)
    .text(page.title, MARGIN, MARGIN - 8, { width: inner, align: 'center' })
  document
    .font('regular')
    .fontSize(8)
    .text(page.form, MARGIN, MARGIN - 8, { width: inner, align: 'right' })
  const third = inner / 3
  for (const [at, align] of (['left', 'center', 'right'] as const).entries()) {
    document
      .fontSize(9)
      .text(page.heads[at] ?? '', MARGIN + at * third, MARGIN + 20, { width: third, align, lineBreak: false })
  }
  const top = MARGIN + 38
  const bottom = height - MARGIN - 14
  const rowHeight = Math.min(MOST_ROW, (bottom - top) / (page.rows.length + 1))
  const lines = [{ cells: page.columns.map(({ title }) => title), isStrong: true }, ...page.rows]
  for (const [at, row] of lines.entries()) drawRow(document, page, row, at, top + at * rowHeight, rowHeight, inner)
  drawGrid(document, page, top, rowHeight * lines.length, inner)
  for (const [at, label] of page.foot.entries()) {
    const share = inner / page.foot.length
    document
      .font('regular')
      .fontSize(9)
      .text(label, MARGIN + at * share, bottom + 2, { width: share, lineBreak: false })
  }
}

function drawRow(
  document: Document,
  page: FormPage,
  row: FormPage['rows'][number],
  at: number,
  y: number,
  height: number,
  inner: number,
): void {
  let x = MARGIN
  const { isStrong = false } = row
  for (const [place, column] of page.columns.entries()) {
    document.font((typeof isStrong === 'boolean' ? isStrong : isStrong[place]) ? 'bold' : 'regular')
    const width = column.share * inner
    const text = row.cells[place] ?? ''
    const size = fittingSize(document, text, width - 6, Math.min(9, height * 0.62))
    document.fontSize(size).text(text, x + 3, y + (height - size * 1.35) / 2, {
      width: width - 6,
      align: at === 0 ? 'center' : column.align,
      lineBreak: false,
    })
    x += width
  }
  document
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + inner, y)
    .stroke()
}

/** What is too long for its cell is written smaller, never cut off. */
function fittingSize(document: Document, text: string, width: number, size: number): number {
  document.fontSize(size)
  const wanted = document.widthOfString(text)
  return wanted <= width ? size : Math.max(3, (size * width) / wanted)
}

function drawGrid(document: Document, page: FormPage, top: number, height: number, inner: number): void {
  document.rect(MARGIN, top, inner, height).stroke()
  let x = MARGIN
  for (const column of page.columns.slice(0, -1)) {
    x += column.share * inner
    document
      .moveTo(x, top)
      .lineTo(x, top + height)
      .stroke()
  }
}
