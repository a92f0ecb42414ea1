import { hash } from 'node:crypto'

const SECRET_FIELDS = ['password', 'newPassword', 'pin', 'newPin', 'secret', 'recoveryKey', 'token', 'passphrase']

/** Bytes that are kept elsewhere: the trail names them by their hash. */
const BULKY_FIELDS = ['picture', 'thumbnail', 'rows']
/** A short table is read in the trail itself. */
const LONG_TABLE = 500
const SPECIAL = new RegExp(`"(?:${[...SECRET_FIELDS, ...BULKY_FIELDS].join('|')})":`)

function kept(key: string, entry: unknown): unknown {
  if (SECRET_FIELDS.includes(key)) return undefined
  if (!BULKY_FIELDS.includes(key)) return entry
  if (Array.isArray(entry) && entry.length > LONG_TABLE) {
    return `${entry.length} rows, SHA-256 ${hash('sha256', JSON.stringify(entry))}`
  }
  if (typeof entry !== 'string') return entry
  return `${entry.length} characters, SHA-256 ${hash('sha256', entry)}`
}

/** JSON of an input or answer as the trail keeps it: secrets left out. The contract fixes the order of keys. */
export function auditDetail(value: unknown): string {
  try {
    const text = JSON.stringify(value) ?? 'null'
    // A replacer is called for every field of a thousand lines; hardly an input has a secret.
    if (!SPECIAL.test(text)) return text
    return JSON.stringify(value, kept) ?? 'null'
  } catch {
    return '"unreadable"'
  }
}
