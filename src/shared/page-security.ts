/** What stands in index.html for the nonce of one load. */
export const NONCE_MARK = '__CSP_NONCE__'

/** The content security policy of the program's one page, in the window and in a browser. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // The reader of the camera's pictures is compiled from our own file; it is no script.
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}
