export const replay = {
  fileMissing: 'There is no file {{file}}. Check the path.',
  columnsMissing: 'The first line of the file does not name these columns: {{columns}}. Name the file of sales lines.',
} as const
