export const reports = {
  fromAfterTo: 'A report from {{from}} to {{to}} ends before it begins. Give an earlier first day or a later last day.',
} as const
