import { createRequire } from 'node:module'
import type * as BarcodeEncoder from 'bwip-js/node'

// Not named `require`: the build puts one of that name into the same file.
const load = createRequire(import.meta.url)

/**
 * Widths of bars and gaps in modules, a bar first, of a Code 128 symbol without its quiet zones. The printed number of a
 * document can so be scanned in. The encoder is large, so it is loaded with the first document, not with the program.
 */
export function code128(text: string): number[] {
  const encoder = load('bwip-js/node') as typeof BarcodeEncoder
  const [symbol] = encoder.raw({ bcid: 'code128', text }) as { sbs?: number[] }[]
  return symbol?.sbs ?? []
}
