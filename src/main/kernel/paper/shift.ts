import type PDFKit from 'pdfkit'
import type { Sheet } from '../../../shared/labels/papers'

/** Tenths of a millimetre in points. */
const TENTH = 72 / 254

/** Everything on each page lies off by so much, against a printer whose paper does. Call before the first page. */
export function shiftEachPage(
  document: InstanceType<typeof PDFKit>,
  { shiftXTenths, shiftYTenths }: Pick<Sheet, 'shiftXTenths' | 'shiftYTenths'>,
): void {
  if (shiftXTenths === 0 && shiftYTenths === 0) return
  document.on('pageAdded', () => document.translate(shiftXTenths * TENTH, shiftYTenths * TENTH))
}
