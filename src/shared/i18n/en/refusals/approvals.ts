export const approvals = {
  tooLarge: 'This is too large to be asked for. Split it, or let somebody with the right do it.',
  notNeeded: 'You may do this yourself by now. Try again.',
  unknown: 'There is no such request of yours. Reload the list.',
  alreadyDecided: 'This request is decided already. Reload the list.',
  ownRequest: 'Nobody decides on his own request. Ask somebody else with the right.',
  needsReason: 'Say why it is refused: the person who asked reads it.',
  asked: 'Your request waits for whoever may allow it. You are told when it is decided.',
} as const
