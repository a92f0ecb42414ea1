const SECRET_FIELDS = ['password', 'newPassword', 'pin', 'newPin', 'secret', 'recoveryKey', 'token', 'passphrase']
const SECRET = new RegExp(`"(?:${SECRET_FIELDS.join('|')})":`)

/** JSON of an input or answer as the trail keeps it: secrets left out. The contract fixes the order of keys. */
export function auditDetail(value: unknown): string {
  try {
    const text = JSON.stringify(value) ?? 'null'
    // A replacer is called for every field of a thousand lines; hardly an input has a secret.
    if (!SECRET.test(text)) return text
    return JSON.stringify(value, (key, entry: unknown) => (SECRET_FIELDS.includes(key) ? undefined : entry)) ?? 'null'
  } catch {
    return '"unreadable"'
  }
}
