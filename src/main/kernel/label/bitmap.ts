/** Black and white dots, a bit each, rows padded to whole bytes, the leftmost dot the highest bit; 1 = black. */
export class Bitmap {
  readonly rowBytes: number
  readonly bytes: Uint8Array

  constructor(
    readonly width: number,
    readonly height: number,
    bytes?: Uint8Array,
  ) {
    this.rowBytes = Math.ceil(width / 8)
    this.bytes = bytes ?? new Uint8Array(this.rowBytes * height)
  }

  get(x: number, y: number): boolean {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return false
    return ((this.bytes[y * this.rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
  }

  set(x: number, y: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return
    const at = y * this.rowBytes + (x >> 3)
    this.bytes[at] = (this.bytes[at] ?? 0) | (0x80 >> (x & 7))
  }

  fill(x: number, y: number, width: number, height: number): void {
    for (let row = y; row < y + height; row++) for (let column = x; column < x + width; column++) this.set(column, row)
  }

  /** Adds another's black dots. */
  draw(other: Bitmap, x: number, y: number): void {
    for (let row = 0; row < other.height; row++) {
      for (let column = 0; column < other.width; column++) if (other.get(column, row)) this.set(x + column, y + row)
    }
  }

  /** The smallest part that holds all black dots; undefined where there is none. */
  cropped(): { readonly bitmap: Bitmap; readonly x: number; readonly y: number } | undefined {
    let [left, top, right, bottom] = [this.width, this.height, -1, -1]
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        if (!this.get(x, y)) continue
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    }
    if (right < 0) return undefined
    const bitmap = new Bitmap(right - left + 1, bottom - top + 1)
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) if (this.get(x, y)) bitmap.set(x - left, y - top)
    }
    return { bitmap, x: left, y: top }
  }
}
