import { resources } from '../../../../shared/i18n'
import { formatQuantity, formatScaled, type Language } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { companyProfile } from '../../../foundation/company'
import type { Reader } from '../../../kernel/db'
import { renderPaper, type PaperFact } from '../../../kernel/paper'
import { cartonStore } from './carton-store'
import { requireCarton } from './cartons'
import { addresseeOf } from './packing-queries'

/** What is in one carton, with its code as a barcode. */
export function cartonLabelPdf(
  reader: Reader,
  input: { cartonId: number; locale: Language },
): { fileName: string; pdf: string } {
  const carton = requireCarton(reader, input.cartonId)
  const texts = resources[input.locale].translation.paper
  const { orderNumber, name } = addresseeOf(reader, carton.source_id)
  const grams = carton.weighed_grams ?? carton.expected_grams
  const facts: PaperFact[] = [
    { label: texts.order, value: orderNumber },
    { label: texts.deliveryNote.cartons, value: String(carton.number) },
  ]
  if (grams !== null) {
    facts.push({ label: texts.deliveryNote.weight, value: `${formatScaled(grams, 3, { minDecimals: 1 })} kg` })
  }
  const pdf = renderPaper({
    sender: companyProfile(reader).name,
    title: texts.packingSlip,
    number: carton.code,
    addressee: { label: texts.deliveryNote.to, name, lines: [] },
    facts,
    columns: [
      { title: '#', share: 0.06, align: 'right' },
      { title: texts.code, share: 0.18, align: 'left' },
      { title: texts.item, share: 0.36, align: 'left' },
      { title: texts.lot, share: 0.15, align: 'left' },
      { title: texts.expiresOn, share: 0.13, align: 'left' },
      { title: texts.quantity, share: 0.12, align: 'right' },
    ],
    rows: cartonStore
      .linesOf(reader, carton.id)
      .map((line, at) => [
        String(at + 1),
        line.code,
        line.name,
        line.lotCode ?? '',
        line.expiresOn === null ? '' : formatDate(line.expiresOn, input.locale),
        `${formatQuantity(line.quantityMicro)} ${line.baseUnit}`,
      ]),
    totals: [],
    remarks: [],
    signatures: [],
    pageLabel: texts.page,
  })
  return { fileName: `${carton.code}.pdf`, pdf: pdf.toString('base64') }
}
