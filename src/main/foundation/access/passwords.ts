import { refuse } from '../../../shared/errors'

/**
 * Passwords that are tried first by everybody who tries (the heads of the public lists of leaked passwords, from eight
 * characters on), and what is on the door: name and login. No rules of composition: NIST SP 800-63B, 5.1.1.2.
 */
const TRIED_FIRST = new Set([
  '12345678',
  '123456789',
  '1234567890',
  '11111111',
  '00000000',
  '88888888',
  '66666666',
  '12344321',
  '87654321',
  '123123123',
  '1qaz2wsx',
  '1q2w3e4r',
  'qwertyui',
  'qwerty123',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm123',
  'password',
  'password1',
  'password123',
  'passw0rd',
  'p@ssw0rd',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'trustno1',
  'welcome1',
  'letmein1',
  'admin123',
  'administrator',
  'changeme',
  'a1234567',
  'a12345678',
  'aa123456',
  'abc12345',
  'abcd1234',
  'woaini1314',
  'woaini520',
  '5201314520',
  '1314520520',
  'kontorkontor',
])

/** Refuses `access.passwordGuessable`; the length stands in the contract. */
export function requireGoodPassword(password: string, user: { readonly login: string; readonly name: string }): void {
  const plain = password.normalize('NFKC').toLowerCase().trim()
  const isOneLetter = new Set(plain).size < 3
  const onTheDoor = [user.login, user.name].map((word) => word.normalize('NFKC').toLowerCase().trim())
  if (isOneLetter || TRIED_FIRST.has(plain) || onTheDoor.includes(plain)) {
    refuse('access.passwordGuessable', {}, 'newPassword')
  }
}
