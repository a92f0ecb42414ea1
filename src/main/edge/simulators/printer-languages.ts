/** Reads a print job back into the dots that a printer would burn: apart from the writers, from the makers' manuals. */
import { inflateSync } from 'node:zlib'
import { Bitmap } from '../../kernel/label'

interface PrintedLabel {
  readonly picture: Bitmap
  readonly copies: number
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

function place(page: Bitmap, x: number, y: number, rowBytes: number, data: Uint8Array): void {
  page.draw(new Bitmap(rowBytes * 8, data.length / rowBytes, data), x, y)
}

/** Numbers of a command, whatever separates them. */
const numbers = (text: string): number[] => [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits))

export function readZpl(job: Uint8Array): PrintedLabel[] {
  const labels: PrintedLabel[] = []
  for (const [, format = ''] of latin1(job).matchAll(/\^XA([\s\S]*?)\^XZ/g)) {
    const [width = 0] = numbers(/\^PW(\d+)/.exec(format)?.[1] ?? '')
    const [height = 0] = numbers(/\^LL(\d+)/.exec(format)?.[1] ?? '')
    const page = new Bitmap(width, height)
    for (const [, x = '', y = '', field = ''] of format.matchAll(/\^FO(\d+),(\d+)([\s\S]*?)\^FS/g)) {
      const box = /^\^GB(\d+),(\d+),(\d+)/.exec(field)
      const graphic = /^\^GFA,(\d+),(\d+),(\d+),([\s\S]*)$/.exec(field)
      if (box !== null) drawBox(page, Number(x), Number(y), Number(box[1]), Number(box[2]), Number(box[3]))
      if (graphic !== null) place(page, Number(x), Number(y), Number(graphic[3]), zplData(graphic[4] ?? ''))
    }
    labels.push({ picture: page, copies: Number(/\^PQ(\d+)/.exec(format)?.[1] ?? 1) })
  }
  return labels
}

function drawBox(page: Bitmap, x: number, y: number, width: number, height: number, thick: number): void {
  page.fill(x, y, width, thick)
  page.fill(x, y + height - thick, width, thick)
  page.fill(x, y, thick, height)
  page.fill(x + width - thick, y, thick, height)
}

function zplData(data: string): Uint8Array {
  const packed = /^:Z64:([A-Za-z0-9+/=]+):([0-9A-Fa-f]{4})$/.exec(data.trim())
  if (packed === null) return Buffer.from(data.replaceAll(/\s/g, ''), 'hex')
  const [, text = '', sum = ''] = packed
  // A printer drops a graphic whose sum is wrong.
  return checksum(text) === Number.parseInt(sum, 16) ? inflateSync(Buffer.from(text, 'base64')) : new Uint8Array(0)
}

/** CRC-16/XMODEM by table, byte by byte. */
function checksum(text: string): number {
  let sum = 0
  for (const byte of Buffer.from(text, 'latin1')) {
    let x = ((sum >> 8) ^ byte) & 0xff
    x ^= x >> 4
    sum = ((sum << 8) ^ (x << 12) ^ (x << 5) ^ x) & 0xffff
  }
  return sum
}

/** Commands on lines, some with raw bytes in them: BITMAP (TSPL) and GW (EPL2) tell how many. */
function* commandLines(job: Uint8Array): Generator<{ text: string; data: Uint8Array }> {
  for (let at = 0; at < job.length;) {
    const head = latin1(job.subarray(at, at + 64))
    const graphic = /^(?:BITMAP (\d+),(\d+),(\d+),(\d+),\d,|GW(\d+),(\d+),(\d+),(\d+),)/.exec(head)
    if (graphic !== null) {
      const size = Number(graphic[3] ?? graphic[7]) * Number(graphic[4] ?? graphic[8])
      const from = at + graphic[0].length
      yield { text: graphic[0], data: job.subarray(from, from + size) }
      at = from + size + 2
      continue
    }
    const end = job.indexOf(0x0a, at)
    const until = end < 0 ? job.length : end
    yield { text: latin1(job.subarray(at, until)).trim(), data: new Uint8Array(0) }
    at = until + 1
  }
}

