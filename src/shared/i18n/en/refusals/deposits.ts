export const deposits = {
  depositUnknown: 'There is no such deposit. Reload the list and try again.',
  orderUnknown: 'There is no such order. Open it again and try from there.',
  orderNotOpen: 'Order {{order}} is a draft, closed or cancelled. Confirm it first; what is closed needs no deposit.',
  accountOfOtherCurrency:
    'Deposit {{number}} is in {{currency}}. Choose an account in {{currency}}, so that the invoice can take the money.',
  dueBeforeAsked: 'The deposit is due before it is asked for. Correct one of the dates.',
  beyondOrder: 'Order {{order}} amounts to {{total}}; {{left}} of it is not asked for yet. Ask for at most that.',
  notAsked: 'Deposit {{number}} is paid or cancelled already. Nothing was changed.',
  notOurs: '{{number}} is what a supplier asks of us; its paper comes from the supplier.',
} as const
