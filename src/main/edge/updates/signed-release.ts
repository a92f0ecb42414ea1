import { verify } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '../../../shared/errors'

const envelope = z.object({ payload: z.base64(), signature: z.base64() })

const release = z.object({
  version: z.string(),
  notes: z.object({ en: z.string(), 'zh-CN': z.string() }),
  /** every file that installs this version, with its SHA-512 in Base64 */
  files: z.array(z.object({ name: z.string(), sha512: z.string() })),
})
export type Release = z.infer<typeof release>

/**
 * Reads what `.setup/sign-release.mjs` wrote.
 * @param publicKey Ed25519, PEM, as it was packed into the program that runs
 * @throws Refusal `updates.notGenuine` for anything that the holder of the private key did not sign
 */
export function readRelease(text: string, publicKey: string): Release {
  try {
    const { payload, signature } = envelope.parse(JSON.parse(text))
    const bytes = Buffer.from(payload, 'base64')
    if (verify(null, bytes, publicKey, Buffer.from(signature, 'base64'))) {
      return release.parse(JSON.parse(bytes.toString('utf8')))
    }
  } catch {
    // Not even in the form of a release.
  }
  return refuse('updates.notGenuine')
}

/** Whether everything that would be installed is in the signed list. */
export function isCovered(signed: Release, version: string, hashes: readonly string[]): boolean {
  const known = new Set(signed.files.map(({ sha512 }) => sha512))
  return version === signed.version && hashes.length > 0 && hashes.every((hash) => known.has(hash))
}
