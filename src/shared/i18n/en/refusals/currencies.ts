export const currencies = {
  unknown: '{{currency}} is no currency of ISO 4217. Choose one from the list.',
  isBase: '{{currency}} is the currency of the books. Choose another.',
  taken: '{{currency}} is in the list already.',
  notInUse: '{{currency}} is not in use here. Add it under Accounting, Exchange rates.',
  rateMissing:
    'There is no rate of {{currency}} for {{date, date}} or before. Enter it under Accounting, Exchange rates.',
  rateUnknown: 'This rate is gone already.',
} as const
