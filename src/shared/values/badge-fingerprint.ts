/**
 * A number by which a scan is told to be a badge, without the badge's code being handed out: 32 bits of FNV-1a.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function badgeFingerprint(code: string): number {
  let value = 0x811c9dc5
  for (const character of code.trim()) {
    value ^= character.codePointAt(0) ?? 0
    value = Math.imul(value, 0x01000193) >>> 0
  }
  return value
}
