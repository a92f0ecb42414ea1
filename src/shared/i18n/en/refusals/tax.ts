export const tax = {
  onlyChinese: 'Kinds of taxpayers are of the Chinese accounts only.',
  taxpayerFromFirst: 'A taxpayer changes from the first of a month. Choose that day.',
  taxedSince: 'Something taxed is posted on {{on, date}} already. Choose the first of a later month.',
  smallScaleDeductsNothing: 'A small-scale taxpayer deducts no input tax, so there is nothing to certify.',
  fromAfterTo: 'The time ends before it begins. Correct one of the dates.',
} as const
