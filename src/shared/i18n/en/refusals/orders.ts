export const orders = {
  requestUnknown: 'This order is not in the queue any more.',
  requestNotOpen: '{{number}} is not waiting any more. Reload the list to see what became of it.',
  lineUnknown: 'This line belongs to another order by now. Reload the page.',
  numberTaken:
    'The number {{number}} was sent before with another content. Give the changed order a number of its own.',
  onHold: 'The order is on hold: {{reason}}. Clear it up and end the hold first.',
  notClear: '{{number}} is not clear yet ({{problems}}). Mend its lines first.',
  merged: '{{number}} went into another order. Cancel that one.',
  mergeNeedsTwo: 'Choose two orders at least.',
  mergeDiffers: '{{one}} and {{other}} differ in customer, address, channel or warehouse and cannot be one.',
  mergeHeld: 'An order on hold is not merged. End the hold first.',
  splitNeedsSome: 'Choose some of the lines, not all: what is chosen becomes an order of its own.',
  nothingToSplit: 'Nothing of this order differs in that: it stays in one piece.',
} as const
