import { parse } from 'csv-parse/browser/esm/sync'
import { Unzip, UnzipInflate } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { refuse } from '../errors'

/** No table of a small company comes near; a file made to fill the memory does. */
export const TABLE_LIMITS = { bytes: 50_000_000, unpackedBytes: 500_000_000, rows: 200_000, columns: 200 } as const
type TableLimits = Readonly<Record<keyof typeof TABLE_LIMITS, number>>

/**
 * Rows of a workbook's first sheet or of a CSV file. Cells are trimmed text: dates as YYYY-MM-DD, decimals with a point
 * and without grouping as the workbook holds them, empty cells ''. Empty rows at the end are dropped.
 * Refuses with `tables.*` what is no table, too large, or an old .xls.
 */
export async function readTable(
  file: Uint8Array,
  fileName: string,
  limits: TableLimits = TABLE_LIMITS,
): Promise<string[][]> {
  if (file.length > limits.bytes) refuseSize(fileName, limits.bytes)
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) refuse('tables.oldExcel', { file: fileName })
  const rows = startsWith(file, [0x50, 0x4b]) ? await workbookRows(file, fileName, limits) : csvRows(file, fileName)
  while (rows.at(-1)?.every((cell) => cell === '') === true) rows.pop()
  if (rows.length === 0) refuse('tables.empty', { file: fileName })
  if (rows.length > limits.rows || rows.some((row) => row.length > limits.columns))
    refuse('tables.tooManyCells', { file: fileName, rows: limits.rows, columns: limits.columns })
  return rows
}

const refuseSize = (file: string, bytes: number): never =>
  refuse('tables.tooLarge', { file, megabytes: Math.round(bytes / 1_000_000) })

const startsWith = (file: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => file[index] === byte)

async function workbookRows(file: Uint8Array, fileName: string, limits: TableLimits): Promise<string[][]> {
  refuseBomb(file, fileName, limits)
  try {
    const sheet = await readSheet<string>(new Uint8Array(file).buffer, { parseNumber: decimalOfCell })
    return sheet.map((row) => row.map((cell) => textOfCell(cell as string | boolean | Date | null)))
  } catch {
    return refuse('tables.unreadable', { file: fileName })
  }
}

/** Unpacks into nothing and counts: the sizes that an archive says of itself may be lies. */
function refuseBomb(file: Uint8Array, fileName: string, limits: TableLimits): void {
  let unpacked = 0
  let entries = 0
  let isBroken = false
  const unzip = new Unzip((entry) => {
    entries += 1
    entry.ondata = (error, chunk) => {
      if (error === null) unpacked += chunk.length
      else isBroken = true
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  const step = 65_536
  for (let at = 0; at < file.length && !isBroken; at += step) {
    unzip.push(file.subarray(at, at + step), at + step >= file.length)
    if (unpacked > limits.unpackedBytes) refuseSize(fileName, limits.unpackedBytes)
  }
  // A directory that names one stream many times would be unpacked as often, and was counted once.
  if (isBroken || entries !== entriesNamed(file)) refuse('tables.unreadable', { file: fileName })
}

/** How many entries the archive's directory says that it has; -1 where there is none (APPNOTE 4.3.16). */
function entriesNamed(file: Uint8Array): number {
  const earliest = Math.max(0, file.length - 65_557)
  for (let at = file.length - 22; at >= earliest; at -= 1) {
    if (file[at] !== 0x50 || !startsWith(file.subarray(at), [0x50, 0x4b, 5, 6])) continue
    return (file[at + 10] ?? 0) + (file[at + 11] ?? 0) * 256
  }
  return -1
}

function textOfCell(cell: string | boolean | Date | null): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

/** A workbook holds binary floating point and shows 15 digits of it: 12.370000000000001 is somebody's 12.37. */
function decimalOfCell(text: string): string {
  const rounded = Number(text).toPrecision(15)
  if (!rounded.includes('e')) return rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded
  const [mantissa = '', exponent = '0'] = rounded.split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const plain = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/\.?0+$/, '')
  return mantissa.startsWith('-') ? `-${plain}` : plain
}

function csvRows(file: Uint8Array, fileName: string): string[][] {
  const text = decoded(file)
  if (text.includes('\0')) refuse('tables.unreadable', { file: fileName })
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
      bom: true,
    })
  } catch {
    return refuse('tables.unreadable', { file: fileName })
  }
}

interface Decoder {
  decode(bytes: Uint8Array): string
}
// A web standard of every side this runs on; the shared part of the program is compiled with the types of neither.
const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder
}

/** UTF-8, or UTF-16 with its mark, or what Excel in China saves as CSV: GB18030. Valid UTF-8 is never GB18030 by chance. */
function decoded(file: Uint8Array): string {
  if (startsWith(file, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(file)
  if (startsWith(file, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('gb18030').decode(file)
  }
}

/** The mark that the first line holds most of, outside quotes. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '')
  const count = (mark: string): number => line.split(mark).length
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
