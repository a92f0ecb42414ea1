import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, normalize, resolve, sep } from 'node:path'
import { contentSecurityPolicy, NONCE_MARK } from '../../shared/page-security'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export interface ServedFile {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A file of the built renderer with its headers; undefined where there is none. Never leaves the folder, and gives
 * every load of the page a fresh nonce.
 */
export async function rendererFile(folder: string, urlPath: string): Promise<ServedFile | undefined> {
  const wanted = urlPath === '/' || urlPath === '' ? '/index.html' : decodeURIComponent(urlPath)
  const path = resolve(folder, `.${normalize(wanted)}`)
  const type = TYPES[extname(path)]
  if (!path.startsWith(resolve(folder) + sep) || type === undefined) return undefined
  const body = await readFile(path).catch(() => undefined)
  if (body === undefined) return undefined
  const headers = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' }
  if (!path.endsWith('.html'))
    return { body, headers: { ...headers, 'Cache-Control': 'public, max-age=31536000, immutable' } }
  const nonce = randomBytes(16).toString('base64')
  return {
    body: Buffer.from(body.toString('utf8').replaceAll(NONCE_MARK, nonce)),
    headers: { ...headers, 'Content-Security-Policy': contentSecurityPolicy(nonce), 'Cache-Control': 'no-store' },
  }
}
