export const inventory = {
  notConsigned:
    '{{item}}: {{here}} of this supplier’s goods are here, not {{wanted}}. The rest is used already: return it as bought goods.',
  insufficientStock:
    '{{item}}: {{wanted}} wanted, {{free}} free. On hand {{onHand}}, reserved {{reserved}} (by {{documents}}). Order or receive more, or ask for less.',
  insufficientInBin:
    '{{item}}: {{wanted}} wanted from bin {{bin}}, but only {{onHand}} is there, {{allocated}} of it promised to picks. Take less, or take it from another bin.',
  reservedByOthers:
    '{{item}}: {{wanted}} cannot leave. {{available}} is available and {{reserved}} of it is reserved (by {{documents}}). Take less, or release an order first.',
  lotExpiryDiffers:
    'Lot {{lot}} of {{item}} expires on {{known, date}}, and {{given, date}} was given. Check the label; goods with another date need another lot code.',
  categoryUnknown: 'No stock item belongs to the category {{category}}. Reload the list and choose another.',
  costOfWhat: 'Say whose cost is asked: a movement, or an item and a warehouse.',
  movementWithoutValue:
    'This movement stays within the warehouse and carries no value. Ask for one that brings goods in or takes them out.',
  notAllocated: 'These goods are not promised to this pick any more. Reload the task and try again.',
  serialMissing: '{{item}} is kept by serial number. Scan or enter the number of each piece.',
  serialIsOne: 'Serial number {{serial}} of {{item}} is one piece. Enter a number for each further piece.',
  serialHere:
    'Serial number {{serial}} of {{item}} is in the house already: bin {{bin}}, {{warehouse}}. Check the label; no number is given twice.',
  serialElsewhere:
    'Serial number {{serial}} of {{item}} is not there, but in bin {{bin}}, {{warehouse}}. Take it from that bin, or choose another piece.',
  serialGone:
    'Serial number {{serial}} of {{item}} is not in the house any more; it left with {{document}}. Choose another piece, or take it back first.',
  trackingNeedsEmptyStock:
    '{{item}} is on hand, and what lies there has no lot or serial numbers to match. Bring its stock to zero first, or make a new item.',
} as const
