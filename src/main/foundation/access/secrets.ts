import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

/** scrypt at the strength OWASP names for interactive sign-in (N=2^15, r=8, p=3): 32 MB and about 0.2 s each. */
const COST = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }

/** `scrypt$<salt>$<hash>`, base64url. For passwords and PINs. */
export function hashSecret(secret: string): string {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${derive(secret, salt).toString('base64url')}`
}

export function secretMatches(secret: string, stored: string): boolean {
  const [, salt = '', hash = ''] = stored.split('$')
  const expected = Buffer.from(hash, 'base64url')
  const actual = derive(secret, Buffer.from(salt, 'base64url'))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** NFKC: the same password typed on another keyboard or input method gives the same bytes. */
function derive(secret: string, salt: Buffer): Buffer {
  return scryptSync(secret.normalize('NFKC'), salt, 32, COST)
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A token is random enough that one fast hash protects the stored copy. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
