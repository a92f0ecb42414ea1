/** Codes from a serial scanner: bytes until CR, LF or tab, or until it falls silent. */
import { joined } from '../framing'

const ENDS = new Set([0x0d, 0x0a, 0x09])
/** The longest code there is: a QR code with 7089 digits. */
const LONGEST = 7200

/** What no barcode holds beside the separators of GS1 and ISO/IEC 15434: such a piece is noise on the wire. */
// oxlint-disable-next-line no-control-regex
const NOISE = /[\u0000-\u0003\u0005-\u001b\u007f\ufffd]/

export class ScannerText {
  #rest: Uint8Array = new Uint8Array(0)
  #isOverlong = false

  constructor(private readonly cut: { readonly prefix?: string | undefined; readonly suffix?: string | undefined }) {}

  /** Whole codes in these bytes. What is left over waits for more, or for `silence`. */
  feed(chunk: Uint8Array): string[] {
    const bytes = joined(this.#rest, chunk)
    const codes: string[] = []
    let start = 0
    for (let at = this.#rest.length; at < bytes.length; at++) {
      if (!ENDS.has(bytes[at] ?? 0)) continue
      this.take(bytes.subarray(start, at), codes)
      start = at + 1
    }
    this.#rest = bytes.slice(start)
    if (this.#rest.length > LONGEST) {
      this.#rest = new Uint8Array(0)
      this.#isOverlong = true
    }
    return codes
  }

  /** Nothing came for a while: what is there is a code. */
  silence(): string[] {
    const codes: string[] = []
    this.take(this.#rest, codes)
    this.#rest = new Uint8Array(0)
    return codes
  }

  get isWaiting(): boolean {
    return this.#rest.length > 0
  }

  private take(piece: Uint8Array, codes: string[]): void {
    const isTail = this.#isOverlong
    this.#isOverlong = false
    if (piece.length === 0 || isTail) return
    const text = trimmed(decoded(piece), this.cut)
    if (text !== '' && !NOISE.test(text)) codes.push(text)
  }
}

/** UTF-8 where it is; else GB 18030, in which Chinese scanners send the text of a QR code. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function trimmed(text: string, { prefix = '', suffix = '' }: ScannerText['cut']): string {
  const from = prefix !== '' && text.startsWith(prefix) ? prefix.length : 0
  const to = suffix !== '' && text.endsWith(suffix) ? text.length - suffix.length : text.length
  return from > to ? '' : text.slice(from, to)
}
