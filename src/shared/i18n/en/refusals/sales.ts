export const sales = {
  orderUnknown: 'This order does not exist any more.',
  orderNotDraft: 'Order {{number}} is confirmed and cannot be changed. Cancel it and write a new one.',
  promisedBeforeOrdered: 'The goods are promised before they were ordered. Correct one of the dates.',
  itemArchived: '{{item}} is archived. Choose another item.',
  creditExceeded:
    '{{customer}} would exceed the credit limit of {{limit}} by {{over}}: owed {{owed}}, on order {{ordered}}, this order {{order}}. Wait for a payment or raise the limit.',
  belowCost: 'Sold below cost: line {{lines}}. Correct the price, or let the owner allow it with name and PIN.',
  orderNotCancellable: 'Order {{number}} is {{state}}; there is nothing to cancel.',
  nothingToCancel: 'All of order {{number}} has left already. Use a return instead.',
  nothingToInvoice: 'Nothing of order {{number}} is shipped and not invoiced. Ship it first.',
  invoiceUnknown: 'This invoice does not exist any more.',
  invoiceReversed: '{{number}} was reversed already.',
  creditNoteStays:
    'Credit note {{number}} belongs to a return and cannot be reversed alone. Reverse the return; the credit note goes with it.',
} as const
