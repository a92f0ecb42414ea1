export const sourcing = {
  requestUnknown: 'There is no such purchase request. Reload the list and try again.',
  requestNotOpen: 'Request {{number}} is answered already: asked of suppliers, ordered or refused. Open it to see how.',
  neededBeforeAsked: 'The goods are needed before they are asked for. Correct one of the dates.',
  answerBeforeAsked: 'Suppliers are to answer before they are asked. Correct one of the dates.',
  enquiryUnknown: 'There is no such enquiry. Reload the list and try again.',
  enquiryNotOpen: 'Enquiry {{number}} is awarded or cancelled. Make a new one to ask again.',
  supplierNotAsked: 'This supplier was not asked with {{number}}. Make an enquiry that asks it.',
  lineUnknown: 'A line is not of this enquiry, or is named twice. Open the enquiry again.',
  notOffered: '{{item}}: this supplier did not offer it, or is chosen twice. Choose one that did.',
  bidExpired: '{{item}}: the price held until {{day}}. Ask the supplier again, or choose another.',
  awardedTooMuch: '{{item}}: {{open}} of {{wanted}} are left to give. Order less of it.',
  belowMinimum: '{{item}}: this supplier delivers from {{minimum}} on. Order more of it, or choose another.',
} as const
