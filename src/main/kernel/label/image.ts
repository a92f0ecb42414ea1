import type { LabelElement } from '../../../shared/labels/template'
import { Bitmap } from './bitmap'

type Image = Extract<LabelElement, { kind: 'image' }>

/** In so many dots: each takes the nearest of the picture. Its sides keep their ratio; it lies in the middle. */
export function drawImage({ columns, rows, bits }: Image, width: number, height: number): Bitmap {
  const picture = new Bitmap(columns, rows, Buffer.from(bits, 'base64'))
  const scale = Math.min(width / columns, height / rows)
  const [wide, high] = [Math.max(1, Math.round(columns * scale)), Math.max(1, Math.round(rows * scale))]
  const [left, top] = [Math.floor((width - wide) / 2), Math.floor((height - high) / 2)]
  const drawn = new Bitmap(width, height)
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      if (picture.get(Math.floor((x * columns) / wide), Math.floor((y * rows) / high))) drawn.set(left + x, top + y)
    }
  }
  return drawn
}
