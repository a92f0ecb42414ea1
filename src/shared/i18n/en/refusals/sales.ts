export const sales = {
  orderNotOpen:
    'Order {{number}} waits for no more goods: it is a draft, shipped, closed or cancelled. Confirm it first.',
  lineUnknown: 'This line is not of the order. Open the order again.',
  notSentDirectly: '{{item}} is a service, a kit or a part of one. Only goods are sent straight by a supplier.',
  tooMuchDirectly:
    '{{item}}: {{wanted}} wanted straight from the supplier, {{open}} open, and a part of it is being picked. Order less.',
  placeOfOtherCustomer: 'What lies at {{warehouse}} is for that customer alone. Choose one of our own warehouses.',
  nothingToSubstitute: 'Nothing of this order line is missing any more. Read the task again.',
  substitutesNotTaken: '{{order}} takes no other goods. Leave what is missing to the office.',
  notASubstitute: '{{item}} is no substitute for these goods. Choose one that is offered.',
  substituteShort: 'Of {{item}} no more than {{free, quantity}} can be given. Choose less, or another substitute.',
  orderUnknown: 'This order does not exist any more.',
  orderNotDraft: 'Order {{number}} is confirmed and cannot be changed. Cancel it and write a new one.',
  promisedBeforeOrdered: 'The goods are promised before they were ordered. Correct one of the dates.',
  itemArchived: '{{item}} is archived. Choose another item.',
  creditExceeded:
    '{{customer}} would exceed the credit limit of {{limit}} by {{over}}: owed {{owed}}, on order {{ordered}}, this order {{order}}. Wait for a payment, raise the limit, or let somebody with the right release the order.',
  belowCost: 'Sold below cost: line {{lines}}. Correct the price, or let the owner allow it with name and PIN.',
  discountOverLimit:
    'Discount of {{given, percent}} in line {{lines}}; you may give {{most, percent}} off the customer’s price. Raise the price, or let somebody with a wider limit allow it.',
  orderOnHold: 'The order is on hold: {{reason}}. Clear it up and end the hold first.',
  orderNotHeld: 'The order is not on hold.',
  creditOverdue:
    '{{customer}} has not paid {{document}} for {{days}} days beyond its due day; {{allowed}} are allowed. Wait for the payment, or let somebody with the right release the order.',
  channelStockShort:
    '{{item}}: this channel may promise {{promisable}} of the {{free}} that are free, not {{wanted}}. Order less, or change the channel’s buffer.',
  orderNotCancellable: 'Order {{number}} is {{state}}; there is nothing to cancel.',
  nothingToCancel: 'All of order {{number}} has left already. Use a return instead.',
  nothingToInvoice: 'Nothing of order {{number}} is shipped and not invoiced. Ship it first.',
  deliveryUnknown: 'This delivery does not exist any more, or it was reversed.',
  nothingToInvoiceFor: '{{customer}} got nothing up to that day that is not invoiced. Choose a later day.',
  invoiceUnknown: 'This invoice does not exist any more.',
  invoiceReversed: '{{number}} was reversed already.',
  creditNoteStays:
    'Credit note {{number}} belongs to a return and cannot be reversed alone. Reverse the return; the credit note goes with it.',
  currenciesMixed: 'The orders of {{customer}} are in several currencies. Invoice them order by order.',
  kitWithoutParts: '{{item}} is a kit without parts. Enter its parts on the item page first.',
  kitNotWhole: '{{item}} is a kit and is sold in whole numbers. Enter a whole quantity.',
} as const
