/** Barcodes as dots: every module a whole number of dots wide, as wide as the place allows. */
import { createRequire } from 'node:module'
import type * as BarcodeEncoder from 'bwip-js/node'
import { Refusal } from '../../../shared/errors'
import type { LabelElement } from '../../../shared/labels/template'
import { Bitmap } from './bitmap'

// Not named `require`: the build puts one of that name into the same file.
const load = createRequire(import.meta.url)

type Code = Extract<LabelElement, { kind: 'code' }>

/** Modules that must stay white on each side. */
const QUIET = { code128: 10, 'gs1-128': 10, ean13: 11, qrcode: 4, gs1datamatrix: 2 } as const

interface RawSymbol {
  /** widths of bars and gaps, a bar first */
  readonly sbs?: readonly number[]
  /** modules row by row, 1 = black */
  readonly pixs?: readonly number[]
  readonly pixx?: number
  readonly pixy?: number
}

/** The symbol within a place of so many dots, set in its middle. Refuses content that the symbol cannot hold. */
export function drawCode(symbology: Code['symbology'], content: string, width: number, height: number): Bitmap {
  const encoder = load('bwip-js/node') as typeof BarcodeEncoder
  let symbol: RawSymbol | undefined
  try {
    const [first] = encoder.raw({ bcid: symbology, text: content }) as RawSymbol[]
    symbol = first
  } catch {
    symbol = undefined
  }
  if (symbol === undefined) throw new Refusal('labels.codeImpossible', { content })
  const quiet = QUIET[symbology]
  if (symbol.pixs !== undefined) return matrix(symbol, quiet, width, height, content)
  return bars(symbol.sbs ?? [], quiet, width, height, content)
}

function bars(widths: readonly number[], quiet: number, width: number, height: number, content: string): Bitmap {
  const modules = widths.reduce((sum, wide) => sum + wide, 0)
  const size = Math.floor(width / (modules + 2 * quiet))
  if (size < 1) throw new Refusal('labels.codeTooWide', { content })
  const bitmap = new Bitmap(width, height)
  let x = Math.floor((width - modules * size) / 2)
  widths.forEach((wide, at) => {
    if (at % 2 === 0) bitmap.fill(x, 0, wide * size, height)
    x += wide * size
  })
  return bitmap
}

function matrix(symbol: RawSymbol, quiet: number, width: number, height: number, content: string): Bitmap {
  const { pixs = [], pixx = 0, pixy = 0 } = symbol
  const size = Math.floor(Math.min(width / (pixx + 2 * quiet), height / (pixy + 2 * quiet)))
  if (size < 1) throw new Refusal('labels.codeTooWide', { content })
  const bitmap = new Bitmap(width, height)
  const left = Math.floor((width - pixx * size) / 2)
  const top = Math.floor((height - pixy * size) / 2)
  for (let row = 0; row < pixy; row++) {
    for (let column = 0; column < pixx; column++) {
      if (pixs[row * pixx + column] === 1) bitmap.fill(left + column * size, top + row * size, size, size)
    }
  }
  return bitmap
}
