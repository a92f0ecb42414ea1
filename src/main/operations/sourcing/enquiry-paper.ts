import { refuse } from '../../../shared/errors'
import { resources } from '../../../shared/i18n'
import { formatQuantity, type Language } from '../../../shared/values/format'
import { formatDate } from '../../../shared/values/format-date'
import { companyProfile } from '../../foundation/company'
import { requirePartner } from '../../foundation/parties'
import type { Reader } from '../../kernel/db'
import { renderPaper, type Paper } from '../../kernel/paper'
import { addressLines } from '../sales'
import { linesWithItems } from './references-queries'
import { requireEnquiry, sourcingStore, type EnquiryRow } from './sourcing-store'

/** The enquiry as one supplier gets it, with room for its prices and never with those of others; base64. */
export function enquiryPdf(
  reader: Reader,
  input: { id: number; supplierId: number; locale: Language },
): { fileName: string; pdf: string } {
  const enquiry = requireEnquiry(reader, input.id)
  if (!sourcingStore.bidders(reader, enquiry.id).some(({ supplierId }) => supplierId === input.supplierId)) {
    refuse('sourcing.supplierNotAsked', { number: enquiry.number }, 'supplierId')
  }
  const paper = enquiryPaper(reader, enquiry, input.supplierId, input.locale)
  return { fileName: `${enquiry.number}.pdf`, pdf: renderPaper(paper).toString('base64') }
}

function enquiryPaper(reader: Reader, enquiry: EnquiryRow, supplierId: number, locale: Language): Paper {
  const texts = resources[locale].translation.paper
  const words = texts.enquiry
  const supplier = requirePartner(reader, supplierId)
  return {
    sender: companyProfile(reader).name,
    title: words.title,
    number: enquiry.number,
    addressee: { label: words.to, name: supplier.name, lines: addressLines(supplier, texts) },
    facts: [
      { label: words.date, value: formatDate(enquiry.askedOn, locale) },
      { label: words.answerBy, value: formatDate(enquiry.answerBy, locale) },
      { label: words.neededOn, value: formatDate(enquiry.neededOn, locale) },
    ],
    columns: [
      { title: '#', share: 0.05, align: 'right' },
      { title: texts.code, share: 0.15, align: 'left' },
      { title: texts.item, share: 0.38, align: 'left' },
      { title: texts.quantity, share: 0.11, align: 'right' },
      { title: texts.unit, share: 0.08, align: 'left' },
      { title: words.yourPrice, share: 0.13, align: 'right' },
      { title: words.yourDays, share: 0.1, align: 'right' },
    ],
    rows: linesWithItems(reader, 'enquiry', enquiry.id).map((line, at) => [
      String(at + 1),
      line.item.code,
      line.item.name,
      formatQuantity(line.quantityMicro),
      line.item.baseUnit,
      '',
      '',
    ]),
    totals: [],
    remarks: [enquiry.note, words.please].filter((text) => text !== ''),
    signatures: [words.signature],
    pageLabel: texts.page,
  }
}
