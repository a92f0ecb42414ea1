/** Reads a label's PDF back into dots: each page's size, the picture on it and where it lies (ISO 32000-1, 8.9.5). */
import { inflateSync } from 'node:zlib'
import { Bitmap } from '../../src/main/kernel/label'

const streamOf = (object: string): Buffer => {
  const [, length = '0'] = /\/Length (\d+)/.exec(object) ?? []
  const from = object.indexOf('stream\n') + 7
  return Buffer.from(object.slice(from, from + Number(length)), 'latin1')
}

export function readLabelPdf(bytes: Uint8Array, dpi: number): { picture: Bitmap; copies: number }[] {
  const objects = Buffer.from(bytes)
    .toString('latin1')
    .split(/\n\d+ 0 obj\n/)
  const picture = pictureIn(objects)
  const pages = objects.filter((object) => /\/Type \/Page\b/.test(object))
  const drawings = objects.filter((object) => object.includes('/FlateDecode') && !object.includes('/Image'))
  return pages.map((page, at) => {
    const [, wide = '', high = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? []
    const drawing = inflateSync(streamOf(drawings[at] ?? '')).toString('latin1')
    const matrix = /([\d.-]+) 0 0 ([\d.-]+) ([\d.-]+) ([\d.-]+) cm\n\/\w+ Do/.exec(drawing)
    const covers =
      matrix !== null &&
      Math.abs(Number(matrix[1]) - Number(wide)) < 0.01 &&
      Math.abs(Math.abs(Number(matrix[2])) - Number(high)) < 0.01
    const isSized = Math.abs((Number(wide) * dpi) / 72 - picture.width) < 0.05
    if (!covers || !isSized) throw new Error(`the page does not hold the label: ${wide} ${high} ${String(matrix?.[0])}`)
    return { picture, copies: 1 }
  })
}

/** One bit a dot, each row behind the byte of its PNG filter, which is none. */
function pictureIn(objects: readonly string[]): Bitmap {
  const object = objects.find((one) => one.includes('/Subtype /Image')) ?? ''
  const [width, height] = ['Width', 'Height'].map((name) => Number(new RegExp(`/${name} (\\d+)`).exec(object)?.[1]))
  if (width === undefined || height === undefined || !/\/BitsPerComponent 1\b/.test(object))
    throw new Error('no picture')
  const rows = inflateSync(streamOf(object))
  const picture = new Bitmap(width, height)
  const rowBytes = Math.ceil(width / 8) + 1
  for (let y = 0; y < height; y++) {
    if (rows[y * rowBytes] !== 0) throw new Error('a filtered row')
    for (let x = 0; x < width; x++) {
      const byte = rows[y * rowBytes + 1 + (x >> 3)] ?? 0
      if ((byte & (0x80 >> (x & 7))) === 0) picture.set(x, y)
    }
  }
  return picture
}
