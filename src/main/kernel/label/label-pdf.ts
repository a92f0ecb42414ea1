/** A label for a system printer: a page of its size with its dots as they are, so that it prints as it was shown. */
import { closePdf, openPdf } from '../paper'
import { pngOf } from './png'
import { pictureOf, type DotPage } from './render-label'

export function labelPdf(page: DotPage, copies: number): Buffer {
  const size: [number, number] = [(page.width * 72) / page.dpi, (page.height * 72) / page.dpi]
  const document = openPdf({ size })
  const png = pngOf(pictureOf(page))
  for (let copy = 0; copy < copies; copy++) {
    document.addPage()
    document.image(png, 0, 0, { width: size[0], height: size[1] })
  }
  return closePdf(document)
}
