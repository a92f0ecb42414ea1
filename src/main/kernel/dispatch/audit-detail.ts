const SECRET_FIELDS = new Set(['password', 'newPassword', 'pin', 'newPin', 'token', 'passphrase'])

/** JSON of an input or answer as the trail keeps it: secrets left out. The contract fixes the order of keys. */
export function auditDetail(value: unknown): string {
  try {
    return JSON.stringify(value, (key, entry: unknown) => (SECRET_FIELDS.has(key) ? undefined : entry)) ?? 'null'
  } catch {
    return '"unreadable"'
  }
}
