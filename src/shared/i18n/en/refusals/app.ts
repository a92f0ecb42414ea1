export const app = {
  unknownProcedure:
    'There is no function “{{procedure}}” here. The page and the program may be of different versions: reload the page.',
  inputNotUnderstood:
    'The entry in “{{field}}” could not be understood. Nothing was changed; check that field and try again.',
  idempotencyKeyReused:
    'This request was already used for something else. Nothing was changed; start the action again.',
  diskFull: 'The disk is full, so nothing was saved. Make room on the disk, then try again.',
  figureTooLarge: 'Quantity and price together make a figure that is too large. Nothing was changed; check both.',
  fileBusy: 'The company file is busy right now. Nothing was changed; try again in a moment.',
  unexpected: 'Something went wrong inside the program. Nothing was changed. Reference {{reference}}.',
  engineAway: 'The company file does not answer right now. What you typed is kept; try again in a moment.',
} as const
