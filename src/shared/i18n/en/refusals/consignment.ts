export const consignment = {
  nothingThere: 'None of our goods lie at {{customer}}. Bring goods there first.',
} as const
