export const accounting = {
  beyondDistributable: 'At most {{amount}} of the profits carried over may be given to the owners. Lower the amount.',
  noSubAccountLeft: 'Account {{account}} has a hundred parts already. Put one that is not used any more to new use.',
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
  accountArchived:
    'Account {{account}} is archived. Choose another, or take it out of the archive in the chart of accounts.',
  codeTaken: 'The code {{code}} is taken. Choose another.',
  nameTaken: 'The name {{name}} is taken. Choose another.',
  codeNotUnderParent: 'A part of account {{parent}} has a code that begins with it, unlike {{code}}. Correct the code.',
  kindMissing: 'Account {{code}} of the first level needs its kind and side. Choose both.',
  accountNotDivisible:
    'Account {{account}} is proved by documents as a whole and is in use: it cannot be divided. Tell its entries apart by partner instead.',
  balanceNeedsDay: 'Account {{account}} is in use. Choose the day on which its balance moves to its first part.',
  balanceMovesLater: 'The last entry of account {{account}} is of {{date, date}}. Choose that day or a later one.',
  senseInUse: 'Account {{account}} is in use, so its kind and side stay. Add another account instead.',
  accountInUse: 'Account {{account}} is in use and cannot be deleted. Archive it once its balance is zero.',
  accountOfPack: 'Account {{account}} belongs to the chart of the country. Archive it instead of deleting it.',
  accountHasRole: 'Documents post to account {{account}} by themselves, so it cannot be deleted.',
  archiveNeedsZero: 'Account {{account}} still has a balance. Carry it over to another account, then archive it.',
  archiveNeedsNoRole: 'Documents post to account {{account}} by themselves, so it stays active.',
  archivePartsFirst: 'Account {{account}} still has the part {{part}}. Archive or delete its parts first.',
  dimensionUnknown: 'There is no such department, project or person. Reload the list and try again.',
  dimensionArchived: '{{name}} is archived. Choose another, or take it out of the archive.',
  noQuantity: 'Account {{account}} counts nothing. Leave the quantity empty, or give the account a unit.',
  notCash: 'Account {{account}} holds no money, so it has no row in the cash-flow statement. Leave it empty.',
  missing: {
    partner: 'Account {{account}} asks for a partner on every line. Enter one.',
    department: 'Account {{account}} asks for a department on every line. Enter one.',
    project: 'Account {{account}} asks for a project on every line. Enter one.',
    item: 'Account {{account}} asks for an item on every line. Enter one.',
    person: 'Account {{account}} asks for a person on every line. Enter one.',
    quantity: 'Account {{account}} counts in {{unit}}. Enter the quantity.',
  },
  wordUnknown: 'There is no voucher word {{word}}. Choose one of {{words}}.',
  wordNeedsReceipt: 'A voucher {{word}} takes money in: debit a cash or bank account, or choose another word.',
  wordNeedsPayment: 'A voucher {{word}} pays money out: credit a cash or bank account, or choose another word.',
  wordTakesNoCash: 'A voucher {{word}} moves no money: leave cash and bank out, or choose another word.',
  reviewRequired: 'Vouchers are reviewed before they are posted. Keep this one as a draft and have it reviewed.',
  reviewMissing: 'The voucher "{{memo}}" is not reviewed. Have somebody else review it first.',
  reviewByOther: 'You prepared this voucher yourself. Somebody else reviews it.',
  draftUnknown: 'There is no such draft. It may be posted or deleted already; reload the list.',
  draftNotBalanced: 'Debits and credits of "{{memo}}" differ. Correct the lines until they are equal.',
  memoMissing: 'The voucher has no text yet. Write what it is for.',
  linesMissing: 'The voucher "{{memo}}" needs at least two lines. Add what is missing.',
  templateUnknown: 'There is no such template. Reload the list and try again.',
  wrongCurrency:
    'Account {{account}} is kept in {{own}}; this line is in {{currency}}. Choose an account of that currency, or enter the amount in {{own}}.',
  foreignMissing: 'Account {{account}} is kept in {{currency}}: enter the amount in {{currency}} too.',
  foreignSide:
    'The amount in {{currency}} on account {{account}} stands on the other side than that of the books. Give both the same sign.',
  currencyInUse: 'Account {{account}} has postings, so its currency stays. Open another account beside it.',
  currencyOfFamily: 'Account {{account}} has parts. Choose the currency of each part instead.',
  currencyOfParent: 'The account above {{account}} is kept in {{currency}}, so this one is too.',
  currencyOnRole:
    'Documents post to account {{account}} by themselves, in the currency of the books. Open another account beside it.',
  currencyNeedsBalance:
    'Account {{account}} is neither an asset nor a debt. Only those can be kept in a foreign currency.',
  currencyNotDivisible:
    'Account {{account}} holds amounts in a foreign currency and can not be divided any more. Open another account beside it.',
  firstPartInBase:
    'What stands on account {{account}} moves to its first part. Open that one without a currency, and then the one in foreign currency.',
} as const
