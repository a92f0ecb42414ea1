import type { Sheet } from '../../../shared/labels/papers'
import { mm, type Document } from './pdf'

/** Everything on each page lies off by so much, against a printer whose paper does. Call before the first page. */
export function shiftEachPage(
  document: Document,
  { shiftXTenths, shiftYTenths }: Pick<Sheet, 'shiftXTenths' | 'shiftYTenths'>,
): void {
  if (shiftXTenths === 0 && shiftYTenths === 0) return
  document.on('pageAdded', () => document.translate(mm(shiftXTenths / 10), mm(shiftYTenths / 10)))
}
