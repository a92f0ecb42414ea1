export const duplicates = {
  sameOne: 'These two are the same already. Choose another one.',
  archived: '{{which}} is archived. Bring it back first, or choose another one.',
  otherUnit:
    '{{from}} is counted in {{fromUnit}} and {{into}} in {{intoUnit}}, so their stock cannot be added up. Convert the stock, then archive the old one.',
  otherKind: '{{from}} and {{into}} are not of one kind (goods, service, kit). Archive the old one instead.',
  otherTracking: 'One of {{from}} and {{into}} is kept by lot or serial and the other is not. Make them alike first.',
  otherPack: 'A {{unit}} of {{from}} holds another quantity than one of {{into}}. Give the pack another name first.',
  heldLot: 'Lot {{lot}} of {{from}} is held. Release it or write it off first, so that the hold is not lost.',
  otherCurrency: '{{from}} and {{into}} deal in different currencies. Settle and archive the old one instead.',
  openDocuments: '{{from}} still has documents that are not done: {{documents}}. End or change them first.',
  mergeUnknown: 'This merge does not exist any more. Reload the page.',
  undoneAlready: 'This merge was undone already.',
  laterMerge: 'A later merge builds on this one. Undo that one first.',
  changedSince: '{{into}} was changed after the merge, and undo would lose that. Change it by hand instead.',
} as const
