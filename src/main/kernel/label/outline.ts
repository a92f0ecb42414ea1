/** Letters as dots: outlines of the bundled face, filled by the nonzero rule, a dot black where half of it is covered. */
import { createRequire } from 'node:module'
import { paperFonts } from '../paper'
import { Bitmap } from './bitmap'

// Not named `require`: the build puts one of that name into the same file.
const load = createRequire(import.meta.url)

interface PathCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  readonly args: readonly number[]
}
interface Glyph {
  readonly id: number
  readonly advanceWidth: number
  readonly path: { readonly commands: readonly PathCommand[] }
}
interface Face {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  layout(text: string): {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly { readonly xAdvance: number }[]
  }
}

/** A closed line of points, x and y in turn, in units of the face. */
type Contour = readonly number[]

interface LoadedFace {
  readonly face: Face
  readonly contours: Map<number, readonly Contour[]>
}

const faces = new Map<boolean, LoadedFace>()

function faceOf(bold: boolean): LoadedFace {
  const known = faces.get(bold)
  if (known !== undefined) return known
  const fontkit = load('fontkit') as { create(bytes: Uint8Array): Face }
  const loaded = { face: fontkit.create(bold ? paperFonts.bold() : paperFonts.regular()), contours: new Map() }
  faces.set(bold, loaded)
  return loaded
}

/** Of one line, in dots, at letters `emDots` high. */
export function textWidth(text: string, emDots: number, bold: boolean): number {
  const { face } = faceOf(bold)
  const { positions } = face.layout(text)
  return (positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * emDots) / face.unitsPerEm
}

/** One line in a bitmap as wide as asked and one line high, its letters beginning at `x`. */
export function drawText(text: string, emDots: number, bold: boolean, width: number, x: number): Bitmap {
  const { face, contours } = faceOf(bold)
  const scale = emDots / face.unitsPerEm
  const height = Math.ceil(emDots * 1.25)
  // The face's own line is taller than its letters: they are set in the middle of ours.
  const baseline = height / 2 + ((face.ascent + face.descent) * scale) / 2
  const { glyphs, positions } = face.layout(text)
  const placed: Contour[] = []
  let pen = x
  glyphs.forEach((glyph, at) => {
    let outline = contours.get(glyph.id)
    if (outline === undefined) {
      outline = flattened(glyph.path.commands)
      contours.set(glyph.id, outline)
    }
    for (const contour of outline) {
      placed.push(contour.map((value, index) => (index % 2 === 0 ? pen + value * scale : baseline - value * scale)))
    }
    pen += (positions[at]?.xAdvance ?? glyph.advanceWidth) * scale
  })
  return filledOutlines(placed, width, height)
}

const CURVE_STEPS = 8

function flattened(commands: readonly PathCommand[]): Contour[] {
  const contours: number[][] = []
  let current: number[] = []
  let [x, y] = [0, 0]
  const to = (nextX: number, nextY: number): void => {
    current.push(nextX, nextY)
    ;[x, y] = [nextX, nextY]
  }
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    const [fromX, fromY] = [x, y]
    if (command === 'moveTo') {
      current = []
      contours.push(current)
      to(a, b)
    } else if (command === 'lineTo') to(a, b)
    else if (command === 'quadraticCurveTo') {
      for (let step = 1; step <= CURVE_STEPS; step++) {
        const t = step / CURVE_STEPS
        const u = 1 - t
        to(u * u * fromX + 2 * u * t * a + t * t * c, u * u * fromY + 2 * u * t * b + t * t * d)
      }
    } else if (command === 'bezierCurveTo') {
      for (let step = 1; step <= CURVE_STEPS; step++) {
        const t = step / CURVE_STEPS
        const u = 1 - t
        const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
        to(p * fromX + q * a + r * c + s * e, p * fromY + q * b + r * d + s * f)
      }
    }
  }
  return contours
}

const ROWS_A_DOT = 4

interface Crossing {
  readonly x: number
  readonly turn: 1 | -1
}

function filledOutlines(contours: readonly Contour[], width: number, height: number): Bitmap {
  const lines: Crossing[][] = Array.from({ length: height * ROWS_A_DOT }, () => [])
  for (const contour of contours) addCrossings(contour, lines)
  const bitmap = new Bitmap(width, height)
  const cover = new Float64Array(width)
  for (let row = 0; row < height; row++) {
    cover.fill(0)
    let isEmpty = true
    for (let part = 0; part < ROWS_A_DOT; part++) {
      const crossings = lines[row * ROWS_A_DOT + part] ?? []
      if (crossings.length === 0) continue
      isEmpty = false
      coverLine(crossings, cover)
    }
    if (isEmpty) continue
    for (let x = 0; x < width; x++) if ((cover[x] ?? 0) >= ROWS_A_DOT / 2) bitmap.set(x, row)
  }
  return bitmap
}

function addCrossings(contour: Contour, lines: Crossing[][]): void {
  const points = contour.length / 2
  for (let at = 0; at < points; at++) {
    const next = (at + 1) % points
    const [x1 = 0, y1 = 0] = [contour[at * 2], contour[at * 2 + 1]]
    const [x2 = 0, y2 = 0] = [contour[next * 2], contour[next * 2 + 1]]
    if (y1 === y2) continue
    const turn = y2 > y1 ? 1 : -1
    const [top, bottom] = turn === 1 ? [y1, y2] : [y2, y1]
    // The middle of each part row: y = (index + 0.5) / parts.
    const first = Math.max(0, Math.ceil(top * ROWS_A_DOT - 0.5))
    const last = Math.min(lines.length - 1, Math.ceil(bottom * ROWS_A_DOT - 0.5) - 1)
    for (let line = first; line <= last; line++) {
      const y = (line + 0.5) / ROWS_A_DOT
      lines[line]?.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn })
    }
  }
}

function coverLine(crossings: Crossing[], cover: Float64Array): void {
  crossings.sort((a, b) => a.x - b.x)
  let winding = 0
  let from = 0
  for (const { x, turn } of crossings) {
    if (winding === 0) from = x
    winding += turn
    if (winding === 0) coverSpan(Math.max(0, from), Math.min(cover.length, x), cover)
  }
}

function coverSpan(from: number, to: number, cover: Float64Array): void {
  for (let x = Math.floor(from); x < to; x++) {
    cover[x] = (cover[x] ?? 0) + Math.min(x + 1, to) - Math.max(x, from)
  }
}
