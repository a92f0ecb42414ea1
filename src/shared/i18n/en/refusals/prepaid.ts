export const prepaid = {
  unknown: 'There is no such prepaid expense. Reload the list and try again.',
  sameAccount: 'The cost would stay on the account where it lies. Choose an account of cost.',
  stoppedAlready: '{{name}} does not run any more. Nothing was changed.',
  running: '{{name}} is running. Nothing was changed.',
  stopBeforeLast: '{{month}} has taken its part already. Choose that month or a later one.',
}
