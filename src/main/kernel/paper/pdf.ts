/** A PDF from opening to bytes: the one place that knows the library that draws them. */
import { createRequire } from 'node:module'
import type PDFKit from 'pdfkit'
import { paperFonts } from './fonts'

/** Millimetres in points. */
export const mm = (length: number): number => (length * 72) / 25.4

export type Document = InstanceType<typeof PDFKit>

// Not named `require`: the build puts one of that name into the same file.
const load = createRequire(import.meta.url)

interface Opening {
  /** Points, upright as given; or the library's name for it. */
  readonly size: 'A4' | readonly [number, number]
  readonly title?: string
  readonly author?: string
  /** Points on every side; nothing where every place is given by the caller. */
  readonly margin?: number
  /** Pages are kept open until the end: for feet that name the number of pages. */
  readonly keepsPages?: boolean
}

/** Without a page yet. The library is loaded with the first document: the program starts sooner without. */
export function openPdf({ size, title, author, margin = 0, keepsPages = false }: Opening): Document {
  const PDFDocument = load('pdfkit') as typeof PDFKit
  const document = new PDFDocument({
    size: size === 'A4' ? size : [size[0], size[1]],
    margin,
    bufferPages: keepsPages,
    autoFirstPage: false,
    info: {
      Creator: 'Kontor',
      ...(title === undefined ? {} : { Title: title }),
      ...(author === undefined ? {} : { Author: author }),
    },
  })
  document.registerFont('regular', paperFonts.regular())
  document.registerFont('bold', paperFonts.bold())
  return document
}

/** Everything is written by the time `end` returns; what is left is to take it out of the stream's buffer. */
export function closePdf(document: Document): Buffer {
  document.end()
  const parts: Buffer[] = []
  for (;;) {
    const part = document.read() as Buffer | null
    if (part === null) return Buffer.concat(parts)
    parts.push(part)
  }
}
