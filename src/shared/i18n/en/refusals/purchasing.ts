export const purchasing = {
  orderOverLimit:
    'The order amounts to {{amount, money}}; you may order up to {{most, money}}. Let somebody with a wider limit allow it.',
  orderUnknown: 'There is no such purchase order. Reload the list and try again.',
  receiptUnknown: 'There is no such goods receipt. Reload the list and try again.',
  invoiceUnknown: 'There is no such supplier invoice. Reload the list and try again.',
  orderNotDraft: 'Order {{order}} is confirmed and stays as it is. Cancel it and enter a new one.',
  orderNotConfirmed: 'This order is still a draft. Confirm it before goods are received.',
  orderNotOpen:
    'Order {{order}} takes no more goods: it is received, closed or cancelled. Enter a new order for these goods.',
  orderNotCancellable: 'Order {{order}} is received, closed or cancelled already. Nothing is left to cancel.',
  expectedBeforeOrdered: 'The goods are expected before they are ordered. Correct one of the dates.',
  itemIsService: '{{item}} is a service and cannot be received into stock. Order goods only.',
  itemArchived: '{{item}} is archived. Choose another item.',
  lineUnknown: 'This line does not belong to order {{order}}. Scan goods of this order.',
  overReceived:
    '{{item}}: {{wanted}} scanned, {{open}} still expected ({{received}} of {{ordered}} received). Receive what was ordered; more needs another order.',
  lotMissing: '{{item}} is kept by lot. Scan or type the lot code.',
  expiryMissing: '{{item}}, lot {{lot}}: the expiry date is missing. Scan or type it from the label.',
  receiptReversed: 'Receipt {{receipt}} is reversed already. Nothing was changed.',
  receiptInvoiced: 'Receipt {{receipt}} is invoiced. Reverse the supplier invoice first.',
  receiptLineOfOther: 'A line belongs to a receipt of another supplier. Invoice each supplier by itself.',
  lineTwice: 'The same receipt line is invoiced twice. Enter it once, with the whole quantity.',
  overInvoiced:
    '{{item}} of receipt {{receipt}}: {{wanted}} invoiced, {{open}} not invoiced yet. Invoice at most what was received.',
  referenceTaken:
    'Invoice {{reference}} of this supplier is entered already as {{invoice}}. Check the number on the paper.',
  landedCostUnknown: 'There is no such landed cost. Reload the list and try again.',
  landedCostReversed: 'Landed cost {{number}} is reversed already. Nothing was changed.',
  landedBasisMissing:
    '{{item}} has no {{basis}} entered and would bear nothing. Enter it on the item, or spread by value or quantity.',
  landedBasisZero: 'These receipts have no value to spread by. Spread by quantity instead.',
  receiptHasLandedCost: 'Receipt {{receipt}} bears the landed cost {{costs}}. Reverse that first.',
  dueBeforeInvoiced: 'The invoice is due before it is written. Correct one of the dates.',
  invoiceReversed: 'Invoice {{invoice}} is reversed already. Nothing was changed.',
} as const
