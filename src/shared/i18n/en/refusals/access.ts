export const access = {
  rightMissing:
    'You do not have the right for this: $t(access.rights.{{right}}). Ask the owner to do it or to give you the right.',
  approverLacksRight: 'This person may not allow it. Ask somebody who may, for example the owner.',
  signInFirst: 'Sign in first.',
  signInFailed: 'The name and the password or PIN do not match. Check both and try again.',
  tooManyAttempts: 'Too many failed attempts. Wait {{seconds}} seconds, then try again.',
  loginTaken: 'The user name “{{login}}” is already taken. Choose another one.',
  badgeTaken: 'This badge already belongs to somebody. Use another badge.',
  noWayToSignIn: 'Give the person a password, or a badge together with a PIN.',
  roleUnknown: 'There is no such role any more. Reload the page and choose another one.',
  ownerRoleFixed: 'The owner can do everything; that does not change. Make a role of your own from another preset.',
  roleNeedsName: 'Give the role a name that tells what its people do.',
  roleNameTaken: 'There is a role “{{name}}” already. Choose another name.',
  presetStays: 'This role comes with the program and stays. You can change what it may do.',
  roleInUse: 'Somebody holds or held the role “{{name}}”. Give them another role; this one stays in the records.',
  moreThanYourRights:
    'You can’t hand out more than you may do yourself (missing: $t(access.rights.{{right}})). Ask an owner.',
  warehouseOutOfScope: 'This concerns a warehouse that is not yours. Ask somebody who works for all warehouses.',
  locked: 'This place is locked. Give your PIN or password to go on.',
  passwordWrong: 'The present password is not right. Type it again.',
  userUnknown: 'There is no such user any more. Reload the list.',
  lastOwner: 'This is the only owner. Make another person owner first.',
} as const
