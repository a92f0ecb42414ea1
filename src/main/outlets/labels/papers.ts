import { refuse } from '../../../shared/errors'
import { isStrip, type PaperKind, type PrintContent, type Sheet } from '../../../shared/labels/papers'
import type { Right } from '../../../shared/contracts/procedure'
import type { Language } from '../../../shared/values/format'
import type { Reader } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import * as counter from '../../operations/counter'
import * as offers from '../../operations/offers'
import * as purchasing from '../../operations/purchasing'
import * as sales from '../../operations/sales'
import * as shipping from '../../operations/shipping'
import * as treasury from '../../operations/treasury'

/** Which document, in which language; what a job keeps until it is drawn. */
export interface PaperOrder {
  readonly paper: PaperKind
  readonly sourceId: number
  readonly locale: Language
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** of a statement, where it is not our own */
  readonly currency?: string | undefined
  readonly sheet: Sheet
}

interface PaperSource {
  /** who may read the document may print it */
  readonly right: Right
  readonly sourceKind: string
  pdf(reader: Reader, actor: Actor, order: PaperOrder): { readonly fileName: string; readonly pdf: string }
}

const withPdf = ({ fileName, base64 }: { fileName: string; base64: string }) => ({ fileName, pdf: base64 })

const sources: Readonly<Record<Exclude<PaperKind, 'receipt' | 'tillReport'>, PaperSource>> = {
  invoice: {
    right: 'sales.read',
    sourceKind: 'sales.invoice',
    pdf: (reader, actor, { sourceId: id, ...order }) => sales.handlers.invoicePdf(reader, actor, { id, ...order }),
  },
  deliveryNote: {
    right: 'warehouse.read',
    sourceKind: 'shipping.shipment',
    pdf: (reader, actor, { sourceId: id, ...order }) =>
      shipping.handlers.deliveryNotePdf(reader, actor, { id, ...order }),
  },
  quotation: {
    right: 'sales.read',
    sourceKind: 'offers.quotation',
    pdf: (reader, actor, { sourceId: id, ...order }) => offers.handlers.quotationPdf(reader, actor, { id, ...order }),
  },
  purchaseOrder: {
    right: 'purchasing.read',
    sourceKind: 'purchasing.order',
    pdf: (reader, actor, { sourceId: id, ...order }) => purchasing.handlers.orderPdf(reader, actor, { id, ...order }),
  },
  statement: {
    right: 'treasury.read',
    sourceKind: 'parties.partner',
    pdf: (reader, actor, { sourceId: partnerId, from, to, ...order }) =>
      from === undefined || to === undefined
        ? refuse('labels.spanWanted', {}, 'from')
        : withPdf(treasury.handlers.statementPdf(reader, actor, { partnerId, from, to, ...order })),
  },
  reminder: {
    right: 'treasury.read',
    sourceKind: 'treasury.dunning',
    pdf: (reader, actor, { sourceId: id, ...order }) =>
      withPdf(treasury.handlers.dunningPdf(reader, actor, { id, ...order })),
  },
}

const STRIPS = {
  receipt: { right: 'sales.read', sourceKind: 'counter.sale' },
  tillReport: { right: 'sales.read', sourceKind: 'counter.till' },
} as const

export function sourceOf(paper: PaperKind): Pick<PaperSource, 'right' | 'sourceKind'> {
  return isStrip(paper) ? STRIPS[paper] : sources[paper]
}

/** The document as it is now, drawn for the paper that lies in the printer. */
export function drawPaper(reader: Reader, actor: Actor, order: PaperOrder): PrintContent {
  if (order.paper === 'receipt') return receiptContent(reader, order, { isCopy: false })
  if (order.paper === 'tillReport') return tillContent(reader, order)
  const { fileName, pdf } = sources[order.paper].pdf(reader, actor, order)
  return { kind: 'paper', title: fileName.replace(/\.pdf$/, ''), form: order.sheet.form, pdf }
}

/** The first one opens the drawer; a copy says that it is one. */
export function receiptContent(
  reader: Reader,
  { sourceId, locale }: Pick<PaperOrder, 'sourceId' | 'locale'>,
  { isCopy }: { readonly isCopy: boolean },
): PrintContent & { kind: 'receipt' } {
  const { number, lines } = counter.receiptLines(reader, { id: sourceId, locale, isCopy })
  return { kind: 'receipt', title: number, lines, opensDrawer: !isCopy }
}

/** The Z report; the drawer stays shut. */
export function tillContent(
  reader: Reader,
  { sourceId, locale }: Pick<PaperOrder, 'sourceId' | 'locale'>,
): PrintContent & { kind: 'receipt' } {
  const { number, lines } = counter.tillLines(reader, { id: sourceId, locale })
  return { kind: 'receipt', title: number, lines, opensDrawer: false }
}
