export const inventory = {
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
} as const
