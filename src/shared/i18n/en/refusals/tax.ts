export const tax = {
  fromAfterTo: 'The time ends before it begins. Correct one of the dates.',
} as const
