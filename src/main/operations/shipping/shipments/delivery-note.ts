import { resources } from '../../../../shared/i18n'
import type { Sheet } from '../../../../shared/labels/papers'
import { piecesText } from '../../../../shared/values/catch-weight'
import { formatQuantity, formatScaled, type Language } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { companyProfile } from '../../../foundation/company'
import { namesFor } from '../../../foundation/items'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { renderPaper, type Paper, type PaperColumn, type PaperFact } from '../../../kernel/paper'
import { requireOrder } from '../../sales'
import { requireShipment, shippedLines, type ShippedLineRow } from './shipment-queries'
import type { ShipmentRow } from './shipment-store'

type Texts = (typeof resources)[Language]['translation']['paper']

/** The delivery note as PDF, base64: what is in the cartons by lot, no prices. */
export function deliveryNotePdf(
  reader: Reader,
  input: { id: number; locale: Language; sheet?: Sheet | undefined },
): { fileName: string; pdf: string } {
  const shipment = requireShipment(reader, input.id)
  const pdf = renderPaper(deliveryNote(reader, shipment, input.locale), input.sheet)
  return { fileName: `${shipment.number}.pdf`, pdf: pdf.toString('base64') }
}

function deliveryNote(reader: Reader, shipment: ShipmentRow, locale: Language): Paper {
  const texts = resources[locale].translation.paper
  const profile = companyProfile(reader)
  const customer = requirePartner(reader, shipment.customer_id)
  const { phone } = customer
  const inOwnLanguage = locale === profile.locale
  const lines = shippedLines(reader, shipment.id)
  const named = namesFor(
    reader,
    customer.id,
    lines.map(({ itemId }) => itemId),
  )
  const nameOf = ({ itemId, name, otherName }: ShippedLineRow): string =>
    named(itemId, !inOwnLanguage && otherName !== '' ? otherName : name)
  return {
    sender: profile.name,
    title: texts.deliveryNote.title,
    number: shipment.number,
    addressee: {
      label: texts.deliveryNote.to,
      name: customer.name,
      lines: [...customer.address.split('\n'), phone === '' ? '' : `${texts.phone} ${phone}`].filter(
        (line) => line !== '',
      ),
    },
    facts: factsOf(reader, shipment, texts, locale),
    columns: columnsOf(texts),
    rows: lines.map((line, at) => rowOf({ ...line, name: nameOf(line) }, at, locale)),
    totals: [],
    remarks: shipment.note === '' ? [] : [shipment.note],
    signatures: [texts.deliveryNote.handedOver, texts.deliveryNote.received],
    pageLabel: texts.page,
    ...(shipment.state === 'reversed' ? { stamp: texts.reversed } : {}),
  }
}

function factsOf(reader: Reader, shipment: ShipmentRow, texts: Texts, locale: Language): PaperFact[] {
  const order = requireOrder(reader, shipment.order_id)
  const facts: PaperFact[] = [
    { label: texts.deliveryNote.date, value: formatDate(shipment.shipped_on, locale) },
    { label: texts.order, value: order.number ?? '' },
  ]
  if (order.customerReference !== '') facts.push({ label: texts.customerReference, value: order.customerReference })
  if (shipment.carrier !== '') facts.push({ label: texts.deliveryNote.carrier, value: shipment.carrier })
  facts.push({ label: texts.deliveryNote.cartons, value: String(shipment.cartons) })
  if (shipment.weight_grams > 0) {
    const kilograms = formatScaled(shipment.weight_grams, 3, { minDecimals: 1 })
    facts.push({ label: texts.deliveryNote.weight, value: `${kilograms} kg` })
  }
  return facts
}

function columnsOf(texts: Texts): PaperColumn[] {
  return [
    { title: '#', share: 0.05, align: 'right' },
    { title: texts.code, share: 0.14, align: 'left' },
    { title: texts.item, share: 0.38, align: 'left' },
    { title: texts.lot, share: 0.14, align: 'left' },
    { title: texts.expiresOn, share: 0.13, align: 'left' },
    { title: texts.quantity, share: 0.09, align: 'right' },
    { title: texts.unit, share: 0.07, align: 'left' },
  ]
}

function rowOf(line: ShippedLineRow, at: number, locale: Language): string[] {
  return [
    String(at + 1),
    line.code,
    line.pieces === null ? line.name : `${line.name} · ${piecesText({ unit: line.pieceUnit ?? '' }, line.pieces)}`,
    line.lotCode ?? '',
    line.expiresOn === null ? '' : formatDate(line.expiresOn, locale),
    formatQuantity(line.quantityMicro),
    line.baseUnit,
  ]
}
