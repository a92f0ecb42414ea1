export const shipping = {
  sentBySupplier: 'Delivery {{number}} went straight from the supplier. Reverse the goods receipt that belongs to it.',
  nothingPacked: 'Nothing of order {{number}} is packed. Pack it first.',
  lineNotShipped: 'This line is not on {{shipment}}. Scan goods of that delivery.',
  shipmentUnknown: 'This shipment does not exist any more.',
  shipmentReversed: '{{number}} was reversed already.',
  returnedAlready: 'Goods of {{number}} came back with {{returns}}. The shipment has to stay.',
  invoicedAlready: 'Goods of {{number}} are invoiced with {{invoices}}. Reverse the invoice first.',
  returnUnknown: 'This return does not exist any more.',
  returnReversed: '{{number}} was reversed already.',
  returnInspected:
    'Goods of return {{number}} are inspected already ({{inspections}}). They stay as they were decided.',
  inspectedBeforeBack: 'The goods are inspected before they came back. Correct the date.',
  nothingHeld: 'A line holds nothing that waits for inspection, or is named twice. Open the return again.',
  inspectedTooMany: '{{item}}: {{held}} of it wait for inspection. Decide about at most that.',
  nothingInspected: 'Say of at least one line how much is sold again or written off.',
  exchangedAlready: 'Return {{number}} has its order in exchange already. Open it from the return.',
  notACustomer: '{{partner}} is not a customer. Choose who sends the goods back.',
  shipmentLineUnknown: 'This line does not belong to the shipment. Choose the line again.',
  shipmentOfOther: '{{number}} went to another customer. Choose the shipment of this one.',
  returnedTooMany:
    '{{item}}: only {{open}} of this shipment can still come back, not {{wanted}}. Correct the quantity.',
  serialNeverSold: 'Serial number {{serial}} of {{item}} was never here, so it cannot come back. Check the label.',
} as const
