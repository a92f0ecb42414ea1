import { crc32, deflateSync } from 'node:zlib'
import type { Bitmap } from '../../kernel/label'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A label as a picture file (PNG, ISO/IEC 15948): one bit a dot, where 0 is black. */
export function pngOf(picture: Bitmap): Buffer {
  const { width, height, rowBytes, bytes } = picture
  const rows = Buffer.alloc((rowBytes + 1) * height)
  for (let row = 0; row < height; row++) {
    for (let at = 0; at < rowBytes; at++) {
      rows[row * (rowBytes + 1) + 1 + at] = ~(bytes[row * rowBytes + at] ?? 0) & 0xff
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
