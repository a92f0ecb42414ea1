export const access = {
  rightMissing: 'You do not have the right for this ({{right}}). Ask the owner to do it or to give you the right.',
  approverLacksRight: 'This person may not allow it. Ask somebody who may, for example the owner.',
  signInFirst: 'Sign in first.',
  signInFailed: 'The name and the password or PIN do not match. Check both and try again.',
  tooManyAttempts: 'Too many failed attempts. Wait {{seconds}} seconds, then try again.',
  loginTaken: 'The user name “{{login}}” is already taken. Choose another one.',
  badgeTaken: 'This badge already belongs to somebody. Use another badge.',
  noWayToSignIn: 'Give the person a password, or a badge together with a PIN.',
  passwordWrong: 'The present password is not right. Type it again.',
  userUnknown: 'There is no such user any more. Reload the list.',
  lastOwner: 'This is the only owner. Make another person owner first.',
} as const
