import { resources } from '../../../../shared/i18n'
import type { Sheet } from '../../../../shared/labels/papers'
import {
  formatMoney,
  formatPercent,
  formatPrice,
  formatQuantity,
  type Language,
} from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { companyProfile } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { renderPaper, type Paper } from '../../../kernel/paper'
import { taxRateMicro } from '../../../ledgers/accounting'
import { addressLines, pricedColumns } from '../../sales'
import { getOrder } from './get-order'

type Order = ReturnType<typeof getOrder>
type Texts = (typeof resources)[Language]['translation']['paper']

/** The order as the supplier gets it; base64. Who may not see cost prints it without prices. */
export function orderPdf(
  reader: Reader,
  input: { readonly id: number; readonly locale: Language; readonly sheet?: Sheet | undefined },
  { hasPrices }: { readonly hasPrices: boolean },
): { fileName: string; pdf: string } {
  const order = getOrder(reader, input.id)
  const paper = orderPaper(reader, order, input.locale, hasPrices)
  return {
    fileName: `${order.number ?? 'draft'}.pdf`,
    pdf: renderPaper(paper, input.sheet).toString('base64'),
  }
}

function orderPaper(reader: Reader, order: Order, locale: Language, hasPrices: boolean): Paper {
  const texts = resources[locale].translation.paper
  const words = texts.purchaseOrder
  const profile = companyProfile(reader)
  const supplier = requirePartner(reader, order.supplier.id)
  const stamp = order.state === 'draft' ? texts.draft : order.state === 'cancelled' ? texts.cancelled : ''
  return {
    sender: profile.name,
    title: words.title,
    number: order.number ?? '',
    addressee: { label: words.to, name: supplier.name, lines: addressLines(supplier, texts) },
    facts: [
      { label: words.date, value: formatDate(order.orderedOn, locale) },
      { label: words.expectedOn, value: formatDate(order.expectedOn, locale) },
      ...customerOrders(order).map((value) => ({ label: words.customerOrder, value })),
    ],
    columns: hasPrices
      ? pricedColumns(
          texts,
          order.lines.some((line) => line.grossPriceMicro !== null),
        )
      : [
          { title: '#', share: 0.06, align: 'right' },
          { title: texts.code, share: 0.2, align: 'left' },
          { title: texts.item, share: 0.49, align: 'left' },
          { title: texts.quantity, share: 0.15, align: 'right' },
          { title: texts.unit, share: 0.1, align: 'left' },
        ],
    rows: order.lines.map((line, at) => rowOf(reader, order, line, at, locale, hasPrices)),
    totals: hasPrices ? totalsOf(order, profile.currency, texts, locale) : [],
    remarks: remarksOf(order, texts),
    signatures: [words.signature],
    pageLabel: texts.page,
    ...(stamp === '' ? {} : { stamp }),
  }
}

/** The number that the customer knows the goods by, where they go straight to it. */
const customerOrders = (order: Order): string[] =>
  order.chain.from.flatMap(({ kind, number }) => (kind === 'sales.order' && number !== null ? [number] : []))

function rowOf(
  reader: Reader,
  order: Order,
  line: Order['lines'][number],
  at: number,
  locale: Language,
  hasPrices: boolean,
): string[] {
  const currency = order.currency ?? companyProfile(reader).currency
  const goods = [String(at + 1), line.item.code, line.item.name, formatQuantity(line.quantityMicro), line.item.baseUnit]
  if (!hasPrices) return goods
  return [
    ...goods,
    formatPrice(line.grossPriceMicro ?? line.foreignPriceMicro ?? line.priceMicro, { currency }),
    formatPercent(taxRateMicro(reader, line.taxCode, order.orderedOn)),
    formatMoney(line.foreignNetMinor ?? line.netMinor, locale, { currency }),
  ]
}

function totalsOf(order: Order, own: string, texts: Texts, locale: Language): Paper['totals'] {
  const currency = order.currency ?? own
  const net = order.foreignNetMinor ?? order.netMinor
  const tax = order.foreignTaxMinor ?? order.taxMinor
  return [
    { label: texts.net, value: formatMoney(net, locale, { currency }) },
    { label: texts.tax, value: formatMoney(tax, locale, { currency }) },
    { label: texts.total, value: formatMoney(net + tax, locale, { currency, symbol: true }), isFinal: true },
  ]
}

function remarksOf(order: Order, { purchaseOrder: words, phone }: Texts): string[] {
  const { sendsTo } = order
  return [
    ...(sendsTo === null
      ? []
      : [
          `${words.deliverTo}: ${[
            sendsTo.name,
            sendsTo.address,
            sendsTo.phone === '' ? '' : `${phone} ${sendsTo.phone}`,
          ]
            .filter((text) => text !== '')
            .join(', ')}`,
          words.straight,
        ]),
    ...(order.isConsigned ? [words.consigned] : []),
    order.note,
  ].filter((text) => text !== '')
}
