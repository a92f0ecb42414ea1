import { raw } from 'bwip-js/node'

/**
 * Widths of bars and gaps in modules, a bar first, of a Code 128 symbol without its quiet zones. The printed number of a
 * document can so be scanned in.
 */
export function code128(text: string): number[] {
  const [symbol] = raw({ bcid: 'code128', text }) as { sbs?: number[] }[]
  return symbol?.sbs ?? []
}
