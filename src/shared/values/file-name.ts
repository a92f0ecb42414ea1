const LONGEST_BYTES = 200
/** Windows takes these for devices, whatever follows the dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

interface Encoder {
  encode(text: string): { readonly length: number }
}
// A web standard of every side this runs on; the shared part of the program is compiled with the types of neither.
const { TextEncoder } = globalThis as unknown as { TextEncoder: new () => Encoder }

/**
 * A name under which a file may be saved on any system, made of what somebody typed: no folder, no device, nothing
 * invisible or turned around, not too long. What it ends in stays.
 */
export function harmlessFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    // Controls, marks that turn the direction of writing, and joiners that nobody sees.
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
  const safe = plain === '' ? 'file' : DEVICES.test(plain) ? `_${plain}` : plain
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? ''
  let stem = Array.from(safe.slice(0, safe.length - ending.length))
  const bytes = (): number => new TextEncoder().encode(stem.join('') + ending).length
  while (bytes() > LONGEST_BYTES) stem = stem.slice(0, -1)
  return stem.join('') + ending
}
