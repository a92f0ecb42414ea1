/** A label for a system printer: a page of its size with its dots as they are, so that it prints as it was shown. */
import { createRequire } from 'node:module'
import type PDFKit from 'pdfkit'
import { pngOf } from './png'
import { pictureOf, type DotPage } from './render-label'

// Not named `require`: the build puts one of that name into the same file.
const load = createRequire(import.meta.url)

export function labelPdf(page: DotPage, copies: number): Buffer {
  const PDFDocument = load('pdfkit') as typeof PDFKit
  const size: [number, number] = [(page.width * 72) / page.dpi, (page.height * 72) / page.dpi]
  const document = new PDFDocument({ size, margin: 0, autoFirstPage: false, info: { Creator: 'Kontor' } })
  const png = pngOf(pictureOf(page))
  for (let copy = 0; copy < copies; copy++) {
    document.addPage()
    document.image(png, 0, 0, { width: size[0], height: size[1] })
  }
  document.end()
  const parts: Buffer[] = []
  for (;;) {
    const part = document.read() as Buffer | null
    if (part === null) return Buffer.concat(parts)
    parts.push(part)
  }
}
