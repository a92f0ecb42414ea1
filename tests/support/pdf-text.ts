/** Reads a PDF of our own back: where each piece of text and each rule lies on its page, in millimetres from its top left corner. */
import { inflateSync } from 'node:zlib'

export interface PlacedText {
  readonly text: string
  readonly x: number
  /** of the line that the letters stand on */
  readonly y: number
  /** points */
  readonly size: number
}
export interface PlacedRule {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
}
export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly PlacedText[]
  readonly rules: readonly PlacedRule[]
}

const MM = 25.4 / 72
type Matrix = readonly [number, number, number, number, number, number]
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
]

export function readPdf(bytes: Uint8Array): ReadPage[] {
  const objects = new Map<number, string>()
  const whole = Buffer.from(bytes).toString('latin1')
  for (const [, number = '', body = ''] of whole.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(Number(number), body)
  const at = (number: string | undefined): string => objects.get(Number(number)) ?? ''
  const streamOf = (object: string): string => {
    const from = object.indexOf('stream\n') + 7
    const length = Number(/\/Length (\d+)/.exec(object)?.[1] ?? 0)
    const data = Buffer.from(object.slice(from, from + length), 'latin1')
    return (object.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1')
  }
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object))
  return pages.map((page) => {
    const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? []
    const resources = at(/\/Resources (\d+) 0 R/.exec(page)?.[1])
    const fonts = new Map<string, Map<string, string>>()
    for (const [, name = '', font = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name, lettersIn(streamOf(at(/\/ToUnicode (\d+) 0 R/.exec(at(font))?.[1]))))
    }
    const content = streamOf(at(/\/Contents (\d+) 0 R/.exec(page)?.[1]))
    const size = { width: Number(width) * MM, height: Number(height) * MM }
    return { ...size, ...drawn(content, Number(height), fonts) }
  })
}

/** Which glyph is which letter: the lists and ranges of a character map. */
function lettersIn(map: string): Map<string, string> {
  const letters = new Map<string, string>()
  const letterOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, first = '', list = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<(\w+)>/g)].entries()) {
      letters.set((Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'), letterOf(hex))
    }
  }
  return letters
}

function drawn(content: string, height: number, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>) {
  const texts: PlacedText[] = []
  const rules: PlacedRule[] = []
  let now: Matrix = [1, 0, 0, 1, 0, 0]
  const kept: Matrix[] = []
  let pen: readonly [number, number] = [0, 0]
  let [font, size] = ['', 0]
  let place: Matrix = now
  const point = (x: number, y: number, matrix = now): readonly [number, number] => {
    const [, , , , px, py] = times([1, 0, 0, 1, x, y], matrix)
    return [px * MM, (height - py) * MM]
  }
  for (const line of content.split('\n')) {
    const words = line.trim().split(/\s+/)
    const numbers = words.slice(0, -1).map(Number)
    const command = words.at(-1)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    if (command === 'q') kept.push(now)
    else if (command === 'Q') now = kept.pop() ?? now
    else if (command === 'cm') now = times([a, b, c, d, e, f], now)
    else if (command === 'Tm') place = times([a, b, c, d, e, f], now)
    else if (command === 'Tf') [font, size] = [(words[0] ?? '').slice(1), b]
    else if (command === 'm') pen = point(a, b)
    else if (command === 'l') {
      rules.push({ from: pen, to: point(a, b) })
      pen = point(a, b)
    } else if (command === 'TJ') {
      const hex = [...line.matchAll(/<([0-9a-f]+)>/g)].map(([, part = '']) => part).join('')
      const letters = fonts.get(font)
      const text = (hex.match(/.{4}/g) ?? []).map((glyph) => letters?.get(glyph) ?? '?').join('')
      const [x, y] = point(0, 0, place)
      texts.push({ text, x, y, size })
    }
  }
  return { texts, rules }
}
