export const arrivals = {
  noticeUnknown: 'This shipping notice does not exist. Open it from the list.',
  noticeBegun: '{{notice}} has begun to come in or was given up. Write a new one for what is still on its way.',
  unitDiffers: 'Row {{row}}: {{unit}} stands in the table with different kinds or pallets. Make its rows agree.',
  palletOnPallet:
    'Row {{row}}: {{unit}} is a pallet and cannot stand on another. Make it a carton or leave the pallet out.',
  tooDeep: '{{unit}} stands on something that stands on a pallet itself. Announce it on the pallet.',
  unitElsewhere: 'Row {{row}}: {{unit}} is announced by {{notice}} already. Check the label.',
  itemUnknown: 'Row {{row}}: nothing has the code {{item}}. Use the code or barcode of an item.',
  serialsOneByOne: 'Row {{row}}: pieces of {{item}} have serial numbers and are received one by one. Take the row out.',
  lotMissing: 'Row {{row}}: {{item}} is kept by lot. Add the lot.',
  expiryMissing: 'Row {{row}}: lots of {{item}} need their expiry date. Add it.',
  notOrdered:
    'Row {{row}}: {{wanted}} of {{item}} are announced, orders wait for {{open}}. Correct the row, or order the rest first.',
  unitNotAnnounced: '{{unit}} is not announced, or has come already. Receive its goods by their order.',
  unitMissing: 'A line names a unit that is not on the list. Choose its unit again.',
  blindUnknown: 'This arrival does not exist. Open it from the list.',
  blindSettled: '{{arrival}} is settled already. Take back its receipts where that was wrong.',
  orderElsewhere: '{{order}} is for another warehouse. Choose an order of this one.',
  orderWantsNothing: '{{order}} waits for none of these goods. Choose another order.',
} as const