const inverse = (data: Uint8Array): Uint8Array => data.map((byte) => ~byte & 0xff)

export function readTspl(job: Uint8Array, dpi: number): PrintedLabel[] {
  const labels: PrintedLabel[] = []
  let [width, height] = [0, 0]
  let page = new Bitmap(1, 1)
  for (const { text, data } of commandLines(job)) {
    const [a = 0, b = 0, c = 0, d = 0] = numbers(text)
    if (text.startsWith('SIZE')) [width, height] = [Math.round((a * dpi) / 25.4), Math.round((b * dpi) / 25.4)]
    else if (text === 'CLS') page = new Bitmap(width, height)
    else if (text.startsWith('BAR ')) page.fill(a, b, c, d)
    else if (text.startsWith('BITMAP')) place(page, a, b, c, inverse(data))
    else if (text.startsWith('PRINT')) labels.push({ picture: page, copies: b })
  }
  return labels
}

export function readEpl(job: Uint8Array): PrintedLabel[] {
  const labels: PrintedLabel[] = []
  let [width, height] = [0, 0]
  let drawing: (() => void)[] = []
  let page = new Bitmap(1, 1)
  for (const { text, data } of commandLines(job)) {
    const [a = 0, b = 0, c = 0, d = 0] = numbers(text)
    if (text === 'N') drawing = []
    else if (/^q\d/.test(text)) width = a
    else if (/^Q\d/.test(text)) height = a
    else if (text.startsWith('LO')) drawing.push(() => page.fill(a, b, c, d))
    else if (text.startsWith('GW')) drawing.push(() => place(page, a, b, c, inverse(data)))
    else if (/^P\d/.test(text)) {
      page = new Bitmap(width, height)
      for (const draw of drawing) draw()
      labels.push({ picture: page, copies: a })
    }
  }
  return labels
}

export function readCpcl(job: Uint8Array): PrintedLabel[] {
  const labels: PrintedLabel[] = []
  let [width, height, copies] = [0, 0, 1]
  let drawing: (() => void)[] = []
  let page = new Bitmap(1, 1)
  for (const line of latin1(job).split('\r\n')) {
    const [command = '', ...rest] = line.split(' ')
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = rest.map(Number)
    if (command === '!') [height, copies] = [d, e]
    else if (command === 'PAGE-WIDTH') width = a
    else if (command === 'LINE') drawing.push(() => page.fill(a, b, c - a, e))
    else if (command === 'EG') {
      const data = Buffer.from(rest[4] ?? '', 'hex')
      drawing.push(() => place(page, c, d, a, data))
    } else if (command === 'PRINT') {
      page = new Bitmap(width, height)
      for (const draw of drawing) draw()
      drawing = []
      labels.push({ picture: page, copies })
    }
  }
  return labels
}

export function readEscPos(job: Uint8Array): PrintedLabel[] {
  const labels: PrintedLabel[] = []
  let bands: { rowBytes: number; data: Uint8Array }[] = []
  for (let at = 0; at < job.length;) {
    const [first, second] = [job[at], job[at + 1]]
    if (first === 0x1d && second === 0x76) {
      const rowBytes = (job[at + 4] ?? 0) + (job[at + 5] ?? 0) * 256
      const rows = (job[at + 6] ?? 0) + (job[at + 7] ?? 0) * 256
      bands.push({ rowBytes, data: job.subarray(at + 8, at + 8 + rowBytes * rows) })
      at += 8 + rowBytes * rows
    } else if (first === 0x1d && second === 0x56) {
      const [rowBytes = 0] = bands.map((band) => band.rowBytes)
      const data = Buffer.concat(bands.map((band) => band.data))
      labels.push({ picture: new Bitmap(rowBytes * 8, rowBytes === 0 ? 0 : data.length / rowBytes, data), copies: 1 })
      bands = []
      at += 4
    } else at += first === 0x1b && second === 0x70 ? 5 : 2
  }
  return labels
}
