export const treasury = {
  paymentUnknown: 'There is no such payment. Reload the list and try again.',
  paymentReversed: 'Payment {{payment}} is reversed already. Nothing was changed.',
  appliedBeyondAmount: '{{applied}} is applied, and the payment is {{amount}}. Apply at most the payment.',
  appliedBelowNothing:
    'The credit notes applied are more than the invoices. Apply invoices with them, or pay the difference out.',
  advanceExceeded:
    '{{open}} of the advance {{payment}} is left, and {{wanted}} was to be applied. Apply at most what is left.',
  appliedBeforePaid:
    'An advance cannot be applied before the day it was paid, {{paidOn, date}}. Choose that day or a later one.',
  settlementNotEven:
    'The amounts differ by {{difference}}. Set credit notes against invoices so that they add up to zero.',
  settlementMixed: 'Set receivables against receivables, and payables against payables, of one partner.',
} as const
