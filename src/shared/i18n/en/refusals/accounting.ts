export const accounting = {
  accountUnknown: 'There is no account {{account}}. Choose one from the chart of accounts.',
  accountHasParts: 'Account {{account}} only adds up its sub-accounts. Post to one of them.',
  accountControlled:
    'Account {{account}} is kept by documents (invoices, payments, stock). Enter the document instead of a voucher.',
  lineNeedsOneSide: 'The line for account {{account}} needs an amount on one side only, debit or credit.',
  notBalanced: 'Debits and credits differ by {{difference}}. Correct the lines until they are equal.',
  entryUnknown: 'There is no such voucher. It may belong to another company file.',
  reverseTheDocument: 'This voucher was made by a document. Reverse the document, and its voucher follows.',
  alreadyReversed: 'Voucher {{number}} is reversed already. Nothing was changed.',
  reversalBeforeEntry:
    'A reversal on {{date, date}} would come before the posting on {{postedOn, date}}. Choose that day or a later one.',
  periodClosed:
    '{{date, date}} lies in {{month}}, which is closed. Choose a later date, or ask the bookkeeper to reopen the month.',
  periodMissing: '{{date, date}} lies before the first day of the books. Choose a later date.',
  periodUnknown: 'There is no such accounting period. Reload the list and try again.',
  dateTooFarAhead: '{{date, date}} lies more than a year ahead. Check the date.',
  earlierPeriodOpen: '{{month}} is still open. Close the earlier months first.',
  laterPeriodClosed: '{{month}} after it is closed. Reopen the later months first.',
  taxCodeUnknown: 'The tax code {{taxCode}} is not part of this company. Correct it on the item.',
  taxRateMissing:
    'The tax code {{taxCode}} has no rate on {{date, date}}. Check the date, or choose another tax code on the item.',
  openItemUnknown: 'There is no such open item. Reload the list and try again.',
  openItemOfOther:
    '{{document}} belongs to another partner or to the other side of the books. Choose open items of this partner.',
  openItemExceeded: '{{document}} has {{open}} open, and {{wanted}} was to be applied. Apply at most what is open.',
  openItemSettled: '{{document}} is paid in whole or in part. Reverse the payment first.',
  settledBeforePosted:
    '{{document}} is dated {{postedOn, date}} and cannot be settled before. Choose that day or a later one.',
} as const
