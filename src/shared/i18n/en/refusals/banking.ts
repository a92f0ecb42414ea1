export const banking = {
  notABank: '{{account}} is no bank account. Choose the account that the statement is of.',
  otherCurrency:
    'The statement is in {{currency}}, and this account is kept in {{own}}. Choose the file of another account.',
  otherAccount:
    'The statement is of account {{theirs}}, and this one has {{own}}. Choose the right account. Nothing was imported.',
  doesNotAddUp:
    '{{file}} is incomplete: {{opening}} and the lines, {{moved}}, make not {{closing}} but {{difference}} more. Get the file anew from the bank. Nothing was imported.',
  fileKnown: '{{file}} was imported already as {{earlier}} on {{on, date}}. Nothing was imported.',
  linesKnown: 'All {{count, count}} lines of {{file}} are known from other files. Nothing was imported.',
  statementUnknown: 'There is no such statement. Reload the list and try again.',
  linesMatched: '{{count, count}} lines of {{file}} are matched. Take these matches back first.',
  lineUnknown: 'There is no such line. Reload the list and try again.',
  lineMatched: 'This line is matched already. Take the match back first.',
  lineNotMatched: 'This line is not matched. Nothing was changed.',
  otherAccountsLines: 'These lines are of several accounts. Choose lines of one account.',
  bookLineTaken: 'One of the bookings is matched already or is of another account. Reload and choose again.',
  sumsDiffer: 'The bank has {{bank}}, and the books {{books}}. Choose bookings that make the same sum.',
  ruleUnknown: 'There is no such rule. Reload the list.',
} as const
