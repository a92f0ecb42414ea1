export const opening = {
  postedAlready: 'Opening balances {{number}} are posted already. Take them back first.',
  monthClosed: 'A month of these books is closed. Opening balances come before the first close. Nothing was posted.',
  hasErrors: '{{count}} problems stand in the way. Mend them first. Nothing was posted.',
  noBalances: 'There is no trial balance yet. Choose the file of the old books’ balances first.',
  notBalanced: 'Debits and credits of the trial balance differ. Complete it first. Nothing was posted.',
  listDiffers: 'Account {{account}} does not hold what its list adds up to. Make them agree. Nothing was posted.',
  unknown: 'There are no such opening balances. Reload the page.',
  undoneAlready: 'Opening balances {{number}} are taken back already. Nothing was changed.',
  stockMoved:
    'Goods of the opening have been sold or mixed with dearer ones since. Reverse those documents first. Nothing was changed.',
} as const
