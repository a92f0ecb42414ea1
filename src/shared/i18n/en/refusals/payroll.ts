export const payroll = {
  runUnknown: 'There are no such wages. Reload the list and try again.',
  runReversed: 'The wages {{number}} are reversed already. Nothing was changed.',
  paymentUnknown: 'There is no such payment. Reload the list and try again.',
  paymentReversed: 'The payment {{number}} is reversed already. Nothing was changed.',
  paymentFirst: 'Of {{number}} something was paid with {{payment}}. Reverse that payment first.',
  paidAlready: 'This part of {{number}} was paid with {{payment}}. Nothing was posted.',
  nothingDue: 'Of {{number}} nothing is due for this. Nothing was posted.',
  nothingEarned: 'There is nothing to post: enter the wages of one department at least.',
  withheldBeyondGross: 'More is withheld than was earned. Correct the amounts of this row.',
}
