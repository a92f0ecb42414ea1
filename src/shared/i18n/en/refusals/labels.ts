export const labels = {
  codeImpossible: 'The barcode on this label cannot hold “{{content}}”. Correct the number.',
  codeTooWide: 'The barcode for “{{content}}” does not fit on this label. Choose a wider label.',
  binUnknown: 'This bin does not exist.',
  receiptUnknown: 'This goods receipt does not exist.',
  noPrinter: 'No label printer is set up at {{station}}. Add one on the devices page.',
  whichPrinter: '{{station}} has several printers. Choose on the labels page which one takes this kind of label.',
  noTemplate: 'There is no label of this kind.',
  jobUnknown: 'This print job does not exist.',
  jobStillRuns: 'This job is still on its way. Wait until it is done.',
  jobHasLeft: 'This job has already left for the printer.',
  jobNotSent: 'This job is not on its way to a printer.',
} as const
