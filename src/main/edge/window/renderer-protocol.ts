import { protocol } from 'electron'
import { rendererFile } from '../../kernel/renderer-files'

const SCHEME = 'kontor'
export const PAGE_ADDRESS = `${SCHEME}://app/`

/** Before the app is ready: the page gets an origin of its own, safer than file:// . */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveRenderer(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const file = url.host === 'app' ? await rendererFile(folder, url.pathname) : undefined
    if (file === undefined) return new Response('', { status: 404 })
    return new Response(new Uint8Array(file.body), { headers: file.headers })
  })
}
