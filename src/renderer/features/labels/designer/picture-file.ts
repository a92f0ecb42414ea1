import { labelImage, type LabelElement } from '../../../../shared/labels/template'
import type { Size } from './design'

/** More dots than this no label needs: 40 mm at 600 dpi. */
const MOST_DOTS = 960

/** A picture in black and white: grey becomes a pattern of dots (Floyd and Steinberg), as a printer has no grey. */
export async function pictureOfFile(file: Blob, label: Size): Promise<LabelElement> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, MOST_DOTS / Math.max(picture.width, picture.height))
  const [columns, rows] = [
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  ]
  const canvas = document.createElement('canvas')
  canvas.width = columns
  canvas.height = rows
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, columns, rows)
  context.drawImage(picture, 0, 0, columns, rows)
  picture.close()
  const { data } = context.getImageData(0, 0, columns, rows)
  const width = Math.min(Math.round(label.width * 0.4), Math.round((label.height * 0.6 * columns) / rows))
  return labelImage.parse({
    kind: 'image',
    x: Math.round(label.width * 0.3),
    y: Math.round(label.height * 0.2),
    width: Math.max(100, width),
    height: Math.max(100, Math.round((width * rows) / columns)),
    columns,
    rows,
    bits: base64Of(dithered(data, columns, rows)),
  })
}

/** Piece by piece: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function dithered(rgba: Uint8ClampedArray, columns: number, rows: number): Uint8Array {
  const grey = Float32Array.from({ length: columns * rows }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at * 4, at * 4 + 3)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  })
  const rowBytes = Math.ceil(columns / 8)
  const bits = new Uint8Array(rowBytes * rows)
  const give = (x: number, y: number, error: number): void => {
    if (x >= 0 && x < columns && y < rows) grey[y * columns + x] = (grey[y * columns + x] ?? 0) + error
  }
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const value = grey[y * columns + x] ?? 255
      const isBlack = value < 128
      if (isBlack) bits[y * rowBytes + (x >> 3)] = (bits[y * rowBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
      const error = value - (isBlack ? 0 : 255)
      give(x + 1, y, (error * 7) / 16)
      give(x - 1, y + 1, (error * 3) / 16)
      give(x, y + 1, (error * 5) / 16)
      give(x + 1, y + 1, error / 16)
    }
  }
  return bits
}
